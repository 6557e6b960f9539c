"""One file (or one folder, where a repair is a system of its own) per stage; the file is named as the stage."""
