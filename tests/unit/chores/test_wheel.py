"""What a wheel must hold, and must not."""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder

from housekeeping.places import PROJECT
from housekeeping.running import ChoreError
from housekeeping.wheel import look_inside, packs

WHOLE = (
    "clerkwell/__init__.py",
    "clerkwell/resources/help/start.html",
    *(f"clerkwell/templates/{pack}/{file}" for pack in packs() for file in ("pack.toml", "template.docx")),
    "clerkwell-0.1.0.dist-info/METADATA",
)


def wheel(folder: Path, *names: str) -> Path:
    file = folder / "clerkwell-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return file


def test_all_that_ships_is_looked_for() -> None:
    assert {"maidstone-2022", "generic-english-council"} < set(packs())


def test_a_whole_wheel_passes(tmp_path: Path) -> None:
    look_inside(wheel(tmp_path, *WHOLE))


@pytest.mark.parametrize("forgotten", [name for name in WHOLE if "templates" in name or "resources" in name])
def test_a_forgotten_file_is_noticed(tmp_path: Path, forgotten: str) -> None:
    with pytest.raises(ChoreError, match="lacks"):
        look_inside(wheel(tmp_path, *(name for name in WHOLE if name != forgotten)))


def test_a_file_beside_the_package_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(ChoreError, match=r"tests/conftest\.py"):
        look_inside(wheel(tmp_path, *WHOLE, "tests/conftest.py"))


def test_what_lies_in_build_is_not_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Windows under Wine lies there, with a link to everywhere; whatever that names may go while it is read."""
    for name in ("desktop", "resources", "templates", "build"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file.txt").write_text("", encoding="utf-8")
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        (tmp_path / name).write_bytes((PROJECT.parent / name).read_bytes())
    looked: list[str] = []
    walk = os.walk

    def watched(top: str, *, followlinks: bool = False) -> Iterator[tuple[str, list[str], list[str]]]:
        for folder, folders, files in walk(top, followlinks=followlinks):
            looked.append(Path(folder).name)
            yield folder, folders, files

    monkeypatch.setattr("os.walk", watched)
    names = {Path(each.relative_path).parts[0] for each in SdistBuilder(str(tmp_path)).recurse_included_files()}
    assert names == {"desktop", "resources", "templates", "README.md", "LICENSE", "CHANGELOG.md"}
    assert set(looked) == {"desktop", "resources", "templates"}
