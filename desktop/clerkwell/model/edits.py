"""Edits: every change of a report is one of these values; `applying.apply` makes the new report from it."""

from typing import Annotated, Literal

from pydantic import Field

from clerkwell.model.blocks import Blocks
from clerkwell.model.places import Place
from clerkwell.model.report import (
    Appendix,
    BackgroundPaper,
    Consultation,
    FieldValue,
    Note,
    Report,
    Return,
    Row,
    Section,
    Stale,
    TrayItem,
    Version,
    Waiver,
)
from clerkwell.model.text import Words
from clerkwell.model.values import Value


class SetField(Value):
    """Put a value in a field; a repeated field (`committees.date`) names its row."""

    kind: Literal["set-field"] = "set-field"
    field: str
    value: FieldValue
    row: int | None = None


class SetRows(Value):
    """Put these rows in a repeat: adding, removing and moving a row are all this."""

    kind: Literal["set-rows"] = "set-rows"
    repeat: str
    rows: tuple[Row, ...]


class SetBlocks(Value):
    """Put these blocks in a section, which begins with it if it had not."""

    kind: Literal["set-blocks"] = "set-blocks"
    section: str
    blocks: Blocks


class SetHeading(Value):
    """Word a section's heading otherwise than the pack does; "" goes back to the pack's words."""

    kind: Literal["set-heading"] = "set-heading"
    section: str
    heading: Words


class SetDone(Value):
    """Say that a section is done, or is not."""

    kind: Literal["set-done"] = "set-done"
    section: str
    done: bool


class SetDetailsDone(Value):
    """Say that the answers of the header are done, or are not."""

    kind: Literal["set-details-done"] = "set-details-done"
    done: bool


class SetSections(Value):
    """Put these sections in the report: adding, leaving out and moving a section are all this."""

    kind: Literal["set-sections"] = "set-sections"
    sections: tuple[Section, ...]


class SetAppendices(Value):
    """Put these appendices in the report."""

    kind: Literal["set-appendices"] = "set-appendices"
    appendices: tuple[Appendix, ...]


class SetBackgroundPapers(Value):
    """Put these background papers in the report."""

    kind: Literal["set-background-papers"] = "set-background-papers"
    papers: tuple[BackgroundPaper, ...]


class SetConsultations(Value):
    """Put these entries in the consultation log."""

    kind: Literal["set-consultations"] = "set-consultations"
    entries: tuple[Consultation, ...]


class SetWaivers(Value):
    """Put these waivers and acceptances in the report."""

    kind: Literal["set-waivers"] = "set-waivers"
    waivers: tuple[Waiver, ...]


class SetTray(Value):
    """Put these items in the tray."""

    kind: Literal["set-tray"] = "set-tray"
    tray: tuple[TrayItem, ...]


class SetNotes(Value):
    """Put these notes in the report."""

    kind: Literal["set-notes"] = "set-notes"
    notes: tuple[Note, ...]


class SetVersions(Value):
    """Put these named versions in the report; their files are kept beside it."""

    kind: Literal["set-versions"] = "set-versions"
    versions: tuple[Version, ...]


class SetReturns(Value):
    """Put these returned documents in the report."""

    kind: Literal["set-returns"] = "set-returns"
    returns: tuple[Return, ...]


class SetStale(Value):
    """Put these stale words in the report."""

    kind: Literal["set-stale"] = "set-stale"
    stale: tuple[Stale, ...]


class ReplaceReport(Value):
    """Put all of this report in place of the one there is: a merge, or another version brought back."""

    kind: Literal["replace-report"] = "replace-report"
    report: Report


class ReplaceWords(Value):
    """Put `words` in place of the stretch that `place` names (a block's, or a field's)."""

    kind: Literal["replace-words"] = "replace-words"
    place: Place
    words: Words


class Several(Value):
    """Several edits as one, in order: one step of undo."""

    kind: Literal["several"] = "several"
    edits: tuple["Edit", ...]


Edit = Annotated[
    SetField
    | SetRows
    | SetBlocks
    | SetHeading
    | SetDone
    | SetDetailsDone
    | SetSections
    | SetAppendices
    | SetBackgroundPapers
    | SetConsultations
    | SetWaivers
    | SetTray
    | SetNotes
    | SetVersions
    | SetReturns
    | SetStale
    | ReplaceReport
    | ReplaceWords
    | Several,
    Field(discriminator="kind"),
]

Several.model_rebuild()
