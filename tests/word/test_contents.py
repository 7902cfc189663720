"""Contents lists: a template's own is filled with what the report has, as Word and LibreOffice would fill it."""

import re
from pathlib import Path

import pytest

from clerkwell.model import Cell, Paragraph, Report, SubHeading, Table, Text
from clerkwell.packs import Pack, read_manifest
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.docx_making import ROLES, SECT, STYLES, body_of, docx, p, parts_of, plain, section, tbl, tc, tr, zipped
from helpers.numbered import numbered_report
from helpers.office import Change, open_in_libreoffice
from helpers.shipped import kept, sample, shipped

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
TOC_STYLES = STYLES + "".join(
    f'<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/><w:pPr><w:tabs>'
    f'<w:tab w:val="right" w:leader="dot" w:pos="9026"/></w:tabs></w:pPr></w:style>'
    for level in (1, 2, 3)
)
OLD = (
    '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>Old heading</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>7</w:t></w:r>'
    "</w:hyperlink>"
)


def code(switches: str) -> str:
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve"> TOC {switches} </w:instrText></w:r>{SEPARATE}'


def contents(switches: str = r'\o "1-3" \h \z \u', style: str = "TOC2") -> str:
    """A list as Word leaves it: in a control of its own, with old entries, ended in a paragraph of its own."""
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    lines = p("Contents", "Quote") + p(code(switches) + OLD, style) + p(OLD, style) + p(END)
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{lines}</w:sdtContent></w:sdt>"


def pack_with(body: str, styles: str = TOC_STYLES) -> Pack:
    sections = section("summary") + section("background") + section("options")
    manifest = read_manifest((MANIFEST + ROLES).encode(), "test/pack.toml")
    return Pack(manifest, {"template.docx": docx(body + sections, styles=styles)})


REPORT = make_report(
    {
        "summary": (SubHeading(runs=(Text(text="Costs &\tgains"),)), Paragraph(runs=(Text(text="words"),))),
        "background": (
            Table(caption="Sums", rows=((Cell(paragraphs=((Text(text="a"),),)),),)),
            Table(rows=((Cell(paragraphs=((Text(text="b"),),)),),)),
        ),
    }
)


def export(body: str, report: Report = REPORT, styles: str = TOC_STYLES, *, draft: bool = False) -> bytes:
    return write_document(report, pack_with(body, styles), draft=draft)


def entries(data: bytes) -> list[tuple[str, str]]:
    """The style and words of each paragraph before the first section's heading."""
    lines = [(line.style, line.text) for line in document_lines(data) if line.story == "body"]
    return lines[: next(at for at, (style, _) in enumerate(lines) if style == "heading 2")]


@pytest.mark.parametrize("draft", [True, False])
def test_the_list_has_the_headings_that_stand_and_no_others(draft: bool) -> None:
    found = entries(export(contents(), draft=draft))
    assert found[-4:] == [
        ("Quote", "Contents"),
        ("toc 2", "Summary\t"),
        ("toc 3", "Costs & gains\t"),
        ("toc 2", "Background\t"),
    ]


def test_an_entry_leads_to_a_bookmark_on_its_heading_and_asks_for_its_page() -> None:
    xml = plain(body_of(export(contents())))
    for name, text in re.findall(r'<w:hyperlink w:anchor="(\w+)" w:history="1"><w:r><w:t>([^<]*)</w:t>', xml):
        marked = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>(.*?)<w:bookmarkEnd w:id="\1"/>', xml)
        assert marked is not None
        assert text.startswith(re.findall(r"<w:t>([^<]*)</w:t>", marked[2])[0])
        assert f" PAGEREF {name} \\h " in xml
    assert xml.count("<w:hyperlink ") == 3
    assert "Old heading" not in xml


def test_the_field_begins_in_the_first_entry_and_ends_in_the_last_so_that_no_paragraph_is_empty() -> None:
    xml = body_of(export(contents()))
    assert xml.count(r' TOC \o "1-3" \h \z \u ') == 1
    begun, ended = xml.count('"begin"'), xml.count('"end"')
    assert begun == ended
    assert all(text.strip() for _, text in entries(export(contents())))
    assert re.search(r'"end"/></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', xml)


