"""Live references as fields: what they say, where their bookmarks stand, and what becomes of those that have none."""

import re

import pytest

from clerkwell.model import (
    Appendix,
    Block,
    Cell,
    ListItem,
    Paragraph,
    Reference,
    Report,
    Section,
    SubHeading,
    Table,
    Text,
    give_ids,
)
from clerkwell.packs import Pack, numbers, outline
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from clerkwell.word.writer.references import names_sections, targets
from helpers.building import MANIFEST, blocks, make_report
from helpers.docx_making import ROLES, body_of, docx, p, pack_of, parts_of, plain, sdt, section, tbl, tc, tr, zipped
from helpers.numbered import everything
from helpers.shipped import IDS, kept, sample, shipped

BODY = section("summary") + section("background")
HEADINGS = MANIFEST.replace('numbering = "paragraphs"', 'numbering = "headings"') + ROLES


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def item(text: str, level: int = 0, *, ordered: bool = True) -> ListItem:
    return ListItem(id=text, runs=words(text), level=level, ordered=ordered)


def to(kind: str, target: str, before: str = "See ") -> Paragraph:
    reference = Reference.model_validate({"to": kind, "target": target})
    return Paragraph(runs=(*(words(before) if before else ()), reference), plain=True)


def export(*content: Block, body: str = BODY, manifest: str = MANIFEST + ROLES, **given: object) -> bytes:
    report = give_ids(Report(pack=make_report().pack, sections=(Section(id="background", blocks=content),)))
    return write_document(report.model_copy(update=given), pack_of(body, manifest), draft=False)


def said(data: bytes, beginning: str = "See ") -> list[str]:
    return [line.text.removeprefix(beginning) for line in document_lines(data) if line.text.startswith(beginning)]


LIST = (item("a"), item("b"), item("ba", 1), item("bb", 1), item("bbi", 2))


@pytest.mark.parametrize(
    ("target", "words_", "fields"),
    [
        ("b", "2", [r"\n"]),
        ("ba", "2(a)", [r"\n", r"\n"]),
        ("bbi", "2(b)(i)", [r"\n", r"\n", r"\n"]),
    ],
)
def test_an_item_below_others_is_cited_by_every_number_that_leads_to_it(
    target: str, words_: str, fields: list[str]
) -> None:
    data = export(*LIST, to("paragraph", target))
    assert said(data) == [words_]
    assert re.findall(r" REF \w+ (\\\w) \\h ", body_of(data)) == fields


def test_an_item_under_a_bullet_or_a_skipped_level_is_cited_by_its_own_number() -> None:
    under = (item("a"), item("x", ordered=False), item("xa", 1), item("b"), item("bi", 2))
    assert said(export(*under, to("paragraph", "xa"), to("paragraph", "bi"))) == ["(a)", "(i)"]


def test_an_item_after_a_sub_heading_stands_under_no_item_before_it() -> None:
    parted = (item("a"), SubHeading(runs=words("Head")), item("aa", 1))
    assert said(export(*parted, to("paragraph", "aa"))) == ["(a)"]


def test_an_empty_item_takes_no_number_here_either() -> None:
    empty = ListItem(ordered=True)
    assert said(export(item("a"), empty, item("b"), to("paragraph", "b"))) == ["2"]


def test_each_field_points_at_a_bookmark_that_is_there() -> None:
    xml = body_of(export(*LIST, to("paragraph", "bbi"), to("section", "background")))
    placed = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Ref\d+)"', xml)
    assert len(placed) == len(set(placed))
    assert set(re.findall(r" REF (\w+) ", xml)) == set(placed)


@pytest.mark.parametrize(
    ("before", "read"),
    [
        ("See ", "See section 1"),
        ("See section ", "See section 1"),
        ("See Section\u00a0", "See Section\u00a01"),
        ("See sections 4 and ", "See sections 4 and 1"),
        ("", "Section 1"),
        ("It is over. ", "It is over. Section 1"),
        ("This dissection of ", "This dissection of section 1"),
    ],
)
def test_a_headings_number_never_stands_without_the_word_section(before: str, read: str) -> None:
    data = export(*blocks("x"), to("section", "background", before), manifest=HEADINGS)
    assert document_lines(data)[-1].text == read
    assert r" \r \h " in body_of(data)


