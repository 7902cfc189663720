"""Rules about the parts of a report: its header, its sections, what is cited and listed, what was left in."""
