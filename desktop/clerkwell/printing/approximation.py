"""The approximation: our own pages from the exported document, by Typst, in a process of its own.

Apart, because it takes seconds of a processor for a long report, and memory that is given back at its end; and so that
it can be stopped when nobody waits for it any more, like any other program that makes pages.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import clerkwell
from clerkwell.printing.engines import Engine
from clerkwell.printing.errors import PrintingError
from clerkwell.printing.running import Ending, run
from clerkwell.printing.workspace import Workspace

# What the program is called with to be the process that makes the pages: no file, and no command for people.
WORK = "--make-pages"

_SOURCE = "report.typ"


def convert(engine: Engine, document: Path, place: Workspace, seconds: float, stop: Event) -> tuple[Ending, Path]:
    """How it ended, and where the PDF is if there is one. Raises `PrintingError` if it cannot be started."""
    del engine, place
    arguments = [*_ourselves(), WORK, document.name]
    sources = str(Path(clerkwell.__file__).parents[1])
    path = os.pathsep.join(each for each in (sources, os.environ.get("PYTHONPATH", "")) if each)
    more = {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    ending, _ = run(arguments, name="The approximation", folder=document.parent, more=more, seconds=seconds, stop=stop)
    return ending, document.with_suffix(".pdf")


def work(arguments: Sequence[str]) -> int:
    """In that process: make the pages of the document named, in the folder we are in, beside it; the exit code."""
    from clerkwell.word.ooxml import WordError
    from clerkwell.word.typeset import typeset

    document = Path(arguments[0])
    try:
        source = typeset(document.read_bytes())
        for name, data in source.files.items():
            Path(name).write_bytes(data)
        Path(_SOURCE).write_text(source.text, encoding="utf-8")
        document.with_suffix(".pdf").write_bytes(compiled(Path(_SOURCE)))
    except (OSError, WordError, PrintingError):
        return 1
    return 0


def compiled(source: Path) -> bytes:
    """The PDF of a Typst file: PDF/UA where it can be, and else without that promise. Raises `PrintingError`."""
    import typst

    try:
        return typst.compile(source, root=source.parent, format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        try:
            return typst.compile(source, root=source.parent, format="pdf")
        except typst.TypstError as error:
            raise PrintingError("The pages could not be laid out.") from error


def _ourselves() -> list[str]:
    """What starts this program: in a built one its own file, and else Python with the package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "clerkwell"]
