"""What a field says: its words without what the pack prints with them, understood as the pack understands them."""

from typing import Final

from clerkwell.model import FieldValue
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.word.reader.document import ReadControl

_TICKS: Final = frozenset("☒☑✓✔✗✘■●xX")


def unprinted(spec: FieldSpec | None, text: str) -> str:
    """The words of a field as they were typed: without the prefix and suffix that are printed with them."""
    if spec is None:
        return text
    for prefix in (spec.prefix, spec.prefix.strip()):
        if prefix and text.startswith(prefix):
            text = text[len(prefix) :]
            break
    for suffix in (spec.suffix, spec.suffix.strip()):
        if suffix and text.endswith(suffix):
            text = text[: -len(suffix)]
            break
    return text


def ticked(spec: FieldSpec | None, text: str, control: ReadControl | None) -> str:
    """The answer that a box to tick gives, or the words as they are where the control is none."""
    if control is None or control.checked is None:
        return text
    sign = text.strip()
    checked = sign in _TICKS if len(sign) == 1 else control.checked
    if spec is not None and spec.kind == "yes-no" and (not sign or len(sign) == 1):
        return "Yes" if checked else "No"
    return text


def understood(field_id: str, text: str, pack: Pack) -> FieldValue:
    """The value of a field with these words."""
    spec = pack.field(field_id)
    if not text.strip():
        return FieldValue()
    return understand(spec, text, pack) if spec else FieldValue(text=text, value=text)
