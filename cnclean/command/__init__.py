"""The command `cnclean`: a thin shell around the core, which never reads a file."""
