"""The blank form: everything that a pack asks for, with room to write it, and nothing of a report."""

import io
import re
from itertools import pairwise

import docx
import pytest

from clerkwell.packs import Pack, options
from clerkwell.word.accessibility import check_document
from clerkwell.word.writer import write_blank
from helpers.building import MANIFEST
from helpers.docx_making import ROLES, body_of, p, pack_of, parts_of, plain, sdt, section, tbl, tc, tr
from helpers.exports import audit_faults, quick_faults
from helpers.independent import paragraphs_of
from helpers.shipped import IDS, shipped

TABLED = (
    MANIFEST.replace('id = "financial"\ntitle', 'id = "financial"\ngroup = "implications"\ntitle')
    .replace('id = "options"\ntitle', 'id = "options"\ngroup = "implications"\nguidance = "All of them."\ntitle')
    .replace('heading = "run-in"', "")
    + '\n[[group]]\nid = "implications"\ntitle = "Implications"\n'
    + ROLES
)


@pytest.fixture(params=IDS)
def pack(request: pytest.FixtureRequest) -> Pack:
    return shipped(str(request.param))


def lines_of(form: bytes) -> list[str]:
    """Its paragraphs, breaks and tabs as white space, each run of it as one space."""
    return [" ".join(text.split()) for text in paragraphs_of(form)]


def words_of(form: bytes) -> str:
    return " ".join(lines_of(form))


def test_every_heading_of_the_pack_stands_on_the_form_in_its_order(pack: Pack) -> None:
    lines = lines_of(write_blank(pack))
    found = [
        next(at for at, line in enumerate(lines) if line.startswith(spec.title))
        for spec in pack.manifest.section
        if spec.heading == "block" and spec.id != "other"
    ]
    assert all(before < after for before, after in pairwise(found))
    for group in pack.manifest.group:
        assert not group.printed or group.title in lines


def test_all_that_the_pack_says_is_said(pack: Pack) -> None:
    said = words_of(write_blank(pack))
    manifest = pack.manifest
    printed = [each for each in manifest.field if each.printed]
    guidance = [each.guidance for each in printed]
    guidance += [each.guidance for each in manifest.section] + [each.guidance for each in manifest.repeat]
    assert all(each in said for each in guidance)
    for field in printed:
        assert field.example.rstrip(".") in said
        for answer in () if field.id in ("recommendation-stem", "committee") else options(field, pack):
            assert answer in said.replace("\u00a0", " ")
    for each in manifest.section:
        assert all(wording in said for name in each.wordings for wording in [manifest.wording[name].text])
        assert all(name in said for name in (*each.consult, *each.subheadings))


def test_every_note_has_a_number_of_its_own_and_every_place_points_at_one(pack: Pack) -> None:
    said = words_of(write_blank(pack))
    notes = [int(number) for number in re.findall(r"Note (\d+):", said)]
    assert notes == list(range(1, len(notes) + 1))
    assert {int(number) for number in re.findall(r"\(note (\d+)\)", said)} <= set(notes)
    for each in pack.manifest.section:
        [number] = re.findall(rf"Note (\d+): {re.escape(each.title.rstrip(': '))}\.", said)
        assert each.kind != "text" or f"(note {number})" in said


def test_when_a_section_is_needed_is_said_in_words() -> None:
    said = words_of(write_blank(shipped("city-of-london-2023")))
    assert "Options. Needed when “Purpose” is For Decision." in said
    assert "Summary. Always needed." in said
    assert "Key Data. If it applies." in said


def test_it_is_a_blank_form_of_a_pack_and_no_report(pack: Pack) -> None:
    form = write_blank(pack)
    told = docx.Document(io.BytesIO(form))
    assert told.core_properties.title == f"Blank form: {pack.manifest.pack.title}"
    assert told.core_properties.language == "en-GB"
    for part in told.sections:
        for header in (part.header, *([part.first_page_header] if part.different_first_page_header_footer else [])):
            assert header.paragraphs[0].text.startswith("Blank form: ")
            assert header.paragraphs[0].text.endswith(pack.ref.version)
    parts = parts_of(form)
    everything = b"".join(parts.values())
    assert b"DRAFT" not in everything
    assert not any(b"<w:tag " in data or b"showingPlcHdr" in data for data in parts.values())
    for prompt_text in pack.manifest.rules.prompts:
        assert prompt_text not in words_of(form)
    assert pack.ref.version.encode() in parts["docProps/custom.xml"]


