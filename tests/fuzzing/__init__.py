"""Word documents gone wrong in every way that chance finds: none may end the program, nor keep it busy."""
