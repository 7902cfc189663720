"""Pictures: what kind and size a picture file is, and the drawing that shows it (ECMA-376 part 1, 20.4.2.8).

A picture is shown at the size its file asks for, and smaller where the page has less room, the way up that its camera
noted: Word does not read that note, so the drawing turns it. Alternative text is the drawing's description; a
decorative picture says so in Word's own extension, and has none.
"""

import struct
from dataclasses import dataclass, replace
from typing import Final

from clerkwell.word.ooxml.names import DECORATIVE
from clerkwell.word.ooxml.xml import quoted
from clerkwell.word.writer.bare import orientation, segments
from clerkwell.word.writer.page import Page

# English Metric Units in an inch, and in a twentieth of a point (20.1.2.1).
_INCH: Final = 914400
_TWIP: Final = 635
_DPI: Final = 96.0
# Angles are in sixty-thousandths of a degree (20.1.10.3).
_QUARTER: Final = 90 * 60000
# How each orientation of Exif is shown: mirrored or not, and turned clockwise by so many quarters.
_POSES: Final = (
    *((False, 0), (True, 0), (False, 2), (True, 2)),
    *((True, 3), (False, 1), (True, 1), (False, 3)),
)
# Room for the caption and a line of text on the page of a tall picture.
_TALLEST: Final = 0.85


@dataclass(frozen=True)
class PictureFile:
    """What a picture's bytes say of it: the ending and content type of its kind, and its size in EMU as it is shown.

    To be shown so, it is `mirrored` from left to right, and then turned clockwise by so many quarters.
    """

    extension: str
    content_type: str
    width: int
    height: int
    mirrored: bool = False
    quarters: int = 0


def picture_file(data: bytes) -> PictureFile | None:
    """What picture these bytes are; none if they are none that every version of Word shows."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return _sized("gif", "image/gif", width, height, _DPI, _DPI)
    return None


def scaled(picture: PictureFile, page: Page, width: int | None = None) -> tuple[int, int]:
    """Width and height in EMU, in proportion and no larger than the page has room for; `width` is per cent of the
    text's, none for its own size."""
    # Word keeps as much room on the line for a picture on its side as it has before it is turned.
    across = max(picture.width, picture.height) if picture.quarters % 2 else picture.width
    wanted = 1.0 if width is None else page.width * _TWIP * width / 100 / picture.width
    ratio = min(wanted, page.width * _TWIP / across, page.height * _TWIP * _TALLEST / picture.height)
    return max(int(picture.width * ratio), 1), max(int(picture.height * ratio), 1)


def drawing(
    relation: str,
    size: tuple[int, int],
    number: int,
    alt: str,
    *,
    decorative: bool,
    mirrored: bool = False,
    quarters: int = 0,
) -> str:
    """The run that shows a picture in line with the text. `number` is unlike that of any other drawing."""
    width, height = size if quarters % 2 == 0 else (size[1], size[0])
    # What it reaches beyond its own room once it is turned (20.4.2.6), and the turn itself (20.1.7.6).
    sides, ends = max(size[0] - width, 0) // 2, max(size[1] - height, 0) // 2
    beyond = f'<wp:effectExtent l="{sides}" t="{ends}" r="{sides}" b="{ends}"/>' if sides or ends else ""
    turn = (f' rot="{quarters * _QUARTER}"' if quarters else "") + (' flipH="1"' if mirrored else "")
    description = "" if decorative else quoted(alt)
    mark = (
        f'<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
        if decorative
        else ""
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'{beyond}<wp:docPr id="{number}" name="Picture {number}" descr="{description}">{mark}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{description}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm{turn}><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _png(data: bytes) -> PictureFile | None:
    width, height = struct.unpack(">II", data[16:24])
    across = down = _DPI
    at = data.find(b"pHYs", 24, 4096)
    if at > 0 and len(data) >= at + 13:
        per_x, per_y, unit = struct.unpack(">IIB", data[at + 4 : at + 13])
        if unit == 1 and per_x and per_y:
            across, down = per_x * 0.0254, per_y * 0.0254
    return _sized("png", "image/png", width, height, across, down)


def _jpeg(data: bytes) -> PictureFile | None:
    across = down = _DPI
    # A frame header needs its height and width, and what follows need not be whole.
    for marker, at, _ in segments(data):
        if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\x00" and len(data) >= at + 16:
            unit, per_x, per_y = struct.unpack(">BHH", data[at + 11 : at + 16])
            if unit in (1, 2) and per_x and per_y:
                factor = 1.0 if unit == 1 else 2.54
                across, down = per_x * factor, per_y * factor
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and len(data) >= at + 9:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            mirrored, quarters = _POSES[orientation(data) - 1]
            found = _sized("jpeg", "image/jpeg", width, height, across, down)
            if found is None or quarters % 2 == 0:
                return found and replace(found, mirrored=mirrored, quarters=quarters)
            return replace(found, width=found.height, height=found.width, mirrored=mirrored, quarters=quarters)
    return None


def _sized(
    extension: str, content_type: str, width: int, height: int, across: float, down: float
) -> PictureFile | None:
    if width <= 0 or height <= 0:
        return None
    return PictureFile(
        extension, content_type, max(round(width / across * _INCH), 1), max(round(height / down * _INCH), 1)
    )
