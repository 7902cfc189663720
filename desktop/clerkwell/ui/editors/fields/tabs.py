"""The way that the Tab key takes through the form: as one reads it; Qt would go in the order of making."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from clerkwell.packs import Pack
from clerkwell.ui.editors.fields.cards import Cards
from clerkwell.ui.editors.fields.layout import groups, signs
from clerkwell.ui.editors.fields.row import FieldRow


class TabOrder:
    """Puts the stops of a form in order, and anew when there are others."""

    def __init__(self) -> None:
        self._order: list[QWidget] = []

    def put(
        self, pack: Pack, singles: Mapping[str, FieldRow], cards: Mapping[str, Cards], above_authors: QWidget | None
    ) -> None:
        """Every question and card where the form has it; a button stands above those about the authors."""
        order: list[QWidget] = []
        for group in groups(pack):
            if signs(group) and above_authors is not None:
                order.append(above_authors)
            for item in group.items:
                order += cards[item.id].controls() if item.id in cards else singles[item.id].controls()
        if order != self._order:
            self._order = order
            for one, other in pairwise(order):
                QWidget.setTabOrder(one, other)
