"""Generated data only; each file names its generator, its source and the licence. Regenerate with CNCLEAN_WRITE=1."""
