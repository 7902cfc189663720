"""The report as frozen values, and the pure edits that make a new one from an old one."""

from clerkwell.model.applying import EditError, apply
from clerkwell.model.blocks import (
    Alignment,
    Block,
    Blocks,
    Cell,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    SubHeading,
    Table,
    Worded,
    is_empty,
    walk,
    words,
)
from clerkwell.model.changes import Changes, changes
from clerkwell.model.edits import (
    Edit,
    ReplaceReport,
    ReplaceWords,
    SetAppendices,
    SetBackgroundPapers,
    SetBlocks,
    SetConsultations,
    SetDetailsDone,
    SetDone,
    SetField,
    SetHeading,
    SetNotes,
    SetReturns,
    SetRows,
    SetSections,
    SetStale,
    SetTray,
    SetVersions,
    SetWaivers,
    Several,
)
from clerkwell.model.nil import is_nil
from clerkwell.model.places import Place
from clerkwell.model.problems import GRAVITY, Problem, Severity
from clerkwell.model.report import (
    Appendix,
    BackgroundPaper,
    Consultation,
    Earlier,
    FieldValue,
    Note,
    OpenChange,
    PackRef,
    Reply,
    Report,
    Return,
    Row,
    Seal,
    SealedPart,
    Section,
    Stale,
    Status,
    TrayItem,
    Version,
    Waiver,
    all_blocks,
    give_ids,
)
from clerkwell.model.runs import Footnote, Reference, Run, Runs, Text, canonical, plain

__all__ = [
    "GRAVITY", "Alignment", "Appendix", "BackgroundPaper", "Block", "Blocks", "Cell", "Changes", "Consultation",
    "Earlier", "Edit", "EditError", "FieldValue", "Footnote", "Image", "Landscape", "ListItem", "Note", "OpenChange",
    "PackRef", "Paragraph", "Place", "Problem", "Quotation", "Reference", "ReplaceReport", "ReplaceWords",
    "Reply", "Report", "Return", "Row", "Run", "Runs", "Seal", "SealedPart", "Section", "SetAppendices",
    "SetBackgroundPapers", "SetBlocks", "SetConsultations", "SetDetailsDone", "SetDone", "SetField", "SetHeading",
    "SetNotes", "SetReturns", "SetRows", "SetSections", "SetStale", "SetTray", "SetVersions", "SetWaivers", "Several",
    "Severity", "Stale", "Status", "SubHeading", "Table", "Text", "TrayItem", "Version", "Waiver", "Worded",
    "all_blocks", "apply", "canonical", "changes", "give_ids", "is_empty", "is_nil", "plain", "walk", "words",
]  # fmt: skip
