"""Making and checking packs, in the window."""
