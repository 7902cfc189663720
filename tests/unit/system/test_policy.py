"""IT's settings: which place goes before which, and that nothing that cannot be read sets anything free."""

import tomllib
from pathlib import Path

import pytest

from clerkwell.system import Settings, load_settings, save_settings
from clerkwell.system.registry import Key, read_key
from clerkwell.system.settings import OPTIONS
from helpers.policies import registry

HKLM, HKCU = "HKLM\\Software\\Policies\\Clerkwell", "HKCU\\Software\\Policies\\Clerkwell"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user.toml"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "machine.toml"


def test_the_computers_registry_goes_before_the_accounts_and_both_before_the_file_and_the_user(
    user: Path, machine: Path
) -> None:
    user.write_text('shared_packs = "mine"\ndocuments = "mine"\nlibreoffice = "mine"\nbackup_folder = "mine"\n')
    machine.write_text(
        'shared_packs = "file"\ndocuments = "file"\nlibreoffice = "file"\n'
        'locked = ["shared_packs", "documents", "libreoffice"]\n'
    )
    account = Key({"shared_packs": "account", "documents": "account"})
    found = load_settings(user, machine, registry({"HKCU": account, "HKLM": Key({"shared_packs": "computer"})}))
    assert (found.shared_packs, found.documents, found.libreoffice, found.backup_folder) == (
        "computer", "account", "file", "mine",
    )  # fmt: skip
    assert {name: each.where for name, each in found.locks.items()} == {
        "shared_packs": HKLM, "documents": HKCU, "libreoffice": str(machine),
    }  # fmt: skip


def test_a_lock_says_by_whom_and_where(user: Path, machine: Path) -> None:
    machine.write_text('managed_by = "ICT,  Example Borough"\ntheme = "dark"\nlocked = ["theme"]\n')
    account = Key({"text_size": 14, "managed_by": "Digital"})
    found = load_settings(user, machine, registry({"HKCU": account, "HKLM": Key({"check_wording": 1})}))
    assert found.set_by("theme") == f"Set by ICT, Example Borough for this computer: {machine}"
    assert found.set_by("text_size") == f"Set by Digital for your account: {HKCU}"
    assert found.set_by("check_wording") == f"Set by IT for this computer: {HKLM}"
    assert found.because("check_wording") == f" (set by IT for this computer: {HKLM})"
    assert found.set_by("documents") == found.because("documents") == ""


def test_the_registry_knows_numbers_texts_and_lists(user: Path, machine: Path) -> None:
    values: dict[str, object] = {
        "Allow_Drafts": 0, "keep_private_days": 1, "pack_folders": ["C:\\Packs", "D:\\Packs"], "theme": "dark", "": "x",
    }  # fmt: skip
    found = load_settings(
        user, machine, registry({"HKLM": Key(values, {"check_levels": Key({"misspelt": "error", "no": "never"})})})
    )
    assert (found.allow_drafts, found.keep_private_days, found.theme) == (False, 1, "dark")
    assert found.pack_folders == ("C:\\Packs", "D:\\Packs")
    assert found.check_levels == {"misspelt": "error"}
    assert found.notes == (f'In the setting "check_levels" in {HKLM} these have a value that they cannot have: no.',)
    assert found.locked == {
        "allow_drafts", "keep_private_days", "pack_folders", "theme", "check_levels",
    }  # fmt: skip


def test_what_the_registry_recommends_users_may_change_but_no_permission(user: Path, machine: Path) -> None:
    machine.write_text('theme = "light"\n')
    free = Key({"theme": "dark", "documents": "given", "allow_drafts": 0})
    policy = registry({"HKLM": Key({}, {"recommended": free})})
    found = load_settings(user, machine, policy)
    assert (found.theme, found.documents, found.allow_drafts) == ("dark", "given", False)
    assert found.locked == {"allow_drafts"}
    save_settings(found.changed(documents="mine"), user)
    assert tomllib.loads(user.read_text()) == {"documents": "mine"}, "what IT gave is not kept as the user's choice"
    assert load_settings(user, machine, policy).documents == "mine"


def test_the_usual_value_can_be_chosen_where_it_gave_another_one(user: Path, machine: Path) -> None:
    machine.write_text('theme = "dark"\n')
    save_settings(load_settings(user, machine).changed(theme="system"), user)
    assert load_settings(user, machine).theme == "system"


