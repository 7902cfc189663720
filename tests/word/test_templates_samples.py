"""The sample reports that ship: each uses every part of its pack, is sound, and makes a whole document."""

import io
import subprocess
import zipfile
from itertools import product
from pathlib import Path
from shutil import which

import pytest
from docx import Document

from clerkwell.model import Footnote, Landscape, Quotation, Reference, Report, Table, all_blocks, plain, walk
from clerkwell.packs import Pack, numbers, outline
from clerkwell.packs.outlining import OTHER
from clerkwell.rules import check
from clerkwell.word.writer import write_document
from helpers.shipped import IDS, kept, sample, shipped


@pytest.fixture(params=IDS)
def pack(request: pytest.FixtureRequest) -> Pack:
    return shipped(str(request.param))


@pytest.fixture
def report(pack: Pack) -> Report:
    return sample(pack)


def test_the_sample_is_of_its_pack(pack: Pack, report: Report) -> None:
    assert report.pack == pack.ref


def test_every_section_is_begun_and_none_is_left_over(pack: Pack, report: Report) -> None:
    parts = outline(report, pack)
    assert [part.id for part in parts if not part.stands and part.spec.id != OTHER] == []
    own = [part.id for part in parts if pack.section(part.id) is None]
    assert own == (["own-1"] if pack.manifest.pack.order == "report" else [])


def test_every_field_has_an_answer_that_was_understood(pack: Pack, report: Report) -> None:
    for spec in pack.manifest.field:
        repeat, dot, name = spec.id.partition(".")
        if repeat in ("appendices", "background-papers") or not spec.printed:
            continue
        answers = [row[name] for row in report.repeats[repeat]] if dot else [report.fields[repeat]]
        assert all(answer.text and answer.value for answer in answers), spec.id
    assert report.appendices
    assert report.background_papers


def test_every_kind_of_block_and_of_run_is_used(report: Report) -> None:
    blocks = [block for _, block in all_blocks(report)]
    kinds = {block.kind for block in blocks}
    assert kinds == {"paragraph", "subheading", "item", "quotation", "table", "image", "landscape"}
    items = [block for block in blocks if block.kind == "item"]
    assert {(item.ordered, item.level) for item in items} == set(product((True, False), range(3)))
    runs = [run for block in blocks for run in getattr(block, "runs", ())]
    assert {run.kind for run in runs} == {"text", "reference", "footnote"}
    assert any(isinstance(run, Footnote) for run in runs)
    texts = [run for run in runs if run.kind == "text"]
    assert any(run.bold for run in texts)
    assert any(run.italic for run in texts)
    assert any(run.link for run in texts)
    assert {run.script for run in texts} == {"normal", "super", "sub"}
    assert any(isinstance(block, Table) and block.rag_columns for block in blocks)
    assert any(isinstance(block, Quotation) for block in blocks)
    assert any(isinstance(block, Landscape) for block in blocks)


def test_live_references_lead_somewhere(pack: Pack, report: Report) -> None:
    blocks = {block.id for _, block in all_blocks(report)}
    numbered = numbers(report, pack).paragraphs
    ends = {
        "paragraph": set(numbered),
        "table": blocks,
        "section": {section.id for section in report.sections},
        "appendix": {appendix.id for appendix in report.appendices},
    }
    for _, block in all_blocks(report):
        for run in getattr(block, "runs", ()):
            if isinstance(run, Reference):
                assert run.target in ends[run.to]


def test_nothing_stands_against_the_sample(pack: Pack, report: Report) -> None:
    assert [problem.message for problem in check(report, pack) if problem.severity != "info"] == []


def test_pictures_are_kept_with_the_pack_and_have_alternative_text(pack: Pack, report: Report) -> None:
    pictures = [block for _, block in all_blocks(report) if block.kind == "image"]
    assert {picture.attachment for picture in pictures} == set(kept(pack))
    assert all(picture.alt for picture in pictures)


@pytest.mark.parametrize("draft", [True, False])
def test_the_whole_sample_is_in_the_document(pack: Pack, report: Report, draft: bool) -> None:
    written = write_document(report, pack, draft=draft, attachments=kept(pack))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        document = archive.read("word/document.xml").decode()
    Document(io.BytesIO(written))
    assert "showingPlcHdr" not in document
    assert "PlaceholderText" not in document
    for section in report.sections:
        for block in walk(section.blocks):
            for piece in plain(getattr(block, "runs", ())).split("\ufffc"):
                # Looks part a block into runs; a stretch of a few words stands in one of them.
                stretch = piece.strip()[:12].replace("&", "&amp;")
                assert stretch in document, piece


def in_words(document: bytes, folder: Path) -> str:
    """The document as LibreOffice shows it, with its numbers."""
    path = folder / "sample.docx"
    path.write_bytes(document)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    return path.with_suffix(".txt").read_text(encoding="utf-8-sig")


@pytest.mark.libreoffice
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_counts_paragraphs_headings_and_list_items_as_the_model_does(
    pack: Pack, report: Report, tmp_path: Path
) -> None:
    shown = in_words(write_document(report, pack, draft=False, attachments=kept(pack)), tmp_path)
    lines = [line.strip() for line in shown.splitlines()]
    counted = numbers(report, pack)
    for part in outline(report, pack):
        if part.id in counted.sections:
            assert f"{counted.sections[part.id]}. {part.heading}" in lines
        for block in part.section.blocks if part.section else ():
            number = counted.paragraphs.get(block.id)
            if number:
                lead = f"{part.heading} – " if part.spec.heading == "run-in" else ""
                start = plain(getattr(block, "runs", ())).split("\ufffc")[0][:20]
                assert any(line.startswith((f"{number}. {start}", f"{number}. {lead}{start}")) for line in lines)
    for item in ("1. Do nothing", "(a) faults", "(ii) the eight", "2. Repair", "3. Lease", "4. Buy"):
        assert any(line.startswith(item) for line in lines), item
