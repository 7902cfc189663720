"""Pages made of an exported document, by whatever this computer has."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock

from clerkwell.printing import approximation, libreoffice, word
from clerkwell.printing.engines import Engine, Kind, engines
from clerkwell.printing.errors import PrintingError
from clerkwell.printing.running import Ending
from clerkwell.printing.workspace import Workspace
from clerkwell.word.ooxml import WordError
from clerkwell.word.typeset import for_libreoffice

# Seconds that a program has for a document, and for each megabyte of it: LibreOffice lays out 300,000 words in one
# minute on two cores.
PATIENCE = 60.0
PATIENCE_FOR_MEGABYTE = 60.0

_Convert = Callable[[Engine, Path, Workspace, float, Event], tuple[Ending, Path]]
_WAYS: dict[Kind, _Convert] = {
    "libreoffice": libreoffice.convert,
    "word": word.convert,
    "approximation": approximation.convert,
}


class StoppedError(Exception):
    """Nobody wants these pages any more."""


@dataclass(frozen=True)
class Made:
    """A PDF: its bytes, what made it, its pages, and sentences about what was tried before in vain."""

    data: bytes
    engine: Engine
    pages: int
    notes: tuple[str, ...] = ()


class PageMaker:
    """Makes PDFs, one after another, in a private folder of its own that goes when it is closed."""

    def __init__(self, ways: Callable[[], Sequence[Engine]] = engines, patience: float = PATIENCE) -> None:
        """`ways` is asked for each document; what it says is tried in order until one gives pages."""
        self.ways = ways
        self._patience = patience
        self._place: Workspace | None = None
        self._one_at_a_time = Lock()

    def make(self, document: bytes, stop: Event | None = None, *, ready: bool = False) -> Made:
        """The PDF of a Word document; `ready` is one that was made `for_libreoffice` already.

        Raises `PrintingError`, with a sentence for each way that was tried, if none gave pages, and `StoppedError` as
        soon as `stop` is set and all that ran for it is ended.
        """
        stop = stop or Event()
        notes: list[str] = []
        with self._one_at_a_time:
            for engine in self.ways():
                try:
                    data = self._made(engine, document, stop, notes, ready=ready)
                    # Late, as it is only known here that pages are wanted: PDFium takes its time to load.
                    from clerkwell.printing.pdf import page_count

                    return Made(data, engine, page_count(data), tuple(notes))
                except PrintingError as error:
                    notes.append(str(error))
        raise PrintingError(" ".join(notes) or "There is nothing here that makes pages.")

    def close(self) -> None:
        """Remove the folder. Whatever still runs is to be stopped first."""
        with self._one_at_a_time:
            if self._place is not None:
                self._place.close()
                self._place = None

    def _made(self, engine: Engine, document: bytes, stop: Event, notes: list[str], *, ready: bool) -> bytes:
        seconds = self._patience + PATIENCE_FOR_MEGABYTE * len(document) / 1_000_000
        name = _at_first(engine.name)
        if engine.kind == "libreoffice" and not ready:
            # What is no Word document is LibreOffice's to refuse.
            with suppress(WordError):
                document = for_libreoffice(document)
        try:
            if self._place is None:
                self._place = Workspace()
            path = self._place.fresh("job") / "report.docx"
            path.write_bytes(document)
            ending, made = _WAYS[engine.kind](engine, path, self._place, seconds, stop)
            data = made.read_bytes() if ending == "ended" and made.is_file() else b""
            said = path.with_name(approximation.NOTES)
            if said.is_file():
                notes += said.read_text(encoding="utf-8").splitlines()
            self._place.fresh("job")
        except OSError as error:
            raise PrintingError(f"{name} had no room to work in: {error.strerror}.") from error
        if ending == "stopped" or stop.is_set():
            raise StoppedError
        if ending == "too long":
            raise PrintingError(f"{name} did not finish within {seconds:.0f} seconds and was stopped.")
        if not data.startswith(b"%PDF-"):
            raise PrintingError(f"{name} ended without making the pages.")
        return data


def to_pdf(document: bytes, ways: Callable[[], Sequence[Engine]] = engines, stop: Event | None = None) -> Made:
    """The PDF of one Word document, to be given to people: accessible as it should be.

    Raises as `PageMaker.make` does.
    """
    maker = PageMaker(ways)
    try:
        made = maker.make(document, stop)
    finally:
        maker.close()
    return replace(made, data=_mended(made)) if made.engine.kind == "libreoffice" else made


def _mended(made: Made) -> bytes:
    """The PDF with LibreOffice's slips put right, unless that harmed it."""
    from clerkwell.printing.mending import mended
    from clerkwell.printing.pdf import page_count

    data = mended(made.data)
    try:
        return data if page_count(data) == made.pages else made.data
    except PrintingError:
        return made.data


def _at_first(name: str) -> str:
    return "The approximation" if name == "an approximation" else name
