"""Both installers for Windows, tried under Wine as IT would roll them out: silently, over an older one, and away again.

What Wine cannot show (a real Windows with its policies, its accounts and its antivirus) is not claimed by this.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from housekeeping.running import ChoreError
from installing.identity import ENDINGS, NAME
from installing.proving import PACK, prove
from installing.transcript import Transcript
from installing.windows_installers import Installers
from installing.windows_shown import Window
from installing.windows_wine import end, make_prefix, settled, surroundings, through_wine

OLDER = "0.0.9"
# Where the name of a log is put in.
_LOG = "Z:{}"
_PERSONS = r"HKCU\Software"
_COMPUTERS = r"HKLM\Software"
# Where IT's policies are, and whose they say they are.
_POLICIES = r"HKLM\Software\Policies\Clerkwell"
_OWNER = "Example IT"
_ENTRIES = r"Microsoft\Windows\CurrentVersion\Uninstall"


class Way(NamedTuple):
    """One way to install: the commands, where the program comes to lie, and where Windows is told of it.

    `refused` is a command that has to fail and to leave everything as it is, with its exit code. `opens` is what opens
    a file by its ending, as a double click does.
    """

    title: str
    install: tuple[str, ...]
    older: tuple[str, ...]
    remove: tuple[str, ...]
    refused: tuple[tuple[str, ...], int]
    opens: tuple[str, ...]
    home: str
    root: str


class _Trial:
    """A Windows under Wine in which one way is tried."""

    def __init__(self, way: Way, prefix: Path, work: Path, transcript: Transcript) -> None:
        self.way = way
        self.drive = prefix / "drive_c"
        self.prefix = prefix
        self.work = work
        self.transcript = transcript
        self.home = self.drive / way.home

    def run(self, *words: str | Path, wanted: int = 0, show: bool = False) -> str:
        """Run a program in it and wait until all that it started is done."""
        said = self.transcript.run(
            [*through_wine(words[0]), *words[1:]],
            cwd=self.work,
            env=surroundings(self.prefix),
            wanted=wanted,
            show=show,
        )
        settled(self.prefix)
        return said

    def asked(self, key: str, *, there: bool = True) -> str:
        """What the registry holds under a key; that it holds nothing where it should not be `there`."""
        return self.run("reg", "query", rf"{self.way.root}\{key}", "/s", wanted=0 if there else 1)

    def links(self) -> list[Path]:
        """The links to the program in the Start menus."""
        return [each for each in self.drive.rglob(f"{NAME}.lnk") if "Start Menu" in each.parts]


def ways(installers: Installers, older: Installers, user: str = "root") -> tuple[Way, Way]:
    """The two ways to install: setup.exe for a person, the .msi for a computer."""
    log = f"/LOG={_LOG}"
    person = Way(
        "setup.exe, for one person",
        (str(installers.setup), "/S", log),
        (str(older.setup), "/S", log),
        (rf"C:\users\{user}\AppData\Local\Programs\{NAME}\uninstall.exe", "/S", log),
        # A folder that nothing can be written to.
        ((str(installers.setup), "/S", log, r"/D=Z:\proc\nowhere"), 2),
        # Wine 8 does not look up the endings that one person has registered, so there the program is named.
        (),
        f"users/{user}/AppData/Local/Programs/{NAME}",
        _PERSONS,
    )
    computer = Way(
        ".msi, for a computer",
        ("msiexec", "/i", _dos(installers.msi), "/qn", "/l*v", _LOG),
        ("msiexec", "/i", _dos(older.msi), "/qn", "/l*v", _LOG),
        ("msiexec", "/x", _dos(installers.msi), "/qn", "/l*v", _LOG),
        # An older version over a newer one: 1603, of which this system keeps the last byte.
        (("msiexec", "/i", _dos(older.msi), "/qn", "/l*v", _LOG), 1603 % 256),
        ("start", "/wait", "/unix"),
        f"Program Files/{NAME}",
        _COMPUTERS,
    )
    return person, computer


def try_installer(way: Way, number: str, work: Path, transcript: Transcript) -> None:
    """Install the older, write a report, upgrade, prove the program, remove it. Raises ChoreError at what is wrong."""
    transcript.heading(f"Tried under Wine: {way.title}")
    work.mkdir(parents=True, exist_ok=True)
    prefix = work / "windows"
    make_prefix(prefix)
    trial = _Trial(way, prefix, work, transcript)
    trial.run(*logged(way.older, work / "older.log"))
    report = trial.drive / "users" / "Public" / "Documents" / "A report é.clerkwell"
    report.parent.mkdir(parents=True, exist_ok=True)
    command = trial.home / "clerkwell-cli.exe"
    trial.run(command, "new", "--pack", PACK, "-o", report)
    window = Window(trial.home / "clerkwell.exe", prefix, work, transcript)
    # The window keeps drafts and settings in the person's folders.
    window.opened(report, work / "older.png")
    window.cut_off(trial.drive / "users")
    before = kept(trial)
    if not any(name.endswith(".snapshot") for name in before):
        raise ChoreError("There is no draft for the upgrade to keep.")
    trial.run(*logged(way.install, work / "install.log"))
    refused, code = way.refused
    trial.run(*logged(refused, work / "refused.log"), wanted=code)
    check_installed(trial, number)
    if kept(trial) != before:
        raise ChoreError("The upgrade changed a document, a draft or a setting.")
    transcript.note(f"The upgrade from {OLDER} left {len(before)} documents, drafts and settings as they were.")
    env = {**surroundings(prefix), "CLERKWELL_HOME": str(work / "profile")}
    transcript.run([*through_wine(trial.home / "clerkwell.exe"), "self-test"], cwd=work, env=env, show=False)
    check_policy(trial, command, report)
    prove(through_wine(command), work / "tried", transcript, env)
    # Of the two programs the one that can print what goes wrong in it.
    window.opened(report, work / "window.png", way.opens or (str(command),), work / "draft.png")
    before = kept(trial)
    trial.run(*logged(way.remove, work / "remove.log"))
    check_removed(trial)
    if kept(trial) != before:
        raise ChoreError("The removal changed a document, a draft or a setting.")
    transcript.note(f"The removal left {len(before)} documents, drafts and settings as they were.")
    end(prefix)


def logged(words: Sequence[str], log: Path) -> list[str]:
    """A command with the name of its log put in."""
    log.unlink(missing_ok=True)
    return [word.replace(_LOG, _dos(log)) for word in words]


def check_installed(trial: _Trial, number: str) -> None:
    """The program, its link, its files' endings and its entry are there, and the log says what was done."""
    for name in ("clerkwell.exe", "clerkwell-cli.exe"):
        if not (trial.home / name).is_file():
            raise ChoreError(f"{name} was not installed.")
    if len(trial.links()) != 1:
        raise ChoreError(f"There are {len(trial.links())} links in the Start menu, not one.")
    for ending in ENDINGS:
        said = trial.asked(rf"Classes\{ending}")
        kind = next(word for word in said.split() if word.startswith(f"{NAME}."))
        if "clerkwell.exe" not in trial.asked(rf"Classes\{kind}\shell\open\command"):
            raise ChoreError(f"Files that end with {ending} are not opened by the program.")
    entries = trial.asked(_ENTRIES)
    if number not in entries or OLDER in entries:
        raise ChoreError(f"Windows lists another version than {number}.")
    if not (trial.work / "install.log").stat().st_size:
        raise ChoreError("The installer wrote no log.")
    trial.transcript.note("Installed: the program, one link in the Start menu, both endings, one entry, a log.")


def check_policy(trial: _Trial, command: Path, report: Path) -> None:
    """A policy in the registry is obeyed, and says whose it is; without it, the same command does its work."""
    for given in (("allow_drafts", "REG_DWORD", "0"), ("managed_by", "REG_SZ", _OWNER)):
        trial.run("reg", "add", _POLICIES, "/v", given[0], "/t", given[1], "/d", given[2], "/f")
    draft = trial.work / "draft.docx"
    draft.unlink(missing_ok=True)
    export = (command, "export", report, "-o", draft, "--draft")
    said = trial.run(*export, wanted=2, show=True)
    if draft.exists() or _OWNER not in said:
        raise ChoreError("A policy that allows no drafts was not obeyed, or does not say whose it is.")
    trial.run("reg", "delete", _POLICIES, "/f")
    before = report.read_bytes()
    trial.run(*export)
    report.write_bytes(before)  # which has a version now: what was sent
    trial.transcript.note("Drafts are refused while a policy in the registry says so, and no longer.")


def check_removed(trial: _Trial) -> None:
    """Nothing of the program is left."""
    if trial.home.exists():
        raise ChoreError(f"Something was left in the program's folder: {next(trial.home.rglob('*'), 'the folder')}")
    if trial.links():
        raise ChoreError("The link in the Start menu was left.")
    for ending in ENDINGS:
        trial.asked(rf"Classes\{ending}", there=False)
    trial.transcript.note("Removed: nothing of the program is left.")


def kept(trial: _Trial) -> dict[str, bytes]:
    """Everything that is the person's: documents, drafts, settings; not the log, which each start adds to."""
    users = trial.drive / "users"
    mine = [
        each
        for each in users.rglob("*")
        if each.is_file() and (each.suffix == ".clerkwell" or "clerkwell" in [part.lower() for part in each.parts])
    ]
    program = [each for each in mine if trial.home in each.parents or each.suffix in (".lnk", ".log")]
    return {str(each.relative_to(users)): each.read_bytes() for each in mine if each not in program}


def _dos(file: Path) -> str:
    """A file of this system, as Wine names it."""
    return "Z:" + str(file).replace("/", "\\")
