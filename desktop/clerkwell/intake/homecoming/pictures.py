"""The pictures of a draft that came home, named by what they show, so that the same picture is the same file."""

import hashlib
from collections.abc import Mapping
from typing import Final

from clerkwell.word.writer.bare import bare

_ENDINGS: Final = ((b"\xff\xd8", "jpg"), (b"GIF8", "gif"))


class Pictures:
    """Keeps the pictures that a reading uses."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.used: dict[str, bytes] = {}

    def kept(self, name: str) -> str:
        """The name that a picture of the document is kept under; "" for one that holds nothing to show."""
        data = self._files.get(name)
        if data is None:
            return ""
        own = name_of(data)
        self.used[own] = data
        return own

    def data(self, name: str) -> bytes | None:
        """The bytes of a picture of the document."""
        return self._files.get(name)


def name_of(data: bytes) -> str:
    """What a picture is called after what it shows: the same for the same bytes, notes of cameras left out."""
    data = bare(data)
    ending = next((ending for start, ending in _ENDINGS if data.startswith(start)), "png")
    return f"picture-{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
