"""Word documents as values, imported: what Word knows for certain wins over what their words look like."""

import pytest

from clerkwell.intake import Imported, NotAReportError, import_document
from clerkwell.model import Footnote, ListItem, Paragraph, Reference, SubHeading, Table, Text, plain, words
from clerkwell.packs import PackNotFoundError
from clerkwell.word.reader.document import (
    Change,
    Comment,
    Picture,
    Span,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)
from helpers.docx_making import png
from helpers.intake import packs

LONG = "The hall has been let to the same club for thirty years, and the lease ends in March of the coming year."


def line(words: str | Span, **more: object) -> WordParagraph:
    span = Span(text=words) if isinstance(words, str) else words
    return WordParagraph(spans=(span,), **more)  # type: ignore[arg-type]  # each test names what it needs


def heading(words: str, level: int = 1) -> WordParagraph:
    return line(words, style=f"heading {level}", heading=level, strong=True)


def table(*rows: tuple[str, ...], header: bool = False) -> WordTable:
    made = (WordRow(cells=tuple(WordCell(blocks=(line(cell),)) for cell in row)) for row in rows)
    done = list(made)
    if header:
        done[0] = WordRow(cells=done[0].cells, header=True)
    return WordTable(rows=tuple(done))


HEAD: tuple[WordBlock, ...] = (line("Report to: Lettings Panel"), line("Subject: The village hall"))
ASKED: tuple[WordBlock, ...] = (heading("Recommendations"), line("That the lease is renewed."))


def come_in(*blocks: WordBlock, pack_id: str | None = None, **more: object) -> Imported:
    document = WordDocument(blocks=(*HEAD, *ASKED, *blocks), **more)  # type: ignore[arg-type]  # each test's own
    return import_document(document, packs(), pack_id)


def noted(imported: Imported) -> list[str]:
    return [finding.text for finding in imported.findings if finding.kind == "noted"]


def test_heading_styles_say_which_heading_is_inside_which() -> None:
    report = come_in(
        heading("What happened", 1), line(LONG), heading("The first year", 2), line(LONG), heading("Costs so far", 1)
    ).report
    assert [each.heading for each in report.sections[1:]] == ["What happened", "Costs so far"]
    assert [type(block) for block in report.sections[1].blocks] == [Paragraph, SubHeading, Paragraph]


def test_a_known_heading_deeper_than_a_section_that_has_begun_is_a_sub_heading_of_it() -> None:
    report = come_in(
        heading("Background"), line(LONG), heading("The new scheme"), heading("Background", 2), line(LONG)
    ).report
    assert [each.id for each in report.sections] == ["recommendations", "background", "own-1"]
    assert isinstance(report.sections[2].blocks[0], SubHeading)


def test_a_short_line_is_no_heading_where_headings_can_be_seen() -> None:
    rest = (heading("Policy"), line(LONG))
    report = come_in(heading("Background"), line(LONG), line("No change"), line(LONG), *rest).report
    assert [type(block) for block in report.blocks("background")] == [Paragraph] * 3


def test_a_whole_sentence_in_a_heading_style_is_text() -> None:
    blocks = come_in(heading("Background"), line(LONG, style="heading 2", heading=2)).report.blocks("background")
    assert [type(block) for block in blocks] == [Paragraph]


def test_a_title_is_the_subject_and_heads_no_section() -> None:
    document = WordDocument(blocks=(line("The village hall", style="Title", heading=1, size=40), HEAD[0], *ASKED))
    assert import_document(document, packs()).report.field("subject").text == "The village hall"


def test_bold_words_in_a_sentence_stay_bold_and_a_bold_heading_is_plain() -> None:
    bold = WordParagraph(spans=(Span(text="Costs", bold=True),), strong=True)
    mixed = WordParagraph(spans=(Span(text="It costs "), Span(text="nothing", bold=True), Span(text=" at all.")))
    blocks = come_in(heading("Background"), line(LONG), heading("More", 2), bold, mixed).report.blocks("background")
    assert [plain(block.runs) for block in blocks if isinstance(block, SubHeading)] == ["More", "Costs"]
    assert not any(
        run.bold for block in blocks if isinstance(block, SubHeading) for run in block.runs if isinstance(run, Text)
    )
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    assert [run.bold for run in last.runs if isinstance(run, Text)] == [False, True, False]


def test_numbers_of_two_lists_are_told_apart_by_their_lists() -> None:
    def item(words: str, label: str, list_id: str) -> WordParagraph:
        return line(words, label=label, listed="number", list_id=list_id)

    blocks = come_in(
        heading("Background"),
        item(LONG, "1.", "7"),
        item("It lists two things:", "2.", "7"),
        item("one of them", "1.", "9"),
        item("another of them", "2.", "9"),
        item("a third, which counts as the run would", "3.", "9"),
        item("It goes on.", "3.", "7"),
        pack_id="city-of-london-2023",
    ).report.blocks("background")
    assert [type(block).__name__ for block in blocks] == ["Paragraph"] * 2 + ["ListItem"] * 3 + ["Paragraph"]


