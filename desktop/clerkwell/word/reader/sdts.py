"""What a content control says of itself (ECMA-376 part 1, 17.5.2)."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Shape, is_placeholder, properties_of, tag_of, title_of
from clerkwell.word.ooxml.names import W14, w
from clerkwell.word.ooxml.styles import number_of
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.document import ReadControl

_CHECKBOX, _CHECKED, _STATE = f"{{{W14}}}checkbox", f"{{{W14}}}checked", f"{{{W14}}}val"


class Controls:
    """The controls met so far, by id; one without an id, or with one that is taken, gets the next free."""

    def __init__(self) -> None:
        self.found: dict[int, ReadControl] = {}
        self._next = 1

    def add(self, element: Element, shape: Shape) -> int:
        """Take a control in; its id."""
        number = number_of(properties_of(element), w("id"))
        if number is None or number in self.found:
            while self._next in self.found:
                self._next += 1
            number = self._next
        self.found[number] = ReadControl(
            number, tag_of(element), title_of(element), shape, is_placeholder(element), _checked(element)
        )
        return number


def _checked(element: Element) -> bool | None:
    properties = properties_of(element)
    box = None if properties is None else child(properties, _CHECKBOX)
    if box is None:
        return None
    state = child(box, _CHECKED)
    return state is not None and state.get(_STATE, "1") in ("1", "true", "on")
