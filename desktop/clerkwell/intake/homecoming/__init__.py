"""A draft that was exported here, come home: the inverse of the writer, whoever edited it in between."""

from clerkwell.intake.homecoming.drafts import read_draft
from clerkwell.intake.homecoming.marks import DraftMark, draft_of
from clerkwell.intake.homecoming.original import Original, written_again

__all__ = ["DraftMark", "Original", "draft_of", "read_draft", "written_again"]
