"""The bar over a section's editor: the looks of the text, what can be put in, and the rest in a menu."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clerkwell.ui.kit.folding_bar import FoldingBar, menu_button

_BAR = (
    ("bold", "italic", "superscript"),
    ("bullets", "numbers", "outdent", "nest"),
    ("subheading", "quotation", "paragraph"),
    ("link",),
    ("private",),
)
_INSERT = ("reference", "link", "footnote", "table", "picture", "symbol", "nil", "wording")
_MORE = (
    "subscript",
    "restart",
    "plain",
    "space",
    "paste-plain",
    "up",
    "down",
    "move-to",
    "landscape",
    "footnotes",
    "here",
    "gap",
    "keep-wording",
)


def section_bar(owner: QWidget, actions: Mapping[str, QAction], insert: QMenu) -> FoldingBar:
    """The bar for these actions; `insert` is the menu of what can be put in."""
    more = QMenu("More", owner)
    for each in _MORE:
        more.addAction(actions[each])
    button = menu_button("Insert", insert, "add")
    groups = [[actions[each] for each in group] for group in _BAR]
    return FoldingBar("Looks of the text", groups, (button, menu_button("More", more)))


def insert_menu(owner: QWidget, actions: Mapping[str, QAction]) -> QMenu:
    """The menu of what can be put into a section."""
    menu = QMenu("Insert", owner)
    for each in _INSERT:
        menu.addAction(actions[each])
    return menu
