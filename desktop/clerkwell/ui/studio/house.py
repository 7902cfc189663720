"""How the council writes: words, abbreviations, dates, sums and sentences; a page of the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.model import Paragraph, Report, Section, Text
from clerkwell.model.days import full, in_form
from clerkwell.packs import Pack
from clerkwell.packs.manifest import Language, Rules
from clerkwell.session.trial import trial_report
from clerkwell.ui.editors.fields.messages import FieldMessages
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import words
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.beside import Beside
from clerkwell.ui.studio.boxes import NamesRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.example import ExampleCheck
from clerkwell.ui.studio.forms import ChoiceRow, Form, NumberRow
from clerkwell.ui.studio.page import StudioPage
from clerkwell.workshop.draft.part import reads, writes

_LEAD = (
    "The council’s own words and forms. What is left open here may be written as the author likes, as long as a report "
    "does not write it in two ways."
)
_OPEN = "as the author likes"
_SENTENCES = (
    "The board met on 7th Feb 2022 at 17:30 and agreed £1.5m, which is 5 percent more than before. "
    "The scheme serves 12000 homes."
)
_DAY = date(2022, 2, 7)
# The checks that go by what is asked here.
_TOLD = frozenset(
    {"house-date", "house-time", "house-money", "house-per-cent", "house-number", "sentence-long", "misspelt"}
)


class HousePage(StudioPage):
    """Asks for the forms, and shows what an author is told who writes everything in another."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "How the council writes", _LEAD)
        self.form = Form()
        self._forms()
        self.example = ExampleCheck(bridge, self, _with_sentences)
        self.example.checked.connect(self._show)
        self.header, self.written = words(), words()
        self.found = words(muted=True)
        self.messages = FieldMessages(self)
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for each in (words("In the council’s form:", muted=True), self.header, self.written, self.found, self.messages):
            column.addWidget(each)
        self.column.addWidget(Beside(self.form, seen))
        self.column.addStretch(1)

    def show_pack(self) -> None:
        """Show the forms as they are now."""
        self.form.show_pack()
        manifest = self.bridge.pack.manifest
        self.header.setText(_in_header(manifest.rules.date_form))
        self.written.setText(_written(manifest.language))
        self.example.show_pack()
        self._show()

    def leave(self) -> None:
        """Take in what is being typed."""
        self.form.leave()

    def _forms(self) -> None:
        bridge, form = self.bridge, self.form

        def choice(label: str, name: str, why: str = "") -> ChoiceRow:
            given = [each for each in get_args(Language.model_fields[name].annotation) if each]
            options = (("", _OPEN), *((each, each) for each in given))
            return ChoiceRow(bridge, Asked(label, why, reads("language", name), writes("language", name)), options)

        def names(label: str, name: str, why: str) -> NamesRow:
            return NamesRow(bridge, Asked(label, why, reads("language", name), writes("language", name)))

        def sentences(label: str, name: str, why: str, none: str) -> NumberRow:
            asked: Asked[int] = Asked(label, why, reads("language", name), writes("language", name))
            return NumberRow(bridge, asked, 0, 200, "words", none)

        form.heading("Dates, times and figures")
        form.add(
            ChoiceRow(
                bridge,
                Asked(
                    "Dates in the header",
                    "A date that is picked is written so, and one that is typed in another form.",
                    reads("rules", "date_form"),
                    writes("rules", "date_form"),
                ),
                _headers(),
            ),
            choice("Dates in the text", "dates"),
            choice("Times", "times"),
            choice("Millions of pounds", "money"),
            choice("Percentages", "per_cent"),
            choice("Thousands", "numbers"),
        )
        form.heading("Words")
        form.add(
            names(
                "Words that are spelt right",
                "words",
                "Names of places, systems and schemes that no dictionary has; a line each.",
            ),
            names(
                "Abbreviations that need no explanation",
                "acronyms",
                "A line each, such as NHS. Others have to be written out where they come first.",
            ),
        )
        form.heading("Sentences")
        form.add(
            sentences("A sentence is long from", "sentence_note", "Longer ones are counted in a note.", "not counted"),
            sentences("A sentence is too long from", "sentence_most", "Longer ones are named, each.", "none named"),
        )

    def _show(self) -> None:
        found = self.example.problems
        self.found.setVisible(found is not None)
        told = [
            each.model_copy(update={"fix": None, "place": None})
            for each in found or ()
            if each.rule in _TOLD and each.quote and each.quote in _SENTENCES
        ]
        lead = f"An author who writes “{_SENTENCES}” is told:"
        self.found.setText(lead if told else f"{lead} nothing.")
        self.messages.show_problems(told)


def _headers() -> Sequence[tuple[str, str]]:
    """The forms of dates in the header, each with what it looks like."""
    forms = get_args(Rules.model_fields["date_form"].annotation)
    return [(form, in_form(_DAY, form) if form else _OPEN) for form in forms]


def _in_header(form: str) -> str:
    """What becomes of a date that an author types in the header."""
    if not form:
        return f"A date in the header stays as it is typed; one from the calendar is “{full(_DAY)}”."
    return f"A date in the header that is typed “7.2.22” becomes “{in_form(_DAY, form)}”."


def _written(language: Language) -> str:
    """A sentence in the forms that the council has chosen; in the usual ones where it has not."""
    day, time = language.dates or "7 February 2022", language.times or "5.30pm"
    money, share = language.money or "£1.5 million", language.per_cent or "5%"
    return (
        f"The board met on {day} at {time} and agreed {money}, which is {share} more than before. The scheme serves "
        f"{language.numbers or '12,000'} homes."
    )


def _with_sentences(pack: Pack) -> Report | None:
    """A report with nothing but sentences that write everything otherwise; None where the pack has no section."""
    section = next((spec for spec in pack.manifest.section if spec.kind == "text"), None)
    if section is None:
        return None
    paragraph = Paragraph(runs=(Text(text=_SENTENCES),))
    changed: dict[str, Any] = {"sections": (Section(id=section.id, blocks=(paragraph,)),), "appendices": ()}
    return trial_report(pack).model_copy(update=changed)
