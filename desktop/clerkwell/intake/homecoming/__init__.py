"""A draft that was exported here, come home: the inverse of the writer, whoever edited it in between."""

from clerkwell.intake.homecoming.drafts import read_draft
from clerkwell.intake.homecoming.marks import DraftMark, draft_of

__all__ = ["DraftMark", "draft_of", "read_draft"]