def test_bullets_inside_numbered_paragraphs_begin_at_the_outer_level() -> None:
    def item(words: str, label: str, level: int, kind: str = "bullet") -> WordParagraph:
        return line(words, label=label, listed=kind, list_id="3", level=level)

    blocks = come_in(
        heading("Background"),
        item(LONG, "1.", 0, "number"),
        item("first", "•", 1),
        item("inside it", "–", 2),
        pack_id="city-of-london-2023",
    ).report.blocks("background")
    assert [block.level for block in blocks if isinstance(block, ListItem)] == [0, 1]


def test_words_that_word_prints_as_a_label_stay() -> None:
    blocks = come_in(heading("Background"), line("It is so.", label="Article 4", listed="number")).report.blocks(
        "background"
    )
    assert words(blocks[0]) == "Article 4 It is so."


def test_a_reference_to_a_paragraph_that_came_in_is_live() -> None:
    there = line(LONG, label="1.", listed="number", list_id="1", bookmarks=("_Ref1",))
    here = WordParagraph(
        spans=(Span(text="See paragraph "), Span(text="1", target="_Ref1"), Span(text=".")),
        label="2.",
        listed="number",
        list_id="1",
    )
    report = come_in(heading("Background"), there, here, pack_id="city-of-london-2023").report
    first, second = report.blocks("background")
    assert isinstance(second, Paragraph)
    assert second.runs[1] == Reference(to="paragraph", target=first.id)


def test_a_reference_whose_target_is_called_otherwise_here_stays_words_and_is_said() -> None:
    there = line(LONG, bookmarks=("_Ref1",))
    here = WordParagraph(spans=(Span(text="See "), Span(text="the lease", target="_Ref1"), Span(text=".")))
    imported = come_in(heading("Background"), there, here)
    assert words(imported.report.blocks("background")[1]) == "See the lease."
    assert "A cross-reference stays the words that it showed, and no longer follows renumbering." in noted(imported)


def test_a_note_on_a_heading_stands_at_the_text_below() -> None:
    noted_heading = WordParagraph(spans=(Span(text="Background"), Span(note=(line("Of 1911."),))), heading=1)
    (block,) = come_in(noted_heading, line(LONG)).report.blocks("background")
    assert isinstance(block, Paragraph)
    assert block.runs[-1] == Footnote(runs=(Text(text="Of 1911."),))


def test_a_note_on_a_heading_in_a_table_s_cell_stands_at_the_text_beside_it() -> None:
    cell = WordCell(blocks=(WordParagraph(spans=(Span(text="Background papers"), Span(note=(line("As listed."),)))),))
    listed = WordTable(rows=(WordRow(cells=(cell, WordCell(blocks=(line("None"),)))),))
    (block,) = come_in(heading("Policy"), line(LONG), listed).report.blocks("background-papers")
    assert isinstance(block, Paragraph)
    assert block.runs[-1] == Footnote(runs=(Text(text="As listed."),))


def test_a_note_in_the_header_stands_in_brackets_as_no_field_holds_one() -> None:
    head = WordParagraph(spans=(Span(text="Date of meeting: 3 May 2024"), Span(note=(line("At noon."),))))
    report = import_document(WordDocument(blocks=(*HEAD, head, *ASKED)), packs()).report
    assert report.repeats["committees"][0]["date"].text == "3 May 2024 (At noon.)"


def test_a_table_of_data_says_known_headings_and_is_one_table_all_the_same() -> None:
    data = table(("Part", "Words"), ("Summary", "50"), ("Background", "200"), header=True)
    imported = come_in(heading("Policy"), line(LONG), data)
    assert [each.id for each in imported.report.sections] == ["recommendations", "policy"]
    block = imported.report.blocks("policy")[-1]
    assert isinstance(block, Table)
    assert (block.header_rows, len(block.rows)) == (1, 3)


def test_appendices_listed_in_a_table_are_appendices() -> None:
    listed = table(("Appendices", "Appendix 1 – The lease"), ("Background papers", "None"))
    report = come_in(heading("Policy"), line(LONG), listed).report
    assert [(each.number, each.title) for each in report.appendices] == [("1", "The lease")]


