"""The approximation: our own pages from the exported document, by Typst, in a process of its own.

Apart, because it takes seconds of a processor for a long report, and memory that is given back at its end; and so that
it can be stopped when nobody waits for it any more, like any other program that makes pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from clerkwell.printing.engines import Engine
from clerkwell.printing.errors import PrintingError
from clerkwell.printing.running import Ending, run
from clerkwell.printing.workspace import Workspace
from clerkwell.system.ourselves import for_ourselves, ourselves

if TYPE_CHECKING:
    import typst

    from clerkwell.word.typeset import Typeset

# What the program is called with to be the process that makes the pages: no file, and no command for people.
WORK = "--make-pages"

# What the process has to say of the pages, a sentence a line.
NOTES = "notes.txt"
# Documents for which Typst keeps what it has laid out, less the one that is to find it.
_KEPT = 9


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

    Raises as `Press.pages` does.
    """
    return Press(folder).pages(document)


class Press:
    """Makes the pages of one document after another; what is as it was in the one before is not laid out again.

    Pictures lie in `folder` meanwhile, and nothing else of a document does.
    """

    def __init__(self, folder: Path, *, seen: bool = False) -> None:
        """`seen`: the pages are only looked at, and drop what a PDF has for who hears it. They come the sooner."""
        self._folder = folder
        self._seen = seen
        self._compiler: typst.Compiler | None = None
        self._lying: dict[str, bytes] = {}

    def pages(self, document: bytes) -> tuple[bytes, tuple[str, ...]]:
        """The PDF, and sentences on what it lacks.

        PDF/UA where it can be, and else without that promise; without its pictures where one of them is damaged. Raises
        `PrintingError`, or `WordError` for what is no Word document.
        """
        import typst

        from clerkwell.word.typeset import typeset

        source = typeset(document, heard=not self._seen)
        try:
            return self._laid_out(source), _notes(source)
        except typst.TypstError as error:
            if not source.files:
                raise PrintingError("The approximation could not lay the pages out.") from error
        source = typeset(document, pictures=False, heard=not self._seen)
        try:
            return self._laid_out(source), _notes(source)
        except typst.TypstError as error:
            raise PrintingError("The approximation could not lay the pages out.") from error

    def tidy(self) -> None:
        """Let go of what only pages before the last ones had. Typst itself keeps it for ten documents more."""
        if self._compiler is not None:
            for _ in range(_KEPT):
                self._compiled(b"", tags=False)

    def _laid_out(self, source: Typeset) -> bytes:
        import typst

        self._lay(source.files)
        words = source.text.encode()
        if self._compiler is None:
            self._compiler = typst.Compiler(words, root=self._folder)
        try:
            return self._compiled(words, tags=not self._seen, standard=None if self._seen else "ua-1")
        except typst.TypstError:
            if self._seen:
                raise
            return self._compiled(words)

    def _compiled(self, words: bytes, *, tags: bool = True, standard: Literal["ua-1"] | None = None) -> bytes:
        assert self._compiler is not None
        made = self._compiler.compile(input=words, format="pdf", pdf_tags=tags, pdf_standards=standard)
        assert isinstance(made, bytes), "a PDF is one file"
        return made

    def _lay(self, files: Mapping[str, bytes]) -> None:
        """Have these pictures in the folder, and no others."""
        for name in self._lying.keys() - files.keys():
            (self._folder / name).unlink(missing_ok=True)
        for name, data in files.items():
            if self._lying.get(name) != data:
                (self._folder / name).write_bytes(data)
        self._lying = dict(files)


def _notes(source: Typeset) -> tuple[str, ...]:
    match source.unshown:
        case 0:
            return ()
        case 1:
            return ("One picture could not be shown; its place is left empty.",)
        case several:
            return (f"{several} pictures could not be shown; their places are left empty.",)
