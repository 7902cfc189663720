"""The rule about questions with boxes, or with both of their answers, of which none was chosen."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Table, plain
from clerkwell.packs.repeating import OTHER_DETAILS
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_EMPTY: Final = r"(?:[☐□❑❏]|\[ ?\])"
_TICKED: Final = re.compile(r"[☒☑✓✔✗✘■]|\[ ?[xX✓] ?\]")
_OPEN: Final = re.compile(
    rf"{_EMPTY}\s*Yes\b\W{{0,6}}{_EMPTY}\s*No\b|\bYes\s*{_EMPTY}\W{{0,6}}No\s*{_EMPTY}"
    rf"|{_EMPTY}\s*No\b\W{{0,6}}{_EMPTY}\s*Yes\b|\bNo\s*{_EMPTY}\W{{0,6}}Yes\s*{_EMPTY}",
    re.IGNORECASE,
)
# "Yes/No" beside its question, with neither struck out.
_BOTH: Final = re.compile(r"\s*(?:Yes\s*/\s*No|No\s*/\s*Yes|Y\s*/\s*N)\s*\*?\s*", re.IGNORECASE)
# In a column of answers some are given.
_ONE: Final = re.compile(r"\s*(?:Yes|No|Y|N|N/?A|Not applicable|None)\b.{0,60}", re.IGNORECASE | re.DOTALL)
_IN_CELL: Final = 2
_SIGN: Final = Sign("☐", "□", "❑", "❏", "[ ]", "[]", folded=("yes/no", "yes / no", "no/yes", "y/n"))


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "answer-not-chosen", "warning", "A question stands there with none of its answers chosen",
            "Members and the public need a clear answer, and a clerk cannot give it for the author.",
            Each(_not_chosen, _SIGN), source="The council’s template",
        ),
    )  # fmt: skip


def _not_chosen(passage: Passage, guide: Guide) -> Iterator[Finding]:
    text = passage.text
    if passage.kind == "answer":
        spec = guide.pack.field(passage.place.field)
        if spec is None or spec.kind not in ("text", "lines") or passage.place.field == f"{OTHER_DETAILS}.label":
            return  # one with few answers has a rule of its own
        if _BOTH.fullmatch(text):
            yield found(passage, 0, len(text), f"“{text.strip()}” is no answer yet. Leave the one that is right.")
            return
    if passage.kind == "cell" and _BOTH.fullmatch(text) and _answers_beside(passage):
        yield found(passage, 0, len(text), f"“{text.strip()}” is no answer yet. Leave the one that is right.")
    if passage.kind in ("quotation", "alt", "title") or _TICKED.search(text):
        return
    for match in _OPEN.finditer(text):
        yield found(passage, *match.span(), f"Neither box of “{match[0]}” is ticked. Tick the one that is right.")


def _answers_beside(passage: Passage) -> bool:
    """Whether another cell of its column has one of the answers only."""
    if passage.header or not isinstance(passage.block, Table) or len(passage.place.path) < _IN_CELL:
        return False
    row, column = passage.place.path[:2]
    if not row:
        return False  # it may be the heading of its column
    others = (cells[column] for at, cells in enumerate(passage.block.rows) if at != row and column < len(cells))
    said = (" ".join(map(plain, cell.paragraphs)) for cell in others)
    return any(_ONE.fullmatch(each) and not _BOTH.fullmatch(each) for each in said)
