"""Comments of a Word document as notes of the report, each on its words; and our own, told when they come back."""
