"""The built window under Wine: opened, written in, cut off and closed, with a picture of what it showed."""

import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from housekeeping.running import ChoreError
from installing.transcript import Transcript
from installing.windows_screen import PATIENCE, close, picture, press, screen
from installing.windows_wine import end, surroundings, through_wine

# What a window's title says of a report that has no file yet, and of work that was cut off.
_NEW, _LEFT = "New report", "Recover unsaved work"
_WORDS = "Written before the upgrade"


class Window(NamedTuple):
    """An installed program with a window, and the Windows that it is in."""

    program: Path
    prefix: Path
    work: Path
    transcript: Transcript

    def opened(self, report: Path, file: Path) -> None:
        """Open a report, take a picture of the screen, and close the window.

        Wine 8 does not look up the endings that one person has registered, so the program is named.
        """
        with _started(self, report) as (started, env):
            took = picture(env, report.stem, file)
            close(env, report.stem)
            code = started.wait(PATIENCE)
        if code:
            raise ChoreError(f"The window ended with {code}.")
        self.transcript.note(f"The window came after {took:.1f} s and ended with {code}; a picture is in {file.name}.")

    def cut_off(self, state: Path) -> None:
        """Write in a report that has no file, and end everything at once as a power cut does; its draft is there."""
        with _started(self) as (_, env):
            picture(env, "Clerkwell", self.work / "start.png")
            # The first template is marked; Return starts a report in it, and the first question has the keyboard.
            press(env, "Clerkwell", "Return")
            picture(env, _NEW, self.work / "new.png")
            press(env, _NEW, words=_WORDS)
            begin = time.monotonic()
            while not (drafts := list(state.rglob("*.snapshot"))):
                if time.monotonic() - begin > PATIENCE:
                    picture(env, _NEW, self.work / "no-draft.png")
                    raise ChoreError("What was written in a new report was not kept as a draft.")
                time.sleep(0.2)
        self.transcript.note(f"Wrote in a new report and cut it off; {drafts[0].parent.name} keeps what was written.")

    def offered_again(self, file: Path) -> None:
        """Start it again: what was cut off is offered, and is left for later."""
        # Of the two programs the one that can say what went wrong in it: the other has nowhere to print.
        told = self._replace(program=self.program.with_name("clerkwell-cli.exe"))
        log = self.work / "window.txt"
        with _started(told, log=log) as (started, env):
            took = picture(env, _LEFT, file)
            press(env, _LEFT, "Escape")
            # Behind it is the window itself.
            time.sleep(2)
            close(env, "Clerkwell")
            code = started.wait(PATIENCE)
        said = log.read_text(encoding="utf-8", errors="replace").strip()
        if code or said:
            raise ChoreError(f"{said}\nThe window ended with {code}, and should have had nothing to say.")
        self.transcript.note(f"The draft was offered after {took:.1f} s, and left; a picture is in {file.name}.")


@contextmanager
def _started(
    window: Window, *words: str | Path, log: Path | None = None
) -> Iterator[tuple["subprocess.Popen[bytes]", Mapping[str, str]]]:
    """A program that runs on a screen; whatever runs in its Windows in the end is cut off."""
    with screen() as shown:
        env = {**surroundings(window.prefix), **shown}
        command = [str(word) for word in [*through_wine(window.program), *words]]
        to = (log or window.work / "printed.txt").open("wb")
        with to, subprocess.Popen(command, cwd=window.work, env=env, stdout=to, stderr=to) as started:
            try:
                yield started, env
            finally:
                # Otherwise this waits for ever for a window that nobody closes.
                if started.poll() is None:
                    end(window.prefix)
