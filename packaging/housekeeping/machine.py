"""What Qt needs of the machine besides its own wheel: shared libraries that a desktop has and a server lacks."""

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from housekeeping.running import ChoreError, ask, say


class Library(NamedTuple):
    """A shared library that Qt loads, and the packages that hold it on Debian and Ubuntu, and on Fedora."""

    file: str
    debian: str
    fedora: str


# Loaded by Qt's own libraries, whatever the window is drawn on.
ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
)
# Loaded by the plug-in that draws on a real screen (libqxcb).
SCREEN = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)


def ensure_libraries(*, screen: bool) -> None:
    """See to it that Qt's system libraries are there: install them if this account may, else say how.

    Raises `ChoreError` with the install line where they are missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    wanted = missing(ALWAYS + SCREEN if screen else ALWAYS)
    if not wanted:
        return
    install_packages(
        [library.debian for library in wanted], [library.fedora for library in wanted], "Qt's window needs"
    )
    still = missing(wanted)
    if still:
        names = ", ".join(library.file for library in still)
        raise ChoreError(f"Qt still cannot load {names}, which the installed packages should have brought.", 3)


def missing(libraries: Sequence[Library]) -> list[Library]:
    """Those of these libraries that cannot be loaded."""
    return [library for library in libraries if not _loads(library.file)]


def install_packages(debian: Sequence[str], fedora: Sequence[str], who_needs: str) -> None:
    """Install system packages, as root or by a sudo that asks nothing; else stop with the line to run.

    `who_needs` begins a sentence ("The tests need"). An empty `fedora` means that their names on Fedora are not known.
    """
    if shutil.which("apt-get"):
        tool, packages = "apt-get", sorted(set(debian))
    elif shutil.which("dnf") and fedora:
        tool, packages = "dnf", sorted(set(fedora))
    else:
        raise ChoreError(
            f"{who_needs} libraries that are not on this computer. Install what your system calls these "
            f"(their Debian names): {' '.join(sorted(set(debian)))}. Then run the same command again.",
            3,
        )
    before = _may_install()
    if before is None:
        raise ChoreError(
            f"{who_needs} packages that are not on this computer, and this account may not install them. Run\n\n"
            f"    {install_line(tool, packages)}\n\nand then the same command again.",
            3,
        )
    say(f"{who_needs} packages of the system; installing them: {' '.join(packages)} …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if tool == "dnf":
        _install_by([*before, "dnf", "install", "-y", "-q", *packages], env)
        return
    # On a new machine there is no list of packages yet, and apt-get would find none of them.
    _install_by([*before, "apt-get", "update", "-qq"], env)
    keep = ["env", "DEBIAN_FRONTEND=noninteractive"] if before else []
    _install_by([*before, *keep, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env)


def install_line(tool: str, packages: Sequence[str]) -> str:
    """The line that somebody who may install packages has to run."""
    update = "sudo apt-get update && " if tool == "apt-get" else ""
    return f"{update}sudo {tool} install {' '.join(packages)}"


def packages_missing(packages: Sequence[str]) -> list[str]:
    """Those of these Debian packages that are not installed; all of them where there is no dpkg."""
    return [
        package
        for package in packages
        if "install ok installed" not in ask(["dpkg-query", "-W", "-f", "${Status}", package])[1]
    ]


def _install_by(command: Sequence[str], env: Mapping[str, str]) -> None:
    code, output = ask(command, env=env)
    if code:
        tail = "\n".join(output.strip().splitlines()[-15:])
        raise ChoreError(
            f"{tail}\nThe system's packages could not be installed; its own words are above. The command was:\n\n"
            f"    {' '.join(command)}",
            3,
        )


def _may_install() -> list[str] | None:
    """What stands before an install command: nothing for root, a sudo that asks for no password, None for neither."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and ask(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n"]
    return None


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
