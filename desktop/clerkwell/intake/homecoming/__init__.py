"""A draft that was exported here, come home: the inverse of the writer, whoever edited it in between."""

from clerkwell.intake.homecoming.drafts import read_draft
from clerkwell.intake.homecoming.marks import DraftMark, draft_of
from clerkwell.intake.homecoming.original import Original, written_again
from clerkwell.intake.homecoming.tags import keeps_places

__all__ = ["DraftMark", "Original", "draft_of", "keeps_places", "read_draft", "written_again"]
