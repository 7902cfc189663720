"""`new` and `import`: reports made."""

import argparse
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say
from clerkwell.cli.reports import installed, keep_new, now
from clerkwell.intake import Imported, import_text
from clerkwell.packs import Catalogue
from clerkwell.session.coming_home.brought_in import BroughtIn, brought_in
from clerkwell.session.in_date import better
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport
from clerkwell.system import read_bytes
from clerkwell.system.texts import read_text
from clerkwell.word.ooxml import WordError

_WORD = (".docx", ".dotx", ".docm", ".dotm")
# Every Word document is an archive; an older one, or one with a password, is a file of the other kind.
_ARCHIVE = b"PK\x03\x04"
# What people have instead; each with what to do about it.
_OTHERS = {
    ".doc": "an old Word document: open it in Word, save it as .docx",
    ".dot": "an old Word template: open it in Word, save it as .docx",
    ".rtf": "a document in Rich Text Format: open it in Word, save it as .docx",
    ".odt": "an OpenDocument text: open it in Word or LibreOffice, save it as .docx",
    ".pdf": "a PDF: find the Word document that it was made from, or save its text as .txt",
}
# Larger than any report in print; what is larger is a book, or no text.
_LARGEST_TEXT = 20 * 1024 * 1024
_LARGEST_DOCUMENT = 200 * 1024 * 1024


def make_new(options: argparse.Namespace) -> int:
    """Make an empty report in a pack."""
    pack = installed().to_start(options.pack, now().date())
    keep_new(options.output, StoredReport(report=new_report(pack, now()), pack_files=pack.files))
    say(f"{options.output} is a new report in “{pack.manifest.pack.title}”, {pack.manifest.pack.council}.")
    return 0


def bring_in(options: argparse.Namespace) -> int:
    """Make a report from a text or a Word document; say what could not be placed and what the source lacked."""
    catalogue = installed()
    if options.pack:
        catalogue.get(options.pack)
    suffix = options.input.suffix.casefold()
    if suffix in _OTHERS and options.input.is_file():
        raise CommandError(f"{options.input.name} is {_OTHERS[suffix]}, and import that.")
    if _is_word(options.input):
        made = _document_in(options.input, catalogue, options.pack)
        imported, kept = made.imported, made.stored
    else:
        packs = catalogue.known(now().date())
        imported = import_text(read_text(options.input, _LARGEST_TEXT), packs, options.pack)
        report = imported.report.model_copy(update={"created": now(), "modified": now()})
        kept = StoredReport(report=report, pack_files=imported.pack.files, attachments=imported.attachments)
    keep_new(options.output, kept)
    _print_import(imported, options.output)
    fitting = better(imported.report, imported.pack, catalogue, now().date())
    if fitting is not None:
        say(fitting.words)
    return 0


def _is_word(path: Path) -> bool:
    return path.suffix.casefold() in _WORD or read_bytes(path, _LARGEST_DOCUMENT).startswith(_ARCHIVE)


def _document_in(path: Path, catalogue: Catalogue, pack_id: str | None) -> BroughtIn:
    try:
        data, packs = read_bytes(path, _LARGEST_DOCUMENT), catalogue.known(now().date())
        return brought_in(data, path.name, packs, now(), pack_id)
    except WordError as error:
        raise CommandError(f"{path.name}: {error}") from error


def _print_import(imported: Imported, output: Path) -> None:
    pack = imported.pack.manifest.pack
    say(f"{output} is a report in “{pack.title}”, {pack.council} ({pack.id} {pack.version}).")
    titles = {
        "tray": "Could not be placed, and is kept in the tray:",
        "lacking": "The source lacked:",
        "noted": "Also:",
    }
    for kind, title in titles.items():
        found = [finding for finding in imported.findings if finding.kind == kind]
        if found:
            say(title)
        for finding in found:
            say(f"  - {finding.text}{f' ({finding.where})' if finding.where else ''}")
    _print_mapped(imported)


def _print_mapped(imported: Imported) -> None:
    """Say which words are not in the report because its document prints them, so that none is without an account."""
    kinds = {
        "The template prints these itself:": ("label", "heading", "council"),
        "Numbers and bullets, which the document counts anew:": ("number",),
        "Prompts, and answers that were not ticked:": ("prompt",),
    }
    for title, kept in kinds.items():
        held = [" ".join(each.words.split()) for each in imported.mapped if each.to in kept]
        if words := [each for each in held if each]:
            say(title)
            say(f"  {' · '.join(words)}")
