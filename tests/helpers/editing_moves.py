"""What moves and points in a day of editing: paragraphs dragged or moved, references, footnotes, nil answers."""

from hypothesis import strategies as st
from hypothesis.stateful import rule
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clerkwell.model import (
    Footnote,
    Paragraph,
    plain,
    words,
)
from clerkwell.session.moving import moving
from clerkwell.session.referring import pointables
from clerkwell.ui.editors.richtext import Selection
from clerkwell.ui.editors.richtext.beside import object_beside
from clerkwell.ui.editors.richtext.spots import text_of
from clerkwell.ui.editors.section_page import MISSING
from clerkwell.ui.editors.tools.footnotes import change_footnote, delete_footnote
from helpers.editing_day import EMPTY, SECTIONS, Day


class MovingDay(Day):
    """The rules of a day that carry things along."""

    @rule(first=st.integers(0, 9), more=st.integers(0, 2), to=st.integers(0, 9))
    def drag_paragraphs(self, first: int, more: int, to: int) -> None:
        """By the margin: the lines go before another, and nothing else changes."""
        selection = self.editor.selection()
        last = min(first + more, len(self.mine) - 1)
        first, to = min(first, last), min(to, len(self.mine))
        self.editor.host.close_step()
        self.editor.move_lines(first, last, to)
        lines = list(self.mine)
        if self.editing.blocks(self.at) and not first <= to <= last + 1:
            piece = lines[first : last + 1]
            del lines[first : last + 1]
            at = to if to < first else to - len(piece)
            lines[at:at] = piece
        self.changed(lines, selection)

    @rule(first=st.booleans())
    def move_to_the_other_section(self, first: bool) -> None:
        """The selected lines, or the caret's, leave this section for the other one, in one step."""
        there = next(each for each in SECTIONS if each != self.at)
        selection = self.editor.selection()
        blocks = self.editing.blocks(self.at)
        chosen = blocks[selection.start.line : selection.end.line + 1]
        if not any(text_of(block).strip() for block in chosen):
            return
        session = self.editing.desk.session
        ids = frozenset(block.id for block in chosen)
        edit = moving(session.report, session.pack, self.at, ids, there, first=first)
        session.close_step()
        session.apply(edit, "Move")
        moved = self.mine[selection.start.line : selection.end.line + 1]
        rest = [*self.mine[: selection.start.line], *self.mine[selection.end.line + 1 :]]
        other = self.lines[there]
        if all(line.kind == "paragraph" and line.text.strip(" \u00a0.") in ("", "None") for line in other):
            other = []
        now = {self.at: rest or [EMPTY], there: [*moved, *other] if first else [*other, *moved]}
        assert [block.id for block in self.editing.blocks(there) if block.id in ids] == [block.id for block in chosen]
        self.keep_all(now, Selection.at(-1, -1))
        self.pendings = {}

    @rule()
    def nothing_to_report(self) -> None:
        page = self.editing.pages[self.at]
        empty = not any(line.text.strip() for line in self.mine)
        assert page.actions_by_id["nil"].isEnabled() is empty
        if not empty:
            return
        selection = self.editor.selection()
        page.actions_by_id["nil"].trigger()
        assert [words(block) for block in self.editing.blocks(self.at) if words(block)] == ["None."]
        assert any(isinstance(block, Paragraph) and block.nil for block in self.editing.blocks(self.at))
        self.resync(selection)

    @rule(at=st.integers(0, 9))
    def refer(self, at: int) -> None:
        """A live reference to a paragraph of either section, which follows whatever becomes of that."""
        session = self.editing.desk.session
        known = [each for each in pointables(session.report, session.pack) if each.leads]
        selection = self.editor.selection()
        if not known:
            return
        chosen = known[at % len(known)]
        self.editor.host.close_step()
        self.editor.insert_piece((Paragraph(runs=(chosen.reference,)),), "Reference")
        found = [run for block in self.editing.blocks(self.at) for run in getattr(block, "runs", ())]
        still = any(
            each.reference == chosen.reference for each in pointables(session.report, session.pack)
        )  # unless it took the place of what it points at
        assert chosen.reference in found
        assert (self.editor.reference_words(chosen.reference) != MISSING) is still
        self.resync(selection)

    @rule(text=st.text(alphabet="ab ", min_size=1, max_size=3).filter(str.strip), take_out=st.booleans())
    def change_a_footnote(self, text: str, take_out: bool) -> None:
        selection = self.editor.selection()
        found = object_beside(self.editing.blocks(self.at), selection)
        if found is None or not isinstance(found.run, Footnote):
            return
        tools = self.editing.pages[self.at].tools
        self.editor.host.close_step()
        if take_out:
            delete_footnote(tools, found)
        else:
            change_footnote(tools, found)
            (field,) = tools.bar.fields
            field.setText(text)
            QTest.keyClick(field, Qt.Key.Key_Return)
            after = object_beside(self.editing.blocks(self.at), found.selection)
            assert after is not None
            assert isinstance(after.run, Footnote)
            assert plain(after.run.runs) == text.strip()
        self.resync(selection)
