"""Reading plain text whose encoding nobody has told us."""

from pathlib import Path

from clerkwell.system.errors import FileError
from clerkwell.system.files import read_bytes


def read_text(path: Path, largest: int) -> str:
    """The text of a file of at most `largest` bytes: UTF-8 or UTF-16 or, failing those, Windows' own Western encoding.

    Raises `FileError`, also for a file that is no text.
    """
    data = read_bytes(path, largest)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        raise FileError(f"{path.name} is not text; save it as plain text (.txt) first.", path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
