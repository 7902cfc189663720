"""What people do to two sections in any order, against a plain-Python account of what should come of it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    ListItem,
    Paragraph,
    Place,
    Quotation,
    ReplaceWords,
    SetBlocks,
    SubHeading,
    Table,
    plain,
    words,
)
from clerkwell.ui.editors.richtext import Selection
from clerkwell.ui.editors.richtext import wording as commands
from clerkwell.ui.editors.richtext.marked import marked_card
from helpers.editing import commit, compose, keys, must_hold, press
from helpers.editing_day import EMPTY, SECTIONS
from helpers.editing_moves import MovingDay
from helpers.reference import CARD, lines_of, parted, passed, remarked, turned, without_selection

letters = st.text(alphabet=st.sampled_from("ab 😀é漢\u00a0"), min_size=1, max_size=4)
spots = st.tuples(st.integers(0, 9), st.integers(0, 24))


class EditingMachine(MovingDay):
    """Two editors on one report; after every step the reference, the report and the documents agree."""

    @rule(section=st.sampled_from(SECTIONS))
    def go_to(self, section: str) -> None:
        self.editing.editor(self.at).host.close_step()
        self.at = section

    @rule(anchor=spots, caret=spots, extend=st.booleans())
    def select(self, anchor: tuple[int, int], caret: tuple[int, int], extend: bool) -> None:
        there = self.clamp(caret)
        self.editor.host.close_step()
        self.editor.select(Selection(self.clamp(anchor) if extend else there, there))
        self.pending = None

    def typed(self, text: str) -> None:
        """What typing at the selection leaves. Between two kinds Qt decides whose line it is: the first one's."""
        selection = self.editor.selection()
        start, end, caret = selection.start, selection.end, selection.caret
        line = self.mine[caret.line]
        beside = line.letters[max(caret.offset - 1, 0)][1] if line.letters else ""
        marks = self.pending if self.pending is not None and selection.empty else beside
        lines = list(self.mine)
        head, tail = lines[start.line].letters[: start.offset], lines[end.line].letters[end.offset :]
        fresh = tuple((letter, marks) for letter in text)
        put = replace(lines[start.line], letters=head + fresh + tail)
        self.keep([*lines[: start.line], put, *lines[end.line + 1 :]], selection)

    def can_type(self) -> bool:
        selection = self.editor.selection()
        touched = self.mine[selection.start.line : selection.end.line + 1]
        return all(line.kind != "card" for line in touched) and selection.start.line == selection.end.line

    @precondition(lambda self: self.can_type())
    @rule(text=st.text(alphabet="ab c", min_size=1, max_size=4))
    def type_keys(self, text: str) -> None:
        self.editor.host.close_step()
        before = self.editor.selection()
        self.typed(text)
        keys(self.editor, text)
        assert self.editor.selection() == Selection.at(before.start.line, before.start.offset + len(text))

    @precondition(lambda self: self.can_type())
    @rule(text=letters, parts=st.integers(0, 2))
    def commit_from_an_input_method(self, text: str, parts: int) -> None:
        self.editor.host.close_step()
        selection = self.editor.selection()
        for part in range(parts):
            if not selection.empty:
                # Composing begins by taking out what is selected.
                break
            compose(self.editor, "ni"[: part + 1])
            assert lines_of(self.editing.blocks(self.at)) == self.mine, "what is being composed is not text yet"
        self.typed(text)
        commit(self.editor, text)

    @rule(text=letters)
    def type_where_qt_decides(self, text: str) -> None:
        """Over several lines and beside cards only the words are foretold."""
        selection = self.editor.selection()
        self.editor.host.close_step()
        before = sum(line.text.count(CARD) for line in self.mine)
        commit(self.editor, text)
        if marked_card(self.editing.blocks(self.at), selection) is not None:
            assert lines_of(self.editing.blocks(self.at)) == self.mine, "nothing is typed over a card that is selected"
            return
        after = "".join(line.text for line in lines_of(self.editing.blocks(self.at)))
        assert text in after
        assert after.count(CARD) <= before
        self.resync(selection)

    @rule()
    def enter(self) -> None:
        selection = self.editor.selection()
        self.editor.host.close_step()
        gone = without_selection(self.mine, selection)
        carried = self.marks_here(selection)
        press(self.editor, Qt.Key.Key_Return)
        if gone is None or self.mine[selection.caret.line].kind == "card":
            self.resync(selection)
            return
        lines = parted(*gone)
        self.keep(lines, selection)
        self.pending = carried or None

    def marks_here(self, selection: Selection) -> str:
        if self.pending is not None and selection.empty:
            return self.pending
        line = self.mine[selection.caret.line]
        return line.letters[max(selection.caret.offset - 1, 0)][1] if line.letters else ""

    @rule(forward=st.booleans())
    def rub_out(self, forward: bool) -> None:
        selection = self.editor.selection()
        self.editor.host.close_step()
        press(self.editor, Qt.Key.Key_Delete if forward else Qt.Key.Key_Backspace)
        # Whether Qt remembers what was to be typed next is its own affair.
        self.editor.select(self.editor.selection())
        self.pending = None
        line, at = self.mine[selection.caret.line], selection.caret.offset
        inside = at < len(line.letters) if forward else at > 0
        lines = list(self.mine)
        if not selection.empty:
            gone = without_selection(self.mine, selection)
            if gone is None:
                self.resync(selection)
                return
            lines = gone[0]
        elif inside and line.kind != "card":
            # A pair of characters that is one letter to a reader would go as one; none of ours is.
            cut = at if forward else at - 1
            lines[selection.caret.line] = replace(line, letters=line.letters[:cut] + line.letters[cut + 1 :])
        else:
            before, after = len(self.mine), lines_of(self.editing.blocks(self.at))
            assert before - 1 <= len(after) <= before
            assert "".join(each.text for each in after) == "".join(each.text for each in self.mine)
            self.resync(selection)
            return
        self.keep(lines, selection)

    @rule(ordered=st.booleans())
    def toggle_list(self, ordered: bool) -> None:
        selection = self.editor.selection()
        kind = "numbers" if ordered else "bullets"
        self.editing.pages[self.at].actions_by_id[kind].trigger()
        self.turned(selection, kind)

    @rule(kind=st.sampled_from(("subheading", "quotation")))
    def toggle_kind(self, kind: str) -> None:
        selection = self.editor.selection()
        self.editing.pages[self.at].actions_by_id[kind].trigger()
        self.turned(selection, kind)

    def turned(self, selection: Selection, kind: str) -> None:
        self.changed(turned(self.mine, selection, kind), selection)

    @rule(inward=st.booleans())
    def nest(self, inward: bool) -> None:
        selection = self.editor.selection()
        first = self.mine[selection.start.line]
        if first.kind not in ("bullets", "numbers"):
            return
        press(self.editor, Qt.Key.Key_Tab if inward else Qt.Key.Key_Backtab)
        after = lines_of(self.editing.blocks(self.at))
        for was, now in zip(self.mine, after, strict=True):
            assert was.letters == now.letters
            assert abs(was.level - now.level) <= 1
            assert now.level <= 2
        self.resync(selection)

    @rule(mark=st.sampled_from("bi"))
    def toggle_mark(self, mark: str) -> None:
        selection = self.editor.selection()
        line = self.mine[selection.caret.line]
        here = self.marks_here(selection)
        self.editing.pages[self.at].actions_by_id["bold" if mark == "b" else "italic"].trigger()
        if selection.empty:
            if line.kind != "card":
                self.pending = "".join(sorted(set(here) ^ {mark}))
            return
        self.changed(remarked(self.mine, selection, mark), selection)

    @rule(text=st.sampled_from(["one", "one\ntwo", "• a\n• b", "x 😀\n\ny"]))
    def paste_text(self, text: str) -> None:
        mime = QMimeData()
        mime.setText(text)
        self.paste(mime, [line.removeprefix("• ") for line in text.split("\n") if line])

    @rule()
    def paste_html(self) -> None:
        mime = QMimeData()
        mime.setHtml("<p>Some <b>bold</b></p><ul><li>item</li></ul><p>end</p>")
        self.paste(mime, ["Some bold", "item", "end"])

    @rule(source=st.sampled_from(SECTIONS))
    def paste_own(self, source: str) -> None:
        editor = self.editing.editor(source)
        mime = editor.createMimeDataFromSelection()
        piece = commands.copied(self.editing.blocks(source), editor.selection())
        self.paste(mime, [CARD if isinstance(block, Table) else words(block) for block in piece])

    def paste(self, mime: QMimeData, expected: list[str]) -> None:
        selection = self.editor.selection()
        self.editor.insertFromMimeData(mime)
        after = "\n".join(line.text for line in lines_of(self.editing.blocks(self.at)))
        assert "\n".join(text for text in expected if text).strip("\n") in after or not expected
        self.resync(selection)

    @rule(to=spots)
    def drag(self, to: tuple[int, int]) -> None:
        selection = self.editor.selection()
        spot = self.clamp(to)
        before = sorted("".join(line.text for line in self.mine))
        self.editor.run(lambda blocks, chosen: commands.move_piece(blocks, chosen, spot), "Move")
        after = sorted("".join(line.text for line in lines_of(self.editing.blocks(self.at))))
        assert after == before, "moving loses nothing and doubles nothing"
        self.resync(selection)

    @rule(by=st.sampled_from(("up", "down")))
    def move_lines(self, by: str) -> None:
        selection = self.editor.selection()
        self.editing.pages[self.at].actions_by_id[by].trigger()
        self.changed(passed(list(self.mine), selection.start.line, selection.end.line, by), selection)

    @rule(section=st.sampled_from(SECTIONS))
    def leave(self, section: str) -> None:
        """Another part is gone to: empty lines at the end go, which is no step of undo."""
        own, self.at = self.at, section
        self.editing.pages[section].leave()
        lines = list(self.mine)
        if lines_of(self.editing.blocks(section)) != lines:
            self.pending = None
        while lines and lines[-1].kind != "card" and not lines[-1].text.strip():
            lines.pop()
        self.lines = {**self.lines, section: lines or [EMPTY]}
        self.at = own

    @rule(section=st.sampled_from(SECTIONS), line=st.integers(0, 9), text=letters)
    def somebody_else_writes(self, section: str, line: int, text: str) -> None:
        """A rule's fix, find and replace: an edit that is not the editor's."""
        blocks = self.editing.blocks(section)
        if line >= len(blocks):
            return
        block = blocks[line]
        if not isinstance(block, Paragraph | SubHeading | ListItem | Quotation):
            return
        own = self.at
        self.at = section
        selection = self.editor.selection()
        place = Place(section=section, block=block.id, start=0, end=min(1, len(plain(block.runs))))
        self.editing.desk.session.apply(ReplaceWords(place=place, words=text), "Fix")
        assert self.editor.selection().caret.line == selection.caret.line
        # Undo puts the caret where the words changed: this step gave no caret of its own.
        self.keep(lines_of(self.editing.blocks(section)), Selection.at(-1, -1))
        self.pending = None
        self.at = own

    @rule(section=st.sampled_from(SECTIONS))
    def somebody_else_turns_it_round(self, section: str) -> None:
        """The blocks in another order: every line differs, and none of their ids."""
        own = self.at
        self.at = section
        blocks = self.editing.blocks(section)
        self.editing.desk.session.apply(SetBlocks(section=section, blocks=blocks[::-1]), "Sort")
        self.keep(lines_of(self.editing.blocks(section)), Selection.at(-1, -1))
        self.pending = None
        self.at = own

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        was, section, selection = self.done.pop()
        self.undone.append(self.lines)
        self.editing.desk.session.undo()
        self.moved_to(was)
        found = self.editing.editor(section).selection()
        if selection.caret.line >= 0:
            # A place in a card is the whole card.
            card = was[section][selection.start.line].kind == "card"
            assert found.start == selection.start or (card and found.start.line == selection.start.line), (
                "undo puts the caret back"
            )
            assert card or found.empty == selection.empty or selection.start.line != selection.end.line
        self.at = section

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append((self.lines, self.at, Selection.at(-1, -1)))
        # The caret before the step is the step's, which the reference does not keep through undo and redo.
        self.moved_to(self.undone.pop())
        self.editing.desk.session.redo()

    @invariant()
    def all_agree(self) -> None:
        for section in SECTIONS:
            assert lines_of(self.editing.blocks(section)) == self.lines[section]
        must_hold(self.editing)


def survive(days: int, steps: int) -> None:
    patience = [HealthCheck.too_slow, HealthCheck.data_too_large]
    told = settings(max_examples=days, stateful_step_count=steps, deadline=None, suppress_health_check=patience)
    run_state_machine_as_test(EditingMachine, settings=told)


@pytest.mark.timeout(240)
def test_two_sections_survive_whatever_is_done_to_them(qtbot: QtBot) -> None:  # noqa: ARG001 - starts Qt
    survive(days=50, steps=25)


@pytest.mark.heavy
@pytest.mark.timeout(3600)
def test_two_sections_survive_a_long_day(qtbot: QtBot) -> None:  # noqa: ARG001 - starts Qt
    survive(days=1500, steps=60)
