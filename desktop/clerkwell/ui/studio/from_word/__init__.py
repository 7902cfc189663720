"""A template made of a Word document: every guess of the program shown with its reason, to be taken or changed.

`FromWordDialog` asks; once it is accepted, `files` are those of the new template and `folder` where they go.
"""

from clerkwell.ui.studio.from_word.dialog import FromWordDialog

__all__ = ["FromWordDialog"]
