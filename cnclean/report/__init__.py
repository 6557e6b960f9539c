"""What was done to a text, for people to read: a summary, a unified diff, every edit in its place."""
