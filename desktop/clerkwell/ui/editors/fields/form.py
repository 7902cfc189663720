"""The header form: every question of the pack's header and sign-off, with what the checks say beside each."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QWidget

from clerkwell.model import Changes, Place, Problem
from clerkwell.packs import FieldSpec, Pack, meeting_days, options
from clerkwell.session import ReportChanged
from clerkwell.ui.editors.fields.answering import answer
from clerkwell.ui.editors.fields.asking import concerns, show_asked, show_deadline, show_earlier
from clerkwell.ui.editors.fields.cards import Cards
from clerkwell.ui.editors.fields.column import Column
from clerkwell.ui.editors.fields.layout import first_about_author, groups
from clerkwell.ui.editors.fields.row import FieldRow
from clerkwell.ui.editors.fields.rows import RowChanges
from clerkwell.ui.editors.fields.sparing import Sparing
from clerkwell.ui.editors.fields.steady import after_click, held_still, lay_out
from clerkwell.ui.editors.fields.tabs import TabOrder
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.remedies import put_right
from clerkwell.ui.kit.style import MARGIN
from clerkwell.ui.kit.widgets import button

# What the checks say of the last day for publishing is told under the date, at once.
_TOLD = frozenset({"publication-deadline", "bank-holidays-unknown"})


class HeaderForm(QScrollArea):
    """The form for one open report. It reads the report, proposes edits, and follows every change but its own.

    Nothing is held against a question that has not been answered yet: see `Sparing`. Nothing moves while the mouse is
    pressed, nor under what has the keyboard.

    `details_requested` asks for the author's own details to be put in.
    """

    details_requested = Signal()

    def __init__(
        self, bridge: SessionBridge, parent: QWidget | None = None, today: Callable[[], date] = date.today
    ) -> None:
        """`today` tells whether the last day for publishing has passed."""
        super().__init__(parent)
        self._bridge = bridge
        self._singles: dict[str, FieldRow] = {}
        self._cards: dict[str, Cards] = {}
        self._origin: object = None
        self.details_button: QPushButton | None = None
        self._tabs = TabOrder()
        # Whether what the checks say waits to be shown.
        self._due = False
        self._day: date | None = None
        self._sparing = Sparing(bridge.session.report, bridge.session.pack)
        # What was written under questions that another answer has settled since; it goes with the form.
        self._aside: dict[tuple[str, int | None], str] = {}
        self._today = today
        self._gone_to: FieldRow | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Header")
        self._build()
        bridge.changed.connect(self._on_changed)
        bridge.problems_changed.connect(self._on_problems)

    # Public ---------------------------------------------------------------------------------------------------

    def show_field(self, field_id: str, row: int | None = None, *, tell: bool = True) -> None:
        """Scroll to a field and put the keyboard in it; a field that has no place in the form is passed over.

        `tell` what the checks say of it, even if nobody has answered it yet.
        """
        found = self.row(field_id, row)
        if found is None:
            return
        if tell:
            self._sparing.touch(field_id, row)
        self._gone_to = found
        self._show_problems()
        # A form that has just been shown has not been laid out yet.
        page = self.widget()
        if page is not None:
            page.adjustSize()
        lay_out()
        found.focus()
        self.ensureWidgetVisible(found, 0, MARGIN)

    def place_to_note(self) -> Place | None:
        """The question that the keyboard is in."""
        focus = QApplication.focusWidget()
        found = next(((each.spec.id, at) for each, at in self._questions() if focus and each.isAncestorOf(focus)), None)
        return Place(field=found[0], row=found[1]) if found else None

    def row(self, field_id: str, row: int | None = None) -> FieldRow | None:
        """The question about this field."""
        repeat, dot, _ = field_id.partition(".")
        if not dot:
            return self._singles.get(field_id)
        cards = self._cards.get(repeat)
        return cards.row(field_id, row or 0) if cards else None

    def cards(self, repeat_id: str) -> Cards | None:
        """The cards of this repeat."""
        return self._cards.get(repeat_id)

    def showEvent(self, event: QShowEvent) -> None:
        """What is marked as not for publication meanwhile brings questions with it."""
        super().showEvent(event)
        if not event.spontaneous():
            session = self._bridge.session
            self._sparing.begin(session.report, session.pack)
            self._show_problems()
        self._show_asked()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the form has left every question of it."""
        super().hideEvent(event)
        self._gone_to = None
        for row, _ in self._questions():
            row.settle()

    # Building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        pack = self._pack
        self._singles, self._cards = {}, {}
        author = first_about_author(pack)
        may = not self._bridge.session.read_only
        self.details_button = button("Put my details in", self.details_requested.emit) if may else None
        column = Column()
        for index, group in enumerate(groups(pack)):
            if index:
                column.add_heading(group.title)
            for item in group.items:
                if item.id == author and self.details_button is not None:
                    column.add_button(self.details_button)
                column.add(self._single(item) if isinstance(item, FieldSpec) else self._repeat(item.id, pack))
        column.end()
        self.setWidget(column.page)
        self._refresh()
        self._show_problems()
        if self._bridge.session.read_only:
            self._forbid()

    def _forbid(self) -> None:
        for row, _ in self._questions():
            row.input.forbid()
        for cards in self._cards.values():
            cards.forbid()

    def _single(self, spec: FieldSpec) -> FieldRow:
        row = FieldRow(spec, self._pack)
        row.answered.connect(lambda text: self._answer(row, spec, None, text))
        row.again.connect(lambda text: self._answer_again(row, spec, text))
        row.fix_requested.connect(self._put_right)
        row.input.left.connect(lambda: self._leave(row))
        self._singles[spec.id] = row
        return row

    def _repeat(self, repeat_id: str, pack: Pack) -> Cards:
        spec = pack.repeat(repeat_id)
        assert spec is not None, "layout gives repeats that the pack has"
        cards = Cards(spec, pack)
        cards.answered.connect(lambda index, field, text: self._answer_card(cards, index, field, text))
        rows = RowChanges(self._bridge, cards, lambda card: self.ensureWidgetVisible(card, 0, MARGIN))
        cards.wished.connect(lambda index, wish: rows.change(index, wish))
        cards.added.connect(lambda: rows.add())
        cards.left.connect(lambda field, index: self._leave(cards.row(field, index)))
        cards.fix_requested.connect(self._put_right)
        self._cards[repeat_id] = cards
        return cards

    # What the user does ---------------------------------------------------------------------------------------

    def _answer_card(self, cards: Cards, index: int, field_id: str, text: str) -> None:
        row = cards.row(field_id, index)
        if row is not None:
            self._answer(row, row.spec, index, text)

    def _answer(self, row: FieldRow, spec: FieldSpec, index: int | None, text: str) -> None:
        session = self._bridge.session
        at = "" if index is None else f":{index}"
        merge = f"field:{spec.id}{at}" if row.input.is_typing() else ""
        # While letters are typed the control shows them already; what was chosen is shown as the report has it.
        self._origin = row.input if row.input.is_typing() else None
        kept = len(self._aside)
        self._sparing.touch(spec.id, index)
        edit = answer(session.report, session.pack, spec, index, text, self._aside)
        session.apply(edit, f"Change {_quoted(spec.title)}", origin=row.input, merge=merge)
        self._origin = None
        if len(self._aside) > kept:
            self._bridge.messages.say(
                f"What was written under {_quoted(spec.title)} is kept until the report is closed: Yes brings it back."
            )

    def _answer_again(self, row: FieldRow, spec: FieldSpec, text: str) -> None:
        row.focus()
        self._answer(row, spec, None, text)
        row.show_value(self._bridge.session.report.field(spec.id))
        self._order_tabs()

    def _put_right(self, problem: Problem) -> None:
        put_right(problem, self._bridge)

    def _leave(self, row: FieldRow | None) -> None:
        self._bridge.session.close_step()
        if row is not None:
            after_click(row, lambda: self._settle(row))

    def _settle(self, row: FieldRow) -> None:
        with held_still(self):
            row.settle()

    # What happens elsewhere -----------------------------------------------------------------------------------

    def _on_changed(self, event: ReportChanged) -> None:
        if "pack" in event.changes.others:
            self._build()
        elif event.changes.fields or event.changes.repeats:
            self._refresh(event.changes)

    def _refresh(self, differing: Changes | None = None) -> None:
        """Show the report as it is: the fields that differ, or all of them."""
        with held_still(self):
            self._show_report(differing)

    def _show_report(self, differing: Changes | None) -> None:
        session = self._bridge.session
        report, pack = session.report, session.pack
        before = self._counts()
        for cards in self._cards.values():
            count = len(report.repeats.get(cards.spec.id, ()))
            cards.set_count(count)
            self._sparing.forget_rows(cards.spec.id, count)
        afresh = differing is None or self._counts() != before
        # The lists in force at the first meeting are offered.
        day = next(iter(meeting_days(report, pack)), None)
        for row, index in self._questions():
            if afresh or day != self._day:
                row.offer(options(row.spec, pack, day))
            if (afresh or concerns(differing, row.spec.id)) and row.input is not self._origin:
                row.show_value(report.field(row.spec.id, index))
        self._show_asked()
        show_deadline(self._questions(), report, pack, self._today())
        if not session.read_only:
            show_earlier(self._questions(), report)
        self._day = day
        if afresh:
            self._order_tabs()

    def _show_asked(self) -> None:
        show_asked(self._questions(), self._bridge.session.report, self._pack, self._gone_to)

    def _counts(self) -> list[int]:
        return [len(cards.cards) for cards in self._cards.values()]

    def _on_problems(self, _: object) -> None:
        if not self._due:
            self._due = True
            after_click(self, self._show_problems)

    def _show_problems(self) -> None:
        self._due = False
        with held_still(self):
            self._say_problems()

    def _say_problems(self) -> None:
        session = self._bridge.session
        self._sparing.look(session.problems, session.pack)
        about: dict[tuple[str, int | None], list[Problem]] = {}
        for problem in session.problems:
            place = problem.place
            if place is not None and place.field and problem.rule not in _TOLD:
                about.setdefault((place.field, place.row), []).append(problem)
        for row, index in self._questions():
            found = about.get((row.spec.id, index), [])
            if index == 0:
                # Said of the field as such, without a row: it is shown on the first card.
                found = [*found, *about.get((row.spec.id, None), [])]
            here = (row.spec.id, index)
            row.show_problems([each for each in found if not self._sparing.spares(each, here, row.text)])
        for cards in self._cards.values():
            cards.messages.show_problems(about.get((cards.spec.id, None), []))
        self._show_asked()
        self._order_tabs()

    def _questions(self) -> Iterator[tuple[FieldRow, int | None]]:
        for row in self._singles.values():
            yield row, None
        for cards in self._cards.values():
            for index, card in enumerate(cards.cards):
                for row in card.rows:
                    yield row, index

    def _order_tabs(self) -> None:
        self._tabs.put(self._pack, self._singles, self._cards, self.details_button)

    @property
    def _pack(self) -> Pack:
        return self._bridge.session.pack


def _quoted(title: str) -> str:
    return f"“{title.rstrip(':?')}”"
