"""Pictures in the bytes of files, as cameras and programs make them."""

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def image(width: int = 60, height: int = 30) -> QImage:
    """A picture that is red at the left and blue at the right."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#cc0000"))
    for x in range(width // 2, width):
        for y in range(min(height, 4)):
            made.setPixelColor(x, y, QColor("#0000cc"))
    return made


def picture_bytes(kind: str, width: int = 60, height: int = 30) -> bytes:
    """A picture of this size as a file of this kind ("png", "jpeg", "bmp", "webp", "tiff")."""
    # The writer goes before what it writes to.
    writer, buffer = QImageWriter(), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer.setDevice(buffer)
    writer.setFormat(QByteArray(kind.encode()))
    assert writer.write(image(width, height))
    return bytes(buffer.data().data())


def from_camera(data: bytes, orientation: int) -> bytes:
    """A JPEG with the notes of a camera: which way up it was held, and where it was."""
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"MM\x00\x2a" + struct.pack(">I", 8) + struct.pack(">H", 1) + entries + struct.pack(">I", 0)
    notes = b"Exif\x00\x00" + tiff + b"GPS 51.5 N 0.1 W"
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + data[2:]
