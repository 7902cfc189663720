"""Content controls of other people's templates: what their titles say, prompts nobody answered, boxes ticked."""

import re
from collections.abc import Sequence
from itertools import pairwise

from clerkwell.model import Runs, Text, plain
from clerkwell.model.runs import cut
from clerkwell.word.reader.document import Span, WordDocument, WordParagraph

_TICKED, _EMPTY = "☒☑✔✓🗹", "☐□▢"
_BOX = re.compile(f"[{_TICKED}{_EMPTY}]")
_MOST_ANSWERS = 4
_LONGEST = 120


def is_prompt(paragraph: WordParagraph, document: WordDocument) -> bool:
    """Whether a paragraph holds nothing but prompts of controls that nobody answered."""
    if not paragraph.text.strip() or any(span.note is not None for span in paragraph.spans):
        return False
    if any(shows_prompt(number, document) for number in paragraph.controls):
        return True
    said = [span for span in paragraph.spans if span.text.strip()]
    return all(any(shows_prompt(number, document) for number in span.controls) for span in said)


def shows_prompt(number: int, document: WordDocument) -> bool:
    """Whether the content control of this number shows its prompt, as nobody has answered it."""
    control = document.controls.get(number)
    return control is not None and control.prompt


def hint_of(around: Sequence[int], spans: Sequence[Span], document: WordDocument) -> str:
    """The title (or the tag) of the innermost control that holds all of these words."""
    said = [span for span in spans if span.text.strip()]
    inside = [number for number in (said[0].controls if said else ()) if all(number in span.controls for span in said)]
    for number in reversed((*around, *inside)):
        control = document.controls.get(number)
        if control is not None and (name := control.title.strip() or _spaced(control.tag)):
            return name
    return ""


def _spaced(tag: str) -> str:
    """A tag as words: "ReportTitle" and "report_title" are "Report title"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag.strip()).replace("_", " ").replace("-", " ")
    return " ".join(words.split())


def has_boxes(text: str) -> bool:
    """Whether these words have boxes to tick among them."""
    return _BOX.search(text) is not None


def answered(runs: Runs) -> tuple[Runs, tuple[str, ...]]:
    """The answer of a cell or line of boxes to tick ("☒ Yes ☐ No"), and the words that were not chosen.

    Only where exactly one of a few short answers is ticked; else all of it stands as it is.
    """
    text = plain(runs)
    if len(text) > _LONGEST:
        return runs, ()
    boxes = list(_BOX.finditer(text))
    ticked = [box for box in boxes if box[0] in _TICKED]
    if not 2 <= len(boxes) <= _MOST_ANSWERS or len(ticked) != 1 or not all(isinstance(run, Text) for run in runs):
        return runs, ()
    edges = [*(box.start() for box in boxes), len(text)]
    if boxes[0].start() == 0:
        # A box stands before its answer.
        stretches = list(pairwise(edges))
        head = (0, 0)
    elif not text[boxes[-1].end() :].strip():
        # After its answer.
        ends = [box.end() for box in boxes]
        stretches, head = list(zip([0, *ends], ends, strict=False)), (0, 0)
    else:
        head, stretches = (0, edges[0]), list(pairwise(edges))
    chosen = next(index for index, box in enumerate(boxes) if box[0] in _TICKED)
    words = [_BOX.sub("", text[start:end]).strip() for start, end in stretches]
    if not all(words):
        return runs, ()
    start, end = stretches[chosen]
    kept = (*cut(runs, *head), Text(text=_BOX.sub("", text[start:end]).strip()))
    return kept, tuple(each for index, each in enumerate(words) if index != chosen)
