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
from clerkwell.session.exporting import Exported, export_report, no_step
from clerkwell.session.pdf import MadePdf, PrintingError, export_pdf, page_advice
from clerkwell.session.sets import ExportedSets, export_sets
from clerkwell.system import FileError, Settings
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


def _nothing(_: Path) -> tuple[Path, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Making:
    """Something that can be exported. `name` goes on from "The", `was` from that: "The draft was not made".

    `place` asks where it goes; it is given the report's own place, as a Word document. `besides` are the files that
    are written over besides the one that was asked for. `make` raises what the session's function for it raises.
    `sound`: errors stand in its way, and `instead` is what can be had meanwhile. `whole`: it needs all of the report,
    also what only a newer program knows.
    """

    name: str
    was: str = "was"
    place: Callable[[FileDialogs, Path, Pack], Path | None]
    make: Callable[[Source, Path, Terms], Made]
    besides: Callable[[Path], tuple[Path, ...]] = _nothing
    sound: bool = True
    whole: bool = True
    instead: tuple[str, Making] | None = None


def document(*, draft: bool = False) -> Making:
    """The council's Word document, with its appendices beside it."""
    name = "draft" if draft else "final document"

    def make(source: Source, to: Path, terms: Terms) -> Made:
        done = _document(source, to, terms, draft)
        return replace(_made(done, f"The {name} is in {to.name}.{_rest(done)}"), sent=draft)

    return Making(name=name, place=lambda ask, own, _: ask.to_export(_named(own, draft)), make=make, sound=not draft)


def pdf(settings: Settings, *, draft: bool = False) -> Making:
    """A Word document and the PDF of it, made as the settings say.

    Where no PDF can be made, the Word document is there all the same, and the words say so.
    """
    name = "draft" if draft else "final document"

    def make(source: Source, to: Path, terms: Terms) -> Made:
        done = _document(source, to, terms, draft)
        terms.tell("Making the PDF")
        try:
            made = export_pdf(to, choice=settings.make_pages_with, libreoffice=settings.libreoffice, stop=terms.stop)
        except (PrintingError, FileError) as error:
            text = f"The {name} is in {to.name}, but no PDF was made: {error}{_rest(done)}"
            return replace(_made(done, text, "bad"), sent=draft)
        pages = "a page" if made.pages == 1 else f"{made.pages} pages"
        text = f"The {name} is in {to.name}, and a PDF of {pages} beside it.{_rest(done)}{_told(made, source.pack)}"
        return replace(_made(done, text), opens=made.path, sent=draft)

    return Making(
        name=f"PDF of {'a draft' if draft else 'the final document'}",
        place=lambda ask, own, _: ask.to_export(_named(own, draft), "Export to Word, and a PDF beside it"),
        make=make,
        besides=lambda to: (to.with_suffix(".pdf"),),
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
        return Made(f"The blank form of “{about.title}” is in {path.name}.", path, path.parent, source.report)

    return Making(name="blank form", place=place, make=make, sound=False, whole=False)


def _document(source: Source, to: Path, terms: Terms, draft: bool) -> Exported:
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
    return f" {path.name} lists for the clerk what was accepted and set aside." if path is not None else ""


def _told(made: MadePdf, pack: Pack) -> str:
    """What there is to know of a PDF: that it only approximates, what was tried in vain, how long it may be."""
    told = list(made.notes)
    if made.approximate:
        told.append("It is an approximation: Word may lay the pages out otherwise.")
    told.append(page_advice(made.pages, pack))
    return "".join(f" {each}" for each in told if each)


def _sets(done: ExportedSets, folder: Path) -> str:
    inside = f"the non-public set ({_files(done.non_public)})"
    if not done.public:
        return f"Nothing of this report is public; {inside} is in {folder.name}."
    return f"The public set ({_files(done.public)}) and {inside} are in {folder.name}."


def _files(files: tuple[Path, ...]) -> str:
    return "1 file" if len(files) == 1 else f"{len(files)} files"
