"""Appendices, background papers and the tray."""
