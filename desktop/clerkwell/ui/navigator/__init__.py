"""The list of the report's parts and their states."""
