"""Text: what is kept out, and counting as Qt counts."""

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import BackgroundPaper, FieldValue, Section, SetHeading, Table, Text, TrayItem
from clerkwell.model.text import clean, from_utf16, to_utf16

anything = st.text(alphabet=st.characters(exclude_categories=()))


@given(anything)
def test_clean_text_fits_into_an_xml_document_and_is_clean_already(text: str) -> None:
    cleaned = clean(text)
    assert ElementTree.fromstring(f"<a>{cleaned.replace('&', '&amp;').replace('<', '&lt;')}</a>") is not None
    assert clean(cleaned) == cleaned


@given(st.text(alphabet="abé–😀\n\t "))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_line_ends_of_every_system_are_line_feeds() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_no_part_of_a_report_takes_in_a_character_that_a_document_cannot_hold() -> None:
    dirty, fit = "a\x0b\x00\ud800b", "ab"
    assert FieldValue(text=dirty, value=dirty) == FieldValue(text=fit, value=fit)
    assert Section(id="x", heading=dirty).heading == fit
    assert SetHeading(section="x", heading=dirty).heading == fit
    assert Table(caption=dirty).caption == fit
    assert TrayItem(text=dirty, came_from=dirty) == TrayItem(text=fit, came_from=fit)
    assert BackgroundPaper(title=dirty, link=dirty) == BackgroundPaper(title=fit, link=fit)
    assert Text(text=dirty, link=dirty) == Text(text=fit, link=fit)


@given(st.text(), st.data())
def test_utf16_offsets_count_as_the_encoding_does_and_come_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    units = to_utf16(text, offset)
    assert units == len(text[:offset].encode("utf-16-le")) // 2
    assert from_utf16(text, units) == offset


def test_an_offset_inside_a_surrogate_pair_counts_as_after_it() -> None:
    assert from_utf16("😀b", 1) == 1
    assert from_utf16("😀b", 2) == 1
    assert from_utf16("😀b", 3) == 2


def test_an_offset_past_the_end_is_the_end() -> None:
    assert from_utf16("a😀", 99) == 2
