"""A Word document that came back: read as the open report, its changes decided, the rest kept for later."""