def test_there_is_room_to_write_and_no_empty_paragraph(pack: Pack) -> None:
    body = body_of(write_blank(pack))
    cells = re.findall(r'<w:tc><w:tcPr><w:tcW w:w="(\d+)".*?</w:tcPr>(.*?)</w:tc>', body, re.DOTALL)
    ruled = 0
    for width, inside in [*cells, ("9100", re.sub(r"<w:tc>.*?</w:tc>", "", body, flags=re.DOTALL))]:
        paragraphs = re.findall(r"<w:p(?: [^>]*)?>.*?</w:p>|<w:p/>", inside, re.DOTALL)
        for each in paragraphs:
            seen = re.search(r"<w:t[ >]|<wp:docPr [^>]*descr=.Lines to write on.", each)
            assert seen or len(paragraphs) == 1, "only a cell may be empty"
            rules = re.findall(r'w:leader="underscore" w:pos="(\d+)"', each)
            assert all(int(rule) < int(width) for rule in rules)
            ruled += len(rules) + each.count("<w:drawing>")
    assert ruled > len(pack.manifest.section)


def test_no_row_that_repeats_on_the_next_page_asks_for_an_answer(pack: Pack) -> None:
    for row in re.findall(r"<w:tr[ >].*?</w:tr>", body_of(write_blank(pack)), re.DOTALL):
        assert "<w:tblHeader" not in row or "underscore" not in row


def test_the_same_pack_makes_the_same_form(pack: Pack) -> None:
    assert write_blank(pack) == write_blank(pack)


@pytest.mark.validator
def test_validators_find_nothing(pack: Pack) -> None:
    form = write_blank(pack)
    assert not quick_faults(form)
    assert not audit_faults(form)


def test_nothing_hinders_who_hears_it_but_what_the_template_has_itself(pack: Pack) -> None:
    found = check_document(write_blank(pack))
    assert {each.rule for each in found if each.severity != "info"} <= {"heading-in-table"}


def test_answers_to_choose_from_are_boxes_that_word_can_tick() -> None:
    body = body_of(write_blank(pack_of(p(sdt("field:purpose", "?")))))
    assert re.findall(r'<w:alias w:val="([^"]*)"/>', body) == ["For Decision", "For Information"]
    assert body.count("w14:checkbox>") == 4


def form_of(body: str, manifest: str = MANIFEST + ROLES) -> list[str]:
    return lines_of(write_blank(pack_of(body, manifest)))


def test_a_place_under_a_label_is_not_labelled_again() -> None:
    lines = form_of(p(sdt("x", "Subject: ") + sdt("field:subject", "?")) + p(sdt("field:spending", "?")))
    assert "Subject: (note 1)" in lines
    assert "Does this need extra spending? ☐ Yes ☐ No" in lines


def test_a_row_of_a_table_comes_for_each_committee_under_its_columns() -> None:
    head = tr(tc(p("Committee")), tc(p("Date")))
    row = sdt(
        "repeat:committees", tr(tc(p(sdt("field:committees.name", "?"))), tc(p(sdt("field:committees.date", "?"))))
    )
    lines = form_of(tbl(head, row))
    assert lines.count("(note 1)") == lines.count("(note 2)") == 2


def test_cells_that_repeat_share_the_room_of_one() -> None:
    cell = sdt("repeat:committees", tc(p(sdt("field:committees.name", "?"))))
    body = body_of(write_blank(pack_of(tbl(tr(cell)))))
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', body) == ["2000", "2000"]


def test_a_date_outside_the_list_of_committees_has_a_line_for_each() -> None:
    body = sdt("repeat:committees", p(sdt("field:committees.name", "?"))) + p(sdt("field:committees.date", "?"))
    lines = form_of(body)
    assert "Committee 1 (note 1)" in lines
    assert "Committee 2 (note 1)" in lines
    assert any(line.startswith("Date of meeting 1 (note 2)") and "Date of meeting 2" in line for line in lines)


def test_implications_in_a_table_have_a_row_for_each_section_with_its_note() -> None:
    row = tr(tc(p(sdt("field:implications.issue", "?"))), tc(p(sdt("field:implications.text", "?"))))
    body = tbl(tr(tc(p("Issue")), tc(p("Implications"))), sdt("repeat:implications", row))
    lines = form_of(section("summary") + body, TABLED)
    assert "Options (note 2)" in lines
    assert "Financial implications (note 3)" in lines
    assert any(
        line.startswith("Note 2: Options. Needed when “Purpose” is For Decision. All of them.") for line in lines
    )


def test_items_of_a_section_have_their_numbers() -> None:
    inside = sdt("repeat:summary", p(sdt("field:summary.number", "?") + sdt("field:summary.text", "?")))
    lines = form_of(
        sdt("section:summary", p(sdt("heading:summary", "?"), "heading2") + inside + sdt("body:summary", p("x")))
    )
    assert [line[:1] for line in lines[-3:]] == ["1", "2", "3"]
    assert not any("Write here" in line for line in lines)


