"""A final document that was exported here, imported again: the same report, but for what no final says."""

import re

import pytest

from clerkwell.intake import Imported, import_document
from clerkwell.model import Blocks, Image, Landscape, Paragraph, Reference, Report, Table, all_blocks
from clerkwell.packs import Pack, numbers
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.shipped import IDS, kept, sample, shipped


def come_back(pack: Pack, report: Report) -> Imported:
    document = write_document(report, pack, draft=False, attachments=kept(pack))
    return import_document(read_document(document), [shipped(each) for each in IDS])


def as_a_final_says_it(report: Report, pack: Pack, files: dict[str, str]) -> Report:
    """The report without what a final does not carry, all of it named here.

    - which blocks are not for publication (`private`), and the status of appendices;
    - ids of blocks and appendices, of which references speak (they are numbered in order);
    - what kept files are called (`files` gives the names in the document);
    - `plain`, where the layout numbers no paragraphs, so that none looks otherwise;
    - the consultation log, notes, waivers, versions and times, which are in no document.
    """
    appendices = {each.id: f"appendix-{number}" for number, each in enumerate(report.appendices, 1)}
    names = {block.id: f"b{number}" for number, (_, block) in enumerate(all_blocks(report), 1)}
    unnumbered = not numbers(report, pack).paragraphs

    def pointed(text: str) -> str:
        return {**appendices, **names}.get(text, text)

    def told(blocks: Blocks) -> Blocks:
        done = []
        for block in blocks:
            update: dict[str, object] = {"private": False, "id": names[block.id]}
            if isinstance(block, Landscape):
                update["blocks"] = told(block.blocks)
            if isinstance(block, Image):
                update["attachment"] = files[block.attachment]
            if isinstance(block, Paragraph) and unnumbered:
                update["plain"] = False
            if hasattr(block, "runs"):
                update["runs"] = tuple(
                    run.model_copy(update={"target": pointed(run.target)}) if isinstance(run, Reference) else run
                    for run in block.runs
                )
            done.append(block.model_copy(update=update))
        return tuple(done)

    return Report(
        pack=report.pack,
        fields=report.fields,
        repeats=report.repeats,
        sections=tuple(
            each.model_copy(update={"blocks": told(each.blocks), "done": False}) for each in report.sections
        ),
        appendices=tuple(
            each.model_copy(
                update={
                    "id": appendices[each.id],
                    "status": "",
                    "exempt_paragraphs": (),
                    "attachment": "",
                    "blocks": told(each.blocks),
                }
            )
            for each in report.appendices
        ),
        background_papers=report.background_papers,
    )


@pytest.mark.parametrize("pack_id", IDS)
def test_a_final_comes_back_as_the_report_it_was_made_of(pack_id: str) -> None:
    pack = shipped(pack_id)
    imported = come_back(pack, sample(pack))
    files = dict(zip(kept(pack), imported.attachments, strict=True))
    assert imported.pack.ref == pack.ref
    assert imported.report == as_a_final_says_it(sample(pack), pack, files)


@pytest.mark.parametrize("pack_id", IDS)
def test_the_pictures_of_a_final_come_back_byte_for_byte(pack_id: str) -> None:
    pack = shipped(pack_id)
    imported = come_back(pack, sample(pack))
    used = {block.attachment for _, block in all_blocks(imported.report) if isinstance(block, Image)}
    assert used == set(imported.attachments)
    assert list(imported.attachments.values()) == list(kept(pack).values())


@pytest.mark.parametrize("pack_id", IDS)
def test_nothing_of_a_final_is_left_over_or_lacking(pack_id: str) -> None:
    pack = shipped(pack_id)
    imported = come_back(pack, sample(pack))
    assert imported.report.tray == ()
    assert [each.text for each in imported.findings if each.kind == "lacking"] == []


@pytest.mark.parametrize("pack_id", IDS)
def test_what_came_back_is_exported_as_the_same_document_text(pack_id: str) -> None:
    pack = shipped(pack_id)
    imported = come_back(pack, sample(pack))
    first = read_document(write_document(sample(pack), pack, draft=False, attachments=kept(pack)))
    again = read_document(write_document(imported.report, pack, draft=False, attachments=imported.attachments))
    assert words(again.blocks) == words(first.blocks)


def words(blocks: object) -> list[str]:
    return re.findall(r"text='([^']*)'", repr(blocks))


def test_a_final_with_exempt_parts_says_that_they_have_to_be_marked_again() -> None:
    imported = come_back(pack := shipped("generic-english-council"), sample(pack))
    assert any("mark them again" in each.text for each in imported.findings)


def test_tables_have_their_headers_captions_and_colours_again() -> None:
    pack = shipped("city-of-london-2023")
    tables = [block for _, block in all_blocks(come_back(pack, sample(pack)).report) if isinstance(block, Table)]
    given = [block for _, block in all_blocks(sample(pack)) if isinstance(block, Table)]
    assert [(each.caption, each.header_rows, each.rag_columns) for each in tables] == [
        (each.caption, each.header_rows, each.rag_columns) for each in given
    ]
