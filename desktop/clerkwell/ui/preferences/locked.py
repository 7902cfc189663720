"""A setting that IT has locked: what it is, to be read and not to be changed, and who has set it."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkwell.system import Settings
from clerkwell.system.meanings import SetBy
from clerkwell.system.settings import OPTIONS
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.widgets import words

TITLE = "Set by IT"
_ABOUT = "What else is set for this computer, or for your account. It cannot be changed here."


class LockedLine(QWidget):
    """A value that can be reached with the keyboard, read and copied, over the words that say whose it is.

    A control that is only greyed out would be passed over, and nobody would learn why.
    """

    def __init__(self, said: str, by: SetBy, name: str) -> None:
        super().__init__()
        self.line = QLineEdit(said)
        self.line.setReadOnly(True)
        self.line.setCursorPosition(0)
        self.line.setProperty("role", "locked")
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(f"Locked. {by.words}")
        self.line.setToolTip(said)
        self.line.setMinimumWidth(self.line.fontMetrics().averageCharWidth() * 30)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.line)
        # On a line of its own: a path would be broken behind its first colon.
        column.addWidget(words(by.words.replace(f": {by.where}", f":\n{by.where}"), muted=True))
        self.setFocusProxy(self.line)


def labelled(text: str, control: QWidget) -> QLabel:
    """The label of a control, with room for its letters."""
    label = QLabel(text)
    label.setBuddy(control)
    # Qt reckons without the gap that the line under a letter tears between it and the next.
    label.setMinimumWidth(label.sizeHint().width() + label.fontMetrics().averageCharWidth())
    return label


def in_words(value: object, suffix: str = "") -> str:
    """A value as a person reads it."""
    match value:
        case bool():
            return "Yes" if value else "No"
        case int():
            return f"{value}{suffix}"
        case Mapping():
            return "; ".join(f"{name}: {each}" for name, each in value.items()) or "Nothing"
        case tuple():
            return "; ".join(str(each) for each in value) or "Nothing"
    return str(value) or "Nothing"


def page_of_the_rest(settings: Settings, shown: Iterable[str]) -> QWidget | None:
    """A page of what IT has locked and no other page shows; None where there is nothing."""
    seen = frozenset(shown)
    rest = [name for name in OPTIONS if name in settings.locked and name not in seen]
    if not rest:
        return None
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
    form.setSpacing(GAP + GAP_SMALL)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.addRow(words(_ABOUT, muted=True))
    for name in rest:
        title = OPTIONS[name][1].title
        line = LockedLine(in_words(getattr(settings, name)), settings.locks[name], title)
        form.addRow(labelled(title, line), line)
    return page