def test_entries_keep_the_look_of_those_in_the_template() -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="8000"/></w:tabs>'
    list_ = p(code(r'\o "1-3"') + "<w:r><w:t>x</w:t></w:r>" + END, "TOC2", tabs)
    xml = body_of(export(list_))
    assert xml.count("underscore") == 2
    assert 'w:val="TOC3"/></w:pPr>' in xml


def test_a_template_without_styles_for_the_list_has_dots_and_steps() -> None:
    xml = body_of(export(p(code(r"\o") + END), styles=STYLES))
    assert xml.count('w:leader="dot" w:pos="9026"') == 3
    assert '<w:ind w:left="480"/>' in xml


@pytest.mark.parametrize(
    ("switches", "texts"),
    [
        (r'\o "1-2"', ["Summary\t", "Background\t"]),
        (r'\o "3-3"', ["Costs & gains\t"]),
        (r'\o "1-3" \n', ["Summary", "Costs & gains", "Background"]),
        (r'\o "1-3" \n 3-3', ["Summary\t", "Costs & gains", "Background\t"]),
        (r'\o "1-3" \p " - "', ["Summary - ", "Costs & gains - ", "Background - "]),
        (r"\u", ["Summary\t", "Costs & gains\t", "Background\t"]),
        ("", ["Summary\t", "Costs & gains\t", "Background\t"]),
        (r'\t "heading 3,1"', ["Costs & gains\t"]),
        (r'\h \z \c "Table"', ["Table\u00a01: Sums\t"]),
        (r'\h \z \a "Table"', ["Sums\t"]),
        (r'\c "Figure"', []),
    ],
)
def test_the_switches_of_the_field_are_kept_to(switches: str, texts: list[str]) -> None:
    data = export(p(code(switches) + END))
    assert [text for _, text in entries(data) if text] == texts
    assert f" TOC {switches}".rstrip() in body_of(data)


def test_a_simple_field_becomes_one_that_holds_paragraphs() -> None:
    simple = p('<w:fldSimple w:instr=" TOC \\o &quot;1-3&quot; "><w:r><w:t>Old</w:t></w:r></w:fldSimple>')
    data = export(simple)
    assert [text for _, text in entries(data)] == ["Summary\t", "Costs & gains\t", "Background\t"]
    assert "fldSimple" not in body_of(data)


def test_what_stands_before_and_after_the_list_stays() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    data = export(p("<w:r><w:t>In this report: </w:t></w:r>" + code(r"\o")) + p(END + page))
    xml = plain(body_of(data))
    assert entries(data)[0][1] == "In this report: "
    assert [text.strip("\t") for _, text in entries(data)[1:4]] == ["Summary", "Costs & gains", "Background"]
    assert f"<w:p>{page}</w:p>" in xml


def test_a_list_over_two_cells_is_left_to_word() -> None:
    table = tbl(tr(tc(p(code(r"\o") + "<w:r><w:t>Old</w:t></w:r>")), tc(p(END))))
    assert "Old" in body_of(export(table))


def test_a_code_that_word_has_parted_is_read_whole() -> None:
    parted = f'{BEGIN}<w:r><w:instrText> TO</w:instrText></w:r><w:r><w:instrText>C \\o "1-2" </w:instrText></w:r>'
    texts = [text for _, text in entries(export(p(parted + SEPARATE + END)))]
    assert texts == ["Summary\t", "Background\t"]