def test_a_picture_before_all_words_is_a_logo_and_left_out() -> None:
    logo = WordParagraph(spans=(Span(picture=Picture("crest.png", "The crest")),))
    document = WordDocument(blocks=(logo, *HEAD, *ASKED), pictures={"crest.png": png()})
    imported = import_document(document, packs())
    assert imported.attachments == {}
    assert any("The crest" in each for each in noted(imported))


def test_a_picture_without_a_place_is_in_the_tray_by_name_and_kept() -> None:
    map_ = WordParagraph(spans=(Span(picture=Picture("map.png", "The hall")),))
    document = WordDocument(blocks=(HEAD[0], map_, HEAD[1], *ASKED), pictures={"map.png": png()})
    imported = import_document(document, packs())
    assert [item.text for item in imported.report.tray] == ["[Picture map.png: The hall]"]
    assert imported.attachments == {"map.png": png()}


def test_a_picture_of_a_kind_that_no_report_shows_is_named() -> None:
    drawing = WordParagraph(spans=(Span(picture=Picture("plan.emf", "The plan")),))
    imported = come_in(heading("Background"), line(LONG), drawing, pictures={"plan.emf": b"\x01\0\0\0"})
    assert any("plan.emf" in each and "The plan" in each for each in noted(imported))


def test_page_headers_and_footers_are_left_out_and_said() -> None:
    imported = come_in(headers=(line("Lettings Panel papers"),), footers=(line("Page 1"),))
    assert {"Lettings Panel papers", "Page 1"} <= {each.words for each in imported.mapped if each.to == "page"}


def test_what_did_not_come_in_is_listed() -> None:
    imported = come_in(dropped={"text colour": 2, "font": 1}, unread=("a chart in paragraph 3",), macros=True)
    assert "Formatting that a report does not hold was left out: 2 text colours, 1 font." in noted(imported)
    assert "Not read: a chart in paragraph 3." in noted(imported)
    assert any("macros" in each and "not run" in each for each in noted(imported))


def test_changes_are_counted_by_kind_and_person_and_moves_once() -> None:
    changes = (
        Change("c1", "insertion", "Alex Example", words="new"),
        Change("c2", "deletion", "Sam Sample", words="old words"),
        Change("c3", "move-from", "Sam Sample", words="moved", pair="c4"),
        Change("c4", "move-to", "Sam Sample", words="moved", pair="c3"),
    )
    imported = come_in(changes=changes)
    assert (
        "Tracked changes were taken as accepted: 1 insertion, 1 deletion, 1 move, by Sam Sample (2), Alex Example (1)."
        in noted(imported)
    )
    assert "Taken out by Sam Sample: “old words”" in noted(imported)


def test_comments_are_notes_at_their_words() -> None:
    said = WordParagraph(spans=(Span(text="It costs "), Span(text="nothing", comments=("0",)), Span(text=".")))
    imported = come_in(heading("Background"), said, comments=(Comment("0", "Really?", "Alex Example"),))
    (note,) = imported.report.notes
    assert (note.text, note.by, note.quote, note.place.section) == ("Really?", "Alex Example", "nothing", "background")
    assert "1 comment was kept as a note." in noted(imported)


def test_the_tray_says_where_its_words_stood() -> None:
    clause = line("Exemption clause: number 4")
    document = WordDocument(blocks=(*HEAD, clause, *ASKED))
    imported = import_document(document, packs(), "city-of-london-2023")
    assert imported.report.tray
    assert all("paragraph" in item.came_from for item in imported.report.tray)


def test_a_letter_is_refused_in_word_too() -> None:
    letter = (line("Dear Alex"), line(LONG), line("Yours sincerely"), line("Sam Sample"))
    with pytest.raises(NotAReportError, match="letter"):
        import_document(WordDocument(blocks=letter), packs())


def test_minutes_are_refused_in_word_too() -> None:
    minutes = (heading("Minutes of the Lettings Panel"), line("Present: A. Example"), line("Apologies: none"))
    with pytest.raises(NotAReportError, match="minutes"):
        import_document(WordDocument(blocks=minutes), packs())


def test_a_record_of_a_decision_is_refused_in_word_too() -> None:
    record = (heading("Record of Executive Decision"), table(("Decision taken", LONG), ("Signed by", "A. Example")))
    with pytest.raises(NotAReportError, match="decision"):
        import_document(WordDocument(blocks=record), packs())


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(NotAReportError, match="no words"):
        import_document(WordDocument(blocks=(WordParagraph(),)), packs())


def test_a_pack_that_is_not_there_is_named() -> None:
    with pytest.raises(PackNotFoundError, match="no-such-pack"):
        come_in(pack_id="no-such-pack")


def test_the_pack_that_a_document_names_decides() -> None:
    imported = come_in(properties={"Clerkwell pack": "city-of-london-2017"})
    assert imported.pack.id == "city-of-london-2017"
