"""What a draft says of itself: the pack and the report that it was made of, and which sections it holds."""

from dataclasses import dataclass
from typing import Final

from clerkwell.word.reader.document import WordDocument
from clerkwell.word.writer.properties import PACK_PROPERTY, VERSION_PROPERTY

DRAFT_PROPERTY: Final = "Clerkwell draft"
SECTIONS_PROPERTY: Final = "Clerkwell sections"


@dataclass(frozen=True)
class DraftMark:
    """A draft's own account: pack and version, the digest of the report it was made of ("" where it does not say).

    `sections` are those that it was made to hold, where it is part of a report handed to a colleague; none of a whole
    draft.
    """

    pack: str
    version: str
    digest: str = ""
    sections: tuple[str, ...] = ()


def draft_of(document: WordDocument) -> DraftMark | None:
    """What a document says of the report it was made of; none of a document that was not exported here.

    A final says its pack too. It has neither controls to come home by nor a digest, so it is no draft: an import reads
    it. A draft may have lost its controls on the way.
    """
    said = document.properties
    pack = said.get(PACK_PROPERTY, "").strip()
    digest = said.get(DRAFT_PROPERTY, "").strip()
    if not pack or not (document.controls or digest):
        return None
    named = said.get(SECTIONS_PROPERTY, "").replace(",", " ").split()
    return DraftMark(pack, said.get(VERSION_PROPERTY, "").strip(), digest, tuple(named))
