"""A template that lost its places gets them back from the version in use; what cannot be put back is named."""

import re

import pytest

from clerkwell.packs import Pack
from clerkwell.word.ooxml import template_places
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.repairing import repair_pack
from helpers.docx_making import parts_of
from helpers.independent import paragraphs_of
from helpers.packs_changed import told, with_document, with_file, with_parts, without_line
from helpers.shipped import IDS, kept, sample, shipped

NORTH = "north-somerset-executive-2022"
TAG = re.compile(r'<w:tag w:val="[^"]*"/>')
CONTROL = re.compile(r"<w:sdt>|</w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdtContent>")


def set_out(pack: Pack) -> list[tuple[str, str, str, bool, tuple[str, ...]]]:
    """The places of a pack's document: their tags, shapes, titles and locks, and what they stand in."""
    return [
        (each.tag, each.shape, each.title, each.locked, each.inside) for each in template_places(pack.template).places
    ]


def lines(pack: Pack) -> list[str]:
    """The words of the sample's document, line by line."""
    original = shipped(pack.id)
    return paragraphs_of(write_document(sample(original), pack, draft=False, attachments=kept(original)))


def repaired(pack: Pack, before: Pack | None) -> tuple[Pack, tuple[str, ...], tuple[str, ...]]:
    """The pack after its repair, with what was done and what is left."""
    repair = repair_pack(pack, before)
    return with_file(pack, "template.docx", repair.document), repair.done, repair.left


@pytest.mark.parametrize("pack_id", IDS)
def test_a_template_that_has_no_control_left_gets_all_of_its_places_back(pack_id: str) -> None:
    pack = shipped(pack_id)
    bare = with_parts(pack, lambda xml: CONTROL.sub("", xml))
    assert template_places(bare.template).places == ()
    mended, done, left = repaired(bare, pack)
    assert left == ()
    assert any(each.startswith("Put back where it stood in the version in use: ") for each in done)
    assert set_out(mended) == set_out(pack)
    assert lines(mended) == lines(pack)


@pytest.mark.parametrize("in_use", [True, False], ids=["by the version in use", "by the pack alone"])
def test_tags_that_were_dropped_are_put_back_by_their_titles(in_use: bool) -> None:
    pack = shipped("city-of-london-2023")
    mended, done, left = repaired(with_parts(pack, lambda xml: TAG.sub("", xml)), pack if in_use else None)
    assert (set_out(mended), left) == (set_out(pack), ())
    assert [each.partition(":")[0] for each in done] == ["Recognised by the title, and given back the tag"]


def test_a_misspelt_tag_a_lost_lock_and_a_lost_title_are_put_right() -> None:
    pack = shipped(NORTH)
    broken = with_document(pack, '"field:subject"', '"field:sujbect"')
    broken = with_document(broken, '<w:lock w:val="sdtLocked"/>', "")
    broken = with_document(broken, '<w:alias w:val="Town or Parish"/>', "")
    mended, done, left = repaired(broken, pack)
    assert (set_out(mended), left) == (set_out(pack), ())
    assert len(done) == 3


def test_a_label_that_was_reworded_and_a_paragraph_that_was_added_are_kept() -> None:
    pack = shipped(NORTH)
    new = "<w:p><w:r><w:t>Published by the council.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle"
    changed = with_document(pack, "<w:t>Town or Parish:</w:t>", "<w:t>Place:</w:t>")
    changed = with_document(changed, "<w:p><w:pPr><w:pStyle", new)
    was = lines(pack)
    mended, _, left = repaired(with_parts(changed, lambda xml: CONTROL.sub("", xml)), pack)
    assert (set_out(mended), left) == (set_out(pack), ())
    assert [each for each in lines(mended) if each not in was] == [
        "Published by the council.", "Place: All"
    ]  # fmt: skip


def test_of_a_section_that_was_pasted_twice_one_becomes_words() -> None:
    pack = shipped(NORTH)
    whole = parts_of(pack.template)["word/document.xml"].decode()
    begin, end = (whole.index(f'<w:sdt><w:sdtPr><w:alias w:val="{each}: section"/>') for each in ("Policy", "Details"))
    section = whole[begin:end]
    mended, done, left = repaired(with_document(pack, section, section * 2), pack)
    assert [each[0] for each in set_out(mended)] == [each[0] for each in set_out(pack)]
    assert sum("stood twice" in each for each in done) == 1
    assert left == ("Delete the words in the line “Policy” in Word, if they were pasted by mistake.",)


def test_what_cannot_be_put_back_is_named_with_where_it_stood() -> None:
    pack = shipped(NORTH)
    mended, done, left = repaired(without_line(pack, "field:subject"), pack)
    assert left == (
        "“Subject of Report” could not be put back. It stood after the line “Date of Meeting: Date of Meeting”. Mark "
        "its place again.",
    )
    assert done == ()
    assert told(check_pack(mended)) != []


def test_a_sound_template_keeps_its_bytes_and_a_repaired_one_its_other_parts() -> None:
    pack = shipped(NORTH)
    assert repair_pack(pack, pack).document is pack.template
    mended, _, _ = repaired(with_document(pack, '<w:tag w:val="field:subject"/>', ""), pack)
    was, is_now = parts_of(pack.template), parts_of(mended.template)
    assert {name for name in was if was[name] != is_now[name]} <= {"word/document.xml"}


def test_a_control_that_was_deleted_with_its_prompt_comes_back_with_it() -> None:
    pack = shipped(NORTH)
    whole = parts_of(pack.template)["word/document.xml"].decode()
    begin = whole.index('<w:sdt><w:sdtPr><w:alias w:val="Subject of Report"/>')
    control = whole[begin : whole.index("</w:sdt>", begin) + len("</w:sdt>")]
    mended, _, left = repaired(with_document(pack, control, ""), pack)
    assert (set_out(mended), left) == (set_out(pack), ())
    assert lines(mended) == lines(pack)
