"""The header form."""