def test_a_permission_is_always_its_to_give(user: Path, machine: Path) -> None:
    """A user who could lift it needs none."""
    user.write_text('allow_drafts = true\nallow_take_over = true\ncheck_levels = {"misspelt" = "off"}\n')
    machine.write_text("allow_drafts = false\n")
    found = load_settings(user, machine)
    assert not found.allow_drafts
    assert found.locked == {"allow_drafts"}
    assert found.check_levels == {}
    assert found.notes == (
        f'Only IT can set "allow_take_over", so what {user} says of it is not used.',
        f'Only IT can set "check_levels", so what {user} says of it is not used.',
    )


@pytest.mark.parametrize("content", [b"allow_drafts = ", b"\xff\xfe\x00", None])
def test_a_machines_file_that_cannot_be_read_sets_nothing_free(
    user: Path, machine: Path, content: bytes | None
) -> None:
    user.write_text('documents = "mine"\ntheme = "dark"\n')
    machine.mkdir() if content is None else machine.write_bytes(content)
    found = load_settings(user, machine)
    assert not any((found.allow_drafts, found.allow_acceptance, found.allow_take_over, found.backup_private))
    assert (found.documents, found.theme) == ("", "dark"), "how somebody works stays theirs; the rest is as at first"
    assert found.keep_private_days == Settings().keep_private_days, "nothing is deleted for a slip in a file"
    assert found.locked == {name for name, (_, meaning) in OPTIONS.items() if meaning.owner != "user"}
    assert found.set_by("allow_drafts") == f"Set by IT for this computer: {machine}, which could not be read"
    assert found.notes[-1] == f"Until IT has put {machine} right, what it can forbid is not allowed."


def test_a_registry_key_that_cannot_be_read_sets_nothing_free_either(user: Path, machine: Path) -> None:
    machine.write_text("allow_drafts = true\n")
    found = load_settings(user, machine, registry({"HKLM": PermissionError(13, "Access is denied")}))
    assert not found.allow_drafts
    assert found.notes == (f"The registry key {HKLM} could not be read, so what IT can forbid is not allowed.",)


def test_what_is_said_elsewhere_holds_beside_a_file_that_cannot_be_read(user: Path, machine: Path) -> None:
    machine.write_text("= nonsense")
    found = load_settings(user, machine, registry({"HKLM": Key({"allow_drafts": 1})}))
    assert (found.allow_drafts, found.allow_acceptance) == (True, False)


def test_a_value_that_makes_no_sense_is_noted_and_its_lock_stands(user: Path, machine: Path) -> None:
    user.write_text('allow_acceptance = true\ndocuments = "mine"\n')
    machine.write_text('allow_acceptance = "no"\ndocuments = 5\nlocked = ["documents"]\n')
    found = load_settings(user, machine)
    assert (found.allow_acceptance, found.documents) == (False, "")
    assert found.locked == {"allow_acceptance", "documents"}
    assert found.notes == (
        f'The setting "allow_acceptance" in {machine} has a value that it cannot have, so the strict one is used.',
        f'The setting "documents" in {machine} has a value that it cannot have, so the usual one is used.',
    )


def test_a_slip_in_a_name_is_told(user: Path, machine: Path) -> None:
    machine.write_text('allow_draft = false\nlocked = ["thema"]\n')
    found = load_settings(user, machine)
    assert found.notes == (
        f'{machine} names a setting "thema" that this version of Clerkwell does not have: tell IT.',
        f'{machine} names a setting "allow_draft" that this version of Clerkwell does not have: tell IT.',
    )


def test_locks_that_are_no_list_lock_all_that_the_file_sets(user: Path, machine: Path) -> None:
    user.write_text('theme = "light"\n')
    machine.write_text('theme = "dark"\ntext_size = 14\nlocked = true\nmanaged_by = 7\n')
    found = load_settings(user, machine)
    assert found.theme == "dark"
    assert found.locked == {"theme", "text_size"}
    assert found.notes == (
        f'"managed_by" in {machine} is no text, so it is left out.',
        f'"locked" in {machine} is no list of names, so everything that the file sets is locked.',
    )


def test_a_lock_without_a_value_holds_the_usual_one(user: Path, machine: Path) -> None:
    user.write_text('shared_packs = "mine"\n')
    machine.write_text('locked = ["shared_packs", "allow_drafts"]\n')
    found = load_settings(user, machine)
    assert (found.shared_packs, found.allow_drafts) == ("", True)
    assert found.locked == {"shared_packs", "allow_drafts"}


def test_without_windows_there_is_no_registry() -> None:
    assert read_key("HKLM", "Software") is None
