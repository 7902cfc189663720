"""A draft that LibreOffice has opened and saved comes home too, though it has lost the tags of all its places.

What LibreOffice 7.4 destroys beyond mending, so that a report changes by it alone: a date of several lines that stands
in a control round paragraphs, when it holds characters that part lines or turn the direction of writing.
"""

from dataclasses import dataclass

import pytest

from clerkwell.intake import import_document
from clerkwell.intake.homecoming import draft_of, read_draft
from clerkwell.intake.homecoming.tags import is_place
from clerkwell.model import Block, Image, Paragraph, Report, SubHeading, Text, all_blocks, plain
from clerkwell.packs import Pack
from clerkwell.session.pictures import with_names
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.numbered import numbered_report
from helpers.office import Change, Opened, open_in_libreoffice
from helpers.shipped import IDS, in_cells, kept, sample, shipped
from helpers.tabled import tabled_pack, tabled_report, template
from helpers.torture import PICTURES, torture

pytestmark = pytest.mark.libreoffice

TYPED = "A sentence typed in LibreOffice."
TORTURED = ("city-of-london-2017", "generic-english-council")


@dataclass(frozen=True)
class Case:
    """A report, its files, and how its draft is edited."""

    report: Report
    pack: Pack
    files: dict[str, bytes]
    changes: tuple[Change, ...] = ()

    @property
    def draft(self) -> bytes:
        """The draft as it is sent."""
        return write_document(self.report, self.pack, draft=True, attachments=self.files)


def _cases() -> dict[str, Case]:
    done: dict[str, Case] = {}
    for pack_id in IDS:
        pack = shipped(pack_id)
        report = sample(pack)
        done[f"{pack_id}, as it was"] = Case(report, pack, kept(pack))
        edits = (
            Change("after", _beginning(_first(report)), TYPED),
            Change("delete", _beginning(_second(report, pack))),
        )
        done[f"{pack_id}, edited"] = Case(report, pack, kept(pack), edits)
    for pack_id in TORTURED:
        pack = shipped(pack_id)
        done[f"{pack_id}, hard to set"] = Case(torture(pack), pack, PICTURES)
    pack = shipped("city-of-london-2022")
    done["numbers"] = Case(numbered_report(pack, 3), pack, {})
    for short in (False, True):
        pack = tabled_pack(template(short=short))
        done[f"tables, {'short' if short else 'long'}"] = Case(tabled_report(pack), pack, {})
    return done


def _first(report: Report) -> Block:
    return report.sections[0].blocks[0]


def _second(report: Report, pack: Pack) -> Block:
    """A paragraph further on that nothing hangs on, in no cell: LibreOffice's way through a text passes tables by."""
    apart = in_cells(pack)
    return next(
        block
        for section in report.sections[2:]
        for block in (() if section.id in apart else section.blocks)
        if isinstance(block, Paragraph) and "\ufffc" not in plain(block.runs)
    )


def _beginning(block: Block) -> str:
    assert isinstance(block, Paragraph | SubHeading)
    return plain(block.runs)[:40]


CASES = _cases()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Opened]:
    """Every draft as LibreOffice has edited and saved it."""
    documents = [(case.draft, case.changes) for case in CASES.values()]
    opened = open_in_libreoffice(documents, tmp_path_factory.mktemp("home"), look=False)
    return dict(zip(CASES, opened, strict=True))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.changes])
def test_a_draft_that_libreoffice_has_saved_comes_home_as_it_went(name: str, saved: dict[str, Opened]) -> None:
    case, document = CASES[name], read_document(saved[name].saved)
    assert not any(is_place(each.tag) for each in document.controls.values())
    assert draft_of(document) is not None
    imported = read_draft(document, case.pack, case.report, case.files)
    assert imported.report == case.report


@pytest.mark.parametrize("pack_id", IDS)
def test_without_the_report_it_is_recognised_as_a_final_of_it_is(pack_id: str, saved: dict[str, Opened]) -> None:
    case, packs = CASES[f"{pack_id}, as it was"], [shipped(each) for each in IDS]
    imported = import_document(read_document(saved[f"{pack_id}, as it was"].saved), packs)
    final = write_document(case.report, case.pack, draft=False, attachments=case.files)
    expected = import_document(read_document(final), packs).report
    told = dict(zip(_pictures(expected), _pictures(imported.report), strict=True))
    # A draft says besides who was consulted.
    assert imported.report.model_copy(update={"consultations": ()}) == with_names(expected, told)
    assert imported.report.tray == ()


def _pictures(report: Report) -> list[str]:
    return [block.attachment for _, block in all_blocks(report) if isinstance(block, Image)]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.changes])
def test_what_was_typed_and_deleted_in_libreoffice_is_all_that_changes(name: str, saved: dict[str, Opened]) -> None:
    case = CASES[name]
    after = read_draft(read_document(saved[name].saved), case.pack, case.report, case.files).report
    gone = _second(case.report, case.pack)
    first = case.report.sections[0]
    expected = case.report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(
                    update={
                        "blocks": tuple(
                            block
                            for held in each.blocks
                            for block in (
                                (held, Paragraph(runs=(Text(text=TYPED),))) if held is first.blocks[0] else (held,)
                            )
                            if block is not gone
                        )
                    }
                )
                for each in case.report.sections
            )
        }
    )
    assert after == expected
    assert [block.id for block in after.sections[0].blocks if block in first.blocks] == [
        block.id for block in first.blocks
    ]
