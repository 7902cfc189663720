"""What changed between two versions of a pack is told in words, and nothing that did not."""

import pytest

from clerkwell.packs import Pack
from clerkwell.workshop import PackChange, check_pack, pack_changes
from helpers.packs_changed import with_document, with_manifest
from helpers.shipped import IDS, shipped

PACK = "north-somerset-executive-2022"


def said(before: Pack, now: Pack) -> list[str]:
    return [f"{each.subject}: {each.says}" for each in pack_changes(before, now)]


@pytest.mark.parametrize("pack_id", IDS)
def test_a_pack_is_no_other_than_itself(pack_id: str) -> None:
    assert pack_changes(shipped(pack_id), shipped(pack_id)) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('version = "1.2.0"', 'version = "1.3.0"', "About the template: The version is 1.3.0; it was 1.2.0."),
        (
            'date_form = "d month yyyy"',
            'date_form = "weekday d month yyyy"',
            "Checking: The form of dates in the header is “Monday 7 February 2022”; it was “7 February 2022”.",
        ),
        (
            "effective_from = 2021-01-01",
            "effective_from = 2023-05-01",
            "About the template: It holds for meetings from 1 May 2023; it was 1 January 2021.",
        ),
        (
            'title = "Subject of Report"',
            'title = "Title of the report"',
            "Header: “Subject of Report” is now called “Title of the report”.",
        ),
        (
            'example = "7 December 2022"',
            'example = "8 December 2022"',
            "Header: “Date of Meeting” has another example.",
        ),
        (
            'bullet = "List Bullet"',
            'bullet = "List Bullet 2"',
            "Deadlines and files: Other styles are used for bullet.",
        ),
    ],
)
def test_a_change_of_the_manifest_is_told(old: str, new: str, says: str) -> None:
    before = shipped(PACK)
    assert said(before, with_manifest(before, old, new)) == [says]


def test_a_list_is_called_what_it_is_called_in_the_window() -> None:
    before = shipped("maidstone-2022")
    now = with_manifest(before, '{ name = "Planning Committee" },', '{ name = "Planning and Building Committee" },')
    assert said(before, now) == [
        "Lists: The list “Bodies” no longer has “Planning Committee”.",
        "Lists: The list “Bodies” has “Planning and Building Committee” as well.",
    ]


def test_a_section_that_is_gone_moves_what_was_written_there() -> None:
    before = shipped(PACK)
    text = before.files["pack.toml"].decode()
    at = text.index('[[section]]\nid = "policy"')
    now = with_manifest(before, text[at : text.index("[[section]]", at + 5)], "")
    (change,) = pack_changes(before, now)
    assert change == PackChange("Sections", "“Policy” is gone. What was written there goes to the tray.", moves=True)
    (back,) = pack_changes(now, before)
    assert back.says.startswith("“Policy” is new: ")


def test_a_section_with_another_id_and_the_same_title_is_the_same() -> None:
    before = shipped(PACK)
    now = with_manifest(before, 'id = "policy"\n', 'id = "policies"\n')
    assert not any("is gone" in each or "is new" in each for each in said(before, now) if each.startswith("Sections"))


def test_the_order_of_sections_is_told() -> None:
    before = shipped(PACK)
    text = before.files["pack.toml"].decode()
    at = text.index('[[section]]\nid = "policy"')
    then = text.index("[[section]]", at + 5)
    after = text.index("[[section]]", then + 5)
    now = with_manifest(before, text[at:after], text[then:after] + text[at:then])
    assert said(before, now) == [
        "Sections: Sections stand in another order: “Details” now comes after “Summary of Report”."
    ]


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("document", "Date of Meeting:<", "Day of Meeting:<", "“Date of Meeting: …” now reads “Day of Meeting: …”."),
        (
            "document",
            '"BodyText"/></w:pPr>',
            '"ListBullet"/></w:pPr>',
            "the place for “Summary of Report” has the style",
        ),
        ("styles", '<w:name w:val="List Bullet"/>', '<w:name w:val="Bullets"/>', "The style “List Bullet” is gone."),
        ("document", 'w:top="', 'w:top="1', "The top margin is "),
    ],
)
def test_a_change_of_the_document_is_told(part: str, old: str, new: str, says: str) -> None:
    before = shipped(PACK)
    now = with_document(before, old, new, part=f"word/{part}.xml")
    assert any(says in each for each in said(before, now)), said(before, now)


def test_checking_a_pack_tells_what_differs_from_the_version_in_use() -> None:
    before = shipped(PACK)
    now = with_document(before, "North Somerset Council<", "North Somerset Counsil<")
    found = [each.message for each in check_pack(now, before=before)]
    assert any("has the same number, 1.2.0" in each for each in found)
    assert any("“North Somerset Council” now reads “North Somerset Counsil”" in each for each in found)
    numbered = with_manifest(now, 'version = "1.2.0"', 'version = "1.2.1"')
    assert not any("the same number" in each.message for each in check_pack(numbered, before=before))
