"""Shared notes go out in drafts as Word comments, on their words, and in nothing else."""

import io
from collections import defaultdict
from pathlib import Path

import docx
import pytest

from clerkwell.model import Cell, Footnote, Landscape, Note, Paragraph, Place, Reply, Report, Table, Text
from clerkwell.model.pins import words_at
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import Comment, Span, WordBlock, WordDocument, WordTable
from clerkwell.word.writer import write_blank, write_document
from helpers.building import make_report
from helpers.docx_making import SECT, p, pack_of, parts_of, sdt, section, xml_of
from helpers.noted import WHEN, note, noted, on_words, plain_words
from helpers.office import open_in_libreoffice
from helpers.planting import everything_in
from helpers.shipped import IDS, kept, sample, shipped
from helpers.torture import PICTURES, torture
from helpers.two_sets import exporter, part_exempt


def draft(report: Report, pack: Pack) -> bytes:
    return write_document(report, pack, draft=True, attachments={**PICTURES, **kept(pack)})


def spans(blocks: tuple[WordBlock, ...]) -> list[Span]:
    found: list[Span] = []
    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    found += spans(cell.blocks)
        else:
            found += block.spans
    return found


def anchored(document: WordDocument) -> dict[str, str]:
    """The words that each comment goes round, by the comment's text; marks of notes and references as objects."""
    told = {each.id: each for each in document.comments}
    found: dict[str, str] = defaultdict(str)
    for span in spans(document.blocks):
        for each in span.comments:
            found[told[each].text] += OBJECT if span.note is not None or span.target else span.text
    return found


@pytest.fixture
def small() -> Pack:
    subject = p(
        '<w:r><w:t xml:space="preserve">Subject: </w:t></w:r>' + sdt("field:subject", "<w:r><w:t>x</w:t></w:r>")
    )
    return pack_of(
        subject + section("summary") + section("options"),
        parts={"header1.xml": p(sdt("field:author", "<w:r><w:t>x</w:t></w:r>"))},
        sect=SECT.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="rId3"/><w:pgSz'),
    )


def with_notes(report: Report, *notes: Note) -> Report:
    return report.model_copy(update={"notes": notes})


def test_a_note_goes_out_with_its_author_time_and_words(small: Pack) -> None:
    report = make_report({"summary": "The park is worn out."})
    report = with_notes(report, on_words(report, "worn out", "Since when?", by="Ade Bright-Lane"))
    data = draft(report, small)
    [comment] = docx.Document(io.BytesIO(data)).comments
    assert (comment.text, comment.author, comment.initials) == ("Since when?", "Ade Bright-Lane", "ABL")
    assert comment.timestamp is not None
    assert comment.timestamp.replace(tzinfo=None) == WHEN
    assert anchored(read_document(data)) == {"Since when?": "worn out"}


def test_replies_and_what_is_resolved_come_back(small: Pack) -> None:
    report = make_report({"summary": "The park is worn out."})
    replies = (Reply(text="Ten years.", by="Bo Field", when=WHEN), Reply(text="More:\ntwelve & a <bit>."))
    report = with_notes(
        report,
        on_words(report, "park", "Open question"),
        on_words(report, "worn out", "Since when?", replies=replies, resolved=True),
    )
    found = read_document(draft(report, small)).comments
    when = found[0].when
    assert found == (
        Comment("0", "Open question", "Ade Bright", when),
        Comment("1", "Since when?", "Ade Bright", when, done=True),
        Comment("2", "Ten years.", "Bo Field", when, parent="1", done=True),
        Comment("3", "More:\ntwelve & a <bit>.", "Report author", None, parent="1", done=True),
    )


@pytest.mark.parametrize("pack_id", IDS)
def test_every_note_stands_on_the_words_that_it_quotes(pack_id: str) -> None:
    pack = shipped(pack_id)
    for report in (noted(sample(pack)), noted(torture(pack))):
        document = read_document(draft(report, pack))
        assert len(document.comments) == sum(1 + len(each.replies) for each in report.notes)
        found = anchored(document)
        exact = [each for each in report.notes if each.quote and each.place.block and each.quote != "nowhere"]
        assert exact
        for each in report.notes:
            assert each.text in found
        for each in exact:
            if _is_printed_as_written(report, each):
                assert _folded(found[each.text]) == _folded(words_at(report, each.place)), each


def _is_printed_as_written(report: Report, each: Note) -> bool:
    """Whether the words have one character for each of theirs: not where a reference has words before its number."""
    return OBJECT not in each.quote and any(
        block.id == each.place.block and block.kind != "landscape"
        for section in report.sections
        for block in section.blocks
        if section.id not in ("appendices", "background-papers")
    )


def _folded(text: str) -> str:
    return "".join(text.replace("\u2028", "\n").replace("\u2029", "\n").split())


def test_overlapping_notes_and_notes_on_notes_marks_keep_their_words(small: Pack) -> None:
    runs = (
        Text(text="The "),
        Text(text="old park", bold=True),
        Footnote(runs=plain_words("Since 1906.")),
        Text(text=" is closed."),
    )
    report = make_report({"summary": (Paragraph(runs=runs),)})
    block = report.blocks("summary")[0].id

    def at(start: int, end: int, text: str) -> Note:
        return note(Place(section="summary", block=block, start=start, end=end), text)

    report = with_notes(
        report, at(4, 16, "A"), at(8, 13, "B"), at(0, 4, "C"), at(0, 24, "D"), at(12, 13, "E"), at(6, 6, "F")
    )
    found = anchored(read_document(draft(report, small)))
    words = (f"old park{OBJECT} is", f"park{OBJECT}", "The ", f"The old park{OBJECT} is closed.", OBJECT)
    assert {name: found[name] for name in "ABCDE"} == dict(zip("ABCDE", words, strict=True))
    assert "F" in found


