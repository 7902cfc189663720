"""An officer who takes the mouse to everything but the words: looks for a thing, scrolls to it, clicks on it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from helpers.eyes import Eyes, Seen
from helpers.screen import PATIENCE, Screen, wait_for

# A thing that others lie in, by its name and its role.
Within = tuple[str, str]

# How far a notch of the wheel scrolls, in pixels, and how many are turned at a time at most.
_NOTCH, _MOST = 60, 20
# Seconds after which somebody whose click did nothing clicks again.
_AGAIN = 1.5
_PARTS = ("Parts of the report", "list")
_CALENDAR = ("Calendar", "panel")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Mouse:
    """Clicks on what is seen."""

    def __init__(self, screen: Screen, eyes: Eyes) -> None:
        self._screen = screen
        self._eyes = eyes
        # How many paragraphs were ended, which is done by a key.
        self.paragraphs = 0

    def click(
        self, name: str, role: str = "push button", within: Within | None = None, over: Within | None = None
    ) -> Seen:
        """Click on what is called so (`Summary,`: begins so; `…words`: has these words in it), scrolling to it where it
        is out of view: the page, or the list `over` which the wheel is turned."""
        found = self._brought_into_view(name, role, within, over)
        self._screen.click(found.middle)
        return found

    def click_until(
        self,
        done: Callable[[], object],
        name: str,
        role: str = "push button",
        within: Within | None = None,
        over: Within | None = None,
        times: int = 1,
    ) -> None:
        """Click, and once more where nothing came of it: a page that has just moved makes anybody miss."""
        deadline = time.monotonic() + PATIENCE
        found: Seen | None = self._brought_into_view(name, role, within, over)
        while not done():
            assert time.monotonic() < deadline, f"nothing comes of “{name}”; {self._eyes.focus()} has the keyboard"
            if found is not None and found.in_view:
                # A list opens by its arrow also where it can be typed into.
                left, top, width, height = found.place
                arrow = (left + width - 10, top + height // 2)
                self._screen.click(arrow if role == "combo box" else found.middle, times)
                again = time.monotonic() + _AGAIN
                while time.monotonic() < again and not done():
                    time.sleep(0.03)
            found = self._eyes.one(name, role, over or within)

    def click_to_show(self, name: str, shown: str, role: str) -> None:
        """Click on a button until this shows."""
        self.click_until(lambda: self._eyes.one(shown, role), name)

    def click_to_go(self, name: str, to: str) -> None:
        """Click on a button until the keyboard is there."""
        self.click_until(lambda: self._is_at(to), name)

    def write(self, text: str) -> None:
        """Type words where the keyboard is, and wait until they stand there: the page may move under the mouse."""
        self._screen.type(text, 4)
        wait_for(f"“{text[-12:]}” to stand there", lambda: text[-12:] in _straight(self._keyboard_at().text))

    def write_in(self, name: str, text: str, within: Within | None = None, times: int = 1) -> None:
        """Click into a field and type its answer; three clicks take all that stands there."""
        self.click_until(lambda: self._is_at(name), name, "text", within, times=times)
        self.write(text)

    def choose(self, name: str, answer: str, within: Within | None = None) -> None:
        """Open a list and click on an answer in it."""
        box = (name, "combo box")
        self.click_until(lambda: self._eyes.one("", "list", within=box), *box, within)
        opened = self._eyes.find("", "list", within=box)
        self._screen.click(self._brought_into_view(answer, "list item", box, box, opened).middle)
        wait_for(f"“{answer}” to be chosen", lambda: self._eyes.one(answer, "combo box") is not None)

    def pick_day(self, name: str, day: str, within: Within | None = None) -> None:
        """Open a date's calendar (`day` is day/month/year), turn it to the month and click on the day."""
        number, month, year = (int(each) for each in day.split("/"))

        def shown() -> int:
            """The month of the calendar, counted through the years."""
            names = [each.name for each in self._eyes.every(role="push button", within=_CALENDAR)]
            months = [_MONTHS.index(each) for each in names if each in _MONTHS]
            years = [int(each) for each in names if each.isdigit()]
            return 12 * years[0] + months[0] if months and years else 0

        self.click_until(shown, f"Choose from a calendar: {name}", within=within)
        by = 12 * year + month - 1 - shown()
        arrow = self._eyes.find("Next month" if by > 0 else "Month before", "push button", within=_CALENDAR)
        self._screen.click(arrow.middle, abs(by))
        wait_for(f"{month}/{year} in the calendar", lambda: shown() == 12 * year + month - 1)
        self.click(str(number), "table cell", within=_CALENDAR)
        self.has_the_keyboard(name)

    def tick(self, name: str, role: str = "check box") -> None:
        """Click on a box, or on one of several answers, that then is ticked."""

        def ticked() -> bool:
            found = self._eyes.one(name, role)
            return found is not None and "checked" in found.states

        self.click_until(ticked, name, role)

    def go_to_part(self, title: str, at: str) -> None:
        """Click on a part in the list on the left, and wait for what it is written in."""
        self.click_until(lambda: self._is_at(at), f"{title},", "list item", over=_PARTS)

    def from_menu(self, menu: str, choice: str) -> None:
        """Open a menu of the window and choose from it."""
        self.click(menu, "menu item")
        self.click(choice, "menu item")

    def from_button(self, button: str, choice: str) -> None:
        """Open the menu of a button and choose from it. Nothing tells that it is there before the mouse is over it."""
        left, top, _, height = self.click(button).place
        wait_for(f"the menu of “{button}”", lambda: self._points_at((left + 20, top + height + 12)) == "menu item")
        self.click(choice, "menu item")

    def answer_dialog(self, title: str, verb: str) -> None:
        """Click on a dialog's button until it goes: the first click may only put away what a field proposes."""

        def gone() -> bool:
            now = self._screen.active_title()
            return bool(now) and not now.startswith(title)

        self.click_until(gone, verb)

    def drag_paragraph(self, name: str, words: str, above: str) -> None:
        """Drag the paragraph with these words, by its margin, above the one with those."""
        left, top, _, height = self._eyes.words(name, words)
        _, to, _, _ = self._eyes.words(name, above)
        handle = left - height
        self._screen.drag((handle, top + height // 2), (handle, to + 2))

    def lines(self, lines: Sequence[str], bullets: str) -> None:
        """Type paragraphs, with a click on the button `bullets` where a list begins and where it ends."""
        within = False
        for at, line in enumerate(lines):
            if at:
                self._screen.key("Return")
                self.paragraphs += 1
            if line.startswith("- ") != within:
                self.click(bullets, "check box")
                within = not within
            self.write(line.removeprefix("- "))

    def fill_cells(self, table: str, words: Sequence[str]) -> None:
        """Click on one cell after another and type into it."""
        found = self._eyes.every(role="table cell", within=(table, "table"))
        for cell, word in zip(found, words, strict=True):
            self._screen.click(cell.middle)
            self._screen.type(word)

    def has_the_keyboard(self, name: str) -> None:
        """Wait until the keyboard is on what is called so."""
        deadline = time.monotonic() + PATIENCE
        while not self._is_at(name):
            assert time.monotonic() < deadline, f"the keyboard is on {self._eyes.focus()}, and not on “{name}”"
            time.sleep(0.02)

    def _points_at(self, at: tuple[int, int]) -> str:
        """Move the mouse, a little further than where it was, and tell the role of what takes the keyboard for it."""
        self._screen.point(at)
        self._screen.point((at[0] + 1, at[1]))
        time.sleep(0.05)
        focus = self._eyes.focus()
        return focus.role if focus is not None else ""

    def _is_at(self, name: str) -> bool:
        focus = self._eyes.focus()
        return focus is not None and name in (focus.name, focus.label)

    def _keyboard_at(self) -> Seen:
        return wait_for("something to have the keyboard", self._eyes.focus)

    def _brought_into_view(
        self, name: str, role: str, within: Within | None, over: Within | None, lying: Seen | None = None
    ) -> Seen:
        """What is called so, once one can click on it. `lying` is what the wheel is turned over, if that is known."""
        deadline = time.monotonic() + PATIENCE
        last = scrolled = None
        while time.monotonic() < deadline:
            found = self._eyes.one(name, role, over or within, hidden=over is not None)
            if found is not None and found.in_view:
                # What still moves is looked at once more.
                if not scrolled or found.place == last:
                    return found
                last = found.place
            elif found is not None:
                scrolled = lying = lying or (self._eyes.find(*over) if over else self._page(found))
                self._scroll_towards(found, lying)
            # A menu or a page is on its way.
            time.sleep(0.03)
        raise AssertionError(f"“{name}” does not come into view: {last}; {self._eyes.focus()} has the keyboard")

    def _page(self, wanted: Seen) -> Seen:
        """The window, as wide as what is wanted there."""
        window = self._eyes.find("", "frame")
        left, _, width, _ = wanted.whole
        _, top, _, height = window.place
        return replace(window, place=(left, top, width, height))

    def _scroll_towards(self, wanted: Seen, lying: Seen) -> None:
        """Turn the wheel until what is wanted ought to be in the middle of what it lies in."""
        across, middle = lying.middle
        by = wanted.whole[1] + wanted.whole[3] // 2 - middle
        notches = min(max(abs(by) // _NOTCH, 1), _MOST)
        self._screen.turn_wheel((across, middle), notches if by > 0 else -notches)


def _straight(text: str) -> str:
    return text.translate(str.maketrans("‘’“”", "''\"\""))
