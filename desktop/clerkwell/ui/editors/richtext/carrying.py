"""Pictures on the clipboard and in what is dragged: files, a picture itself, and those of blocks of another report."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from clerkwell.model import Block, Blocks, Image, Landscape, walk

PICTURES = "application/x-clerkwell-pictures+json"
ENDINGS = ("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "svg", "ico")


class PictureKeeper(Protocol):
    """Where the pictures of a section are kept."""

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture that is kept with the report."""
        ...

    def keep(self, name: str, data: bytes) -> str:
        """Keep a picture; gives the name it has here."""
        ...

    def came(self, found: Iterable[Path] | QImage) -> None:
        """Pictures were pasted or dropped: each is asked about."""
        ...


def picture_files(mime: QMimeData) -> list[Path]:
    """The files of pictures, by their names; none if there are others with them."""
    urls = mime.urls() if mime.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    known = [path for path in paths if path.suffix.casefold().lstrip(".") in ENDINGS]
    return known if len(known) == len(urls) else []


def picture_itself(mime: QMimeData) -> QImage | None:
    """The picture that a program copied, if it is one."""
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def carry(mime: QMimeData, piece: Blocks, keeper: PictureKeeper | None) -> None:
    """Have blocks on the clipboard take their pictures with them, for another report."""
    names = {block.attachment for block in walk(piece) if isinstance(block, Image)} if keeper is not None else set()
    found = {name: data for name in names if keeper is not None and (data := keeper.picture(name)) is not None}
    if found:
        told = {name: base64.b64encode(data).decode() for name, data in found.items()}
        mime.setData(PICTURES, json.dumps(told).encode())


def brought(mime: QMimeData, piece: Blocks, keeper: PictureKeeper | None) -> tuple[Blocks, int]:
    """The blocks by the names that their pictures have here, and how many had to be left out as nobody has them."""
    if keeper is None or not any(isinstance(block, Image) for block in walk(piece)):
        return piece, 0
    carried = _carried(mime)
    names: dict[str, str] = {}
    for block in walk(piece):
        if isinstance(block, Image) and block.attachment not in names:
            data = carried.get(block.attachment)
            if data is not None:
                names[block.attachment] = keeper.keep(block.attachment, data)
            elif keeper.picture(block.attachment) is not None:
                names[block.attachment] = block.attachment
    lost = sum(1 for block in walk(piece) if isinstance(block, Image) and block.attachment not in names)
    return tuple(_named(piece, names)), lost


def _carried(mime: QMimeData) -> dict[str, bytes]:
    if not mime.hasFormat(PICTURES):
        return {}
    try:
        told = json.loads(bytes(mime.data(PICTURES).data()))
        return {str(name): base64.b64decode(data, validate=True) for name, data in told.items()}
    except (ValueError, TypeError, AttributeError):
        # Another version of the program put it there.
        return {}


def _named(blocks: Blocks, names: dict[str, str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Image):
            if block.attachment in names:
                yield block.model_copy(update={"attachment": names[block.attachment]})
        elif isinstance(block, Landscape):
            inner = tuple(_named(block.blocks, names))
            if inner or not block.blocks:
                yield block.model_copy(update={"blocks": inner})
        else:
            yield block
