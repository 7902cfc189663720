"""The section editor: blocks are the truth, QTextDocument a view of them."""
