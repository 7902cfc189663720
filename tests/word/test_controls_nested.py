"""Controls in one another, and repeats of every shape."""

from clerkwell.model import FieldValue
from helpers.building import MANIFEST, make_report
from helpers.controls_read import controls_of, rows_of_tables, words_of_part
from helpers.docx_making import body_of, p, prompt, sdt, tbl, tc, tr
from helpers.filled import committees, written

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
PROMPT = "<w:showingPlcHdr/>"


def test_a_field_within_a_field_keeps_both_answers_and_one_within_itself_is_filled_once() -> None:
    report = make_report(fields={"subject": "Trees", "purpose": "For Decision"})
    inline = p(sdt("field:subject", prompt("field:purpose")))
    block = sdt("field:subject", p("Click") + p(prompt("field:purpose")), PROMPT)
    for body in (inline, block):
        said = "".join(words_of_part(written(body, report, draft=False), "word/document.xml"))
        assert said == "TreesFor Decision"
        assert [each.tag for each in controls_of(written(body, report, draft=True))] == [
            "field:subject",
            "field:purpose",
        ]
    twice = sdt("field:subject", p(prompt("field:subject")), PROMPT)
    assert words_of_part(written(twice, report, draft=False), "word/document.xml") == ["Trees"]


def test_a_control_with_an_answer_inside_it_shows_no_prompt() -> None:
    around = sdt("nobody", p(prompt("field:subject")), PROMPT)
    assert [each.prompt for each in controls_of(written(around, draft=True))] == [False, False]
    assert words_of_part(written(around, draft=False), "word/document.xml") == ["Trees & paths"]


def test_controls_of_all_shapes_in_one_another_are_all_filled() -> None:
    row = sdt("repeat:committees", tr(sdt("field:committees.name", tc(p("x"))), tc(p(prompt("field:committees.date")))))
    body = sdt("group", tbl(tr(tc(p("Committee")), tc(p("Date"))), row)) + p("after")
    report = committees(("Parks", "7 May"), ("Roads", "8 May"))
    rows = [["Committee", "Date"], ["Parks", "7 May"], ["Roads", "8 May"]]
    assert rows_of_tables(written(body, report, draft=False)) == rows
    data = written(body, report, draft=True)
    assert rows_of_tables(data) == rows
    shapes = [each.shape for each in controls_of(data)]
    assert shapes == ["block", "row", "cell", "inline", "row", "cell", "inline"]


def test_a_section_may_hold_a_repeat_and_the_fields_of_the_report() -> None:
    body = sdt(
        "section:summary",
        p("Summary")
        + sdt("repeat:committees", p(prompt("field:committees.name") + prompt("field:subject")))
        + sdt("body:summary", p("x")),
    )
    report = committees(("Parks", ""), ("Roads", ""), subject="Trees").model_copy(
        update={"sections": make_report({"summary": "Words"}).sections}
    )
    said = ["Summary", "ParksTrees", "RoadsTrees", "Words"]
    assert words_of_part(written(body, report, draft=False), "word/document.xml") == said


def test_a_repeat_within_a_repeat_comes_whole_in_each_row() -> None:
    manifest = (
        MANIFEST
        + '[[repeat]]\nid = "authors"\ntitle = "A"\nsingular = "a"\n[[field]]\nid = "authors.name"\ntitle = "N"\n'
    )
    inner = sdt("repeat:authors", p(prompt("field:authors.name")))
    body = sdt("repeat:committees", p(prompt("field:committees.name")) + inner)
    report = committees(("Parks", ""), ("Roads", ""))
    authors = ({"name": FieldValue(text="Sam Sample")}, {"name": FieldValue(text="Kim Example")})
    report = report.model_copy(update={"repeats": {**report.repeats, "authors": authors}})
    data = written(body, report, draft=False, manifest=manifest)
    names = ["Sam Sample", "Kim Example"]
    assert words_of_part(data, "word/document.xml") == ["Parks", *names, "Roads", *names]


def test_repeated_cells_share_the_room_of_one_and_the_other_rows_go_on_over_them() -> None:
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>{}</w:tbl>'
    cells = tr(tc(p("Committees")), sdt("repeat:committees", tc(p(prompt("field:committees.name")))))
    other = tr(tc(p("Subject")), tc(p(prompt("field:subject"))))
    report = committees(("Parks", ""), ("Roads", ""), subject="Trees")
    data = written(grid.format(cells + other) + p("after"), report, draft=False)
    assert rows_of_tables(data) == [["Committees", "Parks", "Roads"], ["Subject", "Trees"]]
    xml = body_of(data)
    assert xml.count('<w:gridCol w:w="4000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>') == 1
    assert xml.count('<w:tcW w:w="2000" w:type="dxa"/>') == 2
    assert xml.count('<w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/>') == 1


def test_cells_that_repeat_in_every_row_stay_in_line() -> None:
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>{}</w:tbl>'
    names = tr(tc(p("Committee")), sdt("repeat:committees", tc(p(prompt("field:committees.name")))))
    dates = tr(tc(p("Date")), sdt("repeat:committees", tc(p(prompt("field:committees.date")))))
    report = committees(("Parks", "7 May"), ("Roads", "8 May"), ("Trees", "9 May"))
    data = written(grid.format(names + dates) + p("after"), report, draft=False)
    assert rows_of_tables(data) == [["Committee", "Parks", "Roads", "Trees"], ["Date", "7 May", "8 May", "9 May"]]
    assert "gridSpan" not in body_of(data)
    assert body_of(data).count('<w:gridCol w:w="2000"/>') == 3


def test_a_repeating_section_of_words_own_gets_an_item_for_each_row() -> None:
    item = sdt("", tr(tc(p(prompt("field:committees.name")))), f"<w15:repeatingSectionItem {W15}/>")
    body = tbl(sdt("repeat:committees", item + item, f"<w15:repeatingSection {W15}/>")) + p("after")
    report = committees(("Parks", ""), ("Roads", ""), ("Trees", ""))
    data = written(body, report, draft=True)
    assert rows_of_tables(data) == [["Parks"], ["Roads"], ["Trees"]]
    assert body_of(data).count("<w15:repeatingSectionItem") == 3
    assert [each.tag for each in controls_of(data)].count("repeat:committees") == 1
    assert rows_of_tables(written(body, report, draft=False)) == [["Parks"], ["Roads"], ["Trees"]]
