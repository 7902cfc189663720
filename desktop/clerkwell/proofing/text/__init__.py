"""A text as it is read: its words, its sentences, its punctuation, and how easy it is."""
