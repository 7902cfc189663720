"""Fields whose labels stand in the body: "Author: …" after the last section."""

from collections.abc import Sequence

from clerkwell.intake.authors import AUTHOR_FIELDS, AUTHORS
from clerkwell.intake.body import Body, is_strong
from clerkwell.intake.joining import is_contact
from clerkwell.intake.labels import Found
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.intake.results import Mapped
from clerkwell.packs import FieldSpec, understand

_FEW_ANSWERS = ("yes-no", "choice", "status", "date")
_REASON = "-reason"
_FAR = 3
_LONG = 150
_LABEL_LINE = 250


def late_field(body: Body, lines: Sequence[Line], anywhere: bool) -> int:
    """Fill a field whose label stands in the body ("Author: …" after the last section); how many lines it took.

    Unless it may stand `anywhere`, only a label set off as a heading is, and only for a field with few answers.
    """
    line = lines[0]
    text = in_words(line.runs) if not line.is_row else line.text
    if len(text) > _LABEL_LINE or line.marker is not None:
        return 0
    found = body.labels.at_start(text, loose=False) or _lone_author_label(body, line, text)
    spec = body.pack.field(found.field) if found else None
    if found is None or spec is None or "." in found.field or found.field in body.filled:
        return 0
    if spec.id.endswith(_REASON) and spec.id.removesuffix(_REASON) not in body.filled:
        # "Reason: …" under the recommendations is the reason for them, where nothing asked for another one.
        return 0
    if not anywhere and not (is_strong(line) and spec.kind in _FEW_ANSWERS):
        return 0
    values = [text[found.value :].strip()] if text[found.value :].strip() else []
    used = 1
    for below in lines[1:]:
        if not _goes_with(body, spec, below, values):
            break
        used += 1
        words = in_words(below.runs)
        label = body.labels.at_start(words, loose=False)
        if label is not None and not words[label.value :].strip() and label.field.startswith(f"{AUTHORS}."):
            body.blank.append(words)
            body.mapped.append(Mapped(words, "label"))
        else:
            values.append(words)
    if not values and not anywhere:
        return 0
    body.filled.add(found.field)
    body.seen.add(found.field)
    body.fields[found.field] = "\n".join(values)
    body.mapped.append(Mapped(text[: found.value].strip(), "label"))
    return used


def _lone_author_label(body: Body, line: Line, text: str) -> Found | None:
    """The author's label where it stands alone as a heading does, without a colon."""
    found = body.labels.at_start(text) if is_strong(line) else None
    return found if found and found.field in AUTHOR_FIELDS and not text[found.value :].strip() else None


def _goes_with(body: Body, spec: FieldSpec, line: Line, values: Sequence[str]) -> bool:
    """Whether a line below a label in the body is its value, or goes on with it as an address does after a name."""
    if line.marker is not None or line.mark or line.is_row or len(line.text) > _LABEL_LINE:
        return False
    if body.headings.whole(line) or body.headings.begins(line):
        return False
    label = body.labels.at_start(line.text, loose=False)
    if spec.kind in _FEW_ANSWERS:
        return not values and label is None and understand(spec, line.text, body.pack).value is not None
    # A paragraph of a Word document is apart from others as a line of a text is not.
    gap = line.gap - (line.known is not None)
    contact = is_contact(line) or (label is not None and label.field.startswith(f"{AUTHORS}."))
    if contact:
        return spec.id in AUTHOR_FIELDS and bool(values) and gap < _FAR
    near = gap <= 0 or (gap < _FAR and not values and spec.id in AUTHOR_FIELDS)
    return label is None and near and (not values or spec.id in AUTHOR_FIELDS) and len(line.text) < _LONG
