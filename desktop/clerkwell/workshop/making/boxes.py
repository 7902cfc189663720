"""The words of text boxes as guesses: fixed words, for a box can hold no answer. None is lost without a word."""

import re
from collections.abc import Sequence
from typing import Final

from clerkwell.word.template.boxes import Box
from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.proposal import Boxed

_ASKS: Final = re.compile(
    r"[\[<«][^\[\]<>«»]{2,80}[\]>»]|:\s*$|_{3,}|\.{4,}|\b(?:click|tap|insert|enter)\b", re.IGNORECASE
)
_SENTENCE: Final = 12
_HOW: Final = (
    "In Word, cut the words, delete the box, paste them as a line of their own or into a cell of a table, and make the "
    "template again"
)


def read_boxes(
    gathering: Gathering, boxes: Sequence[Box], first: int, end: int, heads: Sequence[int], *, report: bool
) -> None:
    """Gather the boxes. From the line `first` to `end` authors write, but for the headings at `heads`."""
    for each in boxes:
        at = gathering.shapes[each.line].line.at
        said = each.words if len(each.words) <= 60 else f"{each.words[:59].rstrip()}…"
        if first <= each.line < end and not at.part and each.line not in heads:
            gathering.add(
                "removed", "removed",
                f"The text box “{said}” stands in the text of a section, which authors write, and goes with it. {_HOW} "
                "if every report is to have them.",
                words=each.words,
            )  # fmt: skip
            continue
        where = at.part or "the document"
        if each.kind == "lettering":
            reason = f"It is lettering drawn across the page in {where}, so every report has it."
        else:
            reason = f"It stands in a text box in {where}, so every report has it. A box can hold no answer."
        if _ASKS.search(each.words):
            reason += f" It asks for words, though: {_HOW[0].lower()}{_HOW[1:]} if authors are to answer."
        own = report and not at.part and len(each.words.split()) >= _SENTENCE
        if own:
            reason = "It is a whole sentence in a text box: of this report alone, so it goes."
        gathering.add(
            "stays", "stays", reason, line=each.line, words=each.words, taken=not own, where=Boxed(each.line, each.at)
        )
