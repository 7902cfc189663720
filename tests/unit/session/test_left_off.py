"""Where each report was left."""

from pathlib import Path

import pytest

from clerkwell.model import Place
from clerkwell.session.left_off import LeftOff, LeftOffs, gone

LEFT = LeftOff(
    "background", Place(section="background", block="b4", path=(1, 2, 0), start=5, end=5), False, True, True, "apart",
    1.25, "AdnQ",
)  # fmt: skip


def test_how_a_report_was_left_is_known_again(tmp_path: Path) -> None:
    LeftOffs(tmp_path / "state" / "left-off.json").keep(tmp_path / "parks.clerkwell", LEFT)
    kept = LeftOffs(tmp_path / "state" / "left-off.json")
    assert kept.of(tmp_path / "parks.clerkwell") == LEFT
    assert kept.of(tmp_path / "libraries.clerkwell") is None


def test_only_the_last_forty_are_known(tmp_path: Path) -> None:
    kept = LeftOffs(tmp_path / "left-off.json")
    for number in range(45):
        kept.keep(Path(f"{number}.clerkwell"), LeftOff("header"))
    assert kept.paths == tuple(Path(f"{number}.clerkwell") for number in range(44, 4, -1))


def test_a_report_may_be_forgotten(tmp_path: Path) -> None:
    kept = LeftOffs(tmp_path / "left-off.json")
    kept.keep(Path("a.clerkwell"), LEFT)
    kept.keep(Path("b.clerkwell"), LEFT)
    kept.forget([Path("a.clerkwell")])
    assert kept.paths == (Path("b.clerkwell"),)


@pytest.mark.parametrize(
    "raw", ["", "[]", "{", '{"a.clerkwell": 3}', '{"a.clerkwell": {}}', '{"a.clerkwell": {"part": 1}}']
)
def test_what_cannot_be_read_is_not_known(tmp_path: Path, raw: str) -> None:
    (tmp_path / "left-off.json").write_text(raw)
    kept = LeftOffs(tmp_path / "left-off.json")
    assert kept.of(Path("a.clerkwell")) is None
    kept.keep(Path("b.clerkwell"), LEFT)
    assert kept.of(Path("b.clerkwell")) == LEFT


def test_of_what_is_damaged_the_rest_is_known(tmp_path: Path) -> None:
    raw = '{"a.clerkwell": {"part": "risk", "place": {"block": 3}, "zoom": "wide", "preview": "above", "lists": 0}}'
    (tmp_path / "left-off.json").write_text(raw)
    assert LeftOffs(tmp_path / "left-off.json").of(Path("a.clerkwell")) == LeftOff("risk")


def test_a_report_is_gone_when_its_folder_is_there_without_it(tmp_path: Path) -> None:
    (tmp_path / "there.clerkwell").touch()
    away, deleted = tmp_path / "unplugged drive" / "a.clerkwell", tmp_path / "deleted.clerkwell"
    assert gone([tmp_path / "there.clerkwell", away, deleted]) == (deleted,)
