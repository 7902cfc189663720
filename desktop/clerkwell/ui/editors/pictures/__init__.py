"""Pictures of a section: made ready for Word, described, sized, opened again."""

from clerkwell.ui.editors.pictures.dialog import PictureDialog, ask_about
from clerkwell.ui.editors.pictures.preparing import NotAPictureError, Prepared, prepare, prepare_file

__all__ = ["NotAPictureError", "PictureDialog", "Prepared", "ask_about", "prepare", "prepare_file"]
