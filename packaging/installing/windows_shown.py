"""The built window under Wine: opened, written in, cut off and closed, with a picture of what it showed."""

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
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

    def opened(self, report: Path, file: Path, by: Sequence[str] = (), draft: Path | None = None) -> None:
        """Open a report, take a picture of the screen, and close the window.

        `by` is the command to open it with, if it is not the window's own. `draft`: work that was cut off has to be
        offered first, of which this is to be the picture; it is left for later.
        """
        log = self.work / "printed.txt"
        with _started(self, log, *(by or (str(self.program),)), str(report)) as (started, env):
            if draft is not None:
                took = picture(env, _LEFT, draft)
                self.transcript.note(f"The draft was offered after {took:.1f} s; a picture is in {draft.name}.")
                press(env, _LEFT, "Escape")
            took = picture(env, report.stem, file)
            close(env, report.stem)
            code = started.wait(PATIENCE)
        said = log.read_text(encoding="utf-8", errors="replace").strip()
        if code or said:
            raise ChoreError(f"{said}\nThe window ended with {code}, and should have had nothing to say.")
        how = f"by {Path(by[0]).name}" if by else "by itself"
        self.transcript.note(f"The window, opened {how}, came after {took:.1f} s; a picture is in {file.name}.")

    def cut_off(self, state: Path) -> None:
        """Write in a report that has no file, and end everything at once as a power cut does; its draft is there."""
        with _started(self, self.work / "printed.txt", str(self.program)) as (_, env):
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


@contextmanager
def _started(window: Window, log: Path, *command: str) -> Iterator[tuple["subprocess.Popen[bytes]", Mapping[str, str]]]:
    """A command that runs on a screen, and what it prints; whatever runs in its Windows in the end is cut off."""
    with screen() as shown:
        env = {**surroundings(window.prefix), **shown}
        words = [str(word) for word in [*through_wine(command[0]), *command[1:]]]
        with log.open("wb") as to, subprocess.Popen(words, cwd=window.work, env=env, stdout=to, stderr=to) as started:
            try:
                yield started, env
            finally:
                # Otherwise this waits for ever for a window that nobody closes.
                if started.poll() is None:
                    end(window.prefix)
