"""The preview's pages from a process of their own, which stays for the next ones: they are there in a moment then.

Nearly all of what first pages take is loading and laying out what no edit changes. And a thread of the window's that
wrote documents would be felt in each key. The process ends with the report, with the window however that ends, or when
nothing was asked of it for a while: the memory is the system's again.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Event, Lock
from typing import Final

from clerkwell.model import Report
from clerkwell.model.advancing import advance
from clerkwell.packs import Pack
from clerkwell.printing import PrintingError, StoppedError
from clerkwell.printing.page_map import Places
from clerkwell.printing.workspace import Workspace
from clerkwell.session.child import Child
from clerkwell.session.pages_asked import LONGEST, Answer, Ask, Want
from clerkwell.system.ourselves import ourselves
from clerkwell.word.ooxml import WordError

# How the program asks itself for pages, again and again, in a process apart.
FOLLOW: Final = "--follow-pages"
# Times that the process may be lost, one after the other, before it is done without.
_CHANCES: Final = 2

_log = logging.getLogger(__name__)


class LostError(Exception):
    """The process cannot be had; whatever it was asked for has to be made in another way."""


@dataclass(frozen=True)
class Approximation:
    """Our own pages as a PDF, sentences on what they lack, and where the words stand on them."""

    data: bytes
    notes: tuple[str, ...]
    places: Places


class PagesApart:
    """Pages of one open report, again and again, from a process of its own. Any thread may ask; it waits.

    What it is asked for raises `LostError` where there is no process to be had, `StoppedError` where `stop` is set
    before its turn has come, and after it was closed.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """`command` starts the process, ours if it is None."""
        self._command = ourselves(FOLLOW) if command is None else list(command)
        self._turn = Lock()
        self._worker: _Worker | None = None
        self._lost = 0
        self._closed = False

    def begin(self) -> None:
        """Start the process if there is none: it loads while nothing is asked of it yet."""
        with self._turn:
            if not self._closed and self._lost < _CHANCES:
                try:
                    self._hired()
                except OSError as error:
                    self._lose(error.__class__.__name__)

    def pages(
        self, report: Report, pack: Pack, attachments: Mapping[str, bytes], stop: Event | None = None
    ) -> Approximation:
        """Our own pages of a draft. Raises `PrintingError` and `WordError` besides."""
        answer = self._asked("pages", report, pack, attachments, stop)
        assert answer.places is not None
        return Approximation(answer.data, answer.notes, answer.places)

    def document(
        self,
        report: Report,
        pack: Pack,
        attachments: Mapping[str, bytes],
        stop: Event | None = None,
        *,
        for_libreoffice: bool = False,
    ) -> bytes:
        """The draft as a Word document, or as `typeset.for_libreoffice` makes it. Raises `WordError` besides."""
        want: Want = "document for LibreOffice" if for_libreoffice else "document"
        return self._asked(want, report, pack, attachments, stop).data

    def places(
        self,
        report: Report,
        pack: Pack,
        attachments: Mapping[str, bytes],
        pdf: bytes,
        stop: Event | None = None,
    ) -> Places:
        """Where the words of the report stand on pages that others made. Raises `PrintingError` besides."""
        answer = self._asked("places", report, pack, attachments, stop, pdf)
        assert answer.places is not None
        return answer.places

    def rest(self) -> None:
        """End the process until it is asked again."""
        with self._turn:
            self._put_away()

    def leave(self) -> None:
        """Have the process end at once, without waiting for it: `close` is still to come."""
        self._closed = True
        worker = self._worker
        if worker is not None:
            worker.child.kill()

    def close(self) -> None:
        """End the process and what is left of it; who still waits for it is told that it was stopped."""
        self.leave()
        with self._turn:
            self._put_away()

    def _asked(
        self,
        want: Want,
        report: Report,
        pack: Pack,
        attachments: Mapping[str, bytes],
        stop: Event | None,
        pdf: bytes = b"",
    ) -> Answer:
        with self._turn:
            while not self._closed and self._lost < _CHANCES:
                if stop is not None and stop.is_set():
                    raise StoppedError
                began = time.monotonic()
                try:
                    answer = self._hired().ask(want, report, pack, attachments, pdf)
                except (OSError, EOFError) as error:
                    if self._closed:
                        break
                    self._lose(error.__class__.__name__, time.monotonic() - began)
                    if time.monotonic() - began >= LONGEST:
                        raise PrintingError(f"The pages did not come within {LONGEST:.0f} seconds.") from error
                else:
                    return self._heard(answer)
            if self._closed:
                raise StoppedError
            raise LostError

    def _heard(self, answer: Answer) -> Answer:
        if answer.fault:
            # What it keeps may be half of one thing and half of another.
            self._put_away()
            self._lost += 1
            _log.warning("the process that makes pages failed\n%s", answer.fault)
            raise LostError
        self._lost = 0
        if answer.failed is not None:
            kind, sentence = answer.failed
            raise WordError(sentence) if kind == "word" else PrintingError(sentence)
        return answer

    def _hired(self) -> "_Worker":
        if self._worker is None:
            self._worker = _Worker(self._command)
            if self._closed:
                raise EOFError
        return self._worker

    def _lose(self, why: str, seconds: float = 0.0) -> None:
        code = self._put_away()
        self._lost += 1
        _log.warning("the process that makes pages ended with %s (%s) after %.1f seconds", code, why, seconds)

    def _put_away(self) -> int | None:
        if self._worker is None:
            return None
        code = self._worker.end()
        self._worker = None
        return code


class _Worker:
    """The process, what it has been told, and the folder in which it keeps pictures."""

    def __init__(self, command: Sequence[str]) -> None:
        """Raises `OSError` if it cannot be started."""
        # Ours, as a process that is killed removes nothing.
        self._place = Workspace()
        try:
            self.child = Child(command)
        except OSError:
            self._place.close()
            raise
        self._report: Report | None = None
        self._pack: Pack | None = None
        self._files: dict[str, bytes] = {}

    def ask(self, want: Want, report: Report, pack: Pack, files: Mapping[str, bytes], pdf: bytes) -> Answer:
        """What it answers. Raises `OSError` or `EOFError` if it is no more."""
        ask = Ask(
            want,
            advance(self._report, report),
            pack if pack is not self._pack else None,
            {name: data for name, data in files.items() if self._files.get(name) is not data},
            tuple(self._files.keys() - files.keys()),
            self._place.fresh("pictures") if self._report is None else None,
            pdf,
        )
        self._report, self._pack, self._files = report, pack, dict(files)
        answer: Answer = self.child.ask(ask)
        return answer

    def end(self) -> int:
        """End it, and leave nothing behind; its exit code."""
        code = self.child.end()
        self._place.close()
        return code
