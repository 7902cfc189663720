"""How words go together: which are verbs and which are nouns, and where one has not the form its place asks for."""
