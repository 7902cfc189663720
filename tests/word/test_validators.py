"""Every pack's sample, draft and final, as validators, LibreOffice and another library see it.

Every document that any test writes is checked too: by the fixture `every_export_is_sound`, and here at the end.
"""

import io
from pathlib import Path

import docx
import pytest

from clerkwell.packs import numbers, outline
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_blank, write_document
from helpers.exports import Exports, audit_faults, quick_faults, sdk_faults
from helpers.independent import paragraphs_of, shown_by_libreoffice, words_of
from helpers.shipped import IDS, kept, sample, shipped
from helpers.torture import PICTURES, torture


@pytest.fixture(params=[f"{pack} {kind}" for pack in IDS for kind in ("draft", "final")])
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    pack_id, kind = str(request.param).split()
    pack = shipped(pack_id)
    path = tmp_path / f"{pack_id}-{kind}.docx"
    path.write_bytes(write_document(sample(pack), pack, draft=kind == "draft", attachments=kept(pack)))
    return path


@pytest.mark.validator
@pytest.mark.parametrize("pack_id", IDS)
def test_what_is_hardest_to_set_is_sound_in_every_pack(pack_id: str) -> None:
    pack = shipped(pack_id)
    for draft in (True, False):
        data = write_document(torture(pack), pack, draft=draft, attachments=PICTURES)
        assert not quick_faults(data)
        assert not audit_faults(data)


@pytest.mark.validator
@pytest.mark.last
def test_the_open_xml_sdk_finds_nothing_in_whatever_was_written_while_the_tests_ran(exports: Exports) -> None:
    for pack_id in IDS:
        pack = shipped(pack_id)
        for draft in (True, False):
            write_document(sample(pack), pack, draft=draft, attachments=kept(pack))
        write_document(torture(pack), pack, draft=draft, attachments=PICTURES)
        write_blank(pack)
    assert not exports.settle()
    chosen = exports.fewest()
    assert chosen
    assert not sdk_faults(chosen)


@pytest.mark.heavy
@pytest.mark.validator
@pytest.mark.last
def test_the_open_xml_sdk_finds_nothing_in_any_document(exports: Exports) -> None:
    assert not sdk_faults(exports.kept.values())


@pytest.mark.libreoffice
def test_libreoffice_shows_the_words_that_are_in_the_file(exported: Path, tmp_path: Path) -> None:
    shown = " ".join(words_of("\n".join(shown_by_libreoffice(exported.read_bytes(), tmp_path))))
    at = 0
    for paragraph in paragraphs_of(exported.read_bytes()):
        for word in words_of(paragraph):
            found = shown.find(word, at)
            assert found >= 0, (word, paragraph)
            # Notes are shown where their marks are, so a word may stand a little further on, never before.
            at = max(at, found)


@pytest.mark.libreoffice
def test_our_reader_and_libreoffice_give_the_same_numbers(exported: Path, tmp_path: Path) -> None:
    shown = [line.strip() for line in shown_by_libreoffice(exported.read_bytes(), tmp_path)]
    lines = [line for line in document_lines(exported.read_bytes()) if line.story == "body" and not line.cell]
    for line in lines:
        if line.label and line.label[0] not in "•–▪" and line.text.strip():
            start = " ".join(line.text.split("\n")[0].split()[:2])
            assert any(each.startswith(f"{line.label} {start}") for each in shown), (line.label, line.text)


def test_another_library_reads_the_same_paragraphs(exported: Path) -> None:
    ours = [line.text for line in document_lines(exported.read_bytes()) if line.story == "body"]
    assert [" ".join(text.split()) for text in paragraphs_of(exported.read_bytes())] == [
        " ".join(text.split()) for text in ours
    ]
    if "final" in exported.name:
        theirs = docx.Document(io.BytesIO(exported.read_bytes())).paragraphs
        loose = [line for line in document_lines(exported.read_bytes()) if line.story == "body" and not line.cell]
        assert [each.text for each in theirs] == [line.text for line in loose]


@pytest.mark.parametrize("pack_id", IDS)
def test_the_numbers_of_a_sample_are_the_models(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = sample(pack)
    lines = document_lines(write_document(report, pack, draft=True, attachments=kept(pack)))
    told = numbers(report, pack)
    style = pack.manifest.roles.get("numbered-paragraph")
    assert [line.label for line in lines if line.style == style] == [f"{n}." for n in told.paragraphs.values()]
    headed = {line.text: line.label for line in lines if line.heading and line.label}
    assert headed == {
        part.heading: f"{told.sections[part.id]}." for part in outline(report, pack) if part.id in told.sections
    }
