"""A part that comes once for each of several is added and removed: the form, the document and the example follow."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack, PackError, load_folder
from clerkwell.packs.load import SAMPLE
from clerkwell.system import templates_folder
from clerkwell.word.ooxml.names import w
from clerkwell.word.template import TemplateLine, template_lines
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.draft.fields import move_field, new_field, remove_field, rename_field
from clerkwell.workshop.draft.rows import (
    LATER,
    NewRows,
    Standing,
    new_repeat,
    one_of,
    remove_repeat,
    standing_by,
    standings,
)
from clerkwell.workshop.draft.standing import document_of
from clerkwell.workshop.placing import Target, put_in

_PACKS = sorted(folder.name for folder in templates_folder().iterdir())
_QUESTIONS = ("Name", "Telephone number", "What do they know?")
_TABLE = NewRows("Further contacts", "", _QUESTIONS)
_LINES = NewRows("Further contacts", "", _QUESTIONS, "lines")


def _pack(name: str) -> Pack:
    return load_folder(templates_folder() / name)


def _said(document: bytes) -> list[str]:
    return [line.words for line in template_lines(document) if line.words]


def _new_faults(pack: Pack, before: Pack) -> list[str]:
    known = {each.message for each in check_pack(before)}
    return [each.message for each in check_pack(pack) if each.message not in known and each.severity != "info"]


def _exported(pack: Pack, rows: tuple[dict[str, FieldValue], ...]) -> list[str]:
    report = Report.model_validate_json(pack.files[SAMPLE])
    given = report.model_copy(update={"repeats": {**report.repeats, "further-contacts": rows}})
    return _said(write_document(given, pack, draft=False, attachments=pack.files_of(SAMPLE)))


def _row(name: str, telephone: str, knows: str) -> dict[str, FieldValue]:
    given = {"name": name, "telephone-number": telephone, "what-do-they-know": knows}
    return {key: FieldValue(text=text) for key, text in given.items()}


@pytest.mark.parametrize("new", [_TABLE, _LINES], ids=["table", "lines"])
@pytest.mark.parametrize("name", _PACKS)
def test_what_comes_once_for_each_is_added_and_removed_again_without_a_trace(name: str, new: NewRows) -> None:
    before = _pack(name)
    pack = new_repeat(before, new, "subject", standing_by(before, "field:subject"))
    repeat = pack.repeat("further-contacts")
    assert repeat is not None
    assert (repeat.title, repeat.singular) == ("Further contacts", "further contact")
    assert [each.title for each in pack.fields_of("further-contacts")] == list(_QUESTIONS)
    (row,) = Report.model_validate_json(pack.files[SAMPLE]).repeats["further-contacts"]
    assert row["telephone-number"].text
    assert _new_faults(pack, before) == []
    gone = remove_repeat(pack, "further-contacts")
    assert gone.manifest == before.manifest
    assert _said(gone.template) == _said(before.template)


def test_a_table_has_a_heading_row_and_a_row_for_each_and_goes_where_there_are_none() -> None:
    before = _pack("maidstone-2022")
    pack = new_repeat(before, _TABLE, "subject", standing_by(before, "field:wards"))
    said = _exported(pack, (_row("Ann Sample", "01234", "All"), _row("Bob Sample", "", "Some")))
    at = said.index("Further contacts:")
    assert said[at + 1 : at + 9] == [*_QUESTIONS, "Ann Sample", "01234", "All", "Bob Sample", "Some"]
    heading, row = [line for line in template_lines(pack.template) if line.at.table == 2 and line.at.cell == 1]
    assert (heading.style, row.style) == ("Table Heading", "Table Text")
    without = " ".join(_exported(pack, ()))
    assert "Further contacts" not in without
    assert "What do they know?" not in without


def test_lines_look_as_the_lines_beside_them_and_empty_ones_go() -> None:
    before = _pack("maidstone-2022")
    pack = new_repeat(before, _LINES, "subject", standing_by(before, "field:wards"))
    lines = template_lines(pack.template)
    (name,) = [line for line in lines if "field:further-contacts.name" in line.holds]
    assert name.style == next(line.style for line in lines if "field:wards" in line.holds)
    said = _exported(pack, (_row("Ann Sample", "01234", "All"), _row("Bob Sample", "", "Some")))
    at = said.index("Further contacts:")
    assert [" ".join(line.split()) for line in said[at + 1 : at + 6]] == [
        "Name: Ann Sample", "Telephone number: 01234", "What do they know? All", "Name: Bob Sample",
        "What do they know? Some",
    ]  # fmt: skip
    assert "Further contacts:" not in _exported(pack, ())


def test_its_title_is_printed_above_it_or_not() -> None:
    before = _pack("north-somerset-executive-2022")
    bare = NewRows("Further contacts", "person to ask", ("Name",), "lines", above=False)
    pack = new_repeat(before, bare, "subject", standing_by(before, "field:author"))
    assert "Further contacts:" not in _said(pack.template)
    repeat = pack.repeat("further-contacts")
    assert repeat is not None
    assert repeat.singular == "person to ask"
    assert "group:further-contacts" not in {each.tag for each in document_of(pack).places.places}
    assert _new_faults(pack, before) == []


def test_a_heading_row_follows_its_question() -> None:
    before = _pack("generic-english-council")
    pack = new_repeat(before, _TABLE, "subject", standing_by(before, ""))
    renamed = rename_field(pack, "further-contacts.telephone-number", "Telephone")
    assert "Telephone" in _said(renamed.template)
    assert "Telephone number" not in _said(renamed.template)
    more = new_field(renamed, "Email address", "further-contacts.name", "further-contacts")
    assert _new_faults(more, before) == []


def _table(pack: Pack) -> list[list[str]]:
    """The words of the table of the further contacts, row by row; of the row for each the names of its places."""
    lines = [
        line for line in template_lines(pack.template) if "group:further-contacts" in line.inside and line.at.table
    ]
    heading = [line.words for line in lines if not line.holds]
    return [heading, [tag.partition(".")[2] for line in lines for tag in line.holds]]


@pytest.mark.parametrize("name", ["generic-english-council", "maidstone-2022"])
def test_a_table_gets_a_column_for_a_question_more_and_loses_it_again(name: str) -> None:
    before = _pack(name)
    pack = new_repeat(before, _TABLE, "subject", standing_by(before, ""))
    more = new_field(pack, "Email address", "further-contacts.name", "further-contacts")
    assert _table(more) == [
        ["Name", "Email address", "Telephone number", "What do they know?"],
        ["name", "email-address", "telephone-number", "what-do-they-know"],
    ]
    assert _new_faults(more, before) == []
    less = remove_field(more, "further-contacts.telephone-number")
    assert _table(less) == [
        ["Name", "Email address", "What do they know?"],
        ["name", "email-address", "what-do-they-know"],
    ]
    assert _new_faults(less, before) == []
    one = remove_field(remove_field(less, "further-contacts.name"), "further-contacts.what-do-they-know")
    assert _table(one) == [["Email address"], ["email-address"]]
    gone = remove_field(one, "further-contacts.email-address")
    assert gone.repeat("further-contacts") is None
    assert _new_faults(gone, before) == []
    assert _said(gone.template) == _said(before.template)


def test_columns_change_places_with_their_questions() -> None:
    before = _pack("maidstone-2022")
    pack = new_repeat(before, _TABLE, "subject", standing_by(before, ""))
    moved = move_field(pack, "further-contacts.name", 1)
    assert _table(moved)[0] == ["Telephone number", "Name", "What do they know?"]
    assert _table(moved)[1] == ["telephone-number", "name", "what-do-they-know"]
    assert [each.id.partition(".")[2] for each in moved.fields_of("further-contacts")] == _table(moved)[1]
    assert _new_faults(moved, before) == []


def test_a_table_that_ships_gets_its_column_too_and_keeps_its_width() -> None:
    before = _pack("maidstone-2022")
    pack = new_field(before, "Chair", "committees.date", "committees")
    rows = [line for line in template_lines(pack.template) if line.at.table == 1]
    assert [line.words for line in rows if line.at.row == 1] == ["Meeting", "Date", "Chair"]
    assert [line.holds for line in rows if line.at.row == 2] == [
        ("field:committees.name",), ("field:committees.date",), ("field:committees.chair",),
    ]  # fmt: skip
    widths = [_widths(each) for each in (before, pack)]
    assert [sum(each) for each in widths] == [9026, 9026]
    assert len(widths[1]) == 3
    assert _new_faults(pack, before) == []


def _widths(pack: Pack) -> list[int]:
    """Those of the columns of the first table."""
    with zipfile.ZipFile(io.BytesIO(pack.template)) as files:
        root = etree.fromstring(files.read("word/document.xml"))
    return [int(each.get(w("w"), "")) for each in next(root.iter(w("tblGrid"))).iter(w("gridCol"))]


def test_it_can_be_put_into_the_document_later_by_pointing() -> None:
    before = _pack("north-somerset-executive-2022")
    pack = new_repeat(before, NewRows("Ward members", "", ("Name",)), "subject", LATER)
    assert pack.template == before.template
    assert any("“Ward members: once for each”" in each for each in _new_faults(pack, before))
    line = next(at for at, each in enumerate(template_lines(pack.template)) if each.words == "North Somerset Council")
    placed = put_in(pack, "field:ward-members.name", Target(line, line), "end")
    placed = put_in(placed, "repeat:ward-members", Target(line, line), "lines")
    placed = put_in(placed, "group:ward-members", Target(line, line), "lines")
    assert _new_faults(placed, before) == []


def test_the_same_words_twice_or_none_are_refused() -> None:
    pack = _pack("generic-english-council")
    with pytest.raises(PackError, match="needs a title"):
        new_repeat(pack, NewRows(" ", "", ("Name",)))
    with pytest.raises(PackError, match="needs a question"):
        new_repeat(pack, NewRows("Contacts", "", (" ", "")))
    with pytest.raises(PackError, match="“name:” is asked twice"):
        new_repeat(pack, NewRows("Contacts", "", ("Name", "name:")))


@pytest.mark.parametrize(
    ("title", "one"),
    [
        ("Further contacts", "further contact"),
        ("Councillors", "councillor"),
        ("Bodies consulted before", "bodies consulted before"),
        ("Wards & parishes", "wards & parish"),
        ("Enquiries:", "enquiry"),
        ("MPs", "MP"),
        ("Address", "address"),
    ],
)
def test_one_of_several_is_guessed(title: str, one: str) -> None:
    assert one_of(title) == one


# Wherever it stands and however often, the document keeps its order and everything else its words.
@pytest.mark.parametrize("name", ["city-of-london-2023", "generic-english-council", "maidstone-2022"])
@settings(max_examples=12, deadline=None)
@given(chosen=st.lists(st.tuples(st.integers(0, 99), st.booleans(), st.booleans()), min_size=1, max_size=3))
def test_wherever_they_are_put_they_stand_there_and_nothing_else_changes(
    name: str, chosen: list[tuple[int, bool, bool]]
) -> None:
    before = pack = _pack(name)
    for number, (which, table, above) in enumerate(chosen):
        spots = [each for each in standings(pack) if each.where is not None]
        spot: Standing = spots[which % len(spots)]
        assert spot.where is not None
        new = NewRows(f"Contacts {number}", "", ("Name", "Telephone"), "table" if table else "lines", above=above)
        pack = new_repeat(pack, new, "subject", spot)
        lines = template_lines(pack.template)
        mine = [at for at, line in enumerate(lines) if f"repeat:contacts-{number}" in line.inside]
        beside = [at for at, line in enumerate(lines) if (spot.where.after or spot.where.before) in _tags(line)]
        assert mine[0] > beside[0] if spot.where.after else mine[-1] < beside[0]
        assert any(f"group:contacts-{number}" in line.inside for line in lines) == (table or above)
    for number in range(len(chosen)):
        pack = remove_repeat(pack, f"contacts-{number}")
    assert pack.manifest == before.manifest
    assert _said(pack.template) == _said(before.template)


def _tags(line: TemplateLine) -> tuple[str, ...]:
    return (*line.inside, *line.holds)
