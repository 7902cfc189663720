"""What installs the program on Windows: one version, both endings, nothing of a test in it, and no belief unproved."""

import hashlib
import importlib.util
import marshal
import re
import struct
import zipfile
from pathlib import Path

import pytest

from housekeeping.running import ChoreError
from installing.identity import ENDINGS
from installing.windows_icon import ico
from installing.windows_library import compare
from installing.windows_python import SOURCES, judge
from installing.windows_signing import CERTIFICATE, PASSWORD, configured
from installing.windows_wine import SHIMS

INSTALLERS = ("clerkwell.nsi", "clerkwell.wxs")
PYTHONS = "CN=Python Software Foundation, O=Python Software Foundation"
MICROSOFTS = "CN=Microsoft Corporation, O=Microsoft Corporation"


def source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", INSTALLERS)
def test_no_installer_has_a_version_of_its_own(name: str) -> None:
    said = source(name)
    assert "VERSION}" in said or "var.Version" in said
    assert not re.search(r"\d+\.\d+\.\d+", said.replace('"1.0"', ""))


@pytest.mark.parametrize("name", INSTALLERS)
@pytest.mark.parametrize(("ending", "mime"), ENDINGS.items())
def test_every_installer_names_every_ending(name: str, ending: str, mime: str) -> None:
    said = source(name)
    assert ending in said
    assert mime in said


def test_what_setup_associates_the_uninstaller_gives_back() -> None:
    pattern = r'!insertmacro {} "(\.\w+)" "([\w.]+)"'
    given = re.findall(pattern.format("Associate"), source("clerkwell.nsi"))
    back = re.findall(pattern.format("Dissociate"), source("clerkwell.nsi"))
    assert given == back
    assert [ending for ending, _ in given] == list(ENDINGS)


@pytest.mark.parametrize("name", [*INSTALLERS, "../clerkwell.spec"])
def test_what_is_for_tests_under_wine_is_never_shipped(name: str) -> None:
    said = source(name).lower()
    assert not [shim for shim in (*SHIMS, "shims") if shim in said]


def test_each_library_for_tests_says_what_it_is_for() -> None:
    files = {file.stem: file.read_text(encoding="utf-8") for file in (SOURCES / "shims").glob("*.c")}
    assert set(files) == set(SHIMS)
    assert all(said.startswith("/* For tests under Wine only, never shipped") for said in files.values())


def test_the_uninstaller_removes_nothing_but_its_own() -> None:
    assert re.findall(r"RMDir /r (.*)", source("clerkwell.nsi")) == ['"$INSTDIR\\_internal"']


def test_signatures_of_whom_they_should_be_are_accepted() -> None:
    programs = {"python.exe": ["OK", [PYTHONS]], "vcruntime140.dll": ["OK", [MICROSOFTS]]}
    assert judge(programs, ["OK", [PYTHONS]]) == 2


@pytest.mark.parametrize(
    ("name", "result", "signer"),
    [
        ("python.exe", "INVALID_DIGEST: changed", PYTHONS),
        ("python.exe", "OK", "CN=Somebody, O=Somebody else"),
        ("python.exe", "OK", MICROSOFTS),
        ("python.cat", "NOT_SIGNED: ", PYTHONS),
    ],
)
def test_a_signature_that_is_not_as_it_should_be_ends_the_build(name: str, result: str, signer: str) -> None:
    said = {"python.exe": ["OK", [PYTHONS]], "python.cat": ["OK", [PYTHONS]], name: [result, [signer]]}
    with pytest.raises(ChoreError, match=name):
        judge({"python.exe": said["python.exe"]}, said["python.cat"])


def library(folder: Path, text: str, name: str = "one.pyc") -> Path:
    file = folder / "library.zip"
    compiled = importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(compile(text, "one.py", "exec", optimize=2))
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, compiled)
    return file


SIGNED = 'def one() -> int:\n    """Said."""\n    return 1\n'


def digests() -> set[str]:
    return {hashlib.sha256(SIGNED.replace("\n", "\r\n").encode()).hexdigest()}


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("installing.windows_library.COMPILES", __import__("sys").version_info[:2])
    (tmp_path / "one.py").write_text(SIGNED, encoding="utf-8")
    return tmp_path


def test_a_module_is_proved_by_its_signed_source(sources: Path) -> None:
    assert compare(library(sources, SIGNED), digests(), [sources]).proved == ("one.pyc",)


def test_a_module_that_was_changed_ends_the_build(sources: Path) -> None:
    with pytest.raises(ChoreError, match=r"one\.pyc"):
        compare(library(sources, SIGNED.replace("1", "2")), digests(), [sources])


def test_a_source_that_is_not_listed_proves_nothing(sources: Path) -> None:
    (sources / "one.py").write_text(SIGNED + "# more\n", encoding="utf-8")
    assert compare(library(sources, SIGNED), digests(), [sources]).unproved == ("one.pyc",)


def test_an_icon_says_where_each_of_its_pictures_lies() -> None:
    made = ico({256: b"large", 16: b"small!"})
    assert struct.unpack("<HHH", made[:6]) == (0, 1, 2)
    for number, (side, picture) in enumerate(((16, b"small!"), (0, b"large"))):
        entry = struct.unpack("<BBBBHHII", made[6 + 16 * number : 22 + 16 * number])
        assert entry[:2] == (side, side)
        assert made[entry[7] : entry[7] + entry[6]] == picture


def test_a_certificate_needs_its_password() -> None:
    assert configured({}) is None
    with pytest.raises(ChoreError, match=PASSWORD):
        configured({CERTIFICATE: "one.p12"})
