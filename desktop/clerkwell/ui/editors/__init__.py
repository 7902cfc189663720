"""An editor for each kind of part."""
