"""A day of editing: two editors on one report, with a plain-Python account of what should stand in them."""

from hypothesis.stateful import RuleBasedStateMachine

from clerkwell.model import Blocks, Cell, Footnote, Paragraph, Quotation, Table, Text
from clerkwell.ui.editors.richtext import SectionEditor, Selection, Spot
from helpers.building import blocks as written
from helpers.editing import Editing, open_editing
from helpers.reference import Line, lines_of

SECTIONS = ("background", "options")
EMPTY = Line("paragraph", 0, ())


def start_blocks() -> Blocks:
    cell = Cell(paragraphs=((Text(text="x"),),))
    return (
        *written("The library is shut\n- the roof 😀\n  - leaks\n1. first"),
        Paragraph(runs=(Text(text="Bold", bold=True), Text(text=" and note"), Footnote(runs=(Text(text="n"),)))),
        Table(caption="Visits", rows=((cell, cell), (cell, cell))),
        Quotation(runs=(Text(text="They said"),)),
    )


class Day(RuleBasedStateMachine):
    """Two editors on one report, and what should stand in them: a machine adds what is done to them."""

    def __init__(self) -> None:
        super().__init__()
        self.editing: Editing = open_editing({"background": start_blocks(), "options": "One\nTwo"})
        self.at = "background"
        self.lines = {section: lines_of(self.editing.blocks(section)) for section in SECTIONS}
        # The marks that typing has been told to have, until the caret moves.
        self.pendings: dict[str, str | None] = {}
        # What was, for undo: all lines, and the selection in the section that the step was made in.
        self.done: list[tuple[dict[str, list[Line]], str, Selection]] = []
        self.undone: list[dict[str, list[Line]]] = []

    def teardown(self) -> None:
        self.editing.close()

    @property
    def editor(self) -> SectionEditor:
        return self.editing.editor(self.at)

    @property
    def pending(self) -> str | None:
        return self.pendings.get(self.at)

    @pending.setter
    def pending(self, marks: str | None) -> None:
        self.pendings[self.at] = marks

    @property
    def mine(self) -> list[Line]:
        return self.lines[self.at]

    def clamp(self, spot: tuple[int, int]) -> Spot:
        line = min(spot[0], len(self.mine) - 1)
        return Spot(line, min(spot[1], len(self.mine[line].letters)))

    def keep(self, lines: list[Line], before: Selection) -> None:
        """The reference's section is this now; that is a step if anything differs."""
        self.keep_all({**self.lines, self.at: lines}, before)

    def keep_all(self, now: dict[str, list[Line]], before: Selection) -> None:
        if now != self.lines:
            self.done.append((self.lines, self.at, before))
            self.undone.clear()
        self.lines = now

    def moved_to(self, lines: dict[str, list[Line]]) -> None:
        """Undo and redo: where a section changed, what was to be typed next is forgotten."""
        for section in SECTIONS:
            if lines[section] != self.lines[section]:
                self.pendings[section] = None
        self.lines = lines

    def resync(self, before: Selection) -> None:
        """Take the report's word for what a command left, where the reference only knows its text."""
        self.keep(lines_of(self.editing.blocks(self.at)), before)
        self.editor.select(self.editor.selection())
        self.pending = None

    def changed(self, lines: list[Line], selection: Selection) -> None:
        """A command was run: if it did anything, what was to be typed next is forgotten."""
        if lines != self.mine:
            self.pending = None
        self.keep(lines, selection)
