"""Word documents on the command line: `check` of any of them, whoever made it."""

from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.reports import installed
from clerkwell.model import Problem
from clerkwell.packs.load import TEMPLATE
from clerkwell.system import read_bytes
from clerkwell.word.accessibility import check_document, made_with
from clerkwell.word.ooxml import WordError

_WORD = (".docx", ".dotx", ".docm", ".dotm")
# What people send instead; each with what to do about it.
_OTHERS = {
    ".doc": "an old Word document; open it in Word and save it as .docx",
    ".dot": "an old Word template; open it in Word and save it as .docx",
    ".rtf": "a document in Rich Text Format; open it in Word and save it as .docx",
    ".odt": "an OpenDocument text; open it in Word or LibreOffice and save it as .docx",
    ".pdf": "a PDF; check the Word document that it was made from",
    ".xlsx": "an Excel workbook; only reports and Word documents are checked here",
    ".pptx": "a PowerPoint presentation; only reports and Word documents are checked here",
}


def is_document(path: Path) -> bool:
    """Whether a file is checked as a Word document, going by its name."""
    return path.suffix.casefold() in _WORD


def check_word_file(path: Path) -> tuple[Problem, ...]:
    """Every problem of a Word document; faults of the installed template that it was made with are graded as such.

    Raises `FileError`, or `CommandError` for what is no Word document, or a damaged one.
    """
    data = read_bytes(path)
    try:
        return check_document(data, _template(*made_with(data)))
    except WordError as error:
        raise CommandError(f"{path.name}: {error}") from error


def made_in(path: Path) -> tuple[str, str]:
    """The pack that a Word document says it was made in, and its version; "" where it says nothing of it."""
    return made_with(read_bytes(path))


def refuse_others(path: Path) -> None:
    """Raise `CommandError` for a file that is known by its name to be neither a report nor a document of today."""
    kind = _OTHERS.get(path.suffix.casefold())
    if kind is not None and path.exists():
        raise CommandError(f"{path.name} is {kind}.")


def _template(pack_id: str, version: str) -> bytes | None:
    if not pack_id:
        return None
    packs = [pack for pack in installed().packs if pack.id == pack_id]
    same = [pack for pack in packs if pack.ref.version == version]
    return next((pack.files[TEMPLATE] for pack in (*same, *packs)), None)
