"""Content controls of every shape and kind, wherever a maintainer puts them: kept in drafts, plain in finals."""

from pathlib import Path

import pytest

from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.controls_read import controls_of, rows_of_tables, words_of_part
from helpers.docx_making import ROLES, body_of, p, pack_of, plain, prompt, sdt, section, tbl, tc, tr
from helpers.filled import REPORT, committees, written
from helpers.independent import shown_by_libreoffice
from helpers.shipped import kept, sample, shipped

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
PROMPT = "<w:showingPlcHdr/>"
DAY = '<w:date w:fullDate="2020-01-01T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
SHAPES = {
    "inline": p(prompt("field:subject")),
    "block": sdt("field:subject", p("Click here"), PROMPT),
    "row": tbl(sdt("field:subject", tr(tc(p("Label")), tc(p("Click here", "PlaceholderText"))), "")),
    "cell": tbl(tr(tc(p("Label")), sdt("field:subject", tc(p("Click here")), PROMPT))) + p("after"),
}
SHAPES["row"] = SHAPES["row"].replace(
    "<w:r><w:t>Click", '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click'
)
TEXT_BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
    "<w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{0}</w:txbxContent>'
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
PLACES = {
    "body": ("word/document.xml", "{}"),
    "header1.xml": ("word/header1.xml", "{}"),
    "footer2.xml": ("word/footer2.xml", "{}"),
    "footnotes.xml": ("word/footnotes.xml", '<w:footnote w:id="2">{}</w:footnote>'),
    "endnotes.xml": ("word/endnotes.xml", '<w:endnote w:id="2">{}</w:endnote>'),
    "text box": ("word/document.xml", TEXT_BOX),
    "header3.xml": ("word/header3.xml", TEXT_BOX),
}


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_filled_wherever_it_stands(shape: str, place: str, draft: bool) -> None:
    part, around = PLACES[place]
    xml = around.format(SHAPES[shape])
    body = xml if part == "word/document.xml" else p("Body")
    parts = {} if part == "word/document.xml" else {part.removeprefix("word/"): xml}
    data = write_document(REPORT, pack_of(body, MANIFEST + ROLES, parts), draft=draft)
    said = words_of_part(data, part)
    assert said.count("Trees & paths") == (2 if around is TEXT_BOX else 1)
    assert "Click here" not in "".join(said)
    found = [each for each in controls_of(data) if each.tag == "field:subject"]
    if draft:
        [control] = found
        assert (control.part, control.shape, control.prompt) == (part, shape, False)
    else:
        assert controls_of(data) == []


@pytest.mark.parametrize("lock", ["sdtLocked", "contentLocked", "sdtContentLocked"])
@pytest.mark.parametrize("shape", SHAPES)
def test_locks_keep_people_out_and_not_the_program(shape: str, lock: str) -> None:
    locked = SHAPES[shape].replace("</w:sdtPr>", f'<w:lock w:val="{lock}"/></w:sdtPr>', 1)
    [control] = [each for each in controls_of(written(locked, draft=True)) if each.tag == "field:subject"]
    assert control.lock == lock
    assert "Trees & paths" in control.words
    final = written(locked, draft=False)
    assert b"w:lock" not in final
    assert "Trees & paths" in words_of_part(final, "word/document.xml")


@pytest.mark.parametrize(
    ("cells", "filled"),
    [
        ((p("x"),), ["Trees"]),
        ((p("Label"), p()), ["Label", "Trees"]),
        ((p(), p("Label")), ["Trees", "Label"]),
        ((p("Label"), p(), p("unit")), ["Label", "Trees", "unit"]),
        ((p("Label"), p("old")), ["Label", "Trees"]),
    ],
)
def test_of_a_row_the_free_cell_is_filled_or_else_the_last(cells: tuple[str, ...], filled: list[str]) -> None:
    report = make_report(fields={"subject": "Trees"})
    row = tbl(sdt("field:subject", tr(*[tc(each) for each in cells]))) + p("after")
    assert rows_of_tables(written(row, report, draft=False)) == [filled]


def test_a_cell_that_goes_on_from_the_row_above_is_never_the_free_one() -> None:
    merged = tc(p()).replace("</w:tcPr>", "<w:vMerge/></w:tcPr>")
    row = tbl(tr(tc(p("a"))), sdt("field:subject", tr(merged, tc(p("old"))))) + p("after")
    assert rows_of_tables(written(row, draft=False))[1] == ["", "Trees & paths"]


OPTIONAL = MANIFEST.replace('id = "purpose"', 'id = "purpose"\noptional = true')


def test_a_row_round_an_empty_field_goes_if_the_field_is_optional_and_stays_if_it_is_not() -> None:
    row = sdt("field:purpose", tr(tc(p("Purpose:")), tc(p("x"))))
    body = tbl(row, tr(tc(p("a")), tc(p("b")))) + p("after")
    assert rows_of_tables(written(body, draft=False, manifest=OPTIONAL)) == [["a", "b"]]
    assert rows_of_tables(written(body, draft=False)) == [["Purpose:", ""], ["a", "b"]]


