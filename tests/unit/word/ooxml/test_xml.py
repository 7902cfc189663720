"""Pieces of body: what XML refuses is left out, and only that."""

import pytest

from clerkwell.word.ooxml.names import T
from clerkwell.word.ooxml.xml import pieces

# XML 1.0 section 2.2: what its characters leave out, with the first and the last of each stretch.
REFUSED = ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff"]
KEPT = ["\t", "\n", "\x7f", "\x80", "\ud7ff", "\ue000", "\ufffd", "\U00010000", "\U0010ffff", "£", "’"]


def text_of(words: str) -> str:
    [line] = pieces(f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>')
    return "".join(each.text or "" for each in line.iter(T))


@pytest.mark.parametrize("character", REFUSED, ids=ascii)
def test_a_character_that_xml_refuses_is_left_out(character: str) -> None:
    assert text_of(f"be{character}fore") == "before"
    assert text_of(f"£{character}’") == "£’"


@pytest.mark.parametrize("character", KEPT, ids=ascii)
def test_every_other_character_stays(character: str) -> None:
    assert text_of(f"a{character}b") == f"a{character}b"


def test_a_refused_character_costs_no_other() -> None:
    # DELETE, which Word does not show, is taken out with those that are refused.
    assert text_of("".join(REFUSED) + "".join(KEPT)) == "".join(KEPT).replace("\x7f", "")
