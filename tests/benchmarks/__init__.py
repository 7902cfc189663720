"""How long things take, measured beside named baselines in the same run: `python3 chores.py bench`."""
