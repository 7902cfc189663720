"""The approximation: our own pages from the exported document, by Typst, in a process of its own.

Apart, because it takes seconds of a processor for a long report, and memory that is given back at its end; and so that
it can be stopped when nobody waits for it any more, like any other program that makes pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from clerkwell.printing.engines import Engine
from clerkwell.printing.errors import PrintingError
from clerkwell.printing.running import Ending, run
from clerkwell.printing.workspace import Workspace
from clerkwell.system.ourselves import for_ourselves, ourselves

if TYPE_CHECKING:
    from clerkwell.word.typeset import Typeset

# What the program is called with to be the process that makes the pages: no file, and no command for people.
WORK = "--make-pages"

# What the process has to say of the pages, a sentence a line.
NOTES = "notes.txt"
_SOURCE = "report.typ"


def convert(engine: Engine, document: Path, place: Workspace, seconds: float, stop: Event) -> tuple[Ending, Path]:
    """How it ended, and where the PDF is if there is one. Raises `PrintingError` if it cannot be started."""
    del engine, place
    arguments = [*ourselves(WORK), document.name]
    more = {**for_ourselves(), "PYTHONDONTWRITEBYTECODE": "1"}
    ending, _ = run(arguments, name="The approximation", folder=document.parent, more=more, seconds=seconds, stop=stop)
    return ending, document.with_suffix(".pdf")


def work(arguments: Sequence[str]) -> int:
    """In that process: make the pages of the document named, in the folder we are in, beside it; the exit code."""
    from clerkwell.word.ooxml import WordError

    document = Path(arguments[0])
    try:
        made, notes = make_here(document.read_bytes(), Path())
        (document.parent / NOTES).write_text("\n".join(notes), encoding="utf-8")
        document.with_suffix(".pdf").write_bytes(made)
    except (OSError, WordError, PrintingError):
        return 1
    return 0


def make_here(document: bytes, folder: Path) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, made in this process with the help of a private folder, and sentences on what it lacks.

    PDF/UA where it can be, and else without that promise; without its pictures where one of them is damaged. Raises
    `PrintingError`, or `WordError` for what is no Word document.
    """
    import typst

    from clerkwell.word.typeset import typeset

    def laid_out(source: Typeset) -> bytes:
        for name, data in source.files.items():
            (folder / name).write_bytes(data)
        path = folder / _SOURCE
        path.write_text(source.text, encoding="utf-8")
        try:
            return typst.compile(path, root=folder, format="pdf", pdf_standards="ua-1")
        except typst.TypstError:
            return typst.compile(path, root=folder, format="pdf")

    source = typeset(document)
    try:
        return laid_out(source), _notes(source)
    except typst.TypstError as error:
        if not source.files:
            raise PrintingError("The approximation could not lay the pages out.") from error
    source = typeset(document, pictures=False)
    try:
        return laid_out(source), _notes(source)
    except typst.TypstError as error:
        raise PrintingError("The approximation could not lay the pages out.") from error


def _notes(source: Typeset) -> tuple[str, ...]:
    match source.unshown:
        case 0:
            return ()
        case 1:
            return ("One picture could not be shown; its place is left empty.",)
        case several:
            return (f"{several} pictures could not be shown; their places are left empty.",)
