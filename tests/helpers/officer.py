"""An officer at the keyboard: the steps of a journey through the real window, keys alone."""

import time
from pathlib import Path

from clerkwell.model import Report, words
from clerkwell.packs import Pack, load_files
from clerkwell.storage import read_file
from clerkwell.ui.navigator import entries
from helpers.children import rested
from helpers.screen import Screen, wait_for


class Officer:
    """Knows the report by its file, which saves itself; waits for it after each step rather than for a time."""

    def __init__(self, screen: Screen, report: Path) -> None:
        self._screen = screen
        self.path = report
        self.part = "header"

    @property
    def report(self) -> Report:
        """The report as its file has it now."""
        return read_file(self.path).report

    @property
    def pack(self) -> Pack:
        """The pack that the file carries."""
        return load_files(read_file(self.path).pack_files, self.path.name)

    def save_as(self) -> None:
        """Give the report its file."""
        self._screen.key("ctrl+s")
        self._screen.wait_title("Save the report")
        self._say_where(self.path)
        wait_for("the report's file", self.path.exists)

    def go_to_part(self, part_id: str) -> None:
        """Step through the parts to this one."""
        listed = entries(self.report, self.pack)
        ids = [entry.id for entry in listed if not (entry.gone or entry.left_out) or entry.id == self.part]
        by = ids.index(part_id) - ids.index(self.part)
        self._screen.key(*["ctrl+Next" if by > 0 else "ctrl+Prior"] * abs(by))
        self.part = part_id

    def write(self, part_id: str, *lines: str) -> None:
        """Go to a section and type lines into it, each a paragraph; wait until the file has the last one."""
        self.go_to_part(part_id)
        self._type(*lines)
        self.wait_for_words(part_id, lines[-1])

    def go_to_problem(self, part_id: str) -> None:
        """Go to the gravest problem that is left, which is in this part: from the page that checks the report."""
        self.wait_for_check()
        self._screen.key("F7", "F8")
        self.part = part_id
        time.sleep(0.3)

    def wait_for_check(self) -> None:
        """Wait until what was typed last is checked: before, there is no next problem."""
        wait_for("the check", lambda: rested(self.path.parent))

    def answer(self, field: str, text: str, row: int | None = None) -> None:
        """Go to the next problem, this field's, and type its answer over what is there."""
        self.go_to_problem("header")
        self._screen.key("ctrl+a")
        self._screen.type(text)
        self.wait_for_answer(field, text, row)

    def wait_for_answer(self, field: str, text: str, row: int | None = None) -> None:
        """Wait until the file has this answer."""
        wait_for(f"the answer to {field}", lambda: self.report.field(field, row).text == text)

    def mend_section(self, part_id: str, *lines: str) -> None:
        """Go to the next problem, this section's, and type there."""
        self.go_to_problem(part_id)
        self._type(*lines)
        self.wait_for_words(part_id, lines[-1])

    def export(self, document: Path) -> None:
        """Export the final document."""
        self._screen.key("ctrl+e")
        self._screen.wait_title("Export to Word")
        self._say_where(document)
        wait_for("the Word document", document.exists)

    def _type(self, *lines: str) -> None:
        for at, line in enumerate(lines):
            if at:
                self._screen.key("Return")
            self._screen.type(line)

    def wait_for_words(self, part_id: str, line: str) -> None:
        """Wait until this section of the file has a block of these words."""
        wanted = line.removeprefix("- ")
        wait_for(
            f"the words of {part_id}",
            lambda: any(wanted in words(block) for block in self.report.blocks(part_id)),
        )

    def _say_where(self, path: Path) -> None:
        self._screen.key("ctrl+a")
        self._screen.type(str(path))
        self._screen.key("Return")
