"""Where things lie."""

from pathlib import Path

import appdirs  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.system import Folders, Settings, folders, pack_folders, resources_folder, templates_folder
from clerkwell.system.locations import HOME


def test_a_throw_away_profile_holds_all_of_the_users_folders(tmp_path: Path) -> None:
    found = folders({HOME: str(tmp_path)})
    for own in (found.config, found.data, found.state, found.settings, found.recovery, found.logs, found.crashes):
        assert tmp_path in own.parents
    assert tmp_path not in found.machine_data.parents
    assert tmp_path not in found.machine_config.parents


def test_without_one_they_are_the_systems_usual_ones() -> None:
    found = folders({})
    assert len({found.config, found.data, found.state}) >= 1
    for own in (found.config, found.data, found.state):
        assert own.name == "clerkwell"
        assert own.is_absolute()


def test_a_blank_profile_is_none() -> None:
    assert folders({HOME: " "}) == folders({})


def test_on_windows_settings_and_words_go_with_the_user_and_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    given_by_windows = {
        "CSIDL_APPDATA": "//files/profiles/Zoë O’Sample/AppData/Roaming",
        "CSIDL_LOCAL_APPDATA": "C:/Users/Zoë O’Sample/AppData/Local",
        "CSIDL_COMMON_APPDATA": "C:/ProgramData",
    }
    monkeypatch.setattr(appdirs, "system", "win32")
    monkeypatch.setattr(appdirs, "_get_win_folder", given_by_windows.__getitem__, raising=False)
    found = folders({})
    for roams in (found.settings, found.own_words, found.inserts):
        assert roams.parts[:3] == ("//", "files", "profiles")
    for stays in (found.data, found.state, found.recovery, found.logs, found.crashes, found.pages):
        assert stays.as_posix().startswith("C:/Users/Zoë O’Sample/AppData/Local/clerkwell")
    assert found.machine_settings == Path("C:/ProgramData/clerkwell/settings.toml")


@given(st.sampled_from(("", " ", "settings", "./here", "../there")))
def test_a_folder_that_the_desktop_does_not_name_whole_is_the_usual_one(named: str) -> None:
    every = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    assert folders(dict.fromkeys(every, named)) == folders({})


def test_the_folders_that_the_desktop_names_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appdirs, "system", "linux")
    found = folders({"XDG_CONFIG_HOME": str(tmp_path / "é ü"), "XDG_STATE_HOME": str(tmp_path / "state")})
    assert found.settings == tmp_path / "é ü" / "clerkwell" / "settings.toml"
    assert found.state == tmp_path / "state" / "clerkwell"


def test_what_it_set_for_the_computer_cannot_be_led_elsewhere_by_the_users_surroundings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(appdirs, "system", "linux")
    for variable in ("XDG_CONFIG_DIRS", "XDG_DATA_DIRS"):
        monkeypatch.setenv(variable, f"{tmp_path}:/etc/xdg")
    found = folders()
    assert found.machine_settings == Path("/etc/xdg/clerkwell/settings.toml")
    assert found.machine_data == Path("/usr/local/share/clerkwell")


def test_each_computer_of_a_profile_on_a_network_has_a_window_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(("PC-1", "PC-2", "O’Sample’s Laptop/2", ""))
    monkeypatch.setattr("clerkwell.system.processes.machine", lambda: next(names))
    found = [folders({HOME: str(tmp_path)}).window for _ in range(4)]
    assert [each.name for each in found] == ["PC_1", "PC_2", "O_Sample_s_Laptop_2", "here"]
    assert {each.parent for each in found} == {tmp_path / "state" / "window"}


def test_asking_for_the_folders_makes_none(throw_away_profile: Path) -> None:
    assert folders().state.parent == throw_away_profile
    assert list(throw_away_profile.iterdir()) == []


def test_what_ships_is_found_from_a_checkout() -> None:
    assert (templates_folder() / "city-of-london-2023" / "pack.toml").is_file()
    assert resources_folder().is_dir()


def test_what_ships_is_found_in_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "clerkwell"
    for name in ("system", "templates", "resources"):
        (package / name).mkdir(parents=True)
    monkeypatch.setattr("clerkwell.system.locations.__file__", str(package / "system" / "folders.py"))
    assert templates_folder() == package / "templates"
    assert resources_folder() == package / "resources"


def test_packs_are_looked_for_where_they_ship_then_the_machine_then_its_own(tmp_path: Path) -> None:
    at = Folders(*(tmp_path / name for name in ("config", "data", "state", "mconfig", "mdata")))
    shared = tmp_path / "share"
    assert pack_folders(Settings(shared_packs=str(shared)), at) == (templates_folder(),)
    for folder in (shared, at.data / "packs", at.machine_data / "packs"):
        folder.mkdir(parents=True)
    assert pack_folders(Settings(shared_packs=str(shared)), at) == (
        templates_folder(), at.machine_data / "packs", shared, at.data / "packs",
    )  # fmt: skip
    assert pack_folders(Settings(), at) == (templates_folder(), at.machine_data / "packs", at.data / "packs")
