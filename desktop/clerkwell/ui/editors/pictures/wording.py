"""What the picture dialog says: sizes, and advice on words for those who cannot see a picture."""

import re
from typing import Final

from clerkwell.word.writer.page import A4, Page
from clerkwell.word.writer.pictures import PictureFile, scaled

_CENTIMETRE: Final = 360_000
_LONG: Final = 250
_TELLS_ITSELF = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|screen ?shot) (?:of|showing)\b", re.I
)

ADVICE: Final = (
    "Say in a sentence or two what a reader needs to know from it. Of a chart give the message, “Visits rose from "
    "4,000 to 5,200 in three years”; put the figures in the text or a table."
)
MISSING: Final = "Say what the picture shows, or choose one of the other answers."


def hint(alt: str) -> str:
    """What could be better about alternative text; "" for nothing."""
    text = alt.strip()
    if _TELLS_ITSELF.match(text):
        return "Screen readers say that it is a picture: begin with what it shows."
    if len(text) > _LONG:
        return "That is long for one breath: put the detail in the text, and keep what matters here."
    return ""


def size_said(found: PictureFile | None, width: int | None, page: Page = A4) -> str:
    """How large a picture will be on an upright page of A4, in centimetres; "" where that is not known."""
    if found is None:
        return ""
    across, down = (each / _CENTIMETRE for each in scaled(found, page, width))
    return f"{across:.1f} by {down:.1f} cm on an A4 page"
