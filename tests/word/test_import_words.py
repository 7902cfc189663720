"""Everything that LibreOffice shows of a Word document is in the report, its tray, or the account of the import."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from clerkwell.intake import Imported, import_document
from clerkwell.model import Block, Footnote, Image, Landscape, Runs, Table, Text, all_blocks
from clerkwell.packs import numbers, outline
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from clerkwell.word.writer.references import Targets, names_sections, targets
from helpers.intake import packs, words_of
from helpers.shipped import IDS, kept, sample, shipped
from helpers.word_layouts import layouts
from helpers.word_reports import shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What stands in the tray for a picture.
_PICTURE = re.compile(r"\[Picture[^\]]*\]")


def said(runs: Runs, pointed: Targets) -> str:
    """The words of runs; a live reference says what its target is called."""
    pieces = []
    for run in runs:
        if isinstance(run, Text):
            pieces.append(run.text)
        elif isinstance(run, Footnote):
            pieces.append(f" {said(run.runs, pointed)} ")
        elif target := pointed.get(run.to, run.target):
            # Where the text does not say what the number is of, the document does.
            unnamed = run.to == "section" and target.is_number and not names_sections("".join(pieces))
            pieces.append(f"section {target.words}" if unnamed else target.words)
    return "".join(pieces)


def block_words(block: Block, pointed: Targets) -> str:
    match block:
        case Table():
            cells = (said(runs, pointed) for row in block.rows for cell in row for runs in cell.paragraphs)
            return "\n".join([block.caption, *cells])
        case Image():
            return block.caption
        case Landscape():
            return ""
        case _:
            return said(block.runs, pointed)


def held(imported: Imported) -> Iterator[str]:
    """The words of the report and of its tray."""
    report, pack = imported.report, imported.pack
    parts = [part for part in outline(report, pack) if part.stands]
    pointed = targets(report, parts, numbers(report, pack), 1, report.appendices)
    yield from (value.text for value in report.fields.values())
    yield from (value.text for rows in report.repeats.values() for row in rows for value in row.values())
    yield from (section.heading for section in report.sections)
    yield from (block_words(block, pointed) for _, block in all_blocks(report))
    yield from (f"{each.number} {each.title}" for each in report.appendices)
    yield from (paper.title for paper in report.background_papers)
    yield from (_PICTURE.sub("", item.text) for item in report.tray)


def counted(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in words_of(text))


def in_the_file(document: bytes) -> Counter[str]:
    """Every word of a document's text, text boxes and notes too, which LibreOffice leaves out of a text."""
    words: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(?:document|footnotes|endnotes)\.xml", name):
                for line in ElementTree.fromstring(archive.read(name)).iter(f"{_W}p"):
                    texts = [each.text or "" if each.tag == f"{_W}t" else " " for each in line.iter() if _is_word(each)]
                    words += Counter(words_of("".join(texts)))
    return words


def _is_word(element: ElementTree.Element) -> bool:
    return element.tag in (f"{_W}t", f"{_W}tab", f"{_W}br")


def finals() -> dict[str, bytes]:
    done = {}
    for pack_id in IDS:
        pack = shipped(pack_id)
        done[pack_id] = write_document(sample(pack), pack, draft=False, attachments=kept(pack))
    return done


@pytest.mark.libreoffice
def test_every_word_that_libreoffice_shows_is_accounted_for_and_none_is_made_up(tmp_path: Path) -> None:
    documents = {name.replace(" ", "-"): data for name, data in {**layouts(), **finals()}.items()}
    seen = shown(documents, tmp_path)
    for name, document in documents.items():
        imported = import_document(read_document(document), packs())
        report = counted(held(imported))
        account = counted(each.words for each in imported.mapped) + counted(each.text for each in imported.findings)
        given = counted(iter([seen[name]]))
        lost = given - report - account
        # The marks of notes are counted anew.
        assert set(lost) <= {"1", "i"}, (name, lost)
        made_up = report - given - in_the_file(document)
        assert not made_up, (name, made_up)