def test_the_second_of_two_sections_needs_no_word_of_its_own() -> None:
    assert names_sections("see sections \ufffc, \ufffc and ")
    assert not names_sections("see \ufffc and ")


def test_a_heading_without_a_number_is_cited_by_its_words_in_the_looks_of_the_text() -> None:
    data = export(*blocks("x"), to("section", "background"))
    assert said(data) == ["Background"]
    assert r"\h \* MERGEFORMAT " in body_of(data)


A1 = Appendix(id="a1", number="1", title="Survey")


def appendices(line: str) -> str:
    return BODY + sdt("section:appendices", sdt("repeat:appendices", line))


NUMBER, TITLE = sdt("field:appendices.number", "x"), sdt("field:appendices.title", "x")


@pytest.mark.parametrize(
    ("line", "read", "marked"),
    [
        (p(f"<w:r><w:t>Appendix </w:t></w:r>{NUMBER}"), "Appendix 1", "Appendix 1"),
        (p(f"<w:r><w:t>APPENDIX </w:t></w:r>{NUMBER}<w:r><w:t>: </w:t></w:r>{TITLE}"), "APPENDIX 1", "APPENDIX 1"),
        (p(f"<w:r><w:t>Paper </w:t></w:r>{NUMBER}"), "Appendix 1", "1"),
        (p(f"{TITLE}<w:r><w:t>, number </w:t></w:r>{NUMBER}"), "Appendix 1", "1"),
    ],
)
def test_a_reference_to_an_appendix_says_what_its_bookmark_holds(line: str, read: str, marked: str) -> None:
    data = export(to("appendix", "a1"), body=appendices(line), appendices=(A1,))
    assert said(data) == [read]
    inside = re.search(r"<w:bookmarkStart [^>]*/>(.*?)<w:bookmarkEnd", plain(body_of(data)))
    assert inside is not None
    assert "".join(re.findall(r"<w:t>([^<]*)</w:t>", inside[1])) == marked


def test_a_table_of_appendices_with_bare_numbers_is_cited_with_the_word() -> None:
    row = sdt("repeat:appendices", tr(tc(p(NUMBER)), tc(p(TITLE))))
    body = BODY + sdt("section:appendices", tbl(row))
    assert said(export(to("appendix", "a1"), body=body, appendices=(A1,))) == ["Appendix 1"]


def test_a_stop_behind_the_number_is_not_cited() -> None:
    manifest = MANIFEST + ROLES + '\n[[repeat]]\nid = "appendices"\ntitle = "A"\nsingular = "a"\n'
    field = '\n[[field]]\nid = "appendices.number"\ntitle = "Number"\nsuffix = ":"\n'
    body = appendices(p(f"<w:r><w:t>Appendix </w:t></w:r>{NUMBER}"))
    data = export(to("appendix", "a1"), body=body, manifest=manifest + field, appendices=(A1,))
    assert said(data) == ["Appendix 1"]
    assert "Appendix 1:" in [line.text for line in document_lines(data)]


def test_what_the_template_has_no_place_for_is_said_in_plain_words() -> None:
    data = export(to("appendix", "a1"), body=appendices(p(TITLE)), appendices=(A1,))
    assert said(data) == ["Appendix 1"]
    assert "REF" not in body_of(data)
    assert "fldChar" not in body_of(data)


def test_the_words_of_targets_are_those_of_the_document() -> None:
    pack = shipped("city-of-london-2022")
    report = sample(pack)
    parts = [part for part in outline(report, pack) if part.stands]
    found = targets(report, parts, numbers(report, pack), 1)
    text = "\n".join(
        line.text for line in document_lines(write_document(report, pack, draft=False, attachments=kept(pack)))
    )
    assert found.found
    assert all(target.words in text for target in found.found.values())


