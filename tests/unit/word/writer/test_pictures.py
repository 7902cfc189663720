"""Pictures: their kind and size, and how large they are shown."""

import struct

import pytest

from clerkwell.word.writer.page import A4, Page
from clerkwell.word.writer.pictures import PictureFile, drawing, picture_file, scaled
from helpers.docx_making import png

INCH = 914400


def jpeg(width: int, height: int, dots: int = 0) -> bytes:
    head = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0102, 1 if dots else 0, dots, dots, 0, 0)
    return b"\xff\xd8" + head + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + b"\1\1\x11\0"


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(96, 48), "png", (INCH, INCH // 2)),
        (png(96, 48)[:33] + struct.pack(">I4sIIBI", 9, b"pHYs", 3780, 3780, 1, 0), "png", (914286, 457143)),
        (jpeg(192, 96), "jpeg", (2 * INCH, INCH)),
        (jpeg(300, 600, dots=300), "jpeg", (INCH, 2 * INCH)),
        (b"GIF89a" + struct.pack("<HH", 96, 96), "gif", (INCH, INCH)),
    ],
)
def test_a_picture_says_its_kind_and_size(data: bytes, kind: str, size: tuple[int, int]) -> None:
    found = picture_file(data)
    assert found is not None
    assert (found.extension, found.width, found.height) == (kind, *size)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"BM1234", png(0, 4), png()[:20], b"\xff\xd8", jpeg(5, 5)[:24], b"\xff\xd8\xff\xc0\0"]
)
def test_what_is_no_whole_picture_that_word_shows_is_none(data: bytes) -> None:
    assert picture_file(data) is None


def test_a_jpeg_may_fill_up_the_room_before_its_segments() -> None:
    # ITU-T T.81, B.1.1.2: any marker may stand behind fill bytes.
    data = jpeg(300, 600, dots=300)
    end = 4 + int.from_bytes(data[4:6], "big")
    filled = data[:2] + b"\xff" + data[2:end] + b"\xff\xff\xff" + data[end:]
    assert picture_file(filled) == picture_file(data)


def test_a_picture_is_never_larger_than_the_page_and_keeps_its_proportions() -> None:
    width, height = scaled(PictureFile("png", "image/png", 100 * INCH, 50 * INCH), A4)
    assert width == A4.width * 635
    assert height == pytest.approx(width / 2, abs=1)
    tall = scaled(PictureFile("png", "image/png", INCH, 100 * INCH), A4)
    assert tall[1] < A4.height * 635


def test_a_small_picture_keeps_its_size_and_a_page_on_its_side_has_more_room() -> None:
    assert scaled(PictureFile("png", "image/png", INCH, INCH), A4) == (INCH, INCH)
    assert Page(9000, 14000).turned() == Page(14000, 9000)


def test_a_drawing_has_its_words_or_says_that_it_is_decoration() -> None:
    told = drawing("rId1", (10, 20), 4, 'A "map" & key', decorative=False)
    assert 'descr="A &quot;map&quot; &amp; key"' in told
    assert "decorative" not in told
    silent = drawing("rId1", (10, 20), 4, "not said", decorative=True)
    assert 'descr=""' in silent
    assert "adec:decorative" in silent
