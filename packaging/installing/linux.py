"""The package for Debian and Ubuntu: the folder under /usr/lib, with what a desktop has to know of it."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from housekeeping.places import ROOT, environment
from housekeeping.running import ChoreError, ask, run
from installing.freezing import freeze
from installing.identity import PUBLISHER, built_from, version
from installing.inside import Part, debian_copyright
from installing.lending import lend, packages_needed
from installing.proving import prove
from installing.releasing import release, withdraw
from installing.transcript import Transcript

SOURCES = ROOT / "packaging" / "installing" / "linux"
# The oldest C library that will do, which tells the oldest systems too: Debian 12, Ubuntu 24.04.
OLDEST = {"libc6": "libc6 (>= 2.36)"}
HELPS = ("libreoffice-writer", "fonts-liberation2 | fonts-liberation")
SIZES = (16, 24, 32, 48, 64, 128, 256)
_HOME = Path("usr/lib/clerkwell")


def build_linux(_: list[str]) -> int:
    """Build the folder and the package; refuse to name it a release when it does not prove itself."""
    own = systems_python()
    if own is not None:
        # A Python of somebody's home would put the folder that it lies in into the program.
        return run([own, ROOT / "chores.py", "build-linux"])
    work = ROOT / "build" / "linux"
    withdraw(package_name(version()))
    transcript = Transcript(work / "report.txt", f"Clerkwell {version()} for Debian and Ubuntu, 64 bit")
    transcript.note(built_from())
    folder, parts = freeze(work, transcript)
    transcript.note(f"Left {lend(folder)} libraries to the system's packages, which keep them safe.")
    transcript.size("The folder", folder)
    env = {**environment(), "QT_QPA_PLATFORM": "offscreen", "CLERKWELL_HOME": str(work / "profile")}
    prove([folder / "clerkwell"], work / "tried", transcript, env)
    package = packed(folder, parts, work, transcript)
    release(package, work / "inside.cdx.json", transcript)
    return 0


def systems_python() -> Path | None:
    """The system's Python, where this is another one and that is new enough; it gets the system's security updates."""
    own = Path("/usr/bin/python3")
    if sys.base_prefix == "/usr" or not own.is_file():
        return None
    code, _ = ask([own, "-c", f"import sys, venv; sys.exit(sys.version_info < {sys.version_info[:2]})"])
    return own if code == 0 else None


def package_name(number: str) -> str:
    """What the package of a version is called."""
    return f"clerkwell_{number}_amd64.deb"


def packed(folder: Path, parts: Sequence[Part], work: Path, transcript: Transcript) -> Path:
    """The .deb of a built folder."""
    transcript.heading("The package")
    if shutil.which("dpkg-deb") is None:
        raise ChoreError("dpkg-deb is not here; the package for Debian can be built on Debian or Ubuntu only.", 2)
    root = work / "package"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / _HOME, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/clerkwell").symlink_to("../lib/clerkwell/clerkwell")
    _put(SOURCES / "clerkwell.desktop", root / "usr/share/applications")
    _put(SOURCES / "clerkwell.xml", root / "usr/share/mime/packages")
    papers = root / "usr/share/doc/clerkwell"
    _put(work / "inside.cdx.json", papers)
    _put(ROOT / "CHANGELOG.md", papers)
    (papers / "copyright").write_text(debian_copyright(parts), encoding="utf-8")
    icons(root / "usr/share/icons/hicolor", work, transcript)
    size = sum(each.stat().st_size for each in root.rglob("*") if each.is_file() and not each.is_symlink())
    control = root / "DEBIAN"
    control.mkdir()
    needs = [OLDEST.get(name, name) for name in packages_needed(folder)]
    transcript.note(f"It depends on {', '.join(needs)}.")
    (control / "control").write_text(control_text(version(), size // 1024, needs), encoding="utf-8")
    for each in root.rglob("*"):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or each == root / _HOME / "clerkwell" else 0o644)
    package = work / package_name(version())
    transcript.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package])
    transcript.size("The package", package)
    return package


def control_text(number: str, kilobytes: int, needs: Sequence[str]) -> str:
    """What the system's list of packages says of this one (Debian Policy, section 5.3)."""
    return (
        "Package: clerkwell\n"
        f"Version: {number}\n"
        "Architecture: amd64\n"
        f"Maintainer: {PUBLISHER} <clerkwell@example.org>\n"
        f"Installed-Size: {kilobytes}\n"
        f"Depends: {', '.join(needs)}\n"
        f"Suggests: {', '.join(HELPS)}\n"
        "Section: editors\n"
        "Priority: optional\n"
        "Description: council committee reports in the council's own template\n"
        " Clerkwell guides a council officer through the parts of a committee report,\n"
        " checks each part while it is written, and exports a Word document that is the\n"
        " council's own template, filled in. It works without a network and sends\n"
        " nothing anywhere.\n"
    )


def icons(into: Path, work: Path, transcript: Transcript) -> None:
    """The program's picture at the sizes that desktops ask for, drawn from our own."""
    source = SOURCES.parent / "clerkwell.svg"
    for size in SIZES:
        folder = into / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        script = SOURCES.parent / "drawing.py"
        env = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
        transcript.run([work / "venv" / "bin" / "python", script, source, folder / "clerkwell.png", str(size)], env=env)
    _put(source, into / "scalable" / "apps")


def _put(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / (name or file.name))
