"""An inspector's letter: read for what it found, and kept as an appendix of the report, the file as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath

from clerkwell.intake.letters import LetterFinding, LetterSource, findings_in, source_of
from clerkwell.model import (
    Appendix,
    Edit,
    Paragraph,
    Report,
    SetAppendices,
    SetBlocks,
    SetSections,
    Several,
    is_empty,
    is_nil,
    plain,
)
from clerkwell.packs import Pack
from clerkwell.session.pdf_texts import is_pdf, pdf_pages
from clerkwell.session.session import Session
from clerkwell.word.attached import kind_of
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordDocument

_TEXTS = frozenset({".txt", ".text", ".md", ""})
_OLD_WORD = frozenset({".doc", ".dot", ".rtf", ".odt"})


@dataclass(frozen=True)
class Letter:
    """A letter as a file, with what it found and who wrote it.

    `said` is a sentence about what could not be read of it, or ""; it can be attached all the same.
    """

    name: str
    data: bytes = field(repr=False)
    findings: tuple[LetterFinding, ...] = ()
    source: LetterSource = field(default_factory=LetterSource)
    said: str = ""


def read_letter(name: str, data: bytes) -> Letter:
    """A letter from the name and the bytes of its file: Word, PDF or plain text. Anything else is only a file."""
    text, said = _text(name, data)
    if text is None:
        return Letter(name, data, said=said)
    findings = findings_in(text)
    if not findings:
        said = (
            "No headings such as “Strengths” or “Areas for development” were found in it, so there is nothing to offer "
            "as a quotation. The letter can be attached as it is."
        )
    return Letter(name, data, findings, source_of(text), said)


def offered(letter: Letter, report: Report) -> Appendix:
    """The appendix that a letter would be: the next number, and who it is from as its title. Its file comes later."""
    title = letter.source.named if letter.source.sender or letter.source.signed else ""
    return Appendix(
        id=_next_id(report.appendices),
        number=_next_number(report.appendices),
        title=title or PurePosixPath(PureWindowsPath(letter.name).name).stem,
        status="public",
    )


def attach_letter(session: Session, letter: Letter, appendix: Appendix | None = None) -> Appendix:
    """Keep the letter's file with the report, and list it as an appendix: one step of undo.

    `appendix` is the offered one, as the user has changed it. Gives it as it stands in the report now.
    """
    wanted = appendix or offered(letter, session.report)
    kept = session.add_attachment(PureWindowsPath(letter.name).name, letter.data)
    done = wanted.model_copy(update={"attachment": kept, "link": "", "blocks": ()})
    if session.report.appendix(done.id) is not None:
        done = done.model_copy(update={"id": _next_id(session.report.appendices)})
    session.apply(_with(session.report, session.pack, done), f"Attach {done.title}")
    return done


def _text(name: str, data: bytes) -> tuple[str | WordDocument | None, str]:
    """What a letter says, and a sentence about what keeps it from being read."""
    ending = PurePosixPath(PureWindowsPath(name).name).suffix.casefold()
    if is_pdf(data):
        pages = pdf_pages(data)
        if pages is None:
            return None, "It has a password or is damaged, so what it says could not be read."
        if not any(page.strip() for page in pages):
            return None, "Its pages are pictures without text, as scans are, so what it says could not be read."
        # The last one ends with a turn too, so that even a single page is known to be one.
        return "".join(f"{page}\n\f" for page in pages), ""
    if kind_of(data) == "word":
        try:
            return read_document(data), ""
        except WordError as error:
            return None, str(error)
    if ending in _OLD_WORD:
        return None, "It is an old kind of document. Save it as .docx or PDF for its findings to be offered."
    if (ending in _TEXTS and b"\x00" not in data[:100_000]) or _is_utf16(data):
        return _decoded(data), ""
    return None, "It is no Word document, PDF or plain text, so what it says could not be read."


def _is_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _decoded(data: bytes) -> str:
    if _is_utf16(data):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _with(report: Report, pack: Pack, appendix: Appendix) -> Edit:
    """The edit that lists one more appendix; a "None" in their section makes way for it."""
    listed = SetAppendices(appendices=(*report.appendices, appendix))
    section_id = next((spec.id for spec in pack.manifest.section if spec.kind == "appendices"), "appendices")
    section = report.section(section_id)
    blocks = [block for block in section.blocks if not is_empty((block,))] if section else []
    if not blocks or not all(isinstance(each, Paragraph) and is_nil(plain(each.runs)) for each in blocks):
        return listed
    if section is not None and section.heading:
        return Several(edits=(SetBlocks(section=section_id, blocks=()), listed))
    others = tuple(each for each in report.sections if each.id != section_id)
    return Several(edits=(SetSections(sections=others), listed))


def _next_number(appendices: Sequence[Appendix]) -> str:
    """The number after the last one's, counted as that is: 2 after 1, B after A."""
    last = appendices[-1].number if appendices else "0"
    if last.isdecimal():
        return str(int(last) + 1)
    if len(last) == 1 and last.isascii() and last.isalpha() and last not in "zZ":
        return chr(ord(last) + 1)
    return str(len(appendices) + 1)


def _next_id(appendices: Sequence[Appendix]) -> str:
    taken = {appendix.id for appendix in appendices}
    number = len(appendices) + 1
    while f"appendix-{number}" in taken:
        number += 1
    return f"appendix-{number}"
