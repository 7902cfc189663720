"""Settings: never in the way of starting, and IT's last word on this computer."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.system import FileError, Settings, folders, load_settings, save_settings
from clerkwell.system.settings import OPTIONS
from clerkwell.system.toml import to_toml


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user" / "settings.toml"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "machine.toml"


def put(path: Path, words: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, encoding="utf-8")


def test_without_a_file_every_setting_is_the_usual_one(user: Path, machine: Path) -> None:
    assert load_settings(user, machine) == Settings()


def test_what_was_saved_is_loaded(user: Path, machine: Path) -> None:
    chosen = Settings(theme="dark", text_size=14, author_name='Sam "S" O’Neil\\', save_by_itself=False)
    save_settings(chosen, user)
    assert load_settings(user, machine) == chosen


def test_the_profile_is_where_they_are_kept_when_no_file_is_named() -> None:
    save_settings(Settings(theme="light"))
    assert folders().settings.is_file()
    assert load_settings().theme == "light"


def test_each_saved_setting_stands_under_its_meaning_and_the_usual_ones_are_left_out(user: Path) -> None:
    save_settings(Settings(text_size=14), user)
    assert user.read_text().splitlines()[2:] == ["# The size of the text in the editor, in points.", "text_size = 14"]


def test_every_setting_says_what_it_means() -> None:
    assert all(meaning.words.strip() for _, meaning in OPTIONS.values())


def test_a_value_that_cannot_be_counts_as_not_there_and_the_others_stay(user: Path, machine: Path) -> None:
    put(user, 'theme = "purple"\ntext_size = 900\ncheck_spelling = false\n')
    found = load_settings(user, machine)
    assert replace(found, notes=()) == Settings(check_spelling=False)
    assert found.notes == (
        f'The setting "theme" in {user} has a value that it cannot have, so the usual one is used.',
        f'The setting "text_size" in {user} has a value that it cannot have, so the usual one is used.',
    )


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"[" * 5000, b"theme = 1\ntheme = 2"])
def test_a_file_that_is_no_toml_counts_as_not_there(user: Path, machine: Path, content: bytes) -> None:
    user.parent.mkdir()
    user.write_bytes(content)
    found = load_settings(user, machine)
    assert replace(found, notes=()) == Settings()
    assert len(found.notes) == 1


def test_a_folder_in_the_place_of_the_file_is_noted(user: Path, machine: Path) -> None:
    user.mkdir(parents=True)
    assert "is a folder" in load_settings(user, machine).notes[0]


def test_what_a_newer_program_has_besides_is_kept(user: Path, machine: Path) -> None:
    put(user, 'theme = "dark"\nhologram = [1, 2.5, {a = 2026-03-02, "b c" = true}]\n')
    found = load_settings(user, machine)
    assert found.notes == ()
    save_settings(found.changed(theme="light"), user)
    again = tomllib.loads(user.read_text())
    assert again == {"theme": "light", "hologram": tomllib.loads('a = [1, 2.5, {a = 2026-03-02, "b c" = true}]')["a"]}


def test_the_machines_settings_hold_where_the_user_has_chosen_nothing(user: Path, machine: Path) -> None:
    put(machine, 'theme = "dark"\ntext_size = 12\n')
    put(user, "text_size = 16\n")
    found = load_settings(user, machine)
    assert (found.theme, found.text_size) == ("dark", 16)


def test_what_it_has_locked_the_user_cannot_change(user: Path, machine: Path) -> None:
    put(
        machine,
        'shared_packs = "/srv/packs"\nallow_acceptance = false\nlocked = ["shared_packs", "allow_acceptance"]\n',
    )
    put(user, 'shared_packs = "/home/me"\nallow_acceptance = true\nlocked = []\n')
    found = load_settings(user, machine)
    assert (found.shared_packs, found.allow_acceptance) == ("/srv/packs", False)
    changed = found.changed(shared_packs="/tmp", theme="dark")
    assert (changed.shared_packs, changed.theme) == ("/srv/packs", "dark")
    save_settings(changed, user)
    assert tomllib.loads(user.read_text()) == {"theme": "dark"}


def test_a_choice_that_cannot_be_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="text_size"):
        Settings().changed(text_size=3)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="could not be made"):
        save_settings(Settings(theme="dark"), tmp_path / "file" / "settings.toml")


_simple = st.one_of(
    st.booleans(),
    st.integers(-(2**62), 2**62),
    st.floats(allow_nan=False),
    st.dates(),
    st.text(st.characters(codec="utf-8")),
)
_keys = st.text(st.characters(codec="utf-8"))


@given(
    st.dictionaries(
        _keys,
        st.recursive(_simple, lambda inner: st.one_of(st.lists(inner), st.dictionaries(_keys, inner)), max_leaves=6),
    )
)
def test_whatever_is_written_as_toml_reads_back(table: dict[str, object]) -> None:
    assert tomllib.loads(to_toml(table)) == table


def test_what_toml_has_no_word_for_is_refused() -> None:
    with pytest.raises(TypeError, match="TOML has no NoneType"):
        to_toml({"a": None})