@pytest.mark.parametrize("pack_id", IDS)
@pytest.mark.parametrize("draft", [True, False])
def test_in_every_pack_whatever_has_a_number_can_be_pointed_at(pack_id: str, draft: bool) -> None:
    pack: Pack = shipped(pack_id)
    report = sample(pack)
    pointing = tuple(Paragraph(runs=(Text(text="Go to "), each), plain=True) for each in everything(report, pack))
    first = report.sections[0]
    sections = (first.model_copy(update={"blocks": (*first.blocks, *pointing)}), *report.sections[1:])
    data = write_document(
        give_ids(report.model_copy(update={"sections": sections})), pack, draft=draft, attachments=kept(pack)
    )
    assert len(said(data, "Go to ")) == len(pointing)
    assert "missing" not in "".join(said(data, "Go to "))
    xml = body_of(data)
    placed = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Ref\d+)"', xml)
    assert len(placed) == len(set(placed))
    assert set(re.findall(r" REF (\w+) ", xml)) <= set(placed)


def test_numbers_follow_the_template_where_it_has_sections_in_another_order() -> None:
    cell = Cell(paragraphs=(words("a"),))
    after = (Paragraph(id="late", runs=words("late")), Table(id="t2", caption="Two", rows=((cell,),)))
    first = (
        to("paragraph", "late"),
        to("table", "t2"),
        Paragraph(runs=words("early")),
        Table(caption="One", rows=((cell,),)),
    )
    sections = (Section(id="background", blocks=after), Section(id="options", blocks=first))
    report = give_ids(Report(pack=make_report().pack, sections=sections))
    data = write_document(report, pack_of(section("options") + section("background")), draft=False)
    assert said(data) == ["2", "Table\u00a02"]
    assert [f"{line.label} {line.text}" for line in document_lines(data) if line.text in ("early", "late")] == [
        "1. early",
        "2. late",
    ]
    assert [line.text for line in document_lines(data) if line.style == "caption"] == [
        "Table\u00a01: One",
        "Table\u00a02: Two",
    ]


def test_numbers_are_cited_as_the_templates_own_lists_write_them() -> None:
    parts = parts_of(pack_of(BODY).template)
    numbered = parts["word/numbering.xml"].decode()
    other = numbered.replace('w:val="%1."', 'w:val="%1)"').replace('"lowerLetter"', '"upperRoman"')
    template = zipped({**parts, "word/numbering.xml": other.encode()})
    pack = Pack(pack_of(BODY).manifest, {"template.docx": template})
    content = (Paragraph(id="n", runs=words("x")), *LIST, to("paragraph", "n"), to("paragraph", "ba"))
    report = give_ids(Report(pack=pack.ref, sections=(Section(id="background", blocks=content),)))
    assert said(write_document(report, pack, draft=True)) == ["1)", "2)(I)"]


def test_a_template_without_numbering_leaves_the_usual_forms() -> None:
    pack = pack_of(BODY)
    content = (Paragraph(id="n", runs=words("x")), to("paragraph", "n"))
    report = give_ids(Report(pack=pack.ref, sections=(Section(id="background", blocks=content),)))
    template = docx(BODY, {"numbering.xml": ""})
    assert said(write_document(report, Pack(pack.manifest, {"template.docx": template}), draft=False)) == ["1"]


def test_blocks_without_ids_or_with_one_between_them_do_no_harm_to_numbers() -> None:
    def bare(text: str, level: int = 0, own: str = "") -> ListItem:
        return ListItem(id=own, runs=words(text), level=level, ordered=True)

    content = (bare("a"), bare("aa", 1, "x"), bare("b", own="y"), bare("ba", 1, "y"), to("paragraph", "x"))
    report = Report(pack=make_report().pack, sections=(Section(id="background", blocks=content),))
    assert said(write_document(report, pack_of(BODY, MANIFEST + ROLES), draft=False)) == ["1(a)"]
