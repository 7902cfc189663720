"""What makes the pages that are followed, on other threads: no part of Qt, so that it may outlive the window's part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from clerkwell.model import Report
from clerkwell.packs import Pack

if TYPE_CHECKING:
    from clerkwell.printing import Engine, Made
    from clerkwell.printing.page_map import PageMap, Places
    from clerkwell.printing.pdf import Pdf
    from clerkwell.session.pages_apart import Approximation


class Maker(Protocol):
    """Makes pages of a document, as `printing.PageMaker` does."""

    def ways(self) -> Sequence[Engine]:
        """What they are made by, the one that is tried first in front."""

    def make(self, document: bytes, stop: Event | None = None, *, ready: bool = False) -> Made:
        """The pages of a document, or of one that is `ready` for LibreOffice.

        Raises `PrintingError`, or `StoppedError` once `stop` is set.
        """

    def close(self) -> None:
        """Leave nothing behind."""


class Quick(Protocol):
    """Has an approximation of the pages in a moment, as `session.pages_apart.PagesApart` does, which tells more."""

    def pages(
        self, report: Report, pack: Pack, attachments: Mapping[str, bytes], stop: Event | None = None
    ) -> Approximation:
        """The pages."""

    def document(
        self,
        report: Report,
        pack: Pack,
        attachments: Mapping[str, bytes],
        stop: Event | None = None,
        *,
        for_libreoffice: bool = False,
    ) -> bytes:
        """What others make pages of."""

    def places(
        self, report: Report, pack: Pack, attachments: Mapping[str, bytes], pdf: bytes, stop: Event | None = None
    ) -> Places:
        """Where the words stand on theirs."""

    def rest(self) -> None:
        """Let go of memory until it is asked again."""

    def leave(self) -> None:
        """Let nobody wait any more."""

    def close(self) -> None:
        """Leave nothing behind."""


@dataclass(frozen=True)
class Fresh:
    """Pages that were made, opened: that takes time too for a long report; and where on them the words stand.

    `seconds` is how long all that took. `awaits` names what makes the pages that are to take the place of these.
    `apart`: all but opening them was a process's that stays, and takes no time from who types.
    """

    made: Made
    pdf: Pdf
    map: PageMap
    seconds: float = 0.0
    awaits: str = ""
    apart: bool = False


@dataclass(frozen=True)
class Job:
    """What pages are made of; `stop` is set when nobody wants them any more."""

    report: Report
    pack: Pack
    attachments: Mapping[str, bytes]
    stop: Event


Outcome = Fresh | str | None


class PagesDesk:
    """What works for one follower. All but `call_off` and its like take their time: they are for other threads."""

    def __init__(self, maker: Callable[[], Maker], quick: Callable[[], Quick] | None) -> None:
        self._new = maker
        self._new_quick = quick
        self._maker: Maker | None = None
        self._quick: Quick | None = None
        self._making = Lock()
        self._left = False
        self._stop: Event | None = None

    def next(self) -> Event:
        """Call off what is being made; what calls off the next."""
        self.call_off()
        self._stop = Event()
        return self._stop

    def call_off(self) -> bool:
        """End what is being made; whether there was any."""
        if self._stop is None:
            return False
        self._stop.set()
        self._stop = None
        return True

    def finished(self, stop: Event) -> None:
        """Note that what this would call off is made."""
        if self._stop is stop:
            self._stop = None

    def soon(self, job: Job) -> Outcome:
        """The pages that are there the soonest, a sentence on why there are none, or nothing if nobody wants them."""
        from clerkwell.printing import Engine, Made, PrintingError, StoppedError
        from clerkwell.printing.page_map import PageMap
        from clerkwell.printing.pdf import Pdf
        from clerkwell.session.pages_apart import LostError
        from clerkwell.word.writer import WordError

        if job.stop.is_set():
            return None
        began = monotonic()
        maker, quick = self._tools()
        if quick is None:
            return self.best(job)
        first = next(iter(maker.ways()), None)
        awaits = "" if first is None or first.approximate else first.name
        try:
            found = quick.pages(job.report, job.pack, job.attachments, job.stop)
            if job.stop.is_set():
                return None
            pdf = Pdf(found.data)
        except LostError:
            return self.best(job)
        except StoppedError:
            return None
        except WordError as error:
            return str(error)
        except PrintingError as error:
            # Others may know how.
            return self.best(job) if awaits else str(error)
        made = Made(found.data, Engine("approximation"), len(pdf.sizes), found.notes)
        return Fresh(made, pdf, PageMap(found.places, pdf), monotonic() - began, awaits, apart=True)

    def best(self, job: Job) -> Outcome:
        """The best pages that there are to be had here, as `soon` gives its own."""
        from clerkwell.printing import PrintingError, StoppedError
        from clerkwell.printing.page_map import PageMap
        from clerkwell.printing.pdf import Pdf
        from clerkwell.word.writer import WordError

        if job.stop.is_set():
            return None
        began = monotonic()
        maker, quick = self._tools()
        try:
            first = next(iter(maker.ways()), None)
            document, ready = _document(job, quick, ready=first is not None and first.kind == "libreoffice")
            made = maker.make(document, job.stop, ready=ready)
            pdf = Pdf(made.data)
            try:
                places = _places(job, pdf, made.data, quick)
            except (PrintingError, StoppedError):
                pdf.close()
                raise
        except (PrintingError, WordError) as error:
            return str(error)
        except StoppedError:
            return None
        return Fresh(made, pdf, PageMap(places, pdf), monotonic() - began)

    def warm(self, job: Job) -> None:
        """Be ready for the next pages, which are not wanted yet."""
        outcome = self.soon(job) if self._new_quick is not None else None
        if isinstance(outcome, Fresh):
            outcome.pdf.close()

    def rest(self) -> None:
        """Let go of memory until pages are wanted again."""
        if self._quick is not None:
            self._quick.rest()

    def leave(self) -> None:
        """End what works for the follower, without waiting for it."""
        self._left = True
        self.call_off()
        if self._quick is not None:
            self._quick.leave()

    def close(self) -> None:
        """Leave nothing behind. Nothing may run any more."""
        for each in (self._quick, self._maker):
            if each is not None:
                each.close()
        self._quick = self._maker = None

    def _tools(self) -> tuple[Maker, Quick | None]:
        with self._making:
            if self._maker is None:
                self._maker = self._new()
            if self._quick is None and self._new_quick is not None:
                self._quick = self._new_quick()
                if self._left:
                    self._quick.leave()
            return self._maker, self._quick


def make_pages() -> Maker:
    """What makes pages here, with whatever there is."""
    from clerkwell.printing import PageMaker

    return PageMaker()


def make_quick_pages() -> Quick:
    """What has them sooner."""
    from clerkwell.session.pages_apart import PagesApart

    return PagesApart()


def _document(job: Job, quick: Quick | None, *, ready: bool) -> tuple[bytes, bool]:
    """The document, and whether it is ready for LibreOffice: what that takes is for a process apart only."""
    from clerkwell.session.pages_apart import LostError
    from clerkwell.word.writer import write_document

    if quick is not None:
        try:
            return quick.document(job.report, job.pack, job.attachments, job.stop, for_libreoffice=ready), ready
        except LostError:
            pass
    return write_document(job.report, job.pack, draft=True, attachments=job.attachments, log=False), False


def _places(job: Job, pdf: Pdf, data: bytes, quick: Quick | None) -> Places:
    from clerkwell.printing.page_map import Finder
    from clerkwell.session.page_places import sought
    from clerkwell.session.pages_apart import LostError

    if quick is not None:
        try:
            return quick.places(job.report, job.pack, job.attachments, data, job.stop)
        except LostError:
            pass
    return Finder().places(pdf, sought(job.report, job.pack))
