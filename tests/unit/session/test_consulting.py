"""Whom the council would have asked, and whom the log has already."""

import pytest

from clerkwell.model import Consultation, Report
from clerkwell.session.consulting import part_words, still_to_ask, to_ask
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack(
    MANIFEST.replace('title = "Summary"', 'title = "Summary"\nconsult = ["Legal"]').replace(
        'title = "Financial implications"', 'title = "Financial implications"\nconsult = ["Finance", "Audit"]'
    )
)


def logged(*entries: Consultation) -> Report:
    return make_report({"financial": "£900."}).model_copy(update={"consultations": entries})


def test_the_pack_would_have_people_asked_about_the_parts_that_there_are() -> None:
    assert [(each.who, each.title) for each in to_ask(logged(), PACK)] == [
        ("Legal", "Summary"),
        ("Finance", "Financial implications"),
        ("Audit", "Financial implications"),
    ]
    assert [each.who for each in to_ask(make_report(), PACK)] == ["Legal"]


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (Consultation(who="finance", part="financial"), ["Legal", "Audit"]),
        (Consultation(who="Finance", part="summary"), ["Finance", "Audit"]),
        (Consultation(who="The Solicitor", part="summary"), ["Finance", "Audit"]),
        (Consultation(who="The Treasurer", part="financial"), ["Legal", "Finance", "Audit"]),
        (Consultation(who="Audit", part="The whole report"), ["Legal", "Finance"]),
    ],
)
def test_whoever_was_asked_need_not_be_asked_again(entry: Consultation, left: list[str]) -> None:
    assert [each.who for each in still_to_ask(logged(entry), PACK)] == left


def test_an_entry_says_its_part_by_its_heading() -> None:
    assert part_words(Consultation(who="Legal", part="summary"), logged(), PACK) == "Summary"
    assert part_words(Consultation(who="Legal", part="the annexes"), logged(), PACK) == "the annexes"
