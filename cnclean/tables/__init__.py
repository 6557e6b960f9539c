"""Generated data only; each file names its generator, its source and the licence (all together: `NOTICE.txt`)."""
