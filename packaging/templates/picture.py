"""The picture of the sample reports: a plain bar chart, drawn here so that it is ours and the same everywhere."""

import struct
import zlib

_WIDTH, _HEIGHT = 560, 240
# Sessions of each quarter, in the order of the table that stands beside the picture.
_BARS = (9_400, 10_100, 9_800, 8_700, 7_900, 7_200)
_LEFT, _BASE, _TOP = 24, 216, 16
_MOST = 11_000
_BAR, _STEP = 56, 86


def _dark(x: int, y: int) -> bool:
    """Whether a point is on an axis, on a mark of the scale, or in a bar's outline or hatching."""
    if x == _LEFT or (y == _BASE and x >= _LEFT):
        return y <= _BASE
    if y < _BASE and (_BASE - y) % 36 == 0 and _LEFT - 8 <= x < _LEFT:
        return True
    index, within = divmod(x - _LEFT - 16, _STEP)
    if not 0 <= index < len(_BARS) or within >= _BAR:
        return False
    top = _BASE - (_BASE - _TOP) * _BARS[index] // _MOST
    if not top <= y < _BASE:
        return False
    # A bar is an outline filled with slanting lines, which uses less ink than a black one.
    return within in (0, 1, _BAR - 2, _BAR - 1) or y - top < 2 or (x + y) % 6 == 0


def _stored(data: bytes) -> bytes:
    """A zlib stream that is not compressed (RFC 1950; RFC 1951, 3.2.4), so that no version of zlib changes it."""
    largest = 65_535
    blocks = b""
    for start in range(0, len(data), largest):
        piece = data[start : start + largest]
        blocks += struct.pack("<BHH", start + largest >= len(data), len(piece), len(piece) ^ 0xFFFF) + piece
    return b"\x78\x01" + blocks + struct.pack(">I", zlib.adler32(data))


def chart() -> bytes:
    """The chart as a PNG of two shades."""
    rows = bytearray()
    for y in range(_HEIGHT):
        rows.append(0)
        for start in range(0, _WIDTH, 8):
            rows.append(sum(0 if _dark(start + bit, y) else 128 >> bit for bit in range(8)))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 1, 0, 0, 0, 0)
    # 96 dots to the inch, told in dots to the metre.
    size = struct.pack(">IIB", 3780, 3780, 1)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"pHYs", size)
        + chunk(b"IDAT", _stored(bytes(rows)))
        + chunk(b"IEND", b"")
    )
