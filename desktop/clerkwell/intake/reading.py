"""What a header says so far, field by field, while it is read."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from clerkwell.intake.headings import Headings
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.results import Mapped
from clerkwell.packs import FieldSpec, Pack, choice


@dataclass
class Reading:
    """The state of reading a header: what each field holds so far, and where the next loose words belong."""

    pack: Pack
    labels: Labels
    headings: Headings
    texts: dict[str, str] = field(default_factory=dict)
    repeated: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    mapped: list[Mapped] = field(default_factory=list)
    # Whether the header is rows of a table: labels without colons.
    in_table: bool = False
    columns: list[str] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    open_field: str = ""
    # Whether the last label stood alone, without a colon.
    bare: bool = False
    # Fields whose labels stood one below another, before their values.
    stack: list[str] = field(default_factory=list)
    # The label that each field was found by.
    named: dict[str, str] = field(default_factory=dict)
    # (field, label) of labels that stood blank over another one that has the field's answer.
    unanswered: list[tuple[str, str]] = field(default_factory=list)

    def put(self, field_id: str, text: str) -> bool:
        """Put a value in a field; False where the field has one already."""
        repeat, dot, _ = field_id.partition(".")
        if dot:
            self.repeated.setdefault(repeat, []).append((field_id, text))
        elif self.texts.get(field_id, "").strip():
            if text.strip():
                return False
        else:
            self.texts[field_id] = text
        self.open_field = field_id
        return True

    def name(self, found: Sequence[tuple[str, str]], blank: Set[str]) -> None:
        """Note which labels a line's (field, label) were found by: a field that was `blank` before has its answer
        beside this label, and the one above it stands empty."""
        for field_id, label in found:
            before = self.named.setdefault(field_id, label)
            if before != label and field_id in blank and self.texts[field_id].strip():
                self.unanswered.append((field_id, before))
                self.named[field_id] = label

    def blank(self) -> Set[str]:
        """The fields whose labels have been found, and no answer."""
        return {field_id for field_id, text in self.texts.items() if not text.strip()}

    def go_on(self, text: str, between: str) -> None:
        """Add words to the field that was last written."""
        repeat, dot, _ = self.open_field.partition(".")
        if dot:
            last, before = self.repeated[repeat][-1]
            self.repeated[repeat][-1] = (last, _more(before, between, text))
        else:
            self.texts[self.open_field] = _more(self.texts[self.open_field], between, text)

    def is_settled(self) -> bool:
        """Whether the field that was last written holds all it can: a date or a choice does not go on."""
        spec = self.pack.field(self.open_field)
        return spec is not None and spec.kind in ("date", "yes-no", "choice", "status") and bool(self.written())

    def written(self) -> str:
        """The words of the field that was last written."""
        repeat, dot, _ = self.open_field.partition(".")
        if dot:
            return self.repeated[repeat][-1][1]
        return self.texts.get(self.open_field, "")


def _more(before: str, between: str, text: str) -> str:
    return f"{before}{between}{text}" if before else text


def _choices(reading: Reading, *, labelled: bool) -> list[FieldSpec]:
    """The pack's choice fields that are still empty: those that stand in a cell without a label come first."""
    empty = [
        spec
        for spec in reading.pack.single_fields
        if spec.kind in ("choice", "status") and not reading.texts.get(spec.id, "").strip()
    ]
    without = [spec for spec in empty if not spec.labels]
    return [*without, *(spec for spec in empty if spec.labels and labelled)]


def fitting(reading: Reading, text: str, *, labelled: bool) -> str:
    """The choice field without words so far whose list has this answer."""
    if len(text) > 80:
        return ""
    fields = _choices(reading, labelled=labelled)
    return next((spec.id for spec in fields if choice(spec, text, reading.pack)), "")


def spare(reading: Reading) -> str:
    return next((spec.id for spec in _choices(reading, labelled=False)), "")


def empty_date(reading: Reading) -> str:
    """The date field of the header that is still empty."""
    for spec in reading.pack.manifest.field:
        if spec.kind != "date":
            continue
        repeat, dot, _ = spec.id.partition(".")
        if not dot and not reading.texts.get(spec.id, "").strip():
            return spec.id
        if dot and not any(field_id == spec.id and text for field_id, text in reading.repeated.get(repeat, ())):
            return spec.id
    return ""
