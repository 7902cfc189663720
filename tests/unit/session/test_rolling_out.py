"""Putting a pack into use, and out of it again."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clerkwell.model import PackRef
from clerkwell.packs import find_packs, load_files
from clerkwell.session.rolling_out import RollOutError, correction_after, offer_again, retire, roll_out
from clerkwell.storage import from_clerkpack
from clerkwell.system import templates_folder
from helpers.shipped import shipped

PACK = "north-somerset-executive-2022"
TODAY = date(2026, 11, 23)


def files(version: str, state: str = "active") -> Mapping[str, bytes]:
    """The shipped pack in another version."""
    pack = shipped(PACK)
    text = pack.files["pack.toml"].decode()
    text = text.replace(f'version = "{pack.told.version}"', f'version = "{version}"\nstate = "{state}"')
    return {**pack.files, "pack.toml": text.encode()}


def states(folder: Path) -> dict[str, str]:
    return {pack.told.version: pack.told.state for pack in find_packs([folder], unpack=from_clerkpack).packs}


def test_a_draft_is_put_into_use_as_one_whole_file(tmp_path: Path) -> None:
    done = roll_out(files("9.0.0", "draft"), tmp_path / "packs", TODAY, make=True)
    assert done.path.name == f"{PACK}-9.0.0.clerkpack"
    assert states(tmp_path / "packs") == {"9.0.0": "active"}
    assert [each.name for each in done.path.parent.iterdir()] == [done.path.name], "nothing half-written beside it"
    kept = from_clerkpack(done.path.read_bytes(), "it")
    assert load_files(kept, "it").template == shipped(PACK).template


@pytest.mark.parametrize("version", ["9.0.0", "8.9.9"])
def test_one_that_is_not_higher_than_what_is_there_is_refused(tmp_path: Path, version: str) -> None:
    roll_out(files("9.0.0"), tmp_path, TODAY)
    with pytest.raises(RollOutError, match=r"Version 9\.0\.0 .* Give this one a higher version, such as 9\.0\.1"):
        roll_out(files(version), tmp_path, TODAY)
    assert states(tmp_path) == {"9.0.0": "active"}


def test_a_draft_of_the_same_version_there_is_what_is_put_into_use(tmp_path: Path) -> None:
    (tmp_path / "trial").mkdir()
    for name, data in files("9.0.0", "draft").items():
        if "/" not in name:
            (tmp_path / "trial" / name).write_bytes(data)
    roll_out(files("9.0.0"), tmp_path, TODAY)
    assert len(list(tmp_path.iterdir())) == 2


def test_one_that_programs_would_never_see_behind_those_that_ship_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RollOutError, match="is there already"):
        roll_out(shipped(PACK).files, tmp_path, TODAY, ahead=(templates_folder(),))


def test_one_with_errors_is_refused_with_the_first_of_them(tmp_path: Path) -> None:
    broken = dict(files("9.0.0"))
    broken["pack.toml"] = broken["pack.toml"].replace(b'[[section]]\nid = "summary"', b'[[section]]\nid = "overview"')
    with pytest.raises(RollOutError, match="It cannot be used until"):
        roll_out(broken, tmp_path, TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(RollOutError, match="cannot be reached"):
        roll_out(files("9.0.0"), tmp_path / "share", TODAY)


def test_a_version_is_offered_no_more_and_authors_get_the_one_before(tmp_path: Path) -> None:
    roll_out(files("9.0.0"), tmp_path, TODAY)
    roll_out(files("9.1.0"), tmp_path, TODAY)
    assert retire(PackRef(id=PACK, version="9.1.0"), tmp_path).startswith("New reports get version 9.0.0.")
    assert states(tmp_path) == {"9.1.0": "archived", "9.0.0": "active"}
    assert retire(PackRef(id=PACK, version="9.0.0"), tmp_path).startswith("No new reports can be started in it")
    offer_again(PackRef(id=PACK, version="9.1.0"), tmp_path)
    assert states(tmp_path) == {"9.1.0": "active", "9.0.0": "archived"}


def test_a_pack_in_a_folder_is_retired_there_with_its_comments_kept(tmp_path: Path) -> None:
    folder = tmp_path / "somerset"
    folder.mkdir()
    for name, data in files("9.0.0").items():
        if "/" not in name:
            (folder / name).write_bytes(data)
    retire(PackRef(id=PACK, version="9.0.0"), tmp_path)
    assert states(tmp_path) == {"9.0.0": "archived"}
    comments = [line for line in files("9.0.0")["pack.toml"].decode().splitlines() if line.startswith("#")]
    assert all(line in (folder / "pack.toml").read_text(encoding="utf-8") for line in comments)


def test_what_is_not_there_cannot_be_retired(tmp_path: Path) -> None:
    with pytest.raises(RollOutError, match=r"Version 9\.0\.0 of this template is not in"):
        retire(PackRef(id=PACK, version="9.0.0"), tmp_path)


def test_the_version_after_a_version() -> None:
    assert (correction_after("1.2.9"), correction_after("1.0.0")) == ("1.2.10", "1.0.1")
