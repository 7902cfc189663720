"""Why a report is kept from the public: what is asked, and how the reasons are named."""

from clerkwell.packs.exemption import EXEMPT, in_words
from clerkwell.proofing.law.exemption import REASONS, paragraphs_cited


def test_the_reasons_are_those_of_part_1_of_the_schedule() -> None:
    assert frozenset(EXEMPT) == REASONS


def test_reasons_are_named_in_order_and_read_back_as_the_same() -> None:
    assert in_words(()) == ""
    assert in_words({5, 3}) == "Paragraphs 3 and 5 (financial or business affairs; legal professional privilege)"
    for number in EXEMPT:
        assert paragraphs_cited(in_words({number})) == {number}
    assert paragraphs_cited(in_words(EXEMPT)) == REASONS
