"""The preview's pages, made in a process of their own: what that process does.

It keeps the report as it was last told, and what it laid out of it, so that an edit costs what the edit changes. It
reads asks and writes answers until nobody asks any more: the window has ended then, however it did.
"""

import gc
import os
from typing import BinaryIO

from clerkwell.model import Report
from clerkwell.model.advancing import advanced
from clerkwell.packs import Pack
from clerkwell.printing.approximation import Press
from clerkwell.printing.errors import PrintingError
from clerkwell.printing.page_map import Finder, Places
from clerkwell.printing.pdf import Pdf
from clerkwell.session.page_places import sought
from clerkwell.session.pages_asked import LONGEST, Answer, Ask
from clerkwell.system.crashes import without_words
from clerkwell.system.frames import get, put
from clerkwell.system.memory import give_back
from clerkwell.system.served import deadline, pipes, stand_back
from clerkwell.word.ooxml import WordError
from clerkwell.word.typeset import for_libreoffice
from clerkwell.word.writer import write_document


def work() -> int:
    """Be that process: asks come in on the standard input, answers go out on the standard output; the exit code."""
    asks, answers = pipes()
    stand_back(awaited=True)
    with asks, answers, open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, and no path
        serve(asks, answers, nowhere)
    return 0


def serve(asks: BinaryIO, answers: BinaryIO, nowhere: BinaryIO) -> None:
    """Do what is asked for, until nobody asks or listens any more."""
    kept = _Kept()
    gc.freeze()
    try:
        while True:
            ask: Ask = get(asks)
            with deadline(LONGEST, nowhere):
                answer = _answered(kept, ask)
            put(answers, answer)
            if ask.want == "pages":
                # Only then: tidied twice, it would have nothing left for the next pages.
                kept.tidy()
                give_back()
    except (EOFError, OSError):
        return


def _answered(kept: "_Kept", ask: Ask) -> Answer:
    try:
        return kept.answer(ask)
    except PrintingError as error:
        return Answer(failed=("printing", str(error)))
    except WordError as error:
        return Answer(failed=("word", str(error)))
    except OSError as error:
        return Answer(failed=("printing", f"There was no room to make the pages in: {error.strerror}."))
    except Exception as error:  # the top of this program: the window is told, and this goes on
        return Answer(fault=without_words(error))


class _Kept:
    """What the process knows from ask to ask."""

    def __init__(self) -> None:
        self._report: Report | None = None
        self._pack: Pack | None = None
        self._files: dict[str, bytes] = {}
        self._press: Press | None = None
        # One for ours, one for theirs: each knows its pages again.
        self._finder, self._finder_of_others = Finder(), Finder()

    def answer(self, ask: Ask) -> Answer:
        """What is asked for."""
        report = self._report = advanced(self._report, ask.report)
        pack = self._pack = ask.pack or self._pack
        assert pack is not None, "the first ask brings a pack"
        for name in ask.gone:
            self._files.pop(name, None)
        self._files.update(ask.files)
        if ask.folder is not None:
            self._press = Press(ask.folder, seen=True)
        if ask.want == "places":
            return Answer(places=_places(self._finder_of_others, ask.pdf, report, pack))
        document = write_document(report, pack, draft=True, attachments=self._files, log=False)
        if ask.want == "document":
            return Answer(document)
        if ask.want == "document for LibreOffice":
            return Answer(for_libreoffice(document))
        assert self._press is not None, "the first ask brings a folder"
        data, notes = self._press.pages(document)
        return Answer(data, notes, _places(self._finder, data, report, pack))

    def tidy(self) -> None:
        """Let go of what the next answer will not need."""
        if self._press is not None:
            self._press.tidy()


def _places(finder: Finder, data: bytes, report: Report, pack: Pack) -> Places:
    pdf = Pdf(data)
    try:
        return finder.places(pdf, sought(report, pack))
    finally:
        pdf.close()
