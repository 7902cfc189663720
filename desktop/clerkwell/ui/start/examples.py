"""The way to the example reports that a template brings along: what one looks like when it is done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from clerkwell.packs import Pack
from clerkwell.packs.load import SAMPLE
from clerkwell.ui.kit.widgets import PictureButton


class ExamplesButton(PictureButton):
    """Opens a menu of the examples of the template that is marked; `run` is called with its id and the example's file.

    The example that uses every part stands first.
    """

    def __init__(self, marked: Callable[[], Pack | None], run: Callable[[str, str], object]) -> None:
        super().__init__("Look at an e&xample", "document", "")
        self.setAutoDefault(False)
        self.setToolTip("An example report in the template that is marked")
        self._marked = marked
        self._run = run
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)

    def _fill(self) -> None:
        menu = self.choices
        menu.clear()
        pack = self._marked()
        files = dict(pack.examples) if pack is not None else {}
        if pack is not None and SAMPLE in pack.files:
            files = {"With every part filled in": SAMPLE, **files}
        for words, file in files.items():
            menu.addAction(words, partial(self._run, pack.id if pack is not None else "", file))
        if not files:
            none = menu.addAction("This template has no example")
            none.setEnabled(False)
