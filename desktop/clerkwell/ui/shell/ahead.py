"""What the window will need soon, loaded while nobody waits: a little at a time, once it stands.

Whatever is wanted before its turn has come is loaded at once, as ever.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from clerkwell.session.needed import REPORT
from clerkwell.system.memory import forget_sources
from clerkwell.ui.kit.icons import icon

# The desk and what its pages are made of: who looks at the start page goes there next.
DESK: Final = (
    "clerkwell.ui.kit.bridge",
    "clerkwell.ui.shell.opening",
    "clerkwell.session.checking_apart",
    "clerkwell.ui.editors.richtext.view",
    "clerkwell.ui.editors.pictures",
    "clerkwell.ui.editors.tables",
    "clerkwell.word.writer.references",
    "clerkwell.ui.editors.tools",
    "clerkwell.ui.editors.section_page",
    "clerkwell.ui.editors.fields",
    "clerkwell.ui.endmatter",
    "clerkwell.ui.preview",
    "clerkwell.ui.shell.desk",
)
# The rules, whose names and remedies the list of problems has. The largest of what they stand on come first, so that
# no step takes long.
RULES: Final = (
    "clerkwell.proofing.sense.tense_words",
    "clerkwell.proofing.dated",
    "clerkwell.proofing.law.personal",
    "clerkwell.proofing.law.exemption",
    "clerkwell.proofing.sense.sums",
    "clerkwell.proofing.spelling.speller",
    "clerkwell.rules.access.accessible",
    "clerkwell.rules.access.colours",
    "clerkwell.rules.language.sentences",
    "clerkwell.rules.language.spelling",
    "clerkwell.rules.language.house",
    "clerkwell.rules.law.deadline",
    "clerkwell.rules.law.executive",
    "clerkwell.rules.law.details",
    "clerkwell.rules.law.personal",
    "clerkwell.rules.naming.acronyms",
    "clerkwell.rules.naming.names",
    "clerkwell.rules.naming.terms",
    "clerkwell.rules.naming.committees",
    "clerkwell.rules.parts.dates",
    "clerkwell.rules.parts.sections",
    "clerkwell.rules.parts.prompts",
    "clerkwell.rules.parts.references",
    "clerkwell.rules.parts.pointing",
    "clerkwell.rules.parts.carried_over",
    "clerkwell.rules.sense.tense",
    "clerkwell.rules.sense.discord",
    "clerkwell.rules.sense.purpose",
    "clerkwell.rules.sense.money",
    "clerkwell.rules.sense.counted",
    "clerkwell.rules.sense.totals",
    "clerkwell.rules.sense.weekdays",
    "clerkwell.rules.sense.unsaid",
    "clerkwell.rules.table",
)


class Ahead(QObject):
    """Loads modules and draws icons, one by one, between whatever else there is to do.

    `finished` says, once, that all modules are there.
    """

    finished = Signal()

    # Seconds after which the window has been painted, and between two of them, for keys and the mouse.
    PAUSE = 0.2
    STEP = 0.01

    def __init__(self, parent: QObject, modules: Iterable[str] = (*REPORT, *DESK, *RULES)) -> None:
        super().__init__(parent)
        self._modules = list(modules)
        self._icons: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Begin as soon as the window has been painted."""
        self._timer.start(round(self.PAUSE * 1000))

    def draw(self, icons: Iterable[str]) -> None:
        """Draw the icons of these names first of all: the page that has them would else draw all of them at once."""
        self._icons += icons
        self.begin()

    def _step(self) -> None:
        if self._icons:
            icon(self._icons.pop(0))
        elif self._modules:
            import_module(self._modules.pop(0))
            # Before others take the room beside them, which could not be given back then.
            forget_sources()
            if not self._modules:
                self.finished.emit()
        else:
            return
        self._timer.start(round(self.STEP * 1000))
