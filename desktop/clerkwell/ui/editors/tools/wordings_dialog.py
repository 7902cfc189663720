"""The list of wordings with a look at the marked one, and the question what one is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QTextBrowser, QWidget

from clerkwell.session.own_inserts import AuthorsInserts
from clerkwell.system import FileError
from clerkwell.ui.editors.richtext.clipboard import to_html
from clerkwell.ui.editors.richtext.formats import run_words
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.kit.search_list import SearchDialog
from clerkwell.ui.kit.widgets import announce, button, fit, framed, ok_cancel, words

if TYPE_CHECKING:
    from clerkwell.ui.editors.tools.wordings import Offered

Offers = Callable[[], "tuple[Offered, ...]"]
_SHOWN = 90
_WIDE = 64


class WordingsDialog(SearchDialog):
    """Every wording there is; the author's own can be renamed and taken out."""

    def __init__(self, offers: Offers, inserts: AuthorsInserts, parent: QWidget | None = None) -> None:
        self._offers, self._inserts = offers, inserts
        self._every = offers()
        super().__init__(
            "Standard wordings",
            "&Insert",
            _items(self._every),
            "The council’s template has no wordings to insert. To make one of your own, select words in a section and "
            "choose “Keep as a wording of mine” (Ctrl+Alt+W).",
            parent,
        )
        self.line.setPlaceholderText("Words of the wording")
        self.look = QTextBrowser(self)
        self.look.setAccessibleName("The whole wording")
        self.look.setOpenLinks(False)
        self.look.setTabChangesFocus(True)
        self.look.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        self.beside.addWidget(self.look)
        self.setTabOrder(self.list, self.look)
        self.rename_button = button("&Rename…", self._rename)
        self.remove_button = button("Ta&ke out", self._remove)
        self.add_button(self.rename_button)
        self.add_button(self.remove_button)
        self._show_own_buttons()
        self.said.setVisible(not self._every)
        self.watch(self._show)
        self.fit_to(84, 34)

    @property
    def chosen(self) -> Offered | None:
        """The wording that was chosen."""
        return self._every[int(self.picked)] if self.picked else None

    def _show_own_buttons(self) -> None:
        for each in (self.look, self.rename_button, self.remove_button):
            each.setVisible(bool(self._every))

    def _marked(self, marked: str) -> Offered | None:
        return self._every[int(marked)] if marked else None

    def _show(self, marked: str) -> None:
        each = self._marked(marked)
        self.look.setHtml(to_html(each.blocks, lambda run: run_words(run, lambda _: "…")) if each else "")
        for made in (self.rename_button, self.remove_button):
            made.setEnabled(each is not None and each.own)

    def _rename(self) -> None:
        each = self._marked(self.list.marked())
        if each is None:
            return
        name = ask_name(self._inserts, each.title, False, self)
        if name and name != each.title:
            self._change(lambda: self._inserts.rename(each.title, name), f"It is called “{name}” now.")

    def _remove(self) -> None:
        each = self._marked(self.list.marked())
        if each is not None:
            self._change(lambda: self._inserts.remove(each.title), f"“{each.title}” is taken out of your wordings.")

    def _change(self, change: Callable[[], None], said: str) -> None:
        try:
            change()
        except FileError as error:
            said = f"That could not be kept. {error}"
        self._every = self._offers()
        self.offer(_items(self._every))
        self._show_own_buttons()
        self.said.setText(said)
        self.said.show()
        announce(self.line, said)


def _items(every: tuple[Offered, ...]) -> list[Item]:
    return [Item(str(at), each.title, _short(each.words), each.group) for at, each in enumerate(every)]


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"


def ask_wording(offers: Offers, inserts: AuthorsInserts, parent: QWidget) -> Offered | None:
    """Put the list and wait."""
    dialog = WordingsDialog(offers, inserts, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen


class WordingNameDialog(QDialog):
    """Asks what a wording is called; says so where another has that name already."""

    def __init__(
        self, inserts: AuthorsInserts, name: str, private: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inserts, self._before = inserts, name
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName("Name of the wording")
        self.name.setMaxLength(80)
        label = QLabel("&Name of the wording", self)
        label.setBuddy(self.name)
        self.said = words()
        hint = "It is kept on this computer for all your reports, and is in none of them until you put it in."
        if private:
            hint += " These words are not for publication: whoever uses this computer as you can read them."
        buttons, self.ok = ok_cancel(self, "&Rename" if name else "&Keep")
        column = framed(self, "Rename the wording" if name else "Keep as a wording of mine", hint)
        for widget in (label, self.name, self.said, buttons):
            column.addWidget(widget)
        self.said.hide()
        self.name.textChanged.connect(lambda _: self._look())
        self._look()
        fit(self, _WIDE)
        self.name.selectAll()
        self.name.setFocus()

    @property
    def typed(self) -> str:
        """The name as it is kept."""
        return " ".join(self.name.text().split())

    def _look(self) -> None:
        other = self.typed.casefold() != self._before.casefold() and self._inserts.has(self.typed)
        self.ok.setEnabled(bool(self.typed) and not (other and self._before))
        taken = (
            "Another wording of yours has this name."
            if self._before
            else ("You have a wording of this name: keeping it puts these words in its place.")
        )
        self.said.setText(taken)
        if self.said.isHidden() == other:
            self.said.setVisible(other)
            fit(self, _WIDE)
            if other:
                announce(self.name, taken)


def ask_name(inserts: AuthorsInserts, name: str, private: bool, parent: QWidget) -> str:
    """Put the question and wait; "" for none."""
    dialog = WordingNameDialog(inserts, name, private, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    typed = dialog.typed
    dialog.deleteLater()
    return typed if accepted else ""
