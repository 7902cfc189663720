"""Text boxes and drawn lettering: words that stand beside the lines of a template, and that no place is in.

Word writes a box twice, once for older programs (part 3, 7.6): it is one box all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import MC, RUN, P, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.template.lines import walked

_VML: Final = "urn:schemas-microsoft-com:vml"
_DRAWN: Final = frozenset({w("drawing"), w("pict"), w("object")})
_INSIDE: Final = w("txbxContent")
_BOTH_WAYS: Final = f"{{{MC}}}AlternateContent"
_TEXT_PATH: Final = f"{{{_VML}}}textpath"


@dataclass(frozen=True)
class Box:
    """A text box, or lettering: the line that it hangs on, which one of that line's it is, and its words."""

    line: int
    at: int
    words: str
    kind: Literal["box", "lettering"] = "box"


def template_boxes(template: bytes) -> tuple[Box, ...]:
    """The boxes of a template that have words, by the lines of `template_lines`; `WordError` if it is damaged."""
    return tuple(
        box for number, (paragraph, _) in enumerate(walked(OpenPackage(template))) for box in _boxes(paragraph, number)
    )


def take_box(paragraph: Element, at: int) -> None:
    """Take a box out of the paragraph that it hangs on."""
    for number, drawn in enumerate(_drawn(paragraph)):
        if number == at:
            run = drawn.getparent()
            remove(drawn)
            if run is not None and run.tag == RUN and all(each.tag == w("rPr") for each in run):
                remove(run)
            return


def _boxes(paragraph: Element, line: int) -> Iterator[Box]:
    for at, drawn in enumerate(_drawn(paragraph)):
        said = [" ".join("".join(_text(each)).split()) for each in _chosen(drawn, _INSIDE)]
        words = " ".join(each for each in said if each)
        lettering = " ".join(each.get("string", "").strip() for each in _chosen(drawn, _TEXT_PATH)).strip()
        if words:
            yield Box(line, at, words)
        elif lettering:
            yield Box(line, at, lettering, "lettering")


def _drawn(paragraph: Element) -> list[Element]:
    """What is drawn on a paragraph, each thing once: both ways of writing it, where there are two."""
    found = []
    for each in paragraph.iter(*_DRAWN):
        around = list(each.iterancestors())
        around = around[: around.index(paragraph)]
        if not any(outer.tag in _DRAWN or outer.tag == _INSIDE for outer in around):
            outer = next((outer for outer in around if outer.tag == _BOTH_WAYS), each)
            if outer not in found:
                found.append(outer)
    return found


def _chosen(drawn: Element, name: str) -> list[Element]:
    """The elements of this name, in the newer of two ways where a thing is written in both."""
    choice = next(drawn.iterchildren(f"{{{MC}}}Choice"), None) if drawn.tag == _BOTH_WAYS else None
    found = [] if choice is None else list(choice.iter(name))
    found = found or list(drawn.iter(name))
    return [each for each in found if not any(outer.tag == name for outer in each.iterancestors() if outer in found)]


def _text(content: Element) -> Iterator[str]:
    for each in content.iter(P, T, w("tab"), w("br")):
        yield (each.text or "") if each.tag == T else " "
