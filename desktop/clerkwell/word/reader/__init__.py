"""A Word document read into plain values."""