def test_a_note_between_words_and_a_reference_does_not_change_what_the_reference_says() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    plain = parts_of(draft(report, pack))["word/document.xml"]
    marked = xml_of(draft(noted(report), pack))
    assert "".join(_texts(plain.decode())) == "".join(_texts(marked))


def _texts(xml: str) -> list[str]:
    return [piece.partition(">")[2].partition("</w:t>")[0] for piece in xml.split("<w:t")[1:] if piece[0] in " >"]


def test_a_note_in_a_table_stands_in_its_cell(small: Pack) -> None:
    rows = tuple(
        tuple(Cell(paragraphs=(plain_words(each), (), plain_words("second"))) for each in row) for row in ("ab", "cd")
    )
    report = make_report({"summary": (Table(id="t", rows=rows), Landscape(blocks=(Table(id="u", rows=rows),)))})
    cell = note(Place(section="summary", block="t", path=(1, 1, 2), start=0, end=6), "cell", quote="second")
    whole = note(Place(section="summary", block="u"), "whole")
    found = anchored(read_document(draft(with_notes(report, cell, whole), small)))
    assert found == {"cell": "second", "whole": "a"}


def test_a_note_whose_words_are_gone_stands_on_its_paragraph_or_its_part(small: Pack) -> None:
    report = make_report({"summary": "The park.", "options": "Do nothing."})
    block = report.blocks("summary")[0].id
    gone = note(Place(section="summary", block=block, start=0, end=5), "words gone", quote="A lake")
    moved = note(Place(section="options", block="b99", start=0, end=5), "block gone", quote="A lake")
    nowhere = note(Place(section="legal", block="b99"), "part gone")
    found = anchored(read_document(draft(with_notes(report, gone, moved, nowhere), small)))
    assert found["words gone"] == "The park."
    assert found["block gone"] == "Options"
    assert set(found) == {"words gone", "block gone", "part gone"}


def test_a_note_on_a_field_goes_round_it_and_one_on_a_field_in_the_header_to_the_beginning(small: Pack) -> None:
    report = make_report({"summary": "The park."}, {"subject": "Parks", "author": "Sam Sample"})
    on_subject = note(Place(field="subject", start=1, end=3), "subject", quote="ar")
    on_author = note(Place(field="author"), "author")
    data = draft(with_notes(report, on_subject, on_author), small)
    found = anchored(read_document(data))
    assert found["subject"] == "Parks"
    assert found["author"] == "Subject: Parks"


def test_a_private_note_never_leaves_and_a_draft_without_shared_ones_is_as_it_was(small: Pack) -> None:
    report = make_report({"summary": "The park."})
    private = with_notes(report, on_words(report, "park", "Not for others", shared=False))
    assert draft(private, small) == draft(report, small)


def test_the_same_report_makes_the_same_bytes() -> None:
    pack = shipped("city-of-london-2023")
    assert draft(noted(sample(pack)), pack) == draft(noted(sample(pack)), pack)


def planted(report: Report) -> Report:
    """A report whose every note says a word that is nowhere else."""
    return report.model_copy(
        update={
            "notes": tuple(
                each.model_copy(
                    update={
                        "text": "Zyxomma asks",
                        "by": "Zyxomma Quill",
                        "replies": (Reply(text="Zyxomma answers", by="Zyxomma Two"),),
                    }
                )
                for each in noted(report).notes
            )
        }
    )


@pytest.mark.parametrize("pack_id", IDS)
def test_no_word_of_a_note_is_in_a_final_or_a_blank_form(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = planted(sample(pack))
    final = write_document(report, pack, draft=False, attachments=kept(pack))
    assert final == write_document(sample(pack), pack, draft=False, attachments=kept(pack))
    for data in (
        final,
        write_document(report, pack, draft=False, attachments=kept(pack), mark="Copy"),
        write_blank(pack),
    ):
        for name, part in parts_of(data).items():
            assert b"Zyxomma" not in part, name
            assert b"omment" not in part.replace(b"w:annotation", b"") or name == "word/styles.xml", name
    assert b"Zyxomma" in b"".join(parts_of(draft(report, pack)).values())


def test_no_word_of_a_note_is_in_either_set(tmp_path: Path) -> None:
    pack = shipped("city-of-london-2023")
    exporter(pack, tmp_path)(planted(part_exempt(pack)))
    files = list(everything_in(tmp_path))
    assert files
    assert not [name for name, data in files if b"Zyxomma" in data]


@pytest.mark.libreoffice
def test_libreoffice_reads_every_comment_on_its_words_and_saves_it(tmp_path: Path) -> None:
    pack = shipped("city-of-london-2023")
    report = noted(sample(pack))
    some = draft(with_notes(report, *report.notes[::5]), pack)
    [opened] = open_in_libreoffice([(some, ())], tmp_path, look=False)
    ours, theirs = read_document(some), read_document(opened.saved)
    # Answers it takes for comments like any other.
    assert sorted(_said(theirs)) == sorted(_said(ours))
    told = {each.text for each in report.notes}
    found = anchored(theirs)
    assert {text: words for text, words in found.items() if text in told} == {
        text: words for text, words in anchored(ours).items() if text in told
    }


def _said(document: WordDocument) -> list[tuple[str, str, bool]]:
    return [(" ".join(each.text.split()), each.author, each.done) for each in document.comments]
