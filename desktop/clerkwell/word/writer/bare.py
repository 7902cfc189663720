"""A picture's file without what cameras and programs wrote into it: places, times, names, earlier pictures.

What a picture is shown with stays: its points, their resolution, its colour profile, its transparency, its frames.
Which way up a camera held it is read before it goes, for the drawing to turn it (`pictures`).
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

# PNG, third edition, 5.6 and 11.3: how points are shown. Critical chunks have a capital first and stay anyway.
_PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWN: Final = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"cICP", b"mDCV"}
    | {b"cLLI", b"acTL", b"fcTL", b"fdAT"}
)
# JPEG (ITU-T T.81, table B.1): application segments and comments. JFIF (T.871) and Adobe's say how colours are coded.
_EXIF: Final = b"Exif\x00\x00"
_PROFILE: Final = b"ICC_PROFILE\x00"
_MARKER: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_END: Final = 0xD9
_SCAN: Final = 0xDA
_ORIENTATION: Final = 0x0112
# GIF89a, 26: extensions that belong to the showing of a frame or of all of them.
_GIF_SHOWN: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def bare(data: bytes) -> bytes:
    """The same picture without its notes; one that breaks off as far as it goes, one of another kind as it is."""
    if data.startswith(_PNG_START):
        return _PNG_START + b"".join(_png_chunks(data))
    if data.startswith(b"\xff\xd8"):
        return b"\xff\xd8" + b"".join(_jpeg_pieces(data))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return b"".join(_gif_pieces(data))
    return data


def orientation(data: bytes) -> int:
    """Which way up a JPEG is to be shown: 1 as it is, 2 to 8 as Exif 2.32 has it (4.6.4, tag 274)."""
    if not data.startswith(b"\xff\xd8"):
        return 1
    for marker, start, end in segments(data):
        if marker == 0xE1 and data[start + 4 : start + 10] == _EXIF:
            return _turned(data[start + 10 : end])
    return 1


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG_START)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        end = at + 12 + length
        if kind[:1].isupper() or kind in _PNG_SHOWN:
            yield data[at:end]
        if kind == b"IEND":
            # What hangs behind the end is no part of the picture.
            return
        at = end


def segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each segment before the scan and between scans: its marker, where it begins, where it ends."""
    at = 2
    while found := _MARKER.search(data, at):
        start, marker = found.end() - 2, data[found.end() - 1]
        if marker == _END or start + 4 > len(data):
            return
        if marker == 0x01:
            at = start + 2
            continue
        (length,) = struct.unpack(">H", data[start + 2 : start + 4])
        at = start + 2 + max(length, 2)
        yield marker, start, min(at, len(data))


def _jpeg_pieces(data: bytes) -> Iterator[bytes]:
    at, before = 2, 0
    for marker, start, end in segments(data):
        if before == _SCAN:
            # The points themselves stand between the header of a scan and the next segment, which may be filled up.
            yield data[at:start].rstrip(b"\xff")
        segment, at, before = data[start:end], end, marker
        if marker == 0xE0 and segment[4:9] == b"JFIF\x00" and len(segment) >= 18:
            # Without the small picture that it may hold.
            yield b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00"
        elif _stays(marker, segment):
            yield segment
    found = _MARKER.search(data, at)
    yield data[at : found.start() if found else len(data)] + b"\xff\xd9"


def _stays(marker: int, segment: bytes) -> bool:
    if marker == 0xE2:
        return segment[4:16] == _PROFILE
    if marker == 0xEE:
        return segment[4:9] == b"Adobe"
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _turned(tiff: bytes) -> int:
    """The orientation that the first directory of a TIFF header names (TIFF 6.0, section 2)."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 1
    (at,) = struct.unpack(f"{order}I", tiff[4:8])
    if at + 2 > len(tiff):
        return 1
    (count,) = struct.unpack(f"{order}H", tiff[at : at + 2])
    for entry in range(at + 2, min(at + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind = struct.unpack(f"{order}HH", tiff[entry : entry + 4])
        if tag == _ORIENTATION and kind == 3:
            (value,) = struct.unpack(f"{order}H", tiff[entry + 8 : entry + 10])
            return int(value) if 1 <= value <= 8 else 1
    return 1


def _gif_pieces(data: bytes) -> Iterator[bytes]:
    at = _after_colours(data, 10, 13)
    yield data[:at]
    while at < len(data):
        kind = data[at]
        if kind == 0x21 and at + 2 < len(data):
            end = _after_blocks(data, at + 2)
            if data[at + 1] == 0xF9 or (data[at + 1] == 0xFF and data[at + 3 : at + 14] in _GIF_SHOWN):
                yield data[at:end]
        elif kind == 0x2C and at + 10 < len(data):
            end = _after_blocks(data, _after_colours(data, at + 9, at + 10) + 1)
            yield data[at:end]
        else:
            break
        at = end
    yield b"\x3b"


def _after_colours(data: bytes, flags: int, at: int) -> int:
    return at + (3 << ((data[flags] & 7) + 1) if flags < len(data) and data[flags] & 0x80 else 0)


def _after_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += data[at] + 1
    return min(at + 1, len(data))
