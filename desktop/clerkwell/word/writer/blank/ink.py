"""What a blank form draws: ruled lines to write on, and boxes to tick.

Lines are one picture, as empty paragraphs and line breaks in a row are read out as "blank" for each of them; boxes are
Word's own, so that the form can be filled in on the screen too.
"""

import struct
import zlib
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import IMAGE, RPR, RUN, SDT, SDT_CONTENT, SDT_PR, VAL, W14, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.blank.looks import LINE
from clerkwell.word.writer.pictures import drawing
from clerkwell.word.writer.repeats import Ids
from clerkwell.word.writer.supplies import highest_drawing

TICK: Final = "☐"
_ALT: Final = "Lines to write on"
# English Metric Units in a twentieth of a point; dots of a picture between two lines, the lowest ones black.
_TWIP: Final = 635
_DOTS, _BLACK = 96, 3
_ACROSS: Final = 8


class Lines:
    """Ruled lines in one document: a picture for each number of lines, however wide it is shown."""

    def __init__(self, package: OpenPackage) -> None:
        self._package = package
        self._relations: dict[int, str] = {}
        self._number = highest_drawing(package)

    def drawn(self, lines: int, width: int) -> str:
        """A run that shows so many lines, `width` twentieths of a point long."""
        if lines not in self._relations:
            name = self._package.free_name("word/media/lines{}.png")
            self._package.add(name, _png(lines), "image/png")
            self._relations[lines] = self._package.relations(self._package.main).add(IMAGE, name)
        self._number += 1
        size = (width * _TWIP, lines * LINE * _TWIP)
        return drawing(self._relations[lines], size, self._number, _ALT, decorative=False)


def make_ticks(root: Element, ids: Ids) -> None:
    """Make every run that is a box a control that can be ticked ([MS-DOCX] 2.6.1), named after the words behind it."""
    for box in [each for each in root.iter(RUN) if "".join(text.text or "" for text in each.iter(T)) == TICK]:
        behind = box.getnext()
        words = "" if behind is None else " ".join("".join(behind.itertext()).split())
        control = box.makeelement(SDT, {})
        properties = etree.SubElement(control, SDT_PR)
        etree.SubElement(properties, w("alias"), {VAL: words[:60]})
        etree.SubElement(properties, w("id"), {VAL: ids.fresh()})
        properties.append(_checkbox())
        box.addprevious(control)
        etree.SubElement(control, SDT_CONTENT).append(box)
        if child(box, RPR) is None:
            look = box.makeelement(RPR, {})
            fonts = etree.SubElement(look, w("rFonts"), {w("hint"): "eastAsia"})
            for name in ("ascii", "hAnsi", "eastAsia"):
                fonts.set(w(name), "MS Gothic")
            box.insert(0, look)


def _checkbox() -> Element:
    def named(name: str) -> str:
        return f"{{{W14}}}{name}"

    made = etree.Element(named("checkbox"), nsmap={"w14": W14})
    etree.SubElement(made, named("checked"), {named("val"): "0"})
    for state, sign in (("checkedState", "2612"), ("uncheckedState", "2610")):
        etree.SubElement(made, named(state), {named("val"): sign, named("font"): "MS Gothic"})
    return made


def _png(lines: int) -> bytes:
    """White, with black lines: one bit a dot, each row behind a zero that says it is not filtered (PNG, 9.2)."""
    blank, black = b"\0\xff", b"\0\x00"
    rows = (blank * (_DOTS - _BLACK) + black * _BLACK) * lines
    head = struct.pack(">IIBBBBB", _ACROSS, _DOTS * lines, 1, 0, 0, 0, 0)
    # Not compressed, so that every machine makes the same bytes; the document's archive compresses it anyway.
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
