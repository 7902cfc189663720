"""The page for IT says what the installers and the settings know: no switch, code, key or place on it is made up."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.cli.main import main as command_line
from clerkwell.system import folders, resources_folder
from clerkwell.system.policy import LOCKED, MANAGED_BY, machine_file, registry_policies
from clerkwell.system.registry import POLICIES, Hive, Key
from clerkwell.system.settings import OPTIONS
from clerkwell.ui.shell.actions import ACTIONS
from housekeeping.places import ROOT
from installing.identity import version
from installing.windows_properties import COMMANDS, WINDOW
from installing.windows_python import SOURCES

PAGE = (resources_folder() / "help" / "it.md").read_text(encoding="utf-8")
SETUP, MSI = ((SOURCES / name).read_text(encoding="utf-8") for name in ("clerkwell.nsi", "clerkwell.wxs"))
# What msiexec itself knows: install, remove, nothing shown, a full log, no restart.
MSIEXEC = {"/i", "/x", "/qn", "/l*v", "/norestart"}


FENCED = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str = "") -> list[str]:
    """The blocks of commands, or those of a kind."""
    return [each["text"] for each in FENCED.finditer(PAGE) if each["kind"] == kind]


def in_code() -> list[str]:
    """All that stands as code: in sentences, in tables and in blocks."""
    spans = re.findall(r"`([^`\n]+)`", FENCED.sub("", PAGE))
    return [*spans, *(line for each in FENCED.finditer(PAGE) for line in each["text"].splitlines())]


def cells(section: str) -> Iterator[list[str]]:
    """The rows of the table below a heading."""
    text = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    for line in text.splitlines()[2:]:
        if line.startswith("| ") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def codes(program: str) -> set[int]:
    """The exit codes that the page gives a program."""
    told = [row[1] for row in cells("Exit codes") if program in row[0]]
    return {int(number) for code in told for number in re.findall(r"\d+", code)}


def test_every_switch_of_the_set_up_is_one_that_it_knows() -> None:
    own = {"/S", *re.findall(r'GetOptions\} \$0 "(/\w+=)"', SETUP), "/D="}
    said = [line for line in in_code() if re.search(r"(setup|uninstall)\.exe\"? /", line)]
    assert said
    named = [line for line in in_code() if re.fullmatch(r"/[A-Z]+(=[A-Z]+)?", line)]
    found = {each for line in (*said, *named) for each in re.findall(r"(?:^| )(/[A-Z]+=?)", line)}
    assert found == own
    # The set-up's own page of help says the same of what its maker takes care of.
    assert all(each in SETUP.partition("Target ")[0] for each in found)


def test_msiexec_is_called_as_it_can_be() -> None:
    said = [line for line in in_code() if line.startswith("msiexec ")]
    assert {word for line in said for word in line.split() if word.startswith("/")} == MSIEXEC
    for name in {word.partition("=")[0] for line in in_code() for word in re.findall(r"\b[A-Z]{6,}=", line)}:
        assert f'Id="{name}"' in MSI


def test_the_exit_codes_are_those_of_the_programs() -> None:
    # 1 is the set-up's maker's own, for what was cancelled.
    assert codes("setup.exe") == {1, *map(int, re.findall(r"SetErrorLevel (\d+)", SETUP))}
    uninstalls = re.findall(r"SetErrorLevel (\d+)", SETUP.partition("Function un.onInit")[2])
    assert codes("uninstall.exe") >= set(map(int, uninstalls))
    assert codes("uninstall.exe") < codes("setup.exe")
    assert codes("with a command") == set(map(int, re.findall(r"(\d): ", command_line.__doc__ or "")))
    assert codes("self-test") == {0, 1}
    assert "<MajorUpgrade DowngradeErrorMessage=" in MSI
    assert codes("msiexec") == {0, 1603}


def test_every_setting_that_is_named_is_one() -> None:
    words = {word for line in in_code() for word in re.findall(r"(?<![\w\\./-])[a-z]+(?:_[a-z]+)+(?![\w.])", line)}
    assert "shared_packs" in words
    assert words - {*OPTIONS, LOCKED, MANAGED_BY} == set()


def test_the_example_of_a_file_is_taken_without_a_word(tmp_path: Path) -> None:
    [example] = blocks("toml")
    file, notes = tmp_path / "settings.toml", list[str]()
    file.write_text(example, encoding="utf-8")
    said = machine_file(file, notes)
    assert notes == []
    assert {*said.free, *said.fixed} == set(tomllib.loads(example)) - {LOCKED, MANAGED_BY}
    # What the page says of it: only IT decides this one, so it is locked without being listed.
    assert set(said.fixed) == {"shared_packs", "allow_take_over"}


def test_the_same_in_the_registry_sets_and_locks_the_same(tmp_path: Path) -> None:
    file, notes = tmp_path / "settings.toml", list[str]()
    file.write_text(blocks("toml")[0], encoding="utf-8")
    wanted = machine_file(file, notes)

    def read(hive: Hive, path: str) -> Key | None:
        return policy() if (hive, path) == ("HKLM", POLICIES) else None

    [said] = registry_policies(read, notes)
    assert notes == []
    assert (said.free, said.fixed, said.set_by.owner) == (wanted.free, wanted.fixed, wanted.set_by.owner)


def policy() -> Key:
    """What the commands on the page put into the registry."""
    values: dict[str, dict[str, object]] = {"": {}, "Recommended": {}}
    for line in (line for block in blocks() for line in block.splitlines() if line.startswith("reg add ")):
        _, _, key, *rest = shlex.split(line, posix=False)
        told = dict(zip(rest[:-1:2], rest[1::2], strict=True))
        assert rest[-1] == "/f"
        inner = key.strip('"').removeprefix(f"HKLM\\{POLICIES}").strip("\\")
        text = told["/d"].strip('"')
        values[inner][told["/v"]] = int(text) if told["/t"] == "REG_DWORD" else text
    return Key(values[""], {"Recommended": Key(values["Recommended"])})


def test_the_files_have_the_names_and_the_version_that_the_builds_give_them() -> None:
    number = version()
    named = {each for line in in_code() for each in re.findall(r"clerkwell[-_]\d[\w.-]*\.(?:exe|msi|deb)", line)}
    assert named == {f"clerkwell-{number}-setup.exe", f"clerkwell-{number}.msi", f"clerkwell_{number}_amd64.deb"}
    assert set(re.findall(r"(?<![\d.])\d+\.\d+\.\d+\b", " ".join(in_code()))) == {number}
    assert f"`{number}.0`" in PAGE
    programs = {each for line in in_code() for each in re.findall(r"\bclerkwell(?:-[a-z]+)?\.exe", line)}
    assert programs == {WINDOW.file, COMMANDS.file}


@pytest.mark.parametrize(
    ("said", "source", "there"),
    [
        (r"HKLM\Software\Clerkwell", MSI, r'Root="HKLM" Key="Software\Clerkwell" Name="InstallLocation"'),
        (
            r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Clerkwell",
            SETUP,
            r'ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Clerkwell"',
        ),
        ("DisplayVersion", SETUP, 'HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"'),
        ("{5E0C8A42-6B1D-4D0B-9C53-7A1F2E94C6D8}", MSI, 'UpgradeCode="5E0C8A42-6B1D-4D0B-9C53-7A1F2E94C6D8"'),
        (r"C:\Program Files\Clerkwell", MSI, 'Id="ProgramFiles64Folder">\n        <Directory Id="INSTALLDIR"'),
        (r"%LOCALAPPDATA%\Programs\Clerkwell", SETUP, r'InstallDir "$LOCALAPPDATA\Programs\${NAME}"'),
    ],
)
def test_what_it_is_found_by_is_what_the_installers_write(said: str, source: str, there: str) -> None:
    assert f"`{said}`" in PAGE
    assert there in source


def test_the_folders_of_a_linux_are_where_the_program_looks() -> None:
    at = folders({})
    rows = {row[0]: row[2] for row in cells("What is kept where")}
    assert rows["Settings for everybody"] == f"`{at.machine_config.as_posix()}`"
    assert rows["Templates for everybody"] == f"`{at.machine_data.as_posix()}/packs`"
    for row, folder in (
        ("A user’s settings, words and wordings", at.config),
        ("A user’s own templates", at.data),
        ("Log, recovery copies, lists", at.state),
    ):
        assert rows[row] == f"`~/{folder.relative_to(Path.home()).as_posix()}`"
    assert f"`{at.machine_settings.as_posix()}`" in PAGE


def test_the_page_on_files_names_the_same_folders_of_a_user() -> None:
    authors = (resources_folder() / "help" / "files.md").read_text(encoding="utf-8")
    rows = [row for row in cells("What is kept where") if row[0].startswith(("A user", "Log"))]
    named = {each for row in rows for each in re.findall(r"`[^`]+`", " ".join(row[1:]))}
    assert len(named) == 5
    assert {each for each in named if each not in authors} == set()


def test_the_files_for_a_policy_editor_are_where_it_says() -> None:
    assert "`_internal\\clerkwell\\resources\\policy`" in PAGE
    for name in ("clerkwell.admx", "en-US\\clerkwell.adml", "settings.example.toml"):
        assert f"`{name}`" in PAGE
        assert (resources_folder() / "policy" / Path(*name.split("\\"))).is_file()


def test_every_command_that_is_named_is_one() -> None:
    called = {
        found[1]
        for line in in_code()
        if (found := re.match(rf'(?:clerkwell|"[^"]*{COMMANDS.file}"|{COMMANDS.file}) ([\w-]+)', line))
    }
    own = {"self-test", "--version"}
    commands = {each for each in called - own if not each[0].isdigit()}
    assert {"gather", *own} <= called
    for each in commands:
        with pytest.raises(SystemExit) as ended:
            command_line([each, "--help"])
        assert ended.value.code == 0


def test_the_figures_are_those_of_the_release_notes() -> None:
    notes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    figures = [row[1] for row in cells("Sizes and starts") if row[1][0].isdigit()]
    assert len(figures) == 7
    assert [each for each in figures if f"| {each} |" not in notes] == []


def test_every_variable_that_is_named_is_read_somewhere() -> None:
    named = set(re.findall(r"\bCLERKWELL_\w+", PAGE))
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "desktop").rglob("*.py"))
    assert named
    assert {name for name in named if f'"{name}"' not in sources} == set()


def test_the_menu_that_both_pages_send_people_to_is_there() -> None:
    [gather] = [each for each in ACTIONS if each.id == "gather"]
    author = (resources_folder() / "help" / "getting-started.md").read_text(encoding="utf-8")
    assert all(f"**Help**, **{gather.plain}**" in page for page in (PAGE, author))


def test_the_readme_leads_to_both_pages() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"(resources/help/{name}.md)" in readme for name in ("it", "getting-started"))
