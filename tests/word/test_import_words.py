"""Everything that LibreOffice shows of a Word document is in the report, its tray, or the account of the import."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from clerkwell.intake import import_document
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.intake import packs, words_of
from helpers.shipped import IDS, kept, sample, shipped
from helpers.word_accounts import counted, held_words
from helpers.word_layouts import layouts
from helpers.word_reports import shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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
        report = counted(held_words(imported))
        account = counted(each.words for each in imported.mapped) + counted(each.text for each in imported.findings)
        given = counted([seen[name]])
        lost = given - report - account
        # The marks of notes are counted anew.
        assert set(lost) <= {"1", "i"}, (name, lost)
        made_up = report - given - in_the_file(document)
        assert not made_up, (name, made_up)