@pytest.mark.parametrize("draft", [True, False])
def test_an_empty_cell_keeps_its_place_in_the_row(draft: bool) -> None:
    row = tr(tc(p("Purpose:")), sdt("field:purpose", tc(p("x"))), tc(p("unit")))
    untold = tr(tc(p("a")), sdt("nobody", tc(p("Click")), PROMPT), tc(p("c")))
    data = written(tbl(row, untold) + p("after"), draft=draft)
    assert rows_of_tables(data)[0] == ["Purpose:", "", "unit"]
    assert rows_of_tables(data)[1] == ["a", "Click" if draft else "", "c"]


@pytest.mark.parametrize("draft", [True, False])
def test_no_prompt_of_a_field_without_an_answer_is_shown(draft: bool) -> None:
    body = p("<w:r><w:t>For: </w:t></w:r>" + prompt("field:purpose")) + sdt("field:spending", p("Yes or no"), PROMPT)
    data = written(body, draft=draft)
    assert words_of_part(data, "word/document.xml") == ["For: "]
    if draft:
        assert [(each.words, each.prompt) for each in controls_of(data)] == [("", False), ("", False)]


def test_the_line_of_an_optional_field_without_an_answer_goes_from_a_draft_too() -> None:
    body = p(prompt("field:purpose")) + p(prompt("field:subject"))
    assert words_of_part(written(body, draft=True, manifest=OPTIONAL), "word/document.xml") == ["Trees & paths"]


@pytest.mark.parametrize(
    "body",
    [
        p(sdt("", "Kept")),
        sdt("logo", p("Kept")),
        tbl(sdt("", tr(tc(p("Kept"))))) + p("after"),
        tbl(tr(sdt("", tc(p("Kept"))))) + p("after"),
        sdt("", sdt("nested", p(sdt("", "Kept")))),
    ],
)
def test_controls_that_are_no_place_stay_in_a_draft_and_are_plain_in_a_final(body: str) -> None:
    assert plain(body_of(written(body, draft=True))).replace(" (2)", "").replace(" (3)", "") == body
    final = written(body, draft=False)
    assert controls_of(final) == []
    assert "Kept" in words_of_part(final, "word/document.xml")


def test_names_that_programs_gave_to_words_are_taken_off_a_final() -> None:
    body = (
        '<w:customXml w:uri="urn:x" w:element="office"><w:customXmlPr><w:attr w:name="who" w:val="secret"/>'
        f"</w:customXmlPr>{p(sdt('field:subject', 'x'))}</w:customXml>"
    )
    final = written(body, draft=False)
    assert plain(body_of(final)) == p("<w:r><w:t>Trees &amp; paths</w:t></w:r>")


def test_rows_of_a_draft_have_titles_and_numbers_of_their_own() -> None:
    row = sdt("repeat:committees", p(sdt("field:committees.name", "x", number=7)), number=8)
    data = written(row + section("summary"), committees(("a", ""), ("b", ""), ("c", "")), draft=True)
    found = controls_of(data)
    titles = [each.title for each in found if each.title]
    assert len(set(titles)) == len(titles)
    assert [each.title for each in found if each.tag == "field:committees.name"] == [
        "field:committees.name",
        "field:committees.name (2)",
        "field:committees.name (3)",
    ]
    numbers = [each.number for each in found if each.number]
    assert len(set(numbers)) == len(numbers) == 6


def test_the_longest_title_stays_as_long_as_word_takes() -> None:
    title = "t" * 64
    row = sdt("repeat:committees", p(sdt("field:committees.name", "x"))).replace(
        '<w:alias w:val="repeat:committees"/>', f'<w:alias w:val="{title}"/>'
    )
    found = controls_of(written(row, committees(("a", ""), ("b", "")), draft=True))
    assert [each.title for each in found if each.tag == "repeat:committees"] == [title, "t" * 60 + " (2)"]


@pytest.mark.libreoffice
def test_libreoffice_shows_the_words_of_every_shape_and_kind(tmp_path: Path) -> None:
    body = "".join(SHAPES.values()) + p(sdt("field:spending", "x", DAY))
    report = make_report(fields={"subject": "Trees & paths", "spending": "7 May 2026"})
    for draft in (True, False):
        lines = "\n".join(shown_by_libreoffice(written(body, report, draft=draft), tmp_path))
        assert lines.count("Trees & paths") == 4, lines
        assert "7 May 2026" in lines
        assert "Click here" not in lines


def test_rows_of_a_draft_may_be_deleted_in_word_and_other_places_may_not() -> None:
    pack = shipped("city-of-london-2017")
    draft = write_document(sample(pack), pack, draft=True, attachments=kept(pack))
    locks = {each.tag: each.lock for each in controls_of(draft)}
    assert (locks["section:summary"], locks["field:subject"]) == ("sdtLocked", "sdtLocked")
    assert (locks["repeat:committees"], locks["field:committees.name"], locks["field:authors.email"]) == ("", "", "")
