"""The page in the window: lines of a length that is easy to read, in the middle, whatever the window's width."""

from PySide6.QtWidgets import QTextEdit

from clerkwell.ui.editors.richtext.formats import GUTTER
from clerkwell.ui.kit.style import scaled

# About seventy letters and the margin for the numbers.
_MEASURE = 38.0
_TOP = 12
_SIDE = 8
# Room for what says that a line has notes.
_RIGHT = 24


def lay_out(view: QTextEdit, em: float) -> bool:
    """Set the document's own margins for the view's width. Returns whether they changed."""
    frame = view.document().rootFrame()
    form = frame.frameFormat()
    # The numbers' margin is empty space on the left of most lines; as much on the right keeps the words in the middle.
    spare = view.viewport().width() - (_MEASURE + GUTTER) * em
    side = float(round(max(spare / 2 - GUTTER * em / 4, _SIDE)))
    right = float(round(max(spare - side, scaled(_RIGHT))))
    if (form.leftMargin(), form.rightMargin(), form.topMargin()) == (side, right, float(_TOP)):
        return False
    form.setTopMargin(_TOP)
    form.setBottomMargin(_TOP * 3)
    form.setLeftMargin(side)
    form.setRightMargin(right)
    frame.setFrameFormat(form)
    if view.document().isEmpty():
        # Qt lays out what a frame holds again, but not a line without a letter: what it asks for would be gone.
        view.document().markContentsDirty(0, 1)
    return True