def test_a_section_in_a_row_has_its_guidance_in_the_cell_where_it_is_written() -> None:
    row = sdt("section:summary", tr(tc(p(sdt("heading:summary", "?"))), tc(sdt("body:summary", p("x")))))
    [told] = re.findall(r"<w:tr>.*</w:tr>", plain(body_of(write_blank(pack_of(tbl(row), MANIFEST + ROLES)))))
    assert told.index("Summary") < told.index("Note 1: Summary.") < told.index("Write here")


def test_a_contents_list_has_the_forms_headings() -> None:
    code = '<w:fldSimple w:instr=" TOC \\o &quot;1-3&quot; "><w:r><w:t>Old heading</w:t></w:r></w:fldSimple>'
    lines = form_of(p(code) + section("summary") + section("options"))
    assert not any("Old heading" in line for line in lines)
    assert [line for line in lines if line in ("Summary", "Options")] == ["Summary", "Options"] * 2


def test_a_header_that_shows_the_title_shows_the_forms() -> None:
    title = '<w:fldSimple w:instr=" TITLE "><w:r><w:t>Old title</w:t></w:r></w:fldSimple>'
    form = write_blank(pack_of(p(title) + section("summary")))
    assert "Blank form: Test report" in words_of(form)
    assert "Old title" not in words_of(form)


def test_the_words_that_a_section_may_have_give_it_its_lines() -> None:
    def lines(most: int) -> int:
        manifest = MANIFEST.replace('id = "summary"\n', f'id = "summary"\nwords = {{ most = {most} }}\n') + ROLES
        [picture] = [
            data
            for name, data in parts_of(write_blank(pack_of(section("summary"), manifest))).items()
            if "media" in name
        ]
        return int.from_bytes(picture[20:24]) // 96

    assert lines(45) == 5
    assert lines(10) == 3
    assert lines(5000) == 14


def test_a_place_round_a_row_or_a_cell_has_its_line_in_a_cell() -> None:
    assert "Subject (note 1)" in form_of(tbl(sdt("field:subject", tr(tc(p("x"))))))
    assert "Subject (note 1)" in form_of(tbl(tr(sdt("field:subject", tc(p("x"))))))


def test_a_place_within_a_place_stays() -> None:
    lines = form_of(p(sdt("field:subject", "<w:r><w:t>x</w:t></w:r>" + sdt("field:purpose", "y"))))
    assert any(line.startswith("Subject (note 1)") for line in lines)
    assert any("For Decision" in line for line in lines)


def test_a_section_without_a_place_for_its_text_has_room_under_its_heading() -> None:
    lines = form_of(sdt("section:summary", p(sdt("heading:summary", "?"), "heading2")) + p("after"))
    starts = ("Summary", "Note 1: Summary.", "Write here (note 1)", "after")
    found = [next(at for at, line in enumerate(lines) if line.startswith(start)) for start in starts]
    assert found == sorted(found)


def test_a_style_of_the_packs_own_is_used_for_the_notes() -> None:
    manifest = MANIFEST + ROLES.replace("[roles]", '[roles]\nform-note = "Quote"')
    assert '<w:pStyle w:val="Quote"/>' in body_of(write_blank(pack_of(section("summary"), manifest)))


def test_several_answers_have_a_line_for_each_or_more_in_a_narrow_cell() -> None:
    many = "".join(f'    "An outcome of quite some length, number {at}",\n' for at in range(10))
    manifest = MANIFEST + (
        f'\n[[field]]\nid = "aims"\ntitle = "Aims"\nkind = "choices"\nchoices = [\n{many}]\n' + ROLES
    )

    def lines(body: str) -> int:
        form = write_blank(pack_of(body, manifest))
        drawn = [int.from_bytes(data[20:24]) // 96 for name, data in parts_of(form).items() if "media" in name]
        return body_of(form).count("<w:tab/>") + sum(drawn)

    place = p(sdt("field:aims", "?"))
    narrow = f'<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/></w:tcPr>{place}</w:tc>'
    assert lines(place) == 2
    assert lines(tbl(tr(narrow))) == 4


def test_each_list_of_answers_begins_with_what_it_is_so_that_it_can_be_found_among_the_notes() -> None:
    body = body_of(write_blank(shipped("city-of-london-2023")))
    old, new = (
        next(
            each for each in re.findall(r"<w:p>.*?</w:p>", body) if f"From this list, for meetings from {when}" in each
        )
        for when in ("1 April 2018", "1 April 2024")
    )
    for each in (old, new):
        [bold] = re.findall(r"<w:b/>.*?<w:t[^>]*>(.*?)</w:t>", each)
        assert bold.startswith("From this list, for meetings from 1 April 20")
        assert bold.endswith(": ")
