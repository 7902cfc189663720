"""The template documents that ship: a place for all that their packs ask for, and nothing that keeps readers out."""

import io
import re
import zipfile
from collections import Counter
from itertools import pairwise

import pytest
from lxml import etree

from clerkwell.packs import Pack
from helpers.shipped import IDS, TEMPLATES, shipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W}
Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type


@pytest.fixture(params=IDS)
def pack(request: pytest.FixtureRequest) -> Pack:
    return shipped(str(request.param))


def part(pack: Pack, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(pack.template)) as archive:
        return etree.fromstring(archive.read(name))


def found(root: Element, path: str) -> list[Element]:
    elements = root.xpath(path, namespaces=NAMES)
    assert isinstance(elements, list)
    return [each for each in elements if isinstance(each, etree._Element)]  # noqa: SLF001 - as above


def values(root: Element, path: str) -> list[str]:
    return [each.get(f"{{{W}}}val", "") for each in found(root, path)]


def tags(pack: Pack, kind: str = "") -> list[str]:
    return [tag for tag in values(part(pack, "word/document.xml"), "//w:sdtPr/w:tag") if tag.startswith(kind)]


def words(element: Element) -> str:
    return "".join(each.text or "" for each in found(element, ".//w:t"))


def test_every_folder_of_templates_is_tested() -> None:
    assert sorted(folder.name for folder in TEMPLATES.iterdir() if folder.is_dir()) == sorted(IDS)


def test_the_document_has_a_place_for_all_that_the_manifest_names_and_no_other(pack: Pack) -> None:
    manifest = pack.manifest
    wanted = {f"field:{spec.id}" for spec in manifest.field if spec.printed}
    wanted |= {f"repeat:{spec.id}" for spec in manifest.repeat}
    wanted |= {f"group:{spec.id}" for spec in manifest.group if spec.printed}
    wanted |= {f"{kind}:{spec.id}" for spec in manifest.section for kind in ("section", "body")}
    wanted |= {f"heading:{spec.id}" for spec in manifest.section if spec.heading == "block"}
    assert set(tags(pack)) == wanted


def test_only_fields_stand_twice_and_no_tag_is_longer_than_word_keeps(pack: Pack) -> None:
    counted = Counter(tags(pack))
    assert [tag for tag, count in counted.items() if count > 1 and not tag.startswith("field:")] == []
    assert [tag for tag in counted if len(tag) > 64] == []


def test_every_control_has_a_title_and_a_number_of_its_own(pack: Pack) -> None:
    roots = [part(pack, name) for name in ("word/document.xml", "word/header2.xml")]
    controls = [control for root in roots for control in found(root, "//w:sdt")]
    titles = [title for control in controls for title in values(control, "w:sdtPr/w:alias")]
    numbers = [number for control in controls for number in values(control, "w:sdtPr/w:id")]
    assert len(titles) == len(set(titles)) == len(controls)
    assert len(numbers) == len(set(numbers)) == len(controls)
    assert max(map(len, titles)) <= 64


def test_a_section_holds_its_heading_and_its_text_so_that_they_go_together(pack: Pack) -> None:
    document = part(pack, "word/document.xml")
    for spec in pack.manifest.section:
        [section] = found(document, f"//w:sdt[w:sdtPr/w:tag/@w:val='section:{spec.id}']")
        inside = values(section, "w:sdtContent//w:sdtPr/w:tag")
        assert f"body:{spec.id}" in inside
        assert (f"heading:{spec.id}" in inside) == (spec.heading == "block")


def test_headings_and_labels_are_worded_as_in_the_manifest(pack: Pack) -> None:
    document = part(pack, "word/document.xml")
    for spec in pack.manifest.section:
        for heading in found(document, f"//w:sdt[w:sdtPr/w:tag/@w:val='heading:{spec.id}']"):
            assert words(heading) == spec.title
    for group in pack.manifest.group:
        if group.printed:
            [control] = found(document, f"//w:sdt[w:sdtPr/w:tag/@w:val='group:{group.id}']")
            # A group may hold the table that its sections are rows of.
            assert words(control).startswith(group.title)
    labels = {label for spec in pack.manifest.field for label in spec.labels[:1]}
    runs = found(document, "//w:r[w:rPr/w:rStyle/@w:val='FieldLabel']")
    # A label that the report itself words shows a prompt until it does.
    own = "ancestor::w:sdt[1]/w:sdtPr[w:showingPlcHdr or starts-with(w:tag/@w:val, 'heading:')]"
    printed = {words(run) for run in runs if not found(run, own)}
    assert printed <= labels


def test_the_sections_stand_in_the_manifests_order(pack: Pack) -> None:
    # A section of the report's own is put where the report has it.
    in_document = [tag.removeprefix("section:") for tag in tags(pack, "section:")]
    assert in_document == [spec.id for spec in pack.manifest.section]


def test_what_an_empty_place_shows_is_marked_as_a_prompt(pack: Pack) -> None:
    document = part(pack, "word/document.xml")
    for run in found(document, "//w:r[w:rPr/w:rStyle/@w:val='PlaceholderText']"):
        assert found(run, "ancestor::w:sdt[1]/w:sdtPr/w:showingPlcHdr"), words(run)


