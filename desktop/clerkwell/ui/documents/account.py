"""What came in: what it was recognised as, what has no place yet, what was left out. Nothing is taken on trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, fit, framed, words

if TYPE_CHECKING:
    from clerkwell.intake import Imported
    from clerkwell.session.again.starting import StartedAgain

_KINDS = {
    "tray": ("Not placed yet: kept in the tray", "tray"),
    "lacking": ("The document lacked", "warning"),
    "noted": ("Changed or left out on the way in", "info"),
}


@dataclass(frozen=True)
class Account:
    """What there is to know of a report that was made of something else; `all_well` is said where that is nothing."""

    window: str
    title: str
    intro: str
    items: tuple[Item, ...]
    all_well: str = ""

    @property
    def plain(self) -> str:
        """All of it as plain words, to copy."""
        told = [self.title, self.intro]
        group = ""
        for item in self.items:
            if item.group != group:
                group = item.group
                told += ["", group]
            told.append(f"- {item.title}" + (f" ({item.detail})" if item.detail else ""))
        return "\n".join(told)


def account_of_import(imported: Imported, name: str) -> Account:
    """What came in with a document or text of this name."""
    about = imported.pack.manifest.pack
    ordered = sorted(imported.findings, key=lambda each: list(_KINDS).index(each.kind))
    items = tuple(Item(str(at), each.text, each.where, *_KINDS[each.kind]) for at, each in enumerate(ordered))
    count = len(imported.report.tray)
    tray = "Everything found its place." if not count else f"{_things(count)} in the tray, under “Not placed yet”."
    notes = len(imported.report.notes)
    kept = (
        "" if not notes else " 1 comment is kept as a note." if notes == 1 else f" {notes} comments are kept as notes."
    )
    return Account(
        "What the import found",
        f"{name} is a report in “{about.title}”",
        f"{about.council}. All its words are in the report, in the tray or in this list. {tray}{kept}",
        items,
        f"Brought in as “{about.title}”. Everything found its place.{kept}",
    )


def account_of_again(again: StartedAgain, name: str) -> Account:
    """What has to be looked at in a report that was started from an earlier one of this name."""
    where = Whereabouts(again.report, again.pack)
    asked = [
        Item(
            f"asked-{at}",
            each.title,
            f"It was “{' '.join(each.was.split())}”. {each.why}",
            "To answer again",
            "state-not-started",
        )
        for at, each in enumerate(again.reopened)
    ]
    stale = [
        Item(f"stale-{at}", f"“{each.quote}”", f"{where.words(each.place)}. {each.why}", "To look at again", "warning")
        for at, each in enumerate(again.stale)
    ]
    said = [Item(f"said-{at}", each, "", "Also", "info") for at, each in enumerate(again.said)]
    about = again.pack.manifest.pack
    return Account(
        "What to look at again",
        f"A new report from {name}",
        f"In “{about.title}”. The words to look at again are among the problems until they are changed or set aside.",
        (*asked, *stale, *said),
        f"A new report from {name}, in “{about.title}”.",
    )


class AccountDialog(QDialog):
    """Shows an account. It can be read again later, and copied."""

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self.list = ChoiceList(account.window)
        self.list.show_items(account.items)
        em = self.fontMetrics()
        self.list.setMinimumHeight(em.lineSpacing() * 4)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(button("&Copy this list", self._copy))
        foot.addStretch(1)
        close = button("Close", self.reject)
        foot.addWidget(close)
        column = framed(self, account.title, account.intro, account.window)
        column.addWidget(self.list, 1)
        self.list.setVisible(bool(account.items))
        column.addWidget(
            words("Until the report is closed, “What the import found” in the File menu shows this again.", muted=True)
        )
        column.addLayout(foot)
        fit(self, 96, 28 if account.items else 0)
        (self.list if account.items else close).setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._account.plain)
        announce(self.list, "Copied.")


def _line(text: str) -> str:
    return " ".join(text.split())


def _things(count: int) -> str:
    return "1 thing is" if count == 1 else f"{count} things are"


def show_account(account: Account, parent: QWidget) -> None:
    """Put the dialog and wait."""
    dialog = AccountDialog(account, parent)
    dialog.exec()
    dialog.deleteLater()
