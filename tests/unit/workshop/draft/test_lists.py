"""Lists of a pack: read from what is pasted, put together with what is there, and edited."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.packs import PackError, load_folder
from clerkwell.packs.manifest import VocabEntry
from clerkwell.system import templates_folder
from clerkwell.workshop.draft.lists import (
    a_to_z,
    clashes,
    entry_fault,
    list_title,
    moved,
    new_list_name,
    same_name,
    standing,
    title_fault,
    with_entries,
    with_new_list,
    with_open,
    without_list,
)
from clerkwell.workshop.draft.merging import changes, merged
from clerkwell.workshop.draft.pasting import Layout, Pasted, guessed, pasted_rows, read_rows

_WORDS = st.sampled_from(["Audit", "Board", "Culture", "Parks & Trees", "Joint", "Licensing", "Ward", "(South)", "Pay"])
_NAMES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_DAYS = st.none() | st.dates(date(2000, 1, 1), date(2060, 12, 31))
_FORMS = st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%y", "%A %d %B %Y"])


@st.composite
def _entries(draw: st.DrawFn) -> tuple[VocabEntry, ...]:
    names = draw(st.lists(_NAMES, min_size=1, max_size=6, unique_by=str.casefold))
    found = []
    for at, name in enumerate(names):
        since, until = draw(_DAYS), draw(_DAYS)
        if since and until and until < since:
            since, until = until, since
        aliases = tuple(f"A{at}{letter}" for letter in "PQR"[: draw(st.integers(0, 2))])
        found.append(VocabEntry(name=name, aliases=aliases, effective_from=since, effective_to=until))
    return tuple(found)


def _as_excel(entries: Sequence[VocabEntry], form: str, headed: bool) -> str:
    made = StringIO()
    table = csv.writer(made, dialect="excel-tab", lineterminator="\r\n")
    if headed:
        table.writerow(["Committee", "Abbreviation", "Effective from", "Ended"])
    for each in entries:
        days = [day.strftime(form) if day else "" for day in (each.effective_from, each.effective_to)]
        table.writerow([each.name, "; ".join(each.aliases), *days])
    return made.getvalue()


def _read(text: str) -> Pasted:
    rows = pasted_rows(text)
    return read_rows(rows, guessed(rows))


@given(_entries(), _FORMS)
def test_a_table_with_headings_says_the_same_after_excel_had_it(entries: tuple[VocabEntry, ...], form: str) -> None:
    read = _read(_as_excel(entries, form, headed=True))
    assert read.entries == entries
    assert not read.faults


@given(_entries())
def test_pasting_what_is_there_changes_nothing(entries: tuple[VocabEntry, ...]) -> None:
    pasted = _read(_as_excel(entries, "%d/%m/%Y", headed=True))
    for gone in ("stay", "end", "out"):
        assert merged(entries, pasted, gone, date(2026, 1, 1)) == entries
    assert {each.kind for each in changes(entries, pasted, "stay")} == {"same"}


@settings(max_examples=40)
@given(_entries(), _entries())
def test_no_name_is_lost_unless_it_is_to_go_and_a_second_time_changes_nothing(
    old: tuple[VocabEntry, ...], new: tuple[VocabEntry, ...]
) -> None:
    pasted = Pasted(new, frozenset({"name", "aliases", "from", "until"}), ())
    found = merged(old, pasted, "stay")
    said = [name for each in found for name in (each.name, *each.aliases)]
    for each in (*old, *new):
        assert any(same_name(each.name, name) for name in said)
    assert merged(found, pasted, "stay") == found
    assert {each.name for each in merged(old, pasted, "out")} == {each.name for each in new}
    assert len(changes(old, pasted, "stay")) == len(found)


@given(st.text(alphabet=st.sampled_from('ab 1/\t\n\r"•-;,.')))
def test_whatever_is_pasted_is_read(text: str) -> None:
    read = _read(text)
    assert len({each.name.casefold() for each in read.entries}) == len(read.entries)
    assert all(each.name.strip() for each in read.entries)


def test_a_list_of_lines_loses_its_bullets_and_numbers() -> None:
    for text in ("Audit Board\nParks Board\n", "• Audit Board\n• Parks Board", "1.\tAudit Board\n2.\tParks Board\n"):
        assert [each.name for each in _read(text).entries] == ["Audit Board", "Parks Board"]


def test_a_heading_over_one_column_is_no_entry() -> None:
    assert [each.name for each in _read("Committee\nAudit Board\nParks Board").entries] == [
        "Audit Board",
        "Parks Board",
    ]


def test_columns_without_headings_are_told_by_what_they_hold() -> None:
    rows = pasted_rows("Audit Board\tAB\t1/5/2020\tApr-24\nParks Board\tPB\t1/5/2021\t\n")
    assert guessed(rows) == Layout(("name", "aliases", "from", "until"), headed=False)
    first, second = read_rows(rows, guessed(rows)).entries
    assert (first.aliases, first.effective_from, first.effective_to) == (("AB",), date(2020, 5, 1), date(2024, 4, 30))
    assert (second.effective_from, second.effective_to) == (date(2021, 5, 1), None)


def test_what_cannot_be_read_is_named() -> None:
    text = "Name\tFrom\tUntil\nAudit Board\tsoon\t\n\t1/5/2021\t\nAUDIT board\t\t\nParks Board\t1/5/2021\t1/5/2020\n"
    read = _read(text)
    assert [each.name for each in read.entries] == ["Audit Board", "Parks Board"]
    assert read.faults == (
        "“Audit Board”: “soon” is no date, and is left out.",
        "Row 3 has no name and is left out.",
        "“AUDIT board” stands in the list more than once: its first row is taken.",
        "“Parks Board” would end before it begins: its dates are left out.",
    )


def test_a_new_name_keeps_the_old_one_as_another_and_what_is_gone_may_end() -> None:
    old = (VocabEntry(name="Parks Committee", aliases=("PC",)), VocabEntry(name="Audit Board"))
    pasted = _read("Committee\tFormerly\nParks Board\tParks Committee\nCulture Board\t")
    assert merged(old, pasted, "end", date(2026, 4, 30)) == (
        VocabEntry(name="Parks Board", aliases=("PC", "Parks Committee")),
        VocabEntry(name="Audit Board", effective_to=date(2026, 4, 30)),
        VocabEntry(name="Culture Board"),
    )
    assert [(each.kind, each.name, each.says) for each in changes(old, pasted, "end", date(2026, 4, 30))] == [
        ("new", "Culture Board", ""),
        ("changed", "Parks Committee", "Is called “Parks Board”"),
        ("gone", "Audit Board", "Ends on 30 April 2026"),
    ]


def test_a_list_is_made_filled_opened_and_removed_and_one_in_use_stays() -> None:
    pack = load_folder(templates_folder() / "city-of-london-2023")
    name = new_list_name(pack, "Ward members’ names")
    made = with_new_list(name, "Ward members’ names")(pack)
    assert list_title(made, name) == "Ward members’ names"
    assert "already" in title_fault(made, "committees", "ward members’ names")
    opened = with_open(name, True)(made)
    assert opened.manifest.vocab[name].open
    filled = with_entries(name, [VocabEntry(name="A. N. Other", aliases=("ANO",))])(opened)
    assert filled.manifest.vocab[name].entries[0].aliases == ("ANO",)
    assert without_list(name)(filled).manifest == pack.manifest
    with pytest.raises(PackError, match="“Committees” is used by “Committee”"):
        without_list("committees")(pack)
    assert new_list_name(pack, "Purposes") == "purposes-2"


def test_entries_are_sorted_moved_and_held_to_sense() -> None:
    entries = tuple(VocabEntry(name=name) for name in ("The Parks Board", "audit Board", "Culture Board"))
    assert [each.name for each in a_to_z(entries)] == ["audit Board", "Culture Board", "The Parks Board"]
    assert moved(entries, 0, 1)[1] == entries[0]
    assert moved(entries, 2, 1) == entries
    ended = VocabEntry(name="Culture Board", effective_to=date(2020, 1, 1))
    again = VocabEntry(name="culture  board", effective_from=date(2021, 1, 1))
    assert entry_fault((ended, again), 1, again) == ""
    assert "already" in entry_fault(entries, 0, VocabEntry(name="Audit board"))
    assert standing(ended, date(2026, 1, 1)) == "Ended on 1 January 2020"
    assert standing(again, date(2020, 6, 1)) == "Begins on 1 January 2021"


def test_a_name_that_stands_for_two_answers_on_one_day_is_told() -> None:
    one = VocabEntry(name="Streets Board", aliases=("SB",))
    other = VocabEntry(name="Sports Board", aliases=("sb",), effective_to=date(2020, 1, 1))
    later = VocabEntry(name="Science Board", aliases=("SB ",), effective_from=date(2021, 1, 1))
    assert clashes((one, other)) == ("“sb” stands for “Streets Board” and for “Sports Board”.",)
    assert not clashes((other, later))
    assert len(clashes((one, other, later))) == 2


def test_the_usual_number_of_clear_days_is_written_where_no_law_gives_it() -> None:
    from clerkwell.packs.load import MANIFEST
    from clerkwell.workshop.draft.part import with_part

    pack = with_part(load_folder(templates_folder() / "generic-english-council"), "pack", nation="wales")
    without = with_part(with_part(pack, "deadlines", clear_days=0), "deadlines", clear_days=5)
    assert without.manifest.deadlines.clear_days == 5
    assert b"clear_days = 5" in without.files[MANIFEST]
