"""Files as they come in: which the window takes, and their bytes."""

from pathlib import Path

from clerkwell.system import FileError

WORD = (".docx", ".dotx", ".docm", ".dotm")
TEXTS = (".txt", ".md", ".text")
PACK = ".clerkpack"
READABLE = (".clerkwell", PACK, *WORD, *TEXTS)
# Larger than any report in print.
LARGEST_TEXT = 20 * 1024 * 1024
# Larger than any report with its pictures.
_LARGEST = 200 * 1024 * 1024


def is_word(path: Path) -> bool:
    """Whether a file is one of Word's, by its name."""
    return path.suffix.casefold() in WORD


def is_pack(path: Path) -> bool:
    """Whether a file is a template that came as one file, by its name."""
    return path.suffix.casefold() == PACK


def is_text(path: Path) -> bool:
    """Whether a file is a plain text, by its name."""
    return path.suffix.casefold() in TEXTS


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `FileError` if it cannot be read, or is larger than any report."""
    try:
        if path.stat().st_size > _LARGEST:
            too_large = f"{path.name} is larger than 200 MB, so it is not read. Take out its largest pictures."
            raise FileError(too_large, path)
        return path.read_bytes()
    except OSError as error:
        raise FileError(f"{path.name} could not be read: {error.strerror}.", path) from error


def about(path: Path, error: Exception) -> str:
    """What keeps a file from being read, with the file's name where the sentence does not have it."""
    said = str(error)
    return said if path.name in said else f"{path.name}: {said}"
