"""`pack list`, `new` and `import` with packs that are put into use: drafts, archived ones, and those of a later day."""

import json
from pathlib import Path

import pytest

from clerkwell.cli import main
from clerkwell.packs import load_files
from clerkwell.storage import read_file, to_clerkpack
from clerkwell.system import Settings, folders, save_settings
from helpers.shipped import shipped

PACK = "north-somerset-executive-2022"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder, as the settings have it."""
    folder = tmp_path / "share"
    folder.mkdir()
    save_settings(Settings(shared_packs=str(folder)), folders().settings)
    return folder


def put(shared: Path, version: str, since: str = "2022-01-01", state: str = "active", pack_id: str = "council") -> None:
    pack = shipped(PACK)
    text = pack.files["pack.toml"].decode().replace(f'id = "{PACK}"', f'id = "{pack_id}"')
    text = text.replace(f'series = "{pack.told.series}"', f'series = "{pack_id}"')
    text = text.replace(f'version = "{pack.told.version}"', f'version = "{version}"\nstate = "{state}"')
    text = text.replace(f"effective_from = {pack.told.effective_from}", f"effective_from = {since}")
    data = to_clerkpack({**pack.files, "pack.toml": text.encode()})
    (shared / f"{pack_id}-{version}.clerkpack").write_bytes(data)


def test_the_list_says_the_state_and_the_days_and_what_cannot_be_used(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(shared, "1.0.0", state="archived")
    put(shared, "2.0.0", "2127-04-01")
    put(shared, "3.0.0", state="draft")
    (shared / "cut.clerkpack").write_bytes(b"PK")
    assert main(["pack", "list"]) == 0
    said = capsys.readouterr()
    lines = [line.partition(" (from ")[2] for line in said.out.splitlines() if line.startswith("council ")]
    assert lines == [
        "01/01/2022); a draft, not offered yet",
        "01/04/2127)",
        "01/01/2022); archived, offered no more",
    ]
    assert "cut.clerkpack cannot be used" in said.err
    assert main(["pack", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    states = {each["version"]: each["state"] for each in listed if each["id"] == "council"}
    assert states == {"1.0.0": "archived", "2.0.0": "active", "3.0.0": "draft"}


def test_a_new_report_is_in_the_version_of_today(shared: Path, tmp_path: Path) -> None:
    put(shared, "1.0.0")
    put(shared, "2.0.0", "2127-04-01")
    put(shared, "3.0.0", state="draft")
    path = tmp_path / "new.clerkwell"
    assert main(["new", "--pack", "council", "-o", str(path)]) == 0
    assert load_files(read_file(path).pack_files, "it").told.version == "1.0.0"


@pytest.mark.parametrize(("state", "says"), [("draft", "is a draft still"), ("archived", "is archived")])
def test_what_is_not_in_use_starts_no_report(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], state: str, says: str
) -> None:
    put(shared, "1.0.0", state=state)
    assert main(["new", "--pack", "council", "-o", str(tmp_path / "new.clerkwell")]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "new.clerkwell").exists()
