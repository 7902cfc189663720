"""Take the pictures of the maintainer's guide anew: real windows of the template workshop on a pack's next version.

python packaging/pictures/maintaining.py    writes resources/help/maintaining-*.png (Xvfb, openbox, ImageMagick)
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerkwell.packs import Pack
    from clerkwell.ui.studio import StudioWindow

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]

from helpers.screen import open_screen  # noqa: E402 - found once the path is set

TO = ROOT / "resources" / "help"
PAGES = ("about", "look", "parts", "lists", "marking", "check", "roll-out")
_TAKE = "take"
_WIDE, _HIGH = 960, 620
_FOLDER = "Documents/Council template"
# Pages of paper are made by another process, and the check runs on a thread of its own.
_PATIENCE = 20.0


def main(arguments: list[str]) -> int:
    """Open a screen and take the pictures on it."""
    if arguments[:1] == [_TAKE]:
        _take(Path(arguments[1]))
        return 0
    with tempfile.TemporaryDirectory() as name, open_screen(Path(name)) as screen:
        environment = {**screen.environment, "CLERKWELL_HOME": name, "HOME": name}
        code = subprocess.run([sys.executable, __file__, _TAKE, name], env=environment, check=False).returncode
    return code


def _take(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from clerkwell.session.making import PackSession, begin_pack
    from clerkwell.ui.kit.style import dress
    from helpers.shipped import shipped
    from helpers.workshop import open_studio, studio_services

    app = cast(QApplication, QApplication.instance() or QApplication([]))
    dress(app, "light", 10)
    begin_pack(_retold(shipped("maidstone-2022")), folder / "pack")
    with open_studio(PackSession(folder / "pack"), studio_services(folder)) as window:
        window.resize(_WIDE, _HIGH)
        for page in PAGES:
            window.show_page(page)
            _settle(window)
            shot = folder / f"{page}.png"
            _rename_folder(window, str(folder / "pack"))
            window.grab().save(str(shot))
            # Few colours are enough for a window, and half the size.
            out = TO / f"maintaining-{page}.png"
            subprocess.run(["convert", str(shot), "+dither", "-colors", "64", "-strip", str(out)], check=True)
            sys.stdout.write(f"{out.name}: {out.stat().st_size} bytes\n")


def _retold(pack: "Pack") -> "Mapping[str, bytes]":
    """The next version of a pack with something in it otherwise, so that there is something to tell."""
    from clerkwell.workshop.copying import next_edition
    from helpers.packs_changed import with_document, with_file

    larger = with_document(pack, 'w:sz w:val="36"', 'w:sz w:val="48"', part="word/styles.xml")
    text = pack.files["pack.toml"].decode()
    text = text.replace('{ name = "Planning Committee" },', '{ name = "Planning and Building Committee" },')
    text = text.replace('title = "Staffing"', 'title = "People"')
    return next_edition(with_file(larger, "pack.toml", text.encode()))


def _rename_folder(window: "StudioWindow", folder: str) -> None:
    """Let the window name a folder as a maintainer has one, in place of this one."""
    from PySide6.QtWidgets import QLabel

    for label in window.findChildren(QLabel):
        if folder in label.text():
            label.setText(label.text().replace(folder, _FOLDER))


def _settle(window: "StudioWindow") -> None:
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.02)
        if window.bridge.problems is not None and _is_drawn(window) and until - time.monotonic() < _PATIENCE - 4:
            break


def _is_drawn(window: "StudioWindow") -> bool:
    from clerkwell.ui.preview.pages import PagesView

    return all(view.count for view in window.findChildren(PagesView) if view.isVisible())


if __name__ == "__main__":
    os.environ.setdefault("CLERKWELL_PLAIN_DIALOGS", "1")
    sys.exit(main(sys.argv[1:]))
