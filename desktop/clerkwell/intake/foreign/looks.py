"""How a document's text usually looks, so that what looks otherwise is seen to be a heading."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clerkwell.intake.foreign.tables import paragraphs
from clerkwell.word.reader.document import WordBlock, WordParagraph

# In half points: larger by less than this is no heading.
_LARGER = 3
_MOST_WORDS = 14
# A document with so many headings that are styled or stand out has headings that can be seen.
_SOME = 3


@dataclass(frozen=True)
class Looks:
    """The size of most of the text in half points, whether most of it is bold, and whether headings are to be seen."""

    size: int
    bold: bool
    styled: bool


def looks_of(blocks: Iterable[WordBlock]) -> Looks:
    """The looks of a document."""
    sizes: Counter[int] = Counter()
    strong = words = 0
    found = list(paragraphs(blocks))
    for paragraph in found:
        length = len(paragraph.text.strip())
        sizes[paragraph.size] += length
        words += length
        strong += length if paragraph.strong else 0
    size = sizes.most_common(1)[0][0] if sizes else 0
    bold = strong * 2 > words
    usual = Looks(size, bold, styled=False)
    heads = sum(1 for each in found if is_short(each) and (each.heading or stands_out(each, usual)))
    return Looks(size, bold, styled=heads >= _SOME)


def stands_out(paragraph: WordParagraph, looks: Looks) -> bool:
    """Whether a paragraph looks otherwise than the text does, as headings do."""
    if paragraph.strong and not looks.bold:
        return True
    if looks.size and paragraph.size >= looks.size + _LARGER:
        return True
    return paragraph.underlined or paragraph.capitals


def is_short(paragraph: WordParagraph) -> bool:
    """Whether a paragraph is short enough for a heading."""
    return 0 < len(paragraph.text.split()) <= _MOST_WORDS
