"""Pictures without their makers' notes: what is shown stays, what was noted goes."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from clerkwell.word.writer.bare import bare, orientation
from clerkwell.word.writer.page import A4
from clerkwell.word.writer.pictures import drawing, picture_file, scaled
from helpers.docx_making import png

NOTE = b"51.5074 N, 0.1278 W, Pat Maker, OFFICE-PC-17"


def photograph(kind: str = "JPEG", width: int = 60, height: int = 20) -> bytes:
    """A real picture of this kind, blue on the left and red on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixelColor(x, y, QColor("blue" if x < width // 2 else "red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stubs know a path only
    return bytes(buffer.data().data())


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def exif(turned: int, order: str = "<") -> bytes:
    start = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    tiff = start + struct.pack(f"{order}IH", 8, 1) + entry + struct.pack(f"{order}I", 0)
    return segment(0xE1, b"Exif\0\0" + tiff + NOTE)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def shown(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_RGB32)


PROFILE = segment(0xE2, b"ICC_PROFILE\0\1\1colours")
ADOBE = segment(0xEE, b"Adobe\0d\0\0\0\0\0\0")


def test_a_jpeg_loses_what_cameras_and_programs_wrote_and_shows_the_same() -> None:
    whole = photograph()
    notes = exif(1) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + NOTE) + segment(0xED, b"Photoshop 3.0\0" + NOTE)
    notes += segment(0xFE, NOTE) + segment(0xE2, b"MPF\0" + NOTE) + segment(0xE0, b"JFXX\0\x10" + NOTE)
    noted = whole[:2] + notes + PROFILE + whole[2:] + NOTE
    made = bare(noted)
    assert NOTE not in made
    assert PROFILE in made
    assert shown(made) == shown(whole)
    assert bare(made) == made


def test_the_small_picture_in_a_jpegs_head_goes_and_its_resolution_stays() -> None:
    whole = photograph()
    head = b"JFIF\0\1\2\1" + struct.pack(">HHBB", 300, 300, 1, 1) + b"RGB"
    noted = b"\xff\xd8" + segment(0xE0, head) + whole[whole.index(b"\xff\xdb") :]
    made = bare(noted)
    assert made[:20] == b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\2\1" + struct.pack(">HHBB", 300, 300, 0, 0)
    assert shown(made) == shown(whole)


def test_colours_are_read_as_before() -> None:
    whole = photograph()
    assert ADOBE in bare(whole[:2] + ADOBE + whole[2:])


def test_notes_between_the_scans_of_a_jpeg_go_too() -> None:
    head = segment(0xDB, b"\0" * 65) + segment(0xC2, struct.pack(">BHHB", 8, 4, 4, 1) + b"\1\x11\0")
    scan = segment(0xDA, b"\1\1\0\0\0\0") + b"points\xff\x00more\xff\xd0again"
    data = b"\xff\xd8" + head + scan + segment(0xFE, NOTE) + b"\xff\xff" + scan + b"\xff\xd9" + NOTE
    assert bare(data) == b"\xff\xd8" + head + scan + scan + b"\xff\xd9"


def test_a_png_keeps_what_it_is_shown_with_and_loses_its_notes() -> None:
    whole = png(8, 4)
    kept = chunk(b"pHYs", struct.pack(">IIB", 3780, 3780, 1)) + chunk(b"sRGB", b"\0")
    notes = b"".join(
        chunk(kind, NOTE) for kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"caBX", b"prVW", b"iDOT")
    )
    noted = whole[:33] + kept + notes + whole[33:] + NOTE
    assert bare(noted) == whole[:33] + kept + whole[33:]
    assert shown(bare(noted)) == shown(noted)


def test_a_gif_keeps_its_frames_and_loses_its_notes() -> None:
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    control = b"\x21\xf9\x04\0\0\0\0\0"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    remark = b"\x21\xfe" + bytes([len(NOTE)]) + NOTE + b"\0"
    program = b"\x21\xff\x0bXMP DataXMP" + bytes([len(NOTE)]) + NOTE + b"\0"
    noted = head + loop + remark + program + control + frame + b"\x3b" + NOTE
    assert bare(noted) == head + loop + control + frame + b"\x3b"
    assert shown(bare(noted)) == shown(head + frame + b"\x3b")


BROKEN = (b"", b"words", b"\xff\xd8", b"\xff\xd8\xff", png()[:30], b"GIF89a\1\0", b"\xff\xd8\xff\xe1\xff\xff")


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_whole_picture_harms_nobody(data: bytes) -> None:
    assert isinstance(bare(data), bytes)
    assert orientation(data) == 1


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("turned", "size", "transform"),
    [
        (1, (60, 20), "<a:xfrm>"),
        (2, (60, 20), '<a:xfrm flipH="1">'),
        (3, (60, 20), '<a:xfrm rot="10800000">'),
        (4, (60, 20), '<a:xfrm rot="10800000" flipH="1">'),
        (5, (20, 60), '<a:xfrm rot="16200000" flipH="1">'),
        (6, (20, 60), '<a:xfrm rot="5400000">'),
        (7, (20, 60), '<a:xfrm rot="5400000" flipH="1">'),
        (8, (20, 60), '<a:xfrm rot="16200000">'),
        (9, (60, 20), "<a:xfrm>"),
    ],
)
def test_a_photograph_is_shown_the_way_up_that_its_camera_noted(
    turned: int, size: tuple[int, int], transform: str, order: str
) -> None:
    whole = photograph()
    found = picture_file(whole[:2] + exif(turned, order) + whole[2:])
    assert found is not None
    width, height = found.width, found.height
    assert width * size[1] == height * size[0]
    xml = drawing("rId1", (width, height), 1, "x", decorative=False, mirrored=found.mirrored, quarters=found.quarters)
    assert transform in xml
    # A drawing's own room is that of the picture before it is turned; it reaches beyond it on two sides.
    across, down = max(width, height), min(width, height)
    assert f'<wp:extent cx="{across}" cy="{down}"/>' in xml
    beyond = (across - down) // 2
    assert (f'<wp:effectExtent l="0" t="{beyond}" r="0" b="{beyond}"/>' in xml) == (size == (20, 60))


def test_a_turned_photograph_has_room_on_its_line_before_and_after_it_is_turned() -> None:
    whole = photograph(width=4000, height=400)
    found = picture_file(whole[:2] + exif(6) + whole[2:])
    assert found is not None
    assert max(scaled(found, A4)) <= A4.width * 635
