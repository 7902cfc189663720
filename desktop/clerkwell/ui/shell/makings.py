"""What can be exported: a Word document, a PDF of it, the public and non-public sets, the blank form.

Each says where it goes, whether errors stand in its way, and how it is made; `exporting` is the one flow of them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.printing import StoppedError
from clerkwell.session.blank import export_blank
from clerkwell.session.exporting import Exported, Turned, export_report, no_step
from clerkwell.session.pdf import PdfPages, PrintingError, page_advice, pdf_of
from clerkwell.session.sets import ExportedSets, export_sets
from clerkwell.system import Settings, numbered_copy
from clerkwell.ui.kit.messages import Tone
from clerkwell.ui.shell.accepting import Acceptance
from clerkwell.ui.shell.files import FileDialogs


@dataclass(frozen=True)
class Source:
    """What is exported: the frozen report, its pack and its files."""

    report: Report
    pack: Pack
    attachments: Mapping[str, bytes]


@dataclass(frozen=True)
class Terms:
    """On what terms: who accepted errors, whether anybody may, and what says that nobody waits for it any more.

    `clean`: comments, tracked changes and names are taken out of Word appendices. `tell` hears what is done next.
    """

    given: Acceptance | None
    may_accept: bool
    stop: Event
    clean: bool = False
    tell: Callable[[str], object] = no_step

    def step(self, words: str) -> None:
        """Begin the next step. Raises `StoppedError` if nobody waits for it any more."""
        if self.stop.is_set():
            raise StoppedError
        self.tell(words)

    @property
    def accept(self) -> str:
        """The reason for accepting errors; "" for none."""
        return self.given.reason if self.given else ""

    @property
    def by(self) -> str:
        """Who accepts them."""
        return self.given.by if self.given else ""


@dataclass(frozen=True)
class Made:
    """What was made, for the person: in words, to be opened, and lying in a folder.

    `report` has the errors in it that were `accepted`. `found` are sentences about what was withheld and what
    appendices hold. `sent`: it is a draft, which may come home with changes.
    """

    text: str
    opens: Path
    folder: Path
    report: Report
    accepted: tuple[Problem, ...] = ()
    tone: Tone = "good"
    found: tuple[str, ...] = ()
    sent: bool = False


@dataclass(frozen=True, kw_only=True)
class Making:
    """Something that can be exported. `name` goes on from "The", `was` from that: "The draft was not made".

    `place` asks where it goes; it is given the report's own place, as a Word document. `make` raises what the session's
    function for it raises. `closed`: it is one document that holds also what is not for publication. `sound`: errors
    stand in its way, and `instead` is what can be had meanwhile. `whole`: it needs all of the report, also what only a
    newer program knows.
    """

    name: str
    was: str = "was"
    place: Callable[[FileDialogs, Path, Pack], Path | None]
    make: Callable[[Source, Path, Terms], Made]
    closed: bool = False
    sound: bool = True
    whole: bool = True
    instead: tuple[str, Making] | None = None


def document(*, draft: bool = False) -> Making:
    """The council's Word document, with its appendices beside it."""
    name = "draft" if draft else "final document"

    def make(source: Source, to: Path, terms: Terms) -> Made:
        done = _document(source, to, terms, draft)
        return replace(_made(done, f"The {name} is in “{to.name}”.{_rest(done)}"), sent=draft)

    return Making(
        name=name,
        place=lambda ask, own, _: ask.to_export(_named(own, draft)),
        make=make,
        closed=not draft,
        sound=not draft,
    )


def pdf(settings: Settings, *, draft: bool = False) -> Making:
    """A PDF of the document, made as the settings say; a Word document that lies beside it stays as it is.

    Where no PDF can be made, a Word document is there in its place, and the words say so.
    """
    name = "draft" if draft else "final document"

    def make(source: Source, to: Path, terms: Terms) -> Made:
        printed: list[PdfPages] = []

        def print_it(document: bytes) -> bytes:
            terms.step("Making the PDF")
            choice, office = settings.make_pages_with, settings.libreoffice
            printed.append(pdf_of(document, choice=choice, libreoffice=office, stop=terms.stop))
            return printed[0].data

        try:
            done = _document(source, to, terms, draft, print_it)
        except PrintingError as error:
            word = to.with_suffix(".docx")
            word = numbered_copy(word) if word.exists() else word
            done = _document(source, word, terms, draft)
            text = f"The {name} is in “{word.name}”, but no PDF was made: {error}{_rest(done)}"
            return replace(_made(done, text, "bad"), sent=draft)
        pages = "1 page" if printed[0].pages == 1 else f"{printed[0].pages} pages"
        text = f"The {name} is in “{to.name}”, a PDF of {pages}.{_rest(done)}{_told(printed[0], source.pack)}"
        return _made(done, text)

    return Making(
        name=f"PDF of {'a draft' if draft else 'the final document'}",
        place=lambda ask, own, _: ask.to_pdf(_named(own, draft).with_suffix(".pdf")),
        make=make,
        closed=not draft,
        sound=not draft,
        instead=None if draft else ("PDF of a &draft…", pdf(settings, draft=True)),
    )


