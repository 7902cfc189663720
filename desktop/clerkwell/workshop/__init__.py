"""Making and checking packs."""
