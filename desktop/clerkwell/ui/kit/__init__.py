"""What every part of the window uses: the session bridge, icons, small widgets, messages."""
