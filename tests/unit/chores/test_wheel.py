"""What a wheel must hold, and must not."""

import zipfile
from pathlib import Path

import pytest

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
