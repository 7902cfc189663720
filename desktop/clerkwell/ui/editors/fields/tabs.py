"""The way that the Tab key takes through the form: as one reads it; Qt would go in the order of making."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from clerkwell.packs import Pack
from clerkwell.ui.editors.fields.cards import Cards
from clerkwell.ui.editors.fields.layout import first_about_author, groups
from clerkwell.ui.editors.fields.row import FieldRow


class TabOrder:
    """Puts the stops of a form in order, and anew when there are others."""

    def __init__(self) -> None:
        self._order: list[QWidget] = []

    def put(
        self, pack: Pack, singles: Mapping[str, FieldRow], cards: Mapping[str, Cards], above_author: QWidget | None
    ) -> None:
        """Every question and card where the form has it; a button stands above the first about the author."""
        order: list[QWidget] = []
        author = first_about_author(pack)
        for group in groups(pack):
            for item in group.items:
                if item.id == author and above_author is not None:
                    order.append(above_author)
                order += cards[item.id].controls() if item.id in cards else singles[item.id].controls()
        if order != self._order:
            self._order = order
            for one, other in pairwise(order):
                QWidget.setTabOrder(one, other)
