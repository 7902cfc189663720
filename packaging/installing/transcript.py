"""What a build did, as a person reads it afterwards: each command, its exit code, its time, and how large things are.

The report of a build is the only proof that it works, so it is written while the build runs and stays when it fails.
"""

import shlex
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from housekeeping.places import ROOT
from housekeeping.running import ChoreError, ask, say

_LAST = 12


class Transcript:
    """A text file that says what was done, kept up to date while it is done."""

    def __init__(self, file: Path, title: str) -> None:
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{title}\n{'=' * len(title)}\n", encoding="utf-8")

    def note(self, words: str) -> None:
        """Write a line, and show it to whoever is watching."""
        say(words)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{words}\n")

    def heading(self, words: str) -> None:
        """Begin a part."""
        self.note(f"\n{words}\n{'-' * len(words)}")

    def size(self, what: str, path: Path) -> int:
        """Write how large a file or a folder is; the bytes."""
        files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
        size = sum(each.stat().st_size for each in files if not each.is_symlink())
        self.note(f"{what}: {size / 1_000_000:.1f} MB" + (f" in {len(files)} files" if len(files) > 1 else ""))
        return size

    def run(
        self,
        command: Sequence[str | Path],
        *,
        cwd: Path = ROOT,
        env: Mapping[str, str] | None = None,
        wanted: int = 0,
        show: bool = True,
    ) -> str:
        """Run a command and write down how it went; all that it printed.

        Raises ChoreError where the exit code is not the one `wanted`, with the last lines of what was said.
        """
        words = [str(word) for word in command]
        before = time.monotonic()
        code, said = ask(words, cwd=cwd, env=env)
        took = time.monotonic() - before
        last = "\n".join(f"    {line}" for line in said.strip().splitlines()[-_LAST:])
        self.note(f"$ {shlex.join(self._shortened(words))}\n  exit code {code}, {took:.1f} s")
        if last and (show or code != wanted):
            self.note(last)
        if code != wanted:
            raise ChoreError(f"This command ended with {code}, not {wanted}: {shlex.join(words)}")
        return said

    def _shortened(self, words: Sequence[str]) -> list[str]:
        """The words of a command without the folder of the build, which is another one on each computer."""
        return [word.replace(f"{self._file.parent}/", "").replace(f"{ROOT}/", "") for word in words]
