"""What stands at the caret: the kind of line and the look of words, as toolbar and menus show it."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat

from clerkwell.model import Blocks, ListItem, Paragraph, Quotation, SubHeading, Text
from clerkwell.ui.editors.richtext.formats import MARKS, marks_of, text_run
from clerkwell.ui.editors.richtext.spots import Selection, lines_of
from clerkwell.ui.editors.richtext.wording import link_at, selected_runs


@dataclass(frozen=True)
class Standing:
    """The kind of the first selected line, and the marks ("b", "i", "^", "_") that all selected words have.

    `kind`: "paragraph", "plain" (a paragraph without a number), "bullets", "numbers", "subheading", "quotation",
    "card". `link` is the address of the link at the caret, `restarts` whether a numbered list begins anew here,
    `private` whether all selected lines are not for publication.
    """

    kind: str
    marks: str
    link: str
    restarts: bool = False
    private: bool = False


def standing(blocks: Blocks, selection: Selection, form: QTextCharFormat) -> Standing:
    """What stands here; with nothing selected, the marks are those of what would be typed."""
    lines = lines_of(blocks)
    block = lines[min(selection.start.line, len(lines) - 1)]
    if selection.empty:
        marks = form.stringProperty(MARKS)
    else:
        runs = [run for run in selected_runs(blocks, selection) if isinstance(run, Text)]
        marks = "".join(mark for mark in "bi^_" if runs and all(mark in marks_of(run) for run in runs))
    link = link_at(blocks, selection.caret)
    restarts = isinstance(block, ListItem) and block.start is not None
    match block:
        case ListItem():
            kind = "numbers" if block.ordered else "bullets"
        case SubHeading() | Quotation():
            kind = block.kind
        case Paragraph():
            kind = "plain" if block.plain else "paragraph"
        case _:
            kind = "card"
    private = all(each.private for each in lines[selection.start.line : selection.end.line + 1])
    return Standing(kind, marks, link[1] if link else "", restarts, private)


def current_run(form: QTextCharFormat) -> Text:
    """A run of the look that typing has now."""
    return text_run("", form.stringProperty(MARKS), form.anchorHref())
