"""Questions of the workshop's forms that are answered on several lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from clerkwell.model.days import in_form
from clerkwell.packs import parse_date
from clerkwell.ui.editors.fields.inputs.growing import GrowingBox
from clerkwell.ui.studio.asking import DATES, Asked, Row, UnclearError
from clerkwell.ui.studio.bridge import PackBridge

_LONGEST = 12


class _Box(Row[Any]):
    """A box for words on several lines."""

    def __init__(self, bridge: PackBridge, asked: Asked[Any], least: int) -> None:
        super().__init__(bridge, asked)
        self.box = GrowingBox(least, _LONGEST, self)
        self._putting = False
        self.box.textChanged.connect(self._changed)
        self.lay_out(self.box)

    def controls(self) -> tuple[QWidget, ...]:
        """The box."""
        return (self.box,)

    def show_text(self, text: str) -> None:
        """Show these words; the caret stays where it was, as far as there are words."""
        if text == self.box.toPlainText():
            return
        at = self.box.textCursor().position()
        self._putting = True
        self.box.setPlainText(text)
        self._putting = False
        cursor = self.box.textCursor()
        cursor.setPosition(min(at, self.box.document().characterCount() - 1))
        self.box.setTextCursor(cursor)

    def _changed(self) -> None:
        if not self._putting:
            self.edited()


class ParagraphRow(_Box):
    """Words that may run over several lines: guidance, a wording."""

    def __init__(self, bridge: PackBridge, asked: Asked[str], *, needed: bool = False, least: int = 3) -> None:
        super().__init__(bridge, asked, least)
        self._needed = needed

    def typed(self) -> str:
        """The words, without empty lines round them."""
        text = "\n".join(line.rstrip() for line in self.box.toPlainText().splitlines()).strip()
        if self._needed and not text:
            raise UnclearError("This cannot be left empty.")
        return text

    def put(self, value: str) -> None:
        """Show the words."""
        self.show_text(value)


class NamesRow(_Box):
    """Several short things, each on a line of its own: acronyms, other names, answers to choose from."""

    def __init__(self, bridge: PackBridge, asked: Asked[tuple[str, ...]], *, least: int = 3) -> None:
        super().__init__(bridge, asked, least)

    def typed(self) -> tuple[str, ...]:
        """Each line that has words, once."""
        lines = (" ".join(line.split()) for line in self.box.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def put(self, value: tuple[str, ...]) -> None:
        """Show them, a line each."""
        self.show_text("\n".join(value))


class DatesRow(_Box):
    """Several days, each on a line of its own, in any common form."""

    def __init__(self, bridge: PackBridge, asked: Asked[tuple[date, ...]], *, least: int = 3) -> None:
        super().__init__(bridge, asked, least)

    def typed(self) -> tuple[date, ...]:
        """The days in their order, each once."""
        days = set()
        for line in self.box.toPlainText().splitlines():
            if not line.strip():
                continue
            day = parse_date(line)
            if day is None:
                raise UnclearError(f"“{line.strip()}” is no date. Write it like {in_form(date(2026, 12, 29), DATES)}.")
            days.add(day)
        return tuple(sorted(days))

    def put(self, value: tuple[date, ...]) -> None:
        """Show them, a line each."""
        self.show_text("\n".join(in_form(day, DATES) for day in value))
