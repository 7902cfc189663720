"""What to do with unsaved work at the start."""
