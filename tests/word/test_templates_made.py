"""The shipped templates and samples are what their scripts make, byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.shipped import IDS, TEMPLATES

SCRIPT = TEMPLATES.parent / "packaging" / "templates" / "make.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    subprocess.run([sys.executable, str(SCRIPT), "--to", str(folder)], check=True, timeout=120)
    return folder


@pytest.mark.parametrize("pack_id", IDS)
def test_what_ships_is_what_the_script_makes(pack_id: str, made: Path) -> None:
    folder = made / pack_id
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names >= {"template.docx", "sample.json", "sample/sessions.png", "samples/for-information.json"}
    other = [name for name in names if (TEMPLATES / pack_id / name).read_bytes() != (folder / name).read_bytes()]
    assert not other, "Run packaging/templates/make.py after a change of a manifest or a layout."


@pytest.mark.parametrize("pack_id", IDS)
def test_every_version_says_what_changed(pack_id: str) -> None:
    manifest = (TEMPLATES / pack_id / "pack.toml").read_text(encoding="utf-8")
    version = next(line.split('"')[1] for line in manifest.splitlines() if line.startswith("version = "))
    assert f"\n## {version}\n" in (TEMPLATES / pack_id / "CHANGES.md").read_text(encoding="utf-8")
