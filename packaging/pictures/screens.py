"""Take a picture of every screen: real windows with invented content, in every look, at 100 % and 200 % of the text.

python packaging/pictures/screens.py FOLDER [LOOK…]    (Xvfb and openbox; looks: light, dark, high-contrast-dark, …)
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]

from helpers.screen import open_screen  # noqa: E402 - found once the path is set

LOOKS = ("light", "dark", "high-contrast-dark", "high-contrast-light")
POINTS = {"100": 11, "200": 22}
LARGE = 50_000
_TAKE = "take"


def main(arguments: list[str]) -> int:
    """Open a screen and take the pictures on it."""
    if len(arguments) > 1 and arguments[0] == _TAKE:
        take(Path(arguments[1]), tuple(arguments[2:]) or LOOKS)
        return 0
    if not arguments:
        sys.stderr.write("Say which folder the pictures go to: python3 chores.py screens FOLDER\n")
        return 2
    folder = Path(arguments[0]).absolute()
    with tempfile.TemporaryDirectory() as name, open_screen(Path(name)) as screen:
        environment = {**screen.environment, "CLERKWELL_HOME": name, "HOME": name}
        again = [sys.executable, __file__, _TAKE, str(folder), *arguments[1:]]
        return subprocess.run(again, env=environment, check=False).returncode


def take(folder: Path, looks: tuple[str, ...]) -> None:
    """Take them in this process, on the screen that it has."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from clerkwell.ui.kit.style import Theme, dress
    from helpers.every_window import WINDOWS, parts_of_the_desk
    from helpers.long_desk import parts_of_a_long_desk

    app = cast(QApplication, QApplication.instance() or QApplication([]))
    size = QSize(1280, 720)

    def shoot(widget: QWidget, name: str) -> None:
        for _ in range(6):
            app.processEvents()
            time.sleep(0.02)
        folder.mkdir(parents=True, exist_ok=True)
        plain = "".join(each if each.isalnum() or each in " -" else "-" for each in name).strip()
        widget.grab().save(str(folder / f"{plain}.png"))

    for look in looks:
        for percent, points in POINTS.items():
            dress(app, cast(Theme, look), points)
            end = f"{look} {percent}"
            with tempfile.TemporaryDirectory() as name:
                for title, make in WINDOWS.items():
                    with ExitStack() as ending:
                        own = Path(name) / title
                        own.mkdir()
                        window = make(own, ending)
                        window.show()
                        shoot(window, f"dialog {title} {end}")
                        window.close()
                        window.deleteLater()
                waits = cast(QtBot, _Waits(app))
                for where, shown in parts_of_the_desk(waits, Path(name), size):
                    wait_for_pages(waits, shown.window())
                    shoot(shown.window(), f"window {where} {end}")
                for where, shown in parts_of_a_long_desk(LARGE, Path(name), size):
                    shoot(shown.window(), f"window {LARGE} words {where} {end}")


def wait_for_pages(waits: "QtBot", window: "QWidget") -> None:
    """Until the pages are there, where the window shows a preview of them."""
    from clerkwell.ui.preview.pane import PreviewPane

    shown = [pane for pane in window.findChildren(PreviewPane) if pane.isVisible()]
    if shown:
        waits.waitUntil(lambda: all(pane.view.count for pane in shown), timeout=20_000)
        # They are drawn elsewhere, the page in view first.
        until = time.monotonic() + 1
        waits.waitUntil(lambda: time.monotonic() > until)


class _Waits:
    """Waits as a test does."""

    def __init__(self, app: object) -> None:
        self._app = app

    def waitUntil(self, done: Callable[[], bool], timeout: int = 5000) -> None:  # noqa: N802 - as pytest-qt calls it
        """Until it is so, or the time is up."""
        from PySide6.QtWidgets import QApplication

        until = time.monotonic() + timeout / 1000
        while not done() and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.01)


if __name__ == "__main__":
    os.environ.setdefault("CLERKWELL_PLAIN_DIALOGS", "1")
    sys.exit(main(sys.argv[1:]))
