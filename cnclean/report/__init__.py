"""What was found or done, told to people and to programs: lines, a unified diff, every edit, JSON, SARIF, settings."""
