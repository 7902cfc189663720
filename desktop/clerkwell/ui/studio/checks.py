"""The checks of a pack, one by one: off, or graded otherwise than Clerkwell does; a page of the workshop."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkwell.model import Problem
from clerkwell.rules import Rule
from clerkwell.ui.editors.fields.messages import FieldMessages
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, title, words
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.beside import Beside
from clerkwell.ui.studio.boxes import NamesRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.example import ExampleCheck, counted
from clerkwell.ui.studio.forms import ChoiceRow, Form
from clerkwell.ui.studio.page import StudioPage
from clerkwell.workshop.draft.checks import GRADES, by_kind, grade_of, own_grade, why_fixed, with_grade
from clerkwell.workshop.draft.part import reads, writes

_LEAD = (
    "Each can be switched off, or count for more or less than Clerkwell gives it. An error keeps a report from being "
    "exported until it is put right or accepted; a warning can be set aside with a reason; a note only tells."
)
_EVERY, _OWN, _OFF, _FOUND = "every check", "those changed here", "those that are off", "those the example report gets"
_PICTURES = {"error": "error", "warning": "warning", "info": "info", "off": "close"}
_LINES = 14
# So many findings in the example are shown.
_SHOWN = 6


class ChecksPage(StudioPage):
    """Lists the checks by kind; the marked one is graded beside the list, with what it finds in the example report."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "Checks", _LEAD)
        self._kinds = by_kind()
        self._rules = {rule.id: rule for rules in self._kinds.values() for rule in rules}
        self.rule = next(iter(self._rules.values()))
        self.example = ExampleCheck(bridge, self)
        self.example.checked.connect(self._show)
        self.summary = words()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Find a check")
        self.search.textChanged.connect(lambda _: self._list())
        self.which = ComboBox()
        self.which.setAccessibleName("Show")
        self.which.addItems([_EVERY, _OWN, _OFF, _FOUND])
        self.which.activated.connect(lambda _: self._list())
        self.list = ChoiceList("Checks", marked_first=True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.list.currentRowChanged.connect(lambda _: self._mark(self.list.marked()))
        self.said = words(muted=True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(FoldingRow(_label("&Find", self.search), self.search, _label("&Show", self.which), self.which))
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        self.name, self.why, self.source, self.fixed = title("", 1.05), words(), words(muted=True), words()
        self.grade = ChoiceRow(
            bridge,
            Asked(
                "In this template it is",
                "",
                lambda pack: own_grade(self.rule.id)(pack),
                lambda pack, grade: with_grade(self.rule.id, grade)(pack),
                step="Change a check",
            ),
            (),
        )
        self.found = words(muted=True)
        self.messages = FieldMessages(self)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for each in (self.name, self.why, self.source, self.fixed, self.grade, self.found, self.messages):
            column.addWidget(each)
        self.prompts = NamesRow(
            bridge,
            Asked(
                "Words of the template that must not be left",
                "A line each: what stands in the Word document to be written over, such as “[Title of report]”. A "
                "report that still has them cannot be exported as final.",
                reads("rules", "prompts"),
                writes("rules", "prompts"),
            ),
        )
        more = Form()
        more.add(self.prompts)
        self.column.addWidget(self.summary)
        self.column.addWidget(Beside(left, right, "The marked check", more=more))
        self.column.addStretch(1)
        self._listed: tuple[str, ...] = ()
        self.setFocusProxy(self.search)

    def show_pack(self) -> None:
        """Show how the checks are graded now, and have the example checked."""
        self.example.show_pack()
        self.prompts.show_pack()
        self._list()
        self._show()

    def leave(self) -> None:
        """Take in what is being typed."""
        self.grade.leave()
        self.prompts.leave()

    def _show(self) -> None:
        """Show what is told of the example now, and of the marked check."""
        found = self.example.problems
        if self.example.fault:
            self.summary.setText(self.example.fault)
        elif found is None:
            self.summary.setText("The example report is being checked…")
        else:
            self.summary.setText(f"The example report gets {counted(found)} as it stands.")
        for rule_id in self._listed:
            self.list.change_item(self._item(self._rules[rule_id], ""))
        self._show_rule()

    def _list(self) -> None:
        """List what is asked for; what was marked stays so."""
        asked, pack = self.search.text().casefold().split(), self.bridge.pack
        items = []
        for kind, rules in self._kinds.items():
            for rule in rules:
                text = f"{rule.title} {rule.why} {rule.source} {kind}".casefold()
                wanted = {
                    _EVERY: True,
                    _OWN: rule.id in pack.manifest.rules.grades,
                    _OFF: grade_of(rule, pack) == "off",
                    _FOUND: bool(self._of(rule)),
                }[self.which.currentText()]
                if wanted and all(word in text for word in asked):
                    items.append(self._item(rule, kind))
        listed = tuple(each.id for each in items)
        if listed == self._listed and listed:
            for each in items:
                self.list.change_item(each)
            return
        self._listed = listed
        marked = self.rule.id
        self.list.show_items(tuple(items))
        self.list.mark(marked)
        said = f"{len(items)} of {len(self._rules)} checks" if items else "No check is so."
        if said != self.said.text():
            self.said.setText(said)
            announce(self.search, said)

    def _item(self, rule: Rule, kind: str) -> Item:
        pack, here = self.bridge.pack, len(self._of(rule))
        grade = grade_of(rule, pack)
        told = [GRADES[grade]]
        if grade != rule.severity and not why_fixed(rule, pack):
            told.append(f"changed here from {GRADES[rule.severity].casefold()}")
        if why_fixed(rule, pack):
            told.append("cannot be changed")
        if here:
            told.append(f"{here} in the example report")
        return Item(rule.id, rule.title, " · ".join(told), kind, _PICTURES[grade])

    def _of(self, rule: Rule) -> tuple[Problem, ...]:
        return tuple(each for each in self.example.problems or () if each.rule == rule.id)

    def _mark(self, rule_id: str) -> None:
        if rule_id and rule_id != self.rule.id:
            self.grade.leave()
            self.rule = self._rules[rule_id]
            self._show_rule()

    def _show_rule(self) -> None:
        rule, pack = self.rule, self.bridge.pack
        self.name.setText(rule.title)
        self.why.setText(rule.why)
        self.source.setText(f"Where it comes from: {rule.source}" if rule.source else "")
        fixed = why_fixed(rule, pack)
        told = f"{GRADES[grade_of(rule, pack)]}. {fixed}" if fixed else self._ruled(rule)
        self.fixed.setText(told)
        self.fixed.setVisible(bool(told))
        self.grade.setVisible(not fixed)
        self.grade.offer(
            (
                ("", f"as Clerkwell does: {GRADES[rule.severity].casefold()}"),
                *((grade, called.casefold()) for grade, called in GRADES.items()),
            )
        )
        self.grade.show_pack()
        here = self._of(rule)
        more = f" The first {_SHOWN}:" if len(here) > _SHOWN else ""
        times = "once" if len(here) == 1 else f"{len(here)} times"
        self.found.setText(f"In the example report: {times}.{more}" if here else "In the example report: not at all.")
        self.found.setVisible(self.example.problems is not None)
        self.messages.show_problems([each.model_copy(update={"fix": None}) for each in here[:_SHOWN]])

    def _ruled(self, rule: Rule) -> str:
        """That IT has graded the check on this computer; the template may be for others, and is graded all the same."""
        settings = self.bridge.services.settings()
        level = settings.check_levels.get(rule.id)
        if level is None:
            return ""
        grade = "is off" if level == "off" else f"counts as {GRADES[level].casefold()}"
        return f"On this computer it {grade}, whatever a template says{settings.because('check_levels')}."


def _label(text: str, buddy: QWidget) -> QLabel:
    made = QLabel(text)
    made.setBuddy(buddy)
    return made