def both_sets() -> Making:
    """What is published and what is not, each in a folder."""

    def make(source: Source, to: Path, terms: Terms) -> Made:
        done = export_sets(
            source.report,
            source.pack,
            source.attachments,
            to,
            accept=terms.accept,
            by=terms.by,
            may_accept=terms.may_accept,
            clean_appendices=terms.clean,
            by_subject=True,
            step=terms.step,
        )
        text = f"{_sets(done, to)}{_accepted(done.accepted)}{_for_clerk(done.for_clerk)}"
        return Made(text, to, to, done.report, done.accepted, found=done.found)

    title = "Choose a folder for the public and the non-public set"
    return Making(name="sets", was="were", place=lambda ask, own, _: ask.folder(own.parent, title), make=make)


def blank_form() -> Making:
    """The pack's empty form, for people who plan on paper. Nothing of the report is in it."""

    def place(ask: FileDialogs, own: Path, pack: Pack) -> Path | None:
        return ask.to_export(
            own.with_name(f"{_plain(pack.manifest.pack.title)} - blank form.docx"), "Export the blank form"
        )

    def make(source: Source, to: Path, _: Terms) -> Made:
        path = export_blank(source.pack, to)
        about = source.pack.manifest.pack
        return Made(f"The blank form of “{about.title}” is in “{path.name}”.", path, path.parent, source.report)

    return Making(name="blank form", place=place, make=make, sound=False, whole=False)


def _document(source: Source, to: Path, terms: Terms, draft: bool, turn: Turned | None = None) -> Exported:
    return export_report(
        source.report,
        source.pack,
        source.attachments,
        to,
        draft=draft,
        accept=terms.accept,
        by=terms.by,
        may_accept=terms.may_accept,
        clean_appendices=terms.clean,
        step=terms.step,
        turn=turn,
    )


def _made(done: Exported, text: str, tone: Tone = "good") -> Made:
    return Made(text, done.path, done.path.parent, done.report, done.accepted, tone, done.found)


def _plain(title: str) -> str:
    """A title as part of a file's name: without what some system's files cannot be called."""
    return " ".join("".join(" " if letter in '<>:"/\\|?*' else letter for letter in title).split()).rstrip(". ")


def _named(own: Path, draft: bool) -> Path:
    return own.with_name(f"{own.stem} - draft.docx") if draft else own


def _rest(done: Exported) -> str:
    """What else there is to say of a document: what lies beside it, what was accepted for it."""
    count = len(done.beside)
    beside = "An appendix is" if count == 1 else f"{count} appendices are"
    return (f" {beside} beside it." if count else "") + _accepted(done.accepted) + _for_clerk(done.for_clerk)


def _accepted(accepted: tuple[Problem, ...]) -> str:
    count = len(accepted)
    if not count:
        return ""
    return " An error is accepted." if count == 1 else f" {count} errors are accepted."


def _for_clerk(path: Path | None) -> str:
    if path is None:
        return ""
    return (
        f"\n“{path.name}” is for the clerk: what was accepted and set aside, and why anything is not for publication."
    )


def _told(made: PdfPages, pack: Pack) -> str:
    """What there is to know of a PDF: that it only approximates, what was tried in vain, how long it may be."""
    told = list(made.notes)
    if made.approximate:
        told.append("It is an approximation: Word may lay the pages out otherwise.")
    told.append(page_advice(made.pages, pack))
    return "".join(f" {each}" for each in told if each)


def _sets(done: ExportedSets, folder: Path) -> str:
    """What was made, a line for each folder: their names are as long as the report's."""
    lines = [f"“{done.non_public[0].parent.name}”: {_files(done.non_public)}."]
    if not done.public:
        return "\n".join((f"Nothing of this report is public. In “{folder.name}” is one folder:", *lines))
    lines = [f"“{done.public[0].parent.name}”: {_files(done.public)}, which can be published.", *lines]
    return "\n".join((f"Both sets are in “{folder.name}”.", *lines))


def _files(files: tuple[Path, ...]) -> str:
    return "1 file" if len(files) == 1 else f"{len(files)} files"
