"""An open report: its current value, history, events, saving, checking, exporting."""
