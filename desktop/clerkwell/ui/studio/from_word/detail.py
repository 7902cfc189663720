"""One guess in full: why it was made, the words round it, and what else it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.packs.manifest import FieldKind
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import title, words
from clerkwell.ui.studio.from_word.guesses import called
from clerkwell.ui.studio.from_word.needing import Needing
from clerkwell.workshop.making import Guess, Proposal, What, changed
from clerkwell.workshop.making.choosing import fields_to_choose, is_free, sections_to_choose, tie
from clerkwell.workshop.making.proposal import Head
from clerkwell.workshop.making.specs import is_advice, list_note

KINDS: Final[Mapping[FieldKind, str]] = {
    "text": "Words",
    "lines": "Words on several lines",
    "date": "A date",
    "yes-no": "Yes or No",
    "choice": "One of a list",
    "choices": "Several of a list",
    "money": "A sum of money",
    "telephone": "A telephone number",
    "email": "An email address",
    "status": "Public, exempt or confidential",
}
HEADINGS: Final[Mapping[What, str]] = {
    "section": "A section that authors write in",
    "group": "A heading over the sections that follow",
    "inside": "A heading inside the text of the section above",
    "stays": "Fixed words, in every report",
}
_OWN: Final = "The council’s own"
_MOST: Final = 400


class GuessDetail(QWidget):
    """Shows one guess of a proposal; `edit` is told what the proposal becomes when somebody changes it."""

    def __init__(self, packs: Sequence[Pack], edit: Callable[[Proposal], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs = packs
        self._edit = edit
        self._proposal: Proposal | None = None
        self._number = -1
        self._filling = False
        self._fields, self._sections = fields_to_choose(packs), sections_to_choose(packs)
        self.heading = title("", 1.15)
        self.why = words()
        self.where = words(muted=True)
        self.found = words(muted=True)
        self.name = QLineEdit()
        self.meant, self.kind, self.what, self.style_list = ComboBox(), ComboBox(), ComboBox(), ComboBox()
        for value, said in KINDS.items():
            self.kind.addItem(said, value)
        for what, said in HEADINGS.items():
            self.what.addItem(said, what)
        self.needing = Needing(packs, edit)
        self.controls = holder = QWidget()
        self._form = QFormLayout(holder)
        self._form.setContentsMargins(0, GAP, 0, 0)
        self._form.setSpacing(GAP)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, control in (
            ("What &it is", self.what),
            ("What goes &here", self.meant),
            ("What it is &called", self.name),
            ("What &kind of answer", self.kind),
            ("The &style", self.style_list),
        ):
            control.setMinimumContentsLength(8) if isinstance(control, ComboBox) else None
            control.setAccessibleName(label.replace("&", ""))
            self._form.addRow(label, control)
        self._form.addRow(self.needing)
        self.note = words(muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        column.setSpacing(GAP)
        for widget in (self.heading, self.why, self.where, self.found, self.note, holder):
            column.addWidget(widget)
        column.addStretch(1)
        self.name.editingFinished.connect(self.take)
        self.meant.activated.connect(lambda _: self._tied())
        self.kind.activated.connect(lambda _: self._kind_chosen())
        self.what.activated.connect(lambda _: self._what_chosen())
        self.style_list.activated.connect(lambda _: self._style_chosen())

    def show_guess(self, proposal: Proposal, number: int) -> None:
        """Show a guess as it is now."""
        self._proposal, self._number, self._filling = proposal, number, True
        guess = proposal.guess(number)
        self.heading.setText(called(guess))
        self.why.setText(guess.reason if guess.reason.endswith((".", "”.")) else f"{guess.reason}.")
        where = guess.at.words if guess.at.near else ""
        self.where.setText(f"In the document: {where}" if where else "")
        self.found.setText(_stood(guess, proposal))
        is_head = guess.what in HEADINGS and guess.part == "sections"
        is_field = guess.what == "field"
        own = guess.what == "section" or (is_field and guess.inside is None)
        for control, shown in (
            (self.what, is_head),
            (self.meant, own),
            (self.name, is_field or guess.what == "rows"),
            (self.kind, is_field),
            (self.style_list, guess.what == "style"),
        ):
            self._form.setRowVisible(control, shown)
        self._form.setRowVisible(self.needing, is_field or guess.what in ("section", "rows"))
        self.needing.show_guess(proposal, guess)
        self.name.setText(guess.title)
        self.kind.setCurrentIndex(self.kind.findData(guess.kind))
        self.what.setCurrentIndex(self.what.findData(guess.what))
        if own:
            self._offer(guess, proposal)
        if guess.what == "style":
            self._offer_styles(guess)
        self.controls.setEnabled(guess.taken)
        self.note.setText(_note(guess) or list_note(guess, proposal, self._packs))
        for line in (self.where, self.found, self.note):
            line.setVisible(bool(line.text()))
        self._filling = False

    def _offer(self, guess: Guess, proposal: Proposal) -> None:
        """Offer what is known: fields, or sections that no other heading begins."""
        self.meant.clear()
        self.meant.addItem(_OWN, "")
        options = self._fields if guess.what == "field" else self._sections
        for name, said in options:
            if guess.what == "field" or is_free(proposal, guess, name):
                self.meant.addItem(said, name)
        at = self.meant.findData(guess.id)
        self.meant.setCurrentIndex(max(at, 0))

    def _offer_styles(self, guess: Guess) -> None:
        self.style_list.clear()
        new = guess.where is not None
        if new and guess.words:
            self.style_list.addItem(f"{guess.words} (added)", guess.words)
        for name in guess.choices:
            self.style_list.addItem(name, name)
        self.style_list.setCurrentIndex(self.style_list.findData(guess.labels[0] if guess.labels else ""))

    def take(self) -> None:
        """Take the name as far as it is typed."""
        said = " ".join(self.name.text().split())
        if self._proposal is not None and not self._filling and said:
            guess = self._proposal.guess(self._number)
            if said != guess.title:
                self._edit(changed(self._proposal, self._number, title=said))

    def _tied(self) -> None:
        if self._proposal is not None:
            self._edit(tie(self._proposal, self._number, str(self.meant.currentData() or ""), self._packs))

    def _kind_chosen(self) -> None:
        if self._proposal is not None:
            self._edit(changed(self._proposal, self._number, kind=self.kind.currentData()))

    def _what_chosen(self) -> None:
        if self._proposal is not None:
            self._edit(changed(self._proposal, self._number, what=self.what.currentData(), taken=True))

    def _style_chosen(self) -> None:
        if self._proposal is not None:
            self._edit(changed(self._proposal, self._number, style=str(self.style_list.currentData() or "")))


def _stood(guess: Guess, proposal: Proposal) -> str:
    """What stood there, and where it goes."""
    said = " ".join(guess.found.split())
    said = said if len(said) <= _MOST else f"{said[:_MOST].rstrip()}…"
    if not said or not guess.taken or guess.what not in ("field", "section"):
        return ""
    if proposal.report and not guess.prompt:
        return f"What stands there goes to the example report: “{said}”"
    if is_advice(guess, proposal):
        return f"What stands there becomes the advice to authors: “{said}”"
    return f"What stands there goes: “{said}”"


def _note(guess: Guess) -> str:
    """What it means to leave the guess."""
    match guess.what:
        case "field" if not guess.taken:
            return "Left: these words stay as they are, in every report."
        case "rows" if not guess.taken:
            return "Left: what stands in it is asked for once."
        case "section" | "group" if not guess.taken:
            return "Left: the heading and what is under it belong to the section above."
        case "stays" if guess.part == "stays" and not guess.taken:
            return "Left: these words go, and no report has them."
        case "numbers" if not guess.taken:
            return "Left: no paragraph has a number, unless an author types it. The headings keep theirs."
        case "stem" if not guess.taken:
            return "Left: these words go, and authors write them above the recommendations."
        case "section" if isinstance(guess.where, Head) and guess.where.row:
            return "Its name stays in the row; what stands in the cell beside it goes, for authors to write."
        case "section":
            return "Its heading stays; what stands under it goes, for authors to write."
        case _:
            return ""
