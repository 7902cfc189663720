"""The review of a document that came back: each change accepted, rejected or kept for later, conflicts chosen.

`ReviewDialog` is the window; `Decided` is what it hands back.
"""

from clerkwell.ui.review.asking import Decided
from clerkwell.ui.review.dialog import ReviewDialog

__all__ = ["Decided", "ReviewDialog"]
