"""Labels in the lines of a header, and where the answer of each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.packs import FieldSpec
from clerkwell.packs.manifest import FieldKind
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.known import Known

_MOST_WORDS: Final = 16
# Some make room with spaces instead of a tab.
_PIECE: Final = re.compile(r"(?:(?! {3})[^\t\n])+")
_LABEL: Final = re.compile(r"\s*([^\W\d_][^\t\n]{0,110}?)\s*([:?])(?=\s|$|[\[<(…_.]|(?:Click|Choose|Select|Enter)\b)")
# What templates have where something is to be written (17.16.5.20 MACROBUTTON shows such words, too).
PROMPT: Final = re.compile(
    r"\b(?:click|tap|type|enter|insert|choose|select|state|give|delete|add)\b.{0,60}"
    r"\b(?:here|text|date|item|name|title|as (?:appropriate|necessary|applicable)|below)\b"
    r"|^\W*[\[<{«].*[\]>}»]\W*$|^\W*(?:x{2,}|_{3,}|\.{4,}|…+|(?:\.\s){3,}\.?|tbc|dd/mm/yyyy)\W*$"
    r"|^\W*[\[<{(]?(?:please )?(?:insert|enter|type|choose|select|click|state|delete)\b",
    re.IGNORECASE,
)
# Who a report goes to, where that says of no body which one it is.
_ANY: Final = frozenset({"committee", "members"})
_YES_NO: Final = re.compile(r"^\W*yes\W+(?:or\W+)?no\W*$|^\W*(?:yes|no)\W*$", re.IGNORECASE)
_PAIR: Final = re.compile(r"^\W*yes\W+(?:or\W+)?no\W*$", re.IGNORECASE)
# A box to tick, as words have it or as one that was a form field.
_BOX: Final = re.compile(r"\[Answer\]|[☐☑☒□✓✔]")
_HINTS: Final[tuple[tuple[str, FieldKind], ...]] = (
    (r"\bdate\b|\bdated\b", "date"),
    (r"\be-?mail\b", "email"),
    (r"\b(?:tel|telephone|phone|ext)\b", "telephone"),
    (r"£|\bcost\b|\bhow much\b|\bbudget\b", "money"),
)


@dataclass(frozen=True)
class Found:
    """A label in a line: its words, where it begins, where the answer is (`start` to `end`), and what the label is."""

    label: str
    begins: int
    start: int
    end: int
    spec: FieldSpec | None
    sure: bool

    def answer(self, raw: str) -> str:
        """The words of the answer."""
        return raw[self.start : self.end].strip()


def labels_in(shape: LineShape, known: Known, *, cell: bool = False) -> tuple[Found, ...]:
    """The labels of a line with their answers. In a `cell` of its own a label needs no further sign."""
    raw = shape.raw
    marks = list(_marks(shape, known))
    found: list[Found] = []
    for at, (label, begins, after, spec) in enumerate(marks):
        stop = marks[at + 1][1] if at + 1 < len(marks) else len(raw)
        start, end = _trimmed(raw, after, stop)
        gap = "\t" in raw[after:stop] or "\n" in raw[after:stop] or not raw[start:end].strip()
        bold = shape.lead and begins < shape.lead <= start and len(raw[after : shape.lead].strip()) == 0
        sure = spec is not None or bool(bold) or gap or cell or bool(PROMPT.search(raw[start:end]))
        if sure:
            found.append(Found(label, begins, start, end, spec, spec is not None))
    return tuple(found)


def _marks(shape: LineShape, known: Known) -> Iterator[tuple[str, int, int, FieldSpec | None]]:
    """Each label: its words, where it begins, and where what follows it begins."""
    # After a label and a tab stands its answer, whatever that says.
    open_label = False
    for piece in _PIECE.finditer(shape.raw):
        words = piece.group()
        if not words.strip():
            continue
        colon = _LABEL.match(words)
        was_open, open_label = open_label, False
        if colon and len(colon[1].split()) <= _MOST_WORDS and "http" not in words:
            label = colon[1] + colon[2]
            spec = known.field_of(label)
            if was_open and spec is None and words[colon.end() :].strip():
                # "Subject:", a tab, "The lido: how it is mended".
                continue
            open_label = not words[colon.end() :].strip()
            yield label, piece.start() + colon.start(1), piece.start() + colon.end(), spec
            continue
        if was_open:
            continue
        whole = known.field_of(words)
        if whole is not None and len(words.split()) <= _MOST_WORDS:
            yield words.strip(), piece.start(), piece.end(), whole
        elif piece.start() == 0 and (opening := known.opening(words)) is not None:
            if words[opening[0] :].strip().casefold() in _ANY:
                # "Report to Committee" is what every report is called, and names none.
                continue
            yield words[: opening[0]].strip(), 0, opening[0], opening[1]
        elif piece.start() == 0 and shape.lead and len(words.strip()) <= shape.lead < len(shape.raw.strip()):
            yield words.strip(), piece.start(), piece.end(), None


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    """The words between, without the space round them; where there are none, the gap's own end."""
    words = raw[start:end]
    if not words.strip():
        return (end, end) if end == len(raw) else (start, start)
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def is_prompt(words: str) -> bool:
    """Whether words only ask for others."""
    return bool(PROMPT.search(words))


def is_label(shape: LineShape, known: Known) -> bool:
    """Whether a whole line is a label and nothing else."""
    words = shape.raw.strip()
    if not words or len(words.split()) > _MOST_WORDS + 8:
        return False
    return known.field_of(words) is not None or words[-1] in ":?" or (shape.bold and not is_prompt(words))


def asks_yes_or_no(answer: str) -> bool:
    """Whether both answers stand there to choose from: "Yes / No", or two boxes to tick, each with its word."""
    return bool(_PAIR.match(_BOX.sub(" ", answer)))


def kind_of(label: str, answer: str) -> FieldKind:
    """What kind of answer a label of the council's own asks for."""
    if _YES_NO.match(answer) or asks_yes_or_no(answer):
        return "yes-no"
    for pattern, kind in _HINTS:
        if re.search(pattern, label, re.IGNORECASE):
            return kind
    return "text"
