"""Settings files: which one holds for a note, what it says, and what the command line changes."""
