"""The shape of the tree: where files may be, how long, and what may not stand in them."""

import ast
import re
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import clerkwell
from architecture.places import PACKAGE, ROOT, kept_files, kept_text, modules, python_files

LONGEST = 400
TOP = {
    ".ci", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "chores.py", "desktop",
    "packaging", "pyproject.toml", "resources", "templates", "tests",
}  # fmt: skip
# Where this very checkout, its neighbours, the home and the temporary files are: true here and nowhere else.
PLACES = {str(place) for place in (ROOT, ROOT.parent, Path.home(), Path(tempfile.gettempdir()), Path("/") / "work")}
# Put together here, so that this file does not hold what it looks for.
HOSTS = [".".join(parts) for parts in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("deb", "debian", "org"),
    ("snapshot", "debian", "org"), ("pkg", "dev"), ("crates", "io"),
)]  # fmt: skip
# A stretch of this many words in a row, the same in both, is no accident.
STRETCH = 8


def test_the_top_level_holds_what_people_and_tools_expect() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in kept_files()} <= TOP


@pytest.mark.parametrize("folder", ["desktop", "packaging", "resources", "templates"])
def test_a_folder_that_is_no_package_holds_no_init(folder: str) -> None:
    """`packaging/__init__.py` would hide the package of that name that every tool needs."""
    packages = ROOT / "desktop" / "clerkwell"
    strays = [path for path in (ROOT / folder).rglob("__init__.py") if packages not in path.parents]

    assert strays == []


def test_no_file_outgrows_its_subject() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}

    assert {str(path.relative_to(ROOT)): length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_pattern_has_a_group_that_gives_nothing_back() -> None:
    """Python before 3.11.5, Debian 12’s own, matches `(…)*+` wrongly (gh-106052); `(?>…)` it matches rightly."""
    possessive = re.compile(r"(?<!\()\)(?:[*+?]|\{\d*,?\d*\})\+")
    sets = re.compile(r"\[\^?\]?[^\]]*\]")
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in python_files()
        if PACKAGE in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and possessive.search(sets.sub("x", node.value))
    ]

    assert found == []


def test_no_module_is_called_utils() -> None:
    names = {path.stem for path in python_files()}

    assert names.isdisjoint({"utils", "util", "helper", "misc", "common", "stuff"})


def test_every_folder_of_unit_tests_mirrors_a_room() -> None:
    rooms = {module.split(".")[1] for module in modules()}
    folders = {
        path.name for path in (ROOT / "tests" / "unit").iterdir() if path.is_dir() and path.name != "__pycache__"
    }

    assert folders - {"chores"} <= rooms


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("__init__.py")
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]

    assert silent == []


def test_the_version_stands_in_one_place_and_is_described() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert "version" not in settings["project"]
    assert settings["tool"]["hatch"]["version"]["path"] == "desktop/clerkwell/__init__.py"
    assert f"## {clerkwell.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    pattern = re.compile("|".join(rf"(?<![\w.~*:/]){re.escape(place)}[/\\]" for place in PLACES if len(place) > 1))

    assert [str(path.relative_to(ROOT)) for path, text in kept_text() if pattern.search(text)] == []


def test_no_file_names_a_registry() -> None:
    assert [str(path.relative_to(ROOT)) for path, text in kept_text() if any(host in text for host in HOSTS)] == []


def stretches(text: str) -> Iterator[str]:
    """Every run of `STRETCH` words, in lower case."""
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[start : start + STRETCH]) for start in range(len(words) - STRETCH + 1))


def prose(text: str) -> Iterator[str]:
    """The sentences of a published report: long lines that are neither header cells nor questions of the layout."""
    return (line for line in text.splitlines() if len(line) > 70 and "\t" not in line and "?" not in line)


@pytest.mark.seeds
def test_no_sentence_of_a_published_report_is_kept_here(seeds: Path) -> None:
    theirs = {
        stretch
        for file in sorted(seeds.glob("*.txt"))
        for line in prose(file.read_text(encoding="utf-8"))
        for stretch in stretches(line)
    }
    found = {
        str(path.relative_to(ROOT)): stretch
        for path, text in kept_text()
        for stretch in stretches(text)
        if stretch in theirs
    }

    assert len(theirs) > 1000
    assert found == {}
