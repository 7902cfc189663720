"""Every replacement before it is made: where, the words round it, and a tick at each that is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.find.drawing import AFTER, BEFORE, NEW, OLD, ReplacementLines
from clerkwell.ui.find.replacing import Change
from clerkwell.ui.find.search import Found
from clerkwell.ui.kit.changed_words import LEGEND
from clerkwell.ui.kit.style import MARGIN, scaled
from clerkwell.ui.kit.widgets import announce, button, fit, framed, ok_cancel, row

_CHANGE = Qt.ItemDataRole.UserRole
# How much of the text round a find is shown: before it little, so that the find itself is in view.
_BEFORE, _AFTER = 30, 90
_SLOTS = {
    "heading": "heading",
    "caption": "caption",
    "alt": "description of the picture",
    "footnote": "footnote",
    "title": "title",
    "paper": "background paper",
}


class ReplacementsDialog(QDialog):
    """Shows replacements by the part they are in. `wanted` are the ones that are ticked: all of them, to begin with."""

    def __init__(
        self, changes: Sequence[Change], report: Report, pack: Pack, asked: str, parent: QWidget | None = None
    ) -> None:
        """`asked` says in a sentence what is to be replaced by what."""
        super().__init__(parent)
        self._changes = tuple(changes)
        self._ticks: list[QTreeWidgetItem] = []
        self.tree = _Tree()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["Where", "Words"])
        self.tree.setAccessibleName("Replacements")
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(scaled(20))
        self.tree.setItemDelegateForColumn(1, ReplacementLines(self.tree))
        self._fill(report, pack)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.all_button = button("Tick &all", lambda: self._tick(Qt.CheckState.Checked))
        self.none_button = button("Tick &none", lambda: self._tick(Qt.CheckState.Unchecked))
        buttons, self.ok = ok_cancel(self, "Replace")
        self.ok.setDefault(True)
        column = framed(self, "Replacements, one by one", f"{asked} Untick what is to stay as it is. {LEGEND}")
        column.addWidget(self.tree, 1)
        column.addWidget(row(self.all_button, self.none_button, None, buttons))
        self.tree.itemChanged.connect(lambda *_: self._count())
        self._count()
        fit(self, 120, 30)
        self.tree.setColumnWidth(0, min(self.tree.sizeHintForColumn(0) + MARGIN, self.width() * 2 // 5))
        self.tree.setFocus()

    @property
    def wanted(self) -> list[Change]:
        """What is ticked, in the order of the report."""
        return [self._changes[at] for at, item in enumerate(self._ticks) if _ticked(item)]

    def _fill(self, report: Report, pack: Pack) -> None:
        where = Whereabouts(report, pack)
        groups: dict[str, QTreeWidgetItem] = {}
        for at, (found, put_in) in enumerate(self._changes):
            title = _part(found, report, where)
            group = groups.get(title)
            if group is None:
                group = groups[title] = QTreeWidgetItem([title])
                group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
                self.tree.addTopLevelItem(group)
                group.setFirstColumnSpanned(True)
            item = QTreeWidgetItem([_within(found, where, title)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setData(0, _CHANGE, at)
            before, after = _round(found)
            for role, text in ((BEFORE, before), (OLD, found.words), (NEW, put_in), (AFTER, after)):
                item.setData(1, role, " ".join(text.split()) if role in (OLD, NEW) else text)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, _spoken(found, put_in, item.text(0)))
            group.addChild(item)
            self._ticks.append(item)
        for title, group in groups.items():
            count = group.childCount()
            group.setText(0, f"{title} ({count})")
            group.setExpanded(True)
        if self._ticks:
            self.tree.setCurrentItem(self._ticks[0])

    def _tick(self, state: Qt.CheckState) -> None:
        self.tree.blockSignals(True)
        for item in self._ticks:
            item.setCheckState(0, state)
        self.tree.blockSignals(False)
        self.tree.viewport().update()
        self._count()

    def _count(self) -> None:
        ticked, total = sum(map(_ticked, self._ticks)), len(self._ticks)
        text = f"&Replace {ticked} of {total}" if ticked else "&Replace none"
        if text != self.ok.text():
            self.ok.setText(text)
            announce(self.tree, f"{ticked} of {total} ticked")
        self.ok.setEnabled(ticked > 0)


class _Tree(QTreeWidget):
    """Ticks with Space whichever column is marked; Return is the dialog's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and unticks."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None and not event.modifiers():
            item.setCheckState(0, Qt.CheckState.Unchecked if _ticked(item) else Qt.CheckState.Checked)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def _ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def _part(found: Found, report: Report, where: Whereabouts) -> str:
    place = found.spot.place
    if place.section:
        return where.part(place)
    if place.appendix:
        appendix = report.appendix(place.appendix)
        return f"Appendix {appendix.number}" if appendix and appendix.number else "Appendices"
    return "Report author" if place.field.startswith("authors.") else "Report details"


def _within(found: Found, where: Whereabouts, title: str) -> str:
    told = where.words(found.place).removeprefix(title).lstrip(", ")
    slot = _SLOTS.get(found.spot.slot, "")
    within = ", ".join(filter(None, (told, slot))) or "text"
    return within[:1].upper() + within[1:]


def _round(found: Found) -> tuple[str, str]:
    before = found.text[max(0, found.start - _BEFORE) : found.start]
    after = found.text[found.end : found.end + _AFTER]
    cut = found.start > _BEFORE
    if cut:
        # From where a word begins, if one does.
        before = before.partition(" ")[2] or before
    return ("…" if cut else "") + _one_line(before), _one_line(after) + (
        "…" if found.end + _AFTER < len(found.text) else ""
    )


def _one_line(text: str) -> str:
    """Its words in one line; a space at either end stays, because words stand beyond it."""
    inner = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * (text[-1:].isspace() and bool(inner))}"


def _spoken(found: Found, put_in: str, within: str) -> str:
    before, after = _round(found)
    what = f"“{found.words}” becomes “{put_in}”" if put_in else f"“{found.words}” goes"
    return f"{within}: {what} in: {before}{found.words}{after}"