@pytest.mark.parametrize("draft", [True, False])
def test_a_list_that_shows_only_a_prompt_is_filled_and_its_page_section_ends_as_it_did(draft: bool) -> None:
    gallery = '<w:showingPlcHdr/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    lines = p(code(r"\o") + "<w:r><w:t>Nothing yet</w:t></w:r>") + p(END, "", SECT)
    data = export(f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{lines}</w:sdtContent></w:sdt>", draft=draft)
    assert [text for _, text in entries(data) if text] == [
        "Summary\t",
        "Costs & gains\t",
        "Background\t",
    ]
    assert "Nothing yet" not in body_of(data)
    assert body_of(data).count("<w:sectPr") == 1


def test_other_fields_and_marked_entries_are_left_as_they_are() -> None:
    other = p(f"{BEGIN}<w:r><w:instrText> TOC \\f a </w:instrText></w:r>{SEPARATE}<w:r><w:t>Marked</w:t></w:r>{END}")
    assert "Marked" in body_of(export(other))
    assert "_Toc" not in body_of(export(other))


def test_a_list_of_part_of_the_document_keeps_to_its_bookmark() -> None:
    manifest = read_manifest((MANIFEST + ROLES).encode(), "test/pack.toml")
    marked = '<w:bookmarkStart w:id="5" w:name="part"/>' + section("background") + '<w:bookmarkEnd w:id="5"/>'
    body = p(code(r"\o \b part") + END) + section("summary") + marked
    data = write_document(REPORT, Pack(manifest, {"template.docx": docx(body, styles=TOC_STYLES)}), draft=False)
    assert [text for _, text in entries(data)] == ["Background\t"]


def test_names_of_bookmarks_are_new_ones() -> None:
    theirs = '<w:bookmarkStart w:id="9" w:name="_Toc100000001"/><w:bookmarkEnd w:id="9"/>'
    xml = body_of(export(p(theirs + "<w:r><w:t>x</w:t></w:r>") + contents()))
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"', xml)
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)
    assert len(set(names)) == len(names) == 4
    assert len(set(numbers)) == len(numbers)


def test_two_lists_share_the_bookmarks() -> None:
    xml = body_of(export(contents() + p(code(r'\o "1-2"') + END)))
    assert xml.count('w:name="_Toc') == 3


def test_a_report_without_anything_to_list_has_an_empty_list() -> None:
    data = export(p(code(r'\c "Figure"') + "<w:r><w:t>Old</w:t></w:r>" + END))
    assert "Old" not in body_of(data)
    assert body_of(data).count('"begin"') == body_of(data).count('"end"')


def with_contents(pack: Pack, switches: str) -> Pack:
    """A shipped pack with a contents list at the head of its template."""
    parts = parts_of(pack.template)
    xml = parts["word/document.xml"].decode()
    listed = p(code(switches) + "<w:r><w:t>Old</w:t></w:r>" + END)
    assert "<w:body>" in xml
    changed = zipped({**parts, "word/document.xml": xml.replace("<w:body>", f"<w:body>{listed}", 1).encode()})
    return Pack(pack.manifest, {**pack.files, "template.docx": changed})


def test_numbered_headings_are_listed_with_their_numbers() -> None:
    pack = with_contents(shipped("north-somerset-executive-2022"), r'\o "1-2" \h \u')
    data = write_document(sample(pack), pack, draft=False, attachments=kept(pack))
    texts = [line.text for line in document_lines(data) if line.story == "body"]
    assert "1.\tSummary of Report\t" in texts
    assert "11.\tOptions Considered\t" in texts
    assert "Recommendations\t" in texts


@pytest.mark.libreoffice
def test_libreoffice_would_make_the_same_list(tmp_path: Path) -> None:
    jobs = []
    for pack_id in ("city-of-london-2023", "city-of-london-2022", "north-somerset-executive-2022"):
        pack = with_contents(shipped(pack_id), r'\o "1-5" \h \z \u')
        report = numbered_report(pack, 4)
        jobs.append(write_document(report, pack, draft=False))
        jobs.append(write_document(sample(pack), pack, draft=True, attachments=kept(pack)))
    opened = open_in_libreoffice([(each, changes) for each in jobs for changes in ((), (Change("relist"),))], tmp_path)
    for ours, theirs in zip(opened[::2], opened[1::2], strict=True):
        said = [each.text for each in ours.seen if each.text.endswith("\t")]
        made = [each.text for each in theirs.seen if "\t" in each.text][: len(said)]
        assert len(said) > 10
        # LibreOffice puts a space where Word puts a tab behind a number, and only they can say the page.
        assert [re.sub(r"\t\d+$", "", each) for each in made] == [each.replace("\t", " ").rstrip() for each in said]
        assert all(re.search(r"\t\d+$", each) for each in made)
