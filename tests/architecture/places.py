"""Which files the checks of the whole tree look at."""

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop" / "clerkwell"
# What git would not keep, for a checkout that came without git.
NOT_OURS = {".git", ".venv", ".chores", ".hypothesis", "__pycache__", "build", "dist"}


def kept_files() -> Iterator[Path]:
    """Every file that git keeps; without git, every file that it would."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        yield from (path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file())
        return
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))]
        yield from (Path(folder) / name for name in files if not name.endswith(".pyc"))


def kept_text() -> Iterator[tuple[Path, str]]:
    """Every kept file that is text, with its text; the words inside Word documents are in their XML, so those too."""
    for path in kept_files():
        if path.suffix in (".docx", ".clerkwell"):
            yield path, words_in_zip(path)
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def words_in_zip(path: Path) -> str:
    """The text of every part of a zip file, mark-up taken out."""
    with zipfile.ZipFile(path) as archive:
        parts = [
            archive.read(name).decode("utf-8", "replace")
            for name in archive.namelist()
            if name.endswith((".xml", ".json", ".toml", ".rels"))
        ]
    return re.sub(r"<[^>]*>", "", re.sub(r"</w:p>", "\n", "\n".join(parts)))


def python_files() -> Iterator[Path]:
    """Every kept Python file."""
    return (path for path in kept_files() if path.suffix == ".py")


def modules() -> list[str]:
    """The names of the program's modules."""
    return sorted(
        ".".join(("clerkwell", *parts))
        for path in PACKAGE.rglob("*.py")
        if (parts := path.relative_to(PACKAGE).with_suffix("").parts)[-1] not in ("__init__", "__main__")
    )
