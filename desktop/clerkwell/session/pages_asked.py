"""What the window and the process that makes the preview's pages say to each other.

Apart from what that process does, which takes more memory to load than the window should give it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from clerkwell.model.advancing import Advance
from clerkwell.packs import Pack
from clerkwell.printing.page_map import Places

# Seconds that one ask may take. One that never ends would else keep the process, and a processor, for good.
LONGEST: Final = 120.0

Want = Literal["pages", "document", "document for LibreOffice", "places"]


@dataclass(frozen=True)
class Ask:
    """Something of the report that this leads to; the rest only where it is otherwise than before.

    `pages` are our own; the `document` is what others make pages of, LibreOffice of one made for it; and `places` says
    where in such a `pdf` the words stand. `folder` is a private one, for pictures. `files` were added to those kept
    with the report, `gone` taken away.
    """

    want: Want
    report: Advance
    pack: Pack | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    folder: Path | None = None
    pdf: bytes = b""


@dataclass(frozen=True)
class Answer:
    """A PDF or a document, sentences on what it lacks, and where the words stand.

    `failed` is why there is none, in a sentence for people and with the kind of error it is; `fault`, where that was
    not foreseen, says where in the program it happened, without a word of the report.
    """

    data: bytes = b""
    notes: tuple[str, ...] = ()
    places: Places | None = None
    failed: tuple[Literal["word", "printing"], str] | None = None
    fault: str = ""
