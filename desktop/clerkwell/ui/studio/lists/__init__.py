"""The page of the workshop for the lists that answers are chosen from: its table, what is pasted, and the author's
view. Nothing is loaded here before it is asked for."""
