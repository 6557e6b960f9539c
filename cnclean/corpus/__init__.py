"""Many documents at once: corpora in, and what only shows across documents."""
