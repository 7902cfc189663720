"""The program's icon for macOS: our own drawing, at the sizes that macOS shows, in one file."""

import struct
from collections.abc import Mapping

# What macOS calls a picture (PNG) of so many points: those for dense screens have two names' worth of points.
_NAMES = {
    16: (b"icp4",),
    32: (b"icp5", b"ic11"),
    64: (b"ic12",),
    128: (b"ic07",),
    256: (b"ic08", b"ic13"),
    512: (b"ic09", b"ic14"),
    1024: (b"ic10",),
}
SIZES = tuple(_NAMES)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An .icns of these pictures (PNG) by their size in points."""
    entries = b"".join(
        name + struct.pack(">I", 8 + len(picture)) + picture
        for size, picture in sorted(pictures.items())
        for name in _NAMES[size]
    )
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries
