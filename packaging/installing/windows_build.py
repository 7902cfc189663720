"""setup.exe and .msi for Windows, built and tried on Debian with Wine."""

import getpass
from collections.abc import Mapping
from pathlib import Path

from housekeeping.places import ROOT
from housekeeping.running import ChoreError
from installing.identity import built_from, version
from installing.releasing import release, withdraw
from installing.transcript import Transcript
from installing.windows_freeze import ICON, freeze_for_windows
from installing.windows_installers import Installers, installers_in, make_installers, need_tools
from installing.windows_library import Compared
from installing.windows_properties import COMMANDS, WINDOW, properties, read_back
from installing.windows_python import windows_python
from installing.windows_signing import configured, sign, try_out
from installing.windows_trial import OLDER, try_installer, ways

WORK = ROOT / "build" / "windows"


# What a releaser says who takes the archive's pinned sum for proof enough of the modules that have no other.
AS_PINNED = "--as-pinned"


def build_windows(arguments: list[str]) -> int:
    """Build both installers, try them, and call them a release only when everything held.

    The arguments may name folders with CPython 3.11.9's own `Lib`, to which the standard library is held; with
    `--as-pinned`, modules that no signed source is there for are believed for the sum of the archive they came in.
    """
    folders = [each for each in arguments if each != AS_PINNED]
    need_tools()
    certificate = configured()
    number = version()
    transcript = Transcript(WORK / "report.txt", f"Clerkwell {number} for Windows, 64 bit, built and tried under Wine")
    transcript.note(built_from())
    # An earlier build of the same version would pass for this one, should this one fail.
    for file in installers_in(WORK, number):
        withdraw(file.name)
    python = windows_python(WORK, [Path(each) for each in folders], transcript)
    folder = freeze_for_windows(WORK, python.program, transcript)
    for program in (WINDOW, COMMANDS):
        check_properties(folder / program.file, properties(program), transcript)
        if certificate:
            sign(folder / program.file, certificate, transcript)
    installers = made_and_tried(folder, ICON, number, transcript)
    if certificate:
        for file in installers:
            sign(file, certificate, transcript)
    else:
        try_out(installers, WORK / "signing", transcript)
    need_proof(python.compared, transcript, as_pinned=AS_PINNED in arguments)
    for file in installers:
        release(file, WORK / "inside.cdx.json", transcript)
    return 0


def need_proof(compared: Compared, transcript: Transcript, *, as_pinned: bool = False) -> None:
    """Write which modules of the standard library were not held to a signed source.

    Raises ChoreError where there are any, unless they are believed for the pinned sum of the archive.
    """
    if not compared.unproved:
        return
    modules = ", ".join(name.removesuffix(".pyc") for name in compared.unproved)
    transcript.note(f"\nModules without a signed source to be held to: {modules}")
    if as_pinned:
        transcript.note("They are believed because the archive has its pinned sum, as the releaser said, and no more.")
        return
    transcript.note("\nNothing here is a release.")
    raise ChoreError(
        f"{len(compared.unproved)} modules of the standard library are not proved to be python.org's, so nothing here "
        "is called a release; what was built is in build/windows/made. Name the Lib folder of CPython 3.11.9's sources "
        f"after the chore to have them proved, or say {AS_PINNED} to believe them for the pinned sum of their archive."
    )


def made_and_tried(folder: Path, icon: Path, number: str, transcript: Transcript) -> Installers:
    """Both installers of a built folder, tried over older ones. Raises ChoreError where they do not hold."""
    transcript.heading("The installers")
    installers = make_installers(folder, icon, number, WORK / "made", transcript)
    older = make_installers(folder, icon, OLDER, WORK / "older", transcript, quick=True)
    for way in ways(installers, older, getpass.getuser()):
        try_installer(way, number, WORK / f"tried-{Path(way.install[0]).suffix[1:] or 'msi'}", transcript)
    return installers


def check_properties(file: Path, wanted: Mapping[str, str], transcript: Transcript) -> None:
    """Raise ChoreError unless a program's properties are what they should be."""
    found = read_back(file)
    wrong = [f"{name} is “{found[name]}”, not “{value}”" for name, value in wanted.items() if found[name] != value]
    if wrong:
        raise ChoreError(f"The properties of {file.name} are not as they should be: {', '.join(wrong)}.")
    transcript.note(f"{file.name}: {', '.join(f'{name} “{value}”' for name, value in found.items())}")
