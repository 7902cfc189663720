"""The package tried as IT would: on a bare Debian, in a folder of its own, from its installing to its removal.

It takes root, debootstrap and the system's own package mirror, and some minutes; what it did is in its report.
"""

import os
import re
import shutil
from pathlib import Path

from housekeeping.places import ROOT
from housekeeping.running import ChoreError
from installing.identity import version
from installing.linux import package_name
from installing.linux_shown import DESKTOP, Shown
from installing.proving import PACK
from installing.transcript import Transcript

_SUITE = "bookworm"
_MIRROR = re.compile(
    r"^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(?P<address>\S+/debian/?)\s*$|^deb\s+(?P<other>\S+/debian/?)\s", re.M
)
_OLDER = "0.0.1"
_REPORT = "/home/officer/Réports of Jo/report.clerkwell"
_PACK = "/home/officer/Réports of Jo/council.clerkpack"
_TEMPLATES = "/usr/lib/clerkwell/_internal/clerkwell/templates"


def try_linux(arguments: list[str]) -> int:
    """Install the package in a bare Debian, use it, upgrade it over an older one, and take it out again.

    The arguments are the package (the one that was built last) and the release of Debian (the oldest that will do).
    """
    given = [each for each in arguments if each.endswith(".deb")]
    suite = next((each for each in arguments if each not in given), _SUITE)
    package = Path(given[0]) if given else ROOT / "dist" / package_name(version())
    if not package.is_file():
        raise ChoreError(f"{package.name} is not there; build it first: python3 chores.py build-linux", 2)
    if os.geteuid() or shutil.which("debootstrap") is None:
        raise ChoreError("The trial makes a bare Debian: it takes root, and debootstrap installed.", 2)
    work = ROOT / "build" / ("linux-trial" if suite == _SUITE else f"linux-trial-{suite}")
    transcript = Transcript(work / "report.txt", f"{package.name} on a bare Debian ({suite})")
    root = work / "debian"
    shutil.rmtree(root, ignore_errors=True)
    transcript.heading("A bare Debian")
    transcript.run(["debootstrap", "--variant=minbase", suite, root, _mirror()], show=False)
    bare = _Bare(root, transcript)
    bare.run("useradd", "--create-home", "officer")
    transcript.heading("An older version, and a report written with it")
    bare.take(_older(package, work, transcript), "older.deb")
    bare.take(package, "clerkwell.deb")
    _put_in(bare, "older", _OLDER)
    bare.officer(f"mkdir -p '{Path(_REPORT).parent}' && clerkwell new --pack {PACK} -o '{_REPORT}'")
    bare.officer(f"clerkwell pack bundle {_TEMPLATES}/{PACK} -o '{_PACK}'")
    transcript.heading("Work that was cut off before the upgrade")
    bare.run("apt-get", "install", "--yes", "--no-install-recommends", *DESKTOP, show=False)
    shown = Shown(root, bare.officer, transcript)
    shown.cut_off()
    before, drafts = bare.kept(_REPORT), shown.drafts()
    transcript.heading("The version over it")
    # Up, back as somebody would who misses the older one, and up again.
    for file, number in (("clerkwell", version()), ("older", _OLDER), ("clerkwell", version())):
        _put_in(bare, file, number)
        if bare.kept(_REPORT) != before or shown.drafts() != drafts:
            raise ChoreError(f"Going to version {number} changed a report or a draft.")
    transcript.note("The report and the draft are as they were, after the upgrade, the way back and the upgrade again.")
    bare.officer("QT_QPA_PLATFORM=offscreen clerkwell self-test")
    bare.officer(
        f"clerkwell export '{_REPORT}' -o /home/officer/draft.docx --draft --pdf && "
        "test -s /home/officer/draft.docx && test -s /home/officer/draft.pdf"
    )
    bare.officer("clerkwell import /home/officer/draft.docx -o /home/officer/again.clerkwell")
    _licences(bare)
    transcript.heading("A real window")
    shown.offered_again(work)
    shown.opened_by_the_desktop(_REPORT, _PACK, work)
    transcript.heading("Taken out again")
    before, drafts = bare.kept(_REPORT), shown.drafts()  # the report keeps what was sent as a version
    bare.run("apt-get", "purge", "--yes", "clerkwell", show=False)
    left = [name for name in ("usr/lib/clerkwell", "usr/bin/clerkwell") if os.path.lexists(root / name)]
    for folder in ("usr/share", "etc", "var/lib/dpkg/info"):
        left += [str(each.relative_to(root)) for each in (root / folder).rglob("clerkwell*")]
    known = root / "usr/share/applications/mimeinfo.cache"
    left += [known.name] if "clerkwell" in known.read_text(encoding="utf-8") else []
    if left:
        raise ChoreError(f"The removal left these: {', '.join(left)}.")
    if bare.kept(_REPORT) != before or shown.drafts() != drafts:
        raise ChoreError("The removal touched a report or a draft.")
    transcript.note("Nothing of the program is left; the officer’s files are as they were.\n\nThe trial is passed.")
    return 0


class _Bare:
    """A bare system in a folder, and commands run in it."""

    def __init__(self, root: Path, transcript: Transcript) -> None:
        self.root = root
        self._transcript = transcript

    def run(self, *command: str, show: bool = True) -> str:
        """Run a command in it as root."""
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        return self._transcript.run(["chroot", self.root, *command], env=env, show=show)

    def officer(self, script: str) -> str:
        """Run a line of the shell in it as somebody without any rights."""
        return self.run("su", "officer", "-s", "/bin/sh", "-c", f"cd; export LANG=C.UTF-8; {script}")

    def take(self, file: Path, name: str) -> None:
        """Put a file into its first folder."""
        shutil.copyfile(file, self.root / name)

    def kept(self, path: str) -> bytes:
        """The bytes of a file in it."""
        return (self.root / path.lstrip("/")).read_bytes()


def _older(package: Path, work: Path, transcript: Transcript) -> Path:
    """The same package with a lower version: what an upgrade goes over."""
    folder = work / "older"
    shutil.rmtree(folder, ignore_errors=True)
    transcript.run(["dpkg-deb", "--raw-extract", package, folder])
    control = folder / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8")
    control.write_text(text.replace(f"Version: {version()}", f"Version: {_OLDER}"), encoding="utf-8")
    transcript.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", folder, work / "older.deb"])
    return work / "older.deb"


def _put_in(bare: _Bare, file: str, number: str) -> None:
    """Install one of the packages, over a newer one too, and look that the system lists its version."""
    options = ("--yes", "--no-install-recommends", "--allow-downgrades")
    bare.run("apt-get", "install", *options, f"/{file}.deb", show=False)
    if number not in bare.run("dpkg-query", "--show", "clerkwell"):
        raise ChoreError("The system does not list the version that was installed.")


def _licences(bare: _Bare) -> None:
    """The words of the licences are where Debian has them, and where the program's window says that they are."""
    said = bare.kept("/usr/share/doc/clerkwell/copyright").decode()
    inside = bare.root / "usr/lib/clerkwell/_internal/licences"
    if "/usr/share/common-licenses/LGPL-3" not in said or not (inside / "README.txt").is_file():
        raise ChoreError("The words of the licences were not installed.")


def _mirror() -> str:
    """Where this system has its own packages from."""
    folder = Path("/etc/apt")
    for file in [folder / "sources.list", *sorted((folder / "sources.list.d").glob("*"))]:
        found = _MIRROR.search(file.read_text(encoding="utf-8")) if file.is_file() else None
        if found is not None:
            return found["address"] or found["other"]
    raise ChoreError("This system does not say where its packages come from; the trial runs on Debian.", 2)
