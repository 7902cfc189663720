"""What was left in a template that every report made with it would have, or that keeps it from working."""

from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.model import Severity
from clerkwell.packs import Pack
from clerkwell.packs.load import TEMPLATE
from clerkwell.word.ooxml import Places
from clerkwell.word.template import Mark, template_marks
from clerkwell.word.template.marks import MarkKind
from clerkwell.workshop.problem import PackProblem

# By kind: how grave it is, and what to say; `{}` are the words that it concerns.
_SAYS: Final[Mapping[MarkKind, tuple[Severity, str]]] = {
    "inserted": (
        "error",
        "The words “{}” are a tracked insertion. Accept or reject it (Review > Accept or Reject), and turn Track "
        "Changes off before you save.",
    ),
    "deleted": (
        "error",
        "The words “{}” are a tracked deletion, so they are still in the template. Accept or reject it (Review > "
        "Accept or Reject), and turn Track Changes off before you save.",
    ),
    "reformatted": (
        "warning",
        "A tracked change of looks is left. Accept it (Review > Accept > Accept All Changes).",
    ),
    "comment": ("warning", "A comment is left. Settle it and delete it (Review > Delete)."),
    "hidden": (
        "warning",
        "The words “{}” are hidden. Show them with Home > ¶, and delete them or take Hidden off (Home > Font).",
    ),
    "form-field": (
        "warning",
        "A form field of the older kind stands here: nothing fills it in. Delete it, and put a place there instead.",
    ),
    "field-from-elsewhere": (
        "error",
        "The field {{ {} }} fetches from another file or program, which authors do not have. Turn it into ordinary "
        "words (click in it, then Ctrl+Shift+F9).",
    ),
    "field-that-asks": (
        "error",
        "The field {{ {} }} stops to ask, or waits for a mail merge. Delete it, and put a place there instead.",
    ),
    "field-to-nothing": (
        "error",
        "The field {{ {} }} points at something that the template does not have, so Word prints an error in its place. "
        "Delete it, or add what it points at.",
    ),
    "field-in-error": (
        "error",
        "Word’s own error stands here: “{}”. Delete it, or mend the field that it comes of.",
    ),
    "from-elsewhere": (
        "error",
        "The template fetches something from {} whenever a report is opened. Put the picture or object itself in.",
    ),
    "attached-template": (
        "info",
        "The template is itself attached to another, {}. Exports leave that out. To end it: File > Options > Add-ins > "
        "Manage: Templates > Go, and attach Normal.",
    ),
    "macros": (
        "warning",
        "The template holds macros. Nothing here runs them, and exports leave them out. Save it as a Word document "
        "(.docx).",
    ),
    "prompt": (
        "error",
        "The prompt “{}” is typed as words, so every report would print it. Delete it, and write it as guidance in the "
        "pack.",
    ),
}  # fmt: skip


def left_problems(pack: Pack, places: Places) -> Iterator[PackProblem]:
    """What reviewing, other programs and half-finished work left in a template."""
    for mark in template_marks(pack.template):
        if mark.kind == "untagged":
            yield from _untagged(mark, places)
        else:
            severity, says = _SAYS[mark.kind]
            yield PackProblem(severity, says.format(mark.words), _where(mark))


def _untagged(mark: Mark, places: Places) -> Iterator[PackProblem]:
    """A control without a tag is a place that another program took the tag of, or no place at all."""
    if mark.words not in {each.title for each in places.places}:
        yield PackProblem(
            "warning",
            f"The control “{mark.words}” has no tag, so nothing fills it in. Another program may have dropped the tag "
            "when it saved the file. Choose Repair the document (What goes where), or take the control out.",
            _where(mark),
        )


def _where(mark: Mark) -> str:
    said = mark.at.words
    return TEMPLATE if said == "the document" else f"{TEMPLATE}, {said}"
