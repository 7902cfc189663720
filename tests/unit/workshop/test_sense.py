"""What can never come about in a manifest is found: conditions, lists, dates."""

from datetime import date

import pytest

from clerkwell.workshop import check_pack
from helpers.packs_changed import told, with_manifest
from helpers.shipped import shipped

PACK = "north-somerset-executive-2022"
TODAY = date(2026, 3, 2)
SUBJECT = 'id = "subject"\n'


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('only = { "no-such-field" = "Yes" }\n', "no field is called “no-such-field”"),
        ('only = { key-decision = "Perhaps" }\n', "“Key Decision” is never answered “Perhaps”"),
        ('required = "when"\nwhen = { key-decision = "Maybe" }\n', "“Key Decision” is never answered “Maybe”"),
        ('only = { subject = "Yes" }\n', "“Subject of Report” is asked only when it has an answer itself"),
    ],
)
def test_a_condition_that_can_never_hold_is_an_error(more: str, says: str) -> None:
    pack = shipped(PACK)
    text = pack.files["pack.toml"].decode()
    at = text.index(SUBJECT)
    own = text[at : text.index("\n\n", at)]
    plain = own.replace('required = "always"\n', "")
    assert any(says in each for each in told(check_pack(with_manifest(pack, own, f"{plain}\n{more}"))))


def test_a_condition_that_nothing_asks_about_is_a_warning() -> None:
    pack = with_manifest(shipped(PACK), SUBJECT, f'{SUBJECT}when = {{ key-decision = "Yes" }}\n')
    assert any(
        "a condition for being needed that nothing asks about" in each for each in told(check_pack(pack), "warning")
    )


def test_an_entry_that_ends_before_it_begins_is_an_error() -> None:
    entry = 'entries = [{ name = "A", effective_from = 2024-01-01, effective_to = 2023-01-01 }]\n'
    pack = with_manifest(shipped(PACK), "[roles]\n", f"[vocab.spare]\n{entry}\n[roles]\n")
    assert any(
        "“A” of the list “Spare” ends on 01/01/2023, before it begins" in each for each in told(check_pack(pack))
    )


def test_a_list_that_is_over_is_a_warning_where_the_pack_is_not() -> None:
    old = 'entries = [{ name = "A", effective_to = 2023-01-01 }]\n'
    pack = with_manifest(shipped(PACK), "[roles]\n", f"[vocab.spare]\n{old}\n[roles]\n")
    says = "Every entry of the list “Spare” is past its date"
    assert any(says in each for each in told(check_pack(pack, TODAY), "warning"))
    assert not any(says in each for each in told(check_pack(pack, date(2022, 12, 31)), "warning"))
    over = with_manifest(
        pack, "effective_from = 2021-01-01\n", "effective_from = 2021-01-01\neffective_to = 2023-05-01\n"
    )
    assert not any(says in each for each in told(check_pack(over, TODAY), "warning"))
    assert any("was in use until 01/05/2023" in each for each in told(check_pack(over, TODAY), "info"))


def test_one_name_for_two_entries_is_a_warning() -> None:
    two = 'entries = [{ name = "A", aliases = ["C"] }, { name = "B", aliases = ["c"] }]\n'
    pack = with_manifest(shipped(PACK), "[roles]\n", f"[vocab.spare]\n{two}\n[roles]\n")
    assert any("“c” stands for “A” and for “B”" in each for each in told(check_pack(pack), "warning"))


def test_letters_smaller_than_the_council_s_are_a_warning() -> None:
    pack = with_manifest(shipped(PACK), "[roles]\n", "[pages]\nsmallest = 14\n\n[roles]\n")
    assert any("the pack allows no fewer than 14" in each for each in told(check_pack(pack), "warning"))
