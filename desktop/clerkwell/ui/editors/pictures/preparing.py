"""A picture made ready for the report: of a kind that Word takes, upright, no larger than print needs, without notes.

Word shows PNG, JPEG and GIF everywhere. What a camera wrote into a file (place, time, name) is nobody's business, so it
goes; which way up it was held is seen to first, as Word does not read that.
"""

import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from clerkwell.system import FileError, read_bytes
from clerkwell.word.writer.bare import bare
from clerkwell.word.writer.pictures import picture_file

DOTS: Final = 220
"""Dots an inch that print needs, at the full width of a page on its side."""
# The longer side of the text on an A4 page, in inches, and so the most dots of a picture's longer side.
_LONGEST: Final = 9.7
MOST_DOTS: Final = round(_LONGEST * DOTS)
# More than any camera makes, and what a small file may claim to be.
_MOST_POINTS: Final = 250_000_000
# More than that Qt does not read of a kind that has to be read whole.
_MOST_WHOLE: Final = 60_000_000
_TOO_LARGE: Final = "{} is too large a picture to open: make it smaller in the program it is from."
_LARGEST: Final = 100 * 1024 * 1024
# A picture without loss that is larger than this is a photograph, and those are kept as JPEG.
_PHOTOGRAPH: Final = 2 * 1024 * 1024
_QUALITY: Final = 90
_NAMES: Final = "PNG, JPEG, GIF, BMP, WebP, TIFF or SVG"


class NotAPictureError(ValueError):
    """What was chosen cannot be shown; the message says so in a sentence."""


@dataclass(frozen=True)
class Prepared:
    """A picture as it is kept: a file name, its bytes, and what had to be done to it, in sentences."""

    name: str
    data: bytes
    told: tuple[str, ...] = ()


def prepare_file(path: Path) -> Prepared:
    """The picture in a file. Raises `NotAPictureError`, also for a file that cannot be read."""
    try:
        data = read_bytes(path, _LARGEST)
    except FileError as error:
        raise NotAPictureError(str(error)) from error
    return prepare(data, path.name)


def prepare(data: bytes, name: str = "") -> Prepared:
    """The picture that these bytes are; `name` is what its file is called. Raises `NotAPictureError`."""
    called = f"“{name}”" if name else "What was copied"
    # Made before what it reads from, so that it goes before that too: else some decoders crash.
    reader, buffer = QImageReader(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader.setDevice(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not data or not reader.canRead() or reader.format() == b"pdf":
        raise NotAPictureError(f"{called} is not a picture that can be shown in a report: use {_NAMES}.")
    if size.isValid() and size.width() * size.height() > _MOST_POINTS:
        raise NotAPictureError(_TOO_LARGE.format(called))
    told: list[str] = []
    native = picture_file(data)
    upright = reader.transformation() == QImageIOHandler.Transformation.TransformationNone
    moving = reader.supportsAnimation() and reader.imageCount() > 1
    small = size.isValid() and max(size.width(), size.height()) <= MOST_DOTS
    if native is not None and upright and (small or moving):
        return Prepared(_name(name, native.extension), bare(data))
    if not moving and reader.imageCount() > 1:
        told.append("Only its first page was taken.")
    if size.isValid() and not small:
        # Decoders of photographs are many times faster where they need not make every point.
        reader.setScaledSize(size.scaled(MOST_DOTS, MOST_DOTS, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull() and size.isValid() and size.width() * size.height() > _MOST_WHOLE:
        raise NotAPictureError(_TOO_LARGE.format(called))
    if image.isNull():
        raise NotAPictureError(f"{called} is damaged: it could not be read to its end. Save or copy it again.")
    return _kept(image, size, name, native.extension if native is not None else "", told)


def prepare_image(image: QImage) -> Prepared:
    """A picture that another program put on the clipboard."""
    if image.isNull():
        raise NotAPictureError("What was copied is not a picture that can be shown.")
    told: list[str] = []
    size = image.size()
    if max(size.width(), size.height()) > MOST_DOTS:
        image = image.scaled(
            MOST_DOTS, MOST_DOTS, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return _kept(image, size, "", "", told)


def _kept(image: QImage, was: QSize, name: str, kind: str, told: list[str]) -> Prepared:
    """The picture as it was decoded, in bytes of a kind that Word shows. It is as wide on paper as it was."""
    longest = max(was.width(), was.height())
    if longest > max(image.width(), image.height()):
        told.append(
            f"It was made smaller, to {DOTS} dots an inch at the full width of a page: print shows no more, and the "
            "report stays small."
        )
        ratio = max(image.width(), image.height()) / longest
        image.setDotsPerMeterX(max(round(image.dotsPerMeterX() * ratio), 1))
        image.setDotsPerMeterY(max(round(image.dotsPerMeterY() * ratio), 1))
    data, kind = _encoded(image, kind)
    return Prepared(_name(name, kind), bare(data), tuple(told))


def _encoded(image: QImage, kind: str) -> tuple[bytes, str]:
    if kind == "jpeg":
        return _saved(image, "jpeg"), "jpeg"
    data = _saved(image, "png")
    if len(data) > _PHOTOGRAPH and kind != "png" and not image.hasAlphaChannel():
        return _saved(image, "jpeg"), "jpeg"
    return data, "png"


def _saved(image: QImage, kind: str) -> bytes:
    writer, buffer = QImageWriter(), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer.setDevice(buffer)
    writer.setFormat(QByteArray(kind.encode()))
    if kind == "jpeg":
        writer.setQuality(_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())


def _name(name: str, kind: str) -> str:
    stem = re.sub(r"[^\w .()-]", "", PurePath(name.replace("\\", "/")).stem).strip(" .") or "picture"
    return f"{stem[:60]}.{'jpg' if kind == 'jpeg' else kind}"
