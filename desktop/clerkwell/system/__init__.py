"""The machine: folders, settings, logging, files."""
