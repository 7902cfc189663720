"""Which pack a text was written in."""

import pytest

from clerkwell.intake.lines import read_lines
from clerkwell.intake.recognising import evidence, recognise
from clerkwell.packs import Pack
from helpers.intake import pack, packs
from helpers.intake_reports import PAGE_TURNS, UNSEEN


def recognised(text: str, among: tuple[Pack, ...] | None = None) -> str:
    found = recognise(read_lines(text), packs() if among is None else among)
    assert found is not None
    return found.id


@pytest.mark.parametrize("name", UNSEEN)
def test_a_layout_nobody_knows_goes_into_the_pack_that_takes_any(name: str) -> None:
    assert recognised(UNSEEN[name]) == "generic-english-council"


def test_the_year_s_layout_is_told_by_its_words() -> None:
    assert recognised(PAGE_TURNS) == "city-of-london-2022"


def test_another_council_s_name_at_the_head_speaks_against_a_pack() -> None:
    assert recognised("Exampleshire Borough Council\n\n" + PAGE_TURNS) == "generic-english-council"
    assert recognised("City of London Corporation\n\n" + PAGE_TURNS) == "city-of-london-2022"


def test_a_lost_row_or_section_does_not_change_the_layout() -> None:
    lines = PAGE_TURNS.splitlines()
    for index, line in enumerate(lines):
        if line.startswith(("<b>", "###")):
            assert recognised("\n".join(lines[:index] + lines[index + 1 :])) == "city-of-london-2022"


def test_without_a_pack_that_takes_any_the_likeliest_is_taken() -> None:
    assert recognised(UNSEEN["plain"], (pack("north-somerset-executive-2022"),)) == "north-somerset-executive-2022"
    assert recognise(read_lines("x"), ()) is None


def test_labels_and_headings_are_evidence() -> None:
    assert evidence(read_lines("Once upon a time"), packs()) == 0
    assert evidence(read_lines("Summary\n\nShort."), packs()) == 1
    assert evidence(read_lines("Subject: x\n\nSummary\n\nShort."), packs()) == 2


def test_the_day_of_the_meeting_speaks_for_the_layout_in_force() -> None:
    later = PAGE_TURNS.replace("04/05/2022", "04/05/2023").replace(" implications – ", " implications:\n\n")
    assert recognised(later) == "city-of-london-2023"


def test_a_council_is_known_by_one_of_its_layouts_and_the_day_says_which() -> None:
    # Between two layouts: the older one's heading over the committees, the newer one's questions, few implications.
    between = """Committee(s):\tDated:
Parks Committee – For Decision\t19/07/2023
Subject: Swings\tPublic
Which outcomes in the City Corporation's Corporate Plan does this proposal aim to impact directly?\t1
Does this proposal require extra revenue and/or capital spending?\tN
If so, how much?\tN/A
What is the source of Funding?\tN/A
Has this Funding Source been agreed with the Chamberlain's Department?\tN/A
Report of: The Director\tFor Decision
Report author: A. Example

Summary

Swings are worn.

Recommendation

Members are asked to approve new swings.

Main Report

Background

1. They were put up long ago.

Current Position

2. They are worn.

Corporate & Strategic Implications

Financial implications
3. None.

Legal implications
4. None.

Conclusion

5. New swings are needed.

Appendices

None

Background Papers

None
"""
    assert recognised(between) == "city-of-london-2023"
