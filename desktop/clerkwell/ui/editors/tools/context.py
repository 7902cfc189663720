"""What the tools of a section's page work on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from clerkwell.model import Place
from clerkwell.packs import SectionSpec
from clerkwell.ui.editors.richtext.ask_bar import AskBar
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.kit import SessionBridge


@dataclass(frozen=True)
class Tools:
    """A section's page: its report, its editor, the bar that asks, the way to other places of the report,
    and what the pack says of the section."""

    bridge: SessionBridge
    section_id: str
    page: QWidget
    editor: SectionEditor
    bar: AskBar
    go_to: Callable[[Place], object]
    spec: Callable[[], SectionSpec]
