"""What a text says of exemption, and which people it names."""
