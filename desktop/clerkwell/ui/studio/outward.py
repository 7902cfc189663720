"""Deadlines, names of files, what the public reads, and the document's properties: a page of the workshop."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerkwell.model import FieldValue, Report
from clerkwell.model.days import full
from clerkwell.packs import Pack, parse_date
from clerkwell.session.pack_examples import (
    Named,
    deadline_examples,
    example_meeting,
    file_examples,
    property_examples,
    withheld_examples,
)
from clerkwell.session.trial import TrialError, trial_report
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.studio.asking import DATES, Asked
from clerkwell.ui.studio.beside import Beside
from clerkwell.ui.studio.boxes import DatesRow, NamesRow, ParagraphRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import Form, LineRow, NumberRow, TickRow
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.seen import SeenLines
from clerkwell.workshop.draft.part import reads, with_part, writes
from clerkwell.workshop.draft.patterns import as_kept, as_read, unknown

_LEAD = (
    "Until when a report is published, what its files are called, what the public reads where something is withheld, "
    "and what the document says of itself. Beside it stands what that comes to for the example report."
)
_STANDS = "{subject} stands for the report’s subject."
_APPENDIX = "{number} and {title} stand for the appendix’s own, {subject} for the report’s subject."


class OutwardPage(StudioPage):
    """Asks for each, and works every example out anew after each change."""

    def __init__(self, bridge: PackBridge, today: date | None = None) -> None:
        super().__init__(bridge, "Dates and files", _LEAD)
        self._meeting = example_meeting(today or date.today())
        self._read: tuple[bytes | None, Report] | None = None
        self.form = Form()
        for each in (self._deadlines, self._files, self._sets, self._pages, self._properties):
            each()
        self.day = DateInput(DATES, self)
        self.day.describe("A meeting on", "The day of a meeting that the example is worked out for")
        self.day.show_value(FieldValue(text=full(self._meeting)))
        self.day.answered.connect(self._other_day)
        label = QLabel("A &meeting on")
        label.setBuddy(self.day.line)
        self.deadlines, self.files = SeenLines("Deadlines"), SeenLines("Files and folders")
        self.withheld, self.told = (
            SeenLines("Where something is withheld"),
            SeenLines("What the document says of itself"),
        )
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (label, self.day, self.deadlines, self.files, self.withheld, self.told):
            column.addWidget(widget)
        self.column.addWidget(Beside(self.form, seen, "What it comes to"))
        self.column.addStretch(1)

    def show_pack(self) -> None:
        """Show the answers and what they come to now."""
        self.form.show_pack()
        self._show()

    def leave(self) -> None:
        """Take in what is being typed."""
        self.form.leave()

    def _show(self) -> None:
        pack = self.bridge.pack
        self.deadlines.show_lines([Named("", each) for each in deadline_examples(pack, self._meeting)])
        self.withheld.show_lines(withheld_examples(pack))
        try:
            report = self._report(pack)
        except TrialError as error:
            for lines in (self.files, self.told):
                lines.show_lines([Named("", str(error))])
            return
        self.files.show_lines(file_examples(report, pack))
        self.told.show_lines(property_examples(report, pack))

    def _report(self, pack: Pack) -> Report:
        """The example, read once."""
        data = pack.files.get("sample.json")
        if self._read is None or self._read[0] != data:
            self._read = (data, trial_report(pack))
        return self._read[1]

    def _other_day(self, text: str) -> None:
        day = parse_date(text)
        if day is not None:
            self._meeting = day
            self._show()

    def _deadlines(self) -> None:
        bridge, form = self.bridge, self.form
        form.heading("Deadlines")
        form.add(
            NumberRow(
                bridge,
                Asked(
                    "Reports are published before the meeting by",
                    "Clear days: neither the day of publication nor the day of the meeting counts, nor do weekends, "
                    "bank holidays and the days below. The law of England asks for five.",
                    _clear_days,
                    writes("deadlines", "clear_days"),
                ),
                0,
                60,
                "clear days",
                "no such deadline",
            ),
            NumberRow(
                bridge,
                Asked(
                    "Key decisions are announced before the meeting by",
                    "Clear days, closed ones among them. The law of England asks for 28.",
                    reads("deadlines", "notice_days"),
                    writes("deadlines", "notice_days"),
                ),
                0,
                365,
                "clear days",
                "no such notice",
            ),
            DatesRow(
                bridge,
                Asked(
                    "Days on which the council is closed",
                    "Beside weekends and bank holidays: those between Christmas and New Year, say. A line each.",
                    reads("deadlines", "closed"),
                    writes("deadlines", "closed"),
                ),
            ),
            ParagraphRow(
                bridge,
                Asked(
                    "What authors are told of it",
                    "A sentence or two in the blank form; empty for none.",
                    reads("deadlines", "note"),
                    writes("deadlines", "note"),
                ),
                least=2,
            ),
        )

    def _files(self) -> None:
        self.form.heading("Files and folders")
        for label, why, name in (
            ("Name of the document", _STANDS, "document"),
            (
                "Its name where some of it is not public",
                "So that nobody sends one for the other.",
                "non_public_document",
            ),
            ("Name of an appendix", _APPENDIX, "appendix"),
            ("Folder for the public", "It is called so after the report’s subject.", "public"),
            ("Folder for those who may see all", "It is called so after the report’s subject.", "non_public"),
        ):
            asked = Asked(label, why, reads("files", name), writes("files", name), self._file_fault(name))
            self.form.add(LineRow(self.bridge, asked, needed=True))

    def _file_fault(self, name: str) -> Callable[[str], str]:
        other = {"public": "non_public", "non_public": "public"}.get(name, "")

        def fault(text: str) -> str:
            if other and text.casefold() == str(reads("files", other)(self.bridge.pack)).strip().casefold():
                return "Both folders would have this name: give them two."
            wrong = [each for each in re.findall(r"\{(.*?)\}", text) if each not in ("subject", "number", "title")]
            return (
                f"“{{{wrong[0]}}}” stands for nothing. There are {{subject}}, {{number}} and {{title}}."
                if wrong
                else ""
            )

        return fault

    def _sets(self) -> None:
        bridge, form = self.bridge, self.form
        form.heading("Where something is withheld")
        for label, why, name, needed in (
            ("In place of a paragraph", "What the public reads there.", "paragraph", True),
            ("In place of an appendix’s title", "What the public’s list of appendices says.", "appendix", True),
            ("And why", "{paragraphs} becomes “paragraph 3” or “paragraphs 1 and 3”.", "reason", False),
            ("At the head of every page that is not public", "Empty for nothing.", "mark", False),
        ):
            form.add(LineRow(bridge, Asked(label, why, reads("sets", name), writes("sets", name)), needed=needed))
        form.add(
            TickRow(
                bridge,
                Asked(
                    "Titles of withheld appendices are published",
                    "Only the appendix itself is kept back then.",
                    reads("sets", "list_titles"),
                    writes("sets", "list_titles"),
                ),
            )
        )

    def _pages(self) -> None:
        bridge, form = self.bridge, self.form
        form.heading("Length and letters")
        form.add(
            NumberRow(
                bridge,
                Asked(
                    "A report is at most",
                    "Without its appendices. Authors are told when theirs is longer.",
                    lambda pack: pack.manifest.pages.most or 0,
                    lambda pack, most: with_part(pack, "pages", most=most or None),
                ),
                0,
                500,
                "pages",
                "any length",
            ),
            LineRow(
                bridge,
                Asked(
                    "What authors are told of it", "Empty for nothing.", reads("pages", "note"), writes("pages", "note")
                ),
            ),
            NumberRow(
                bridge,
                Asked(
                    "Letters are at least",
                    "Smaller ones in the Word document are told of as a mistake. Twelve points can be read by most.",
                    lambda pack: round(pack.manifest.pages.smallest),
                    lambda pack, points: with_part(pack, "pages", smallest=float(points)),
                ),
                0,
                72,
                "points",
                "any size",
            ),
        )

    def _properties(self) -> None:
        form = self.form
        form.heading("What the document says of itself")
        lead = "A line each; the first that comes to any words holds. {Subject} stands for the answer to that question."
        for label, name in (
            ("Title of the document", "title"),
            ("What it is about", "subject"),
            ("Author", "author"),
            ("Keywords", "keywords"),
        ):
            form.add(NamesRow(self.bridge, self._property(label, name, lead), least=2))
            lead = ""

    def _property(self, label: str, name: str, why: str) -> Asked[tuple[str, ...]]:
        def write(pack: Pack, lines: tuple[str, ...]) -> Pack:
            return with_part(pack, "properties", **{name: tuple(as_kept(each, pack) for each in lines)})

        def fault(lines: tuple[str, ...]) -> str:
            wrong = next((each for line in lines if (each := unknown(line, self.bridge.pack))), "")
            return f"“{{{wrong}}}” is no question of this template: write one as it is called there." if wrong else ""

        return Asked(
            label,
            why,
            lambda pack: _asked_here(reads("properties", name)(pack), pack),
            write,
            fault,
        )


def _clear_days(pack: Pack) -> int:
    """The clear days that hold: another nation's pack has none that it does not give."""
    rule = pack.manifest.deadlines
    given = pack.manifest.pack.nation == "england" or "clear_days" in rule.model_fields_set
    return rule.clear_days if given else 0


def _asked_here(patterns: tuple[str, ...], pack: Pack) -> tuple[str, ...]:
    """The patterns as they are read, without those of other templates' questions: they never come to anything here."""
    read = (as_read(each, pack) for each in patterns)
    return tuple(each for each in read if not unknown(each, pack))
