"""The program in one folder for Windows, built by PyInstaller under Wine with the one spec for all systems."""

import shutil
from pathlib import Path

from housekeeping.places import environment
from housekeeping.venvs import install, make, ready
from housekeeping.wheel import build
from installing.freezing import SPEC, listed
from installing.offline import prove_offline
from installing.transcript import Transcript
from installing.windows_icon import SIZES, ico
from installing.windows_python import PINS, SOURCES
from installing.windows_wine import make_prefix, surroundings, through_wine

ICON = SOURCES / "clerkwell.ico"
_FOR_WINDOWS = (
    *("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"),
    *("--only-binary=:all:", "--upgrade"),
)
_BUILDERS = ("pyinstaller", "pefile", "pywin32-ctypes", "setuptools")


def freeze_for_windows(work: Path, python: Path, transcript: Transcript) -> Path:
    """Put the program and its packages beside a Python for Windows, and both in one folder; the folder.

    Beside it `inside.cdx.json`, the list of everything in it with its licences.
    """
    transcript.heading("The program in one folder")
    shutil.rmtree(work / "wheel", ignore_errors=True)
    wheel = build(work / "wheel")
    transcript.note(f"Built {wheel.name}.")
    inside = work / "inside"
    make(inside)
    # They lie where the list looks for them, though no Python of this system could load them.
    tools = work / "tools"
    packages = next((inside / "lib").glob("python3*")) / "site-packages"
    install(tools, [*_FOR_WINDOWS, "--target", str(packages), str(wheel)], pins=PINS)
    listed(work, inside, transcript)
    beside = python.parent / "Lib" / "site-packages"
    shutil.copytree(packages, beside, dirs_exist_ok=True)
    install(tools, [*_FOR_WINDOWS, "--target", str(beside), *_BUILDERS], pins=PINS)
    draw_icon(work, transcript)
    prefix = work / "building"
    make_prefix(prefix)
    command = [
        *through_wine(python),
        *("-m", "PyInstaller", "--noconfirm", "--distpath", "folder", "--workpath", "pyinstaller", SPEC),
    ]
    env = {**surroundings(prefix), "SOURCE_DATE_EPOCH": "0"}
    transcript.run(command, cwd=work, env=env, show=False)
    folder = work / "folder" / "clerkwell"
    prove_offline(folder, transcript)
    transcript.size("The folder", folder)
    return folder


def draw_icon(work: Path, transcript: Transcript) -> None:
    """Write the program's icon where the spec looks for it, from our own drawing."""
    pictures = {}
    script = SOURCES.parent / "drawing.py"
    env = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    for size in SIZES:
        file = work / f"icon-{size}.png"
        transcript.run([ready(), script, SOURCES.parent / "clerkwell.svg", file, str(size)], env=env)
        pictures[size] = file.read_bytes()
    ICON.write_bytes(ico(pictures))
