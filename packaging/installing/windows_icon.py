"""The program's icon for Windows: our own drawing, at the sizes that Windows shows, in one file."""

import struct
from collections.abc import Mapping

SIZES = (16, 24, 32, 48, 64, 128, 256)
_HEAD, _ENTRY = 6, 16


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico of these pictures (PNG) by their size in points."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, content = b"", b""
    begin = _HEAD + _ENTRY * len(pictures)
    for size, picture in sorted(pictures.items()):
        # A byte has no 256: Windows reads 0 for it.
        side = size % 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), begin + len(content))
        content += picture
    return head + entries + content
