"""An officer who has no mouse, and finds the way by what has the keyboard, as a screen reader says it."""

import time
from collections.abc import Sequence

from helpers.eyes import Eyes, Seen
from helpers.screen import PATIENCE, Screen, wait_for

# How often anybody would press Tab before giving up.
_TABS = 12
# Seconds that the keyboard stays where it has come to rest.
_STAYS = 0.12
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class Keys:
    """Presses keys on a screen, looking after each where it led."""

    def __init__(self, screen: Screen, eyes: Eyes) -> None:
        self._screen = screen
        self._eyes = eyes

    def press(self, *keys: str) -> None:
        """Press keys without looking where they lead."""
        self._screen.key(*keys)

    def at(self, name: str) -> Seen:
        """Wait until the keyboard is on what is called so."""

        def there() -> Seen | None:
            focus = self._eyes.focus()
            return focus if focus is not None and _is_called(focus, name) else None

        deadline = time.monotonic() + PATIENCE
        while (found := there()) is None:
            assert time.monotonic() < deadline, f"the keyboard is on {self._eyes.focus()}, and not on “{name}”"
            time.sleep(0.02)
        return found

    def tab_to(self, name: str, most: int = _TABS, key: str = "Tab", role: str = "") -> Seen:
        """Press Tab until the keyboard is on what is called so, or is such a thing."""
        met = []
        for _ in range(most):
            before = self._eyes.focus()
            self._screen.key(key)
            now = self._moved_from(before)
            met.append(now.called or now.role)
            if _is_called(now, name) or (role and now.role == role):
                return now
        raise AssertionError(f"{most} times {key} do not lead to “{name}”: it goes to {met}")

    def sees_chosen(self, words: str) -> None:
        """Wait until a line that begins with these words is the chosen one of its list."""
        wait_for(
            f"“{words}…” to be chosen",
            lambda: any(
                each.name.startswith(words) and "selected" in each.states for each in self._eyes.every(role="list item")
            ),
        )

    def at_any(self) -> Seen:
        """What has the keyboard, whatever it is."""
        return wait_for("something to have the keyboard", self._eyes.focus)

    def choose(self, name: str, letters: str, answer: str) -> None:
        """Tab to a list and choose its answer by a few letters of it."""
        self.tab_to(name)
        self._screen.spell(letters)
        self._now_says(answer)

    def tick(self, option: str) -> None:
        """Tab to a list of tick boxes, go down it to one of them and tick that."""
        now = self.tab_to("", role="check box")
        while not now.name.startswith(f"{option},"):
            self._screen.key("Down")
            now = self._moved_from(now)
        self._screen.key("space")
        wait_for(f"“{option}” to be ticked", lambda: "checked" in self.at_any().states)

    def down_to(self, words: str) -> None:
        """Go down a list from its top until the line that the keyboard is on has these words in it."""
        met = []
        self._screen.key("Home")
        for _ in range(_TABS):
            before = self._eyes.focus()
            self._screen.key("Down")
            # A check that has just come fills the list anew: then one presses the key again.
            now = self._moved(before, patience=1) or before
            met.append(now.name if now and now.name and now.role != "tree" else self._chosen_line())
            if words in met[-1]:
                return
        raise AssertionError(f"{_TABS} times Down do not lead to “{words}”: it goes to {met}")

    def _chosen_line(self) -> str:
        """The line that is chosen, looked for: what had the keyboard goes when a list is filled anew."""
        lines = self._eyes.every(role="table cell")
        return " ".join(each.name for each in lines if "selected" in each.states)

    def write(self, text: str) -> None:
        """Type words, and wait until they stand there: keys of menus overtake letters that are still on their way."""
        # A dash is on no key: two hyphens make one.
        self._screen.type(text.replace("–", "--"), 4)
        end = text[-12:].translate(_STRAIGHT)
        wait_for(f"“{end}” to stand there", lambda: end in self.at_any().text.translate(_STRAIGHT))

    def lines(self, lines: Sequence[str], bullets: str = "") -> None:
        """Type paragraphs. A list begins with its hyphen, or with the keys for `bullets`, and goes on by itself."""
        within = False
        for at, line in enumerate(lines):
            bullet = line.startswith("- ")
            if at:
                self._screen.key("Return")
                self._screen.tally.breaks += 1
            if bullet and not within and bullets:
                self._screen.key(bullets)
            elif bullet and not within:
                self._screen.spell("- ")
            elif within and not bullet:
                self._screen.key("Return")
            self.write(line.removeprefix("- "))
            within = bullet

    def click(self, name: str) -> None:
        """The mouse, where a practised hand would rather take that."""
        self._screen.click(self._eyes.find(name, "list item").middle)

    def go_on(self, name: str, keys: str = "ctrl+Next", most: int = _TABS) -> Seen:
        """Go from part to part until the one whose editor or first control is called so."""
        return self.tab_to(name, most, keys)

    def answer(self, name: str, text: str) -> None:
        """Tab to a field and type its answer."""
        self.tab_to(name)
        self._screen.type(text)

    def find(self, letters: str, name: str) -> None:
        """Type a few letters in a list that is searched, and take with Enter the answer that they find."""
        self._screen.spell(letters)
        self._screen.key("Return")
        self._now_says(name)

    def _now_says(self, name: str) -> None:
        """Wait until what has the keyboard is called so: a list goes by its answer."""
        wait_for(f"“{name}” to be chosen", lambda: (now := self._eyes.focus()) is not None and now.name == name)

    def _moved_from(self, before: Seen | None) -> Seen:
        """What has the keyboard now; it has to be something else than before."""
        now = self._moved(before, PATIENCE)
        assert now is not None, f"the keyboard stays on {before}"
        return now

    def _moved(self, before: Seen | None, patience: float) -> Seen | None:
        """What has the keyboard now, if it is something else than before."""
        deadline = time.monotonic() + patience
        last, since = before, time.monotonic()
        while time.monotonic() < deadline:
            now = self._eyes.focus()
            if now is not None and (last is None or _same(now) != _same(last)):
                last, since = now, time.monotonic()
            # News of it can come late, and several at once: what is news has to stay for a moment.
            if last is not None and last is not before and time.monotonic() - since > _STAYS:
                return last
            time.sleep(0.02)
        return None


def _same(seen: Seen) -> tuple[str, str, tuple[int, int, int, int]]:
    return seen.name, seen.role, seen.whole


def _is_called(seen: Seen, name: str) -> bool:
    return name in (seen.name, seen.label)
