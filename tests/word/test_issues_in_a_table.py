"""A report whose implications are rows of a table: its own tables stand below, and come home to where they were."""

from clerkwell.intake.homecoming import read_draft
from clerkwell.model import Block, Paragraph, Report, Section, Table, Text, give_ids, words
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.came_back import edited, typed
from helpers.shipped import kept, sample, shipped


def with_tables(pack: Pack) -> Report:
    """The sample with a table among the words of one issue, and one before those of another."""
    report = sample(pack)
    table = next(block for section in report.sections for block in section.blocks if isinstance(block, Table))
    given: dict[str, tuple[Block, ...]] = {
        "financial": (Paragraph(runs=(Text(text="The sums are these."),)), table.model_copy(update={"id": "own-1"})),
        "legal": (table.model_copy(update={"id": "own-2", "caption": ""}),),
    }

    def filled(section: Section) -> Section:
        return section.model_copy(update={"blocks": (*given.get(section.id, ()), *section.blocks)})

    return give_ids(report.model_copy(update={"sections": tuple(map(filled, report.sections))}))


def test_tables_of_two_issues_come_home_to_their_own_and_to_their_places() -> None:
    pack = shipped("maidstone-2022")
    report = with_tables(pack)
    draft = write_document(report, pack, draft=True, attachments=kept(pack))
    came = read_draft(read_document(draft), pack, report, kept(pack))
    assert not came.findings
    assert came.report == report


def test_words_that_were_changed_beside_such_a_table_are_all_that_changes() -> None:
    pack = shipped("maidstone-2022")
    report = with_tables(pack)
    draft = write_document(report, pack, draft=True, attachments=kept(pack))
    came = read_draft(read_document(edited(draft, typed("The sums are these.", "They are:"))), pack, report, kept(pack))
    blocks = came.report.blocks("financial")
    assert [each.kind for each in blocks] == [each.kind for each in report.blocks("financial")]
    assert words(blocks[0]) == "They are:"
    assert came.report.blocks("legal") == report.blocks("legal")


def test_without_the_report_each_table_still_comes_to_its_own_issue() -> None:
    pack = shipped("maidstone-2022")
    report = with_tables(pack)
    alone = read_draft(read_document(write_document(report, pack, draft=True, attachments=kept(pack))), pack).report
    for issue in ("financial", "legal", "climate"):
        kinds = sorted(each.kind for each in alone.blocks(issue))
        assert kinds == sorted(each.kind for each in report.blocks(issue))