def test_every_role_is_a_style_of_the_document(pack: Pack) -> None:
    names = {name.casefold() for name in values(part(pack, "word/styles.xml"), "//w:style/w:name")}
    assert [style for style in pack.manifest.roles.values() if style.casefold() not in names] == []
    assert {"paragraph", "bullet", "number", "table", "draft-mark", "heading-1"} <= set(pack.manifest.roles)


def test_every_style_that_is_used_or_built_on_is_there(pack: Pack) -> None:
    styles = part(pack, "word/styles.xml")
    there = {each.get(f"{{{W}}}styleId") for each in found(styles, "//w:style")}
    named = set(values(styles, "//w:basedOn | //w:next | //w:link"))
    for name in ("document", "numbering", "header1", "header2", "footer1", "footer2"):
        named |= set(values(part(pack, f"word/{name}.xml"), "//w:pStyle | //w:rStyle | //w:tblStyle"))
    assert named <= there


def test_lists_and_numbers_are_words_own(pack: Pack) -> None:
    styles, numbering = part(pack, "word/styles.xml"), part(pack, "word/numbering.xml")
    for level, stem in enumerate(("", "2", "3")):
        for style in ("ListBullet", "ListNumber"):
            [number] = values(styles, f"//w:style[@w:styleId='{style}{stem}']//w:numId")
            [abstract] = values(numbering, f"//w:num[@w:numId='{number}']/w:abstractNumId")
            path = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:pStyle"
            assert values(numbering, path) == [style + stem]
    numbered = values(styles, "//w:style[w:name/@w:val='Numbered Paragraph' or w:name/@w:val='heading 2']//w:numId")
    assert len(numbered) == {"paragraphs": 1, "headings": 1, "none": 0}[pack.manifest.pack.numbering]


def test_the_language_is_british_english_in_the_text_and_in_the_properties(pack: Pack) -> None:
    assert [each.get(f"{{{W}}}val") for each in found(part(pack, "word/styles.xml"), "//w:rPrDefault//w:lang")] == [
        "en-GB"
    ]
    core = etree.tostring(part(pack, "docProps/core.xml"), encoding="unicode")
    assert "<dc:language>en-GB</dc:language>" in core
    assert f"<dc:title>{pack.manifest.pack.title}</dc:title>" in core


def test_every_page_says_which_it_is_of_how_many(pack: Pack) -> None:
    for name in ("footer1", "footer2"):
        footer = part(pack, f"word/{name}.xml")
        fields = [each.get(f"{{{W}}}instr", "").strip() for each in found(footer, "//w:fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
        assert re.fullmatch(r"Page \d+ of \d+", words(footer))
    references = found(part(pack, "word/document.xml"), "//w:sectPr/w:footerReference")
    assert sorted(each.get(f"{{{W}}}type", "") for each in references) == ["default", "first"]


def test_body_text_is_sans_serif_twelve_points_and_left_aligned_on_a4(pack: Pack) -> None:
    styles, document = part(pack, "word/styles.xml"), part(pack, "word/document.xml")
    assert values(styles, "//w:rPrDefault//w:sz") == ["24"]
    assert {each.get(f"{{{W}}}ascii") for each in found(styles, "//w:rFonts")} == {"Arial"}
    assert min(int(size) for size in values(styles, "//w:sz")) >= 24
    assert set(values(styles, "//w:jc")) == {"left"}
    [size] = found(document, "//w:sectPr/w:pgSz")
    assert (size.get(f"{{{W}}}w"), size.get(f"{{{W}}}h")) == ("11906", "16838")


def test_headings_go_down_one_level_at_a_time(pack: Pack) -> None:
    levels = [
        int(style.removeprefix("Heading").removesuffix("Unnumbered"))
        for style in values(part(pack, "word/document.xml"), "//w:pPr/w:pStyle")
        if style.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_a_heading_row_a_description_and_no_merged_cells(pack: Pack) -> None:
    document = part(pack, "word/document.xml")
    for table in found(document, "//w:tbl"):
        assert found(table, "w:tr[1]/w:trPr/w:tblHeader")
        assert values(table, "w:tblPr/w:tblDescription") != [""]
    assert found(document, "//w:gridSpan | //w:vMerge") == []


def test_the_logo_has_a_place_that_shows_nothing_and_is_marked_as_decorative(pack: Pack) -> None:
    header = part(pack, "word/header2.xml")
    [place] = found(header, "//w:sdt[w:sdtPr/w:picture]")
    assert "Logo" in values(place, "w:sdtPr/w:alias")[0]
    assert words(header) == ""
    assert [each.get("val") for each in found(place, ".//*[local-name()='decorative']")] == ["1"]


def test_the_settings_are_of_todays_word_and_hold_no_trace_of_editing(pack: Pack) -> None:
    settings = part(pack, "word/settings.xml")
    modes = [each.get(f"{{{W}}}val") for each in found(settings, "//w:compatSetting[@w:name='compatibilityMode']")]
    assert modes == ["15"]
    assert b"rsid" not in pack.template


def test_nothing_is_empty_for_the_sake_of_space(pack: Pack) -> None:
    document = part(pack, "word/document.xml")
    # The cell beside the author's name has nothing to say; merging it away would shut out screen readers.
    empty = [each for each in found(document, "//w:body//w:p[not(ancestor::w:tc)]") if not words(each)]
    assert empty == []
