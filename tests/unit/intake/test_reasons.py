"""Reasons for exemption that a header gives with its public status."""

import pytest

from clerkwell.intake.reasons import with_reasons
from clerkwell.packs import Pack, understand
from helpers.building import MANIFEST, make_pack

STATUS = """
[[field]]
id = "public-status"
title = "Public status"
kind = "status"
choices = ["Public", "Part exempt", "Exempt", "Confidential"]

[[field]]
id = "exempt-paragraphs"
title = "Reason for exemption"
printed = false
"""
PACK = make_pack(MANIFEST + STATUS)


def reasons(status: str, pack: Pack = PACK) -> str:
    spec = pack.field("public-status")
    assert spec is not None
    done = with_reasons({"public-status": understand(spec, status, pack)}, pack)
    assert done["public-status"].text == status
    return done["exempt-paragraphs"].text if "exempt-paragraphs" in done else ""


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("Part exempt, paragraph 3", "Paragraph 3 (financial or business affairs)"),
        ("Exempt under paragraph 5", "Paragraph 5 (legal professional privilege)"),
        ("Exempt", ""),
        ("Exempt – paragraph 9", ""),
        ("Public", ""),
        ("Confidential, paragraph 3", ""),
    ],
)
def test_the_paragraphs_of_the_status_are_taken_over(status: str, said: str) -> None:
    assert reasons(status) == said


def test_a_document_with_a_place_for_them_says_them_there() -> None:
    assert reasons("Exempt under paragraph 5", make_pack(MANIFEST + STATUS.replace("printed = false", ""))) == ""
