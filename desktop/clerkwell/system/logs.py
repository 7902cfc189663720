"""The log: a file in the state folder, its level by room. Never a word of a report is in it."""

import contextlib
import logging
import sys
from collections.abc import Callable, Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from types import TracebackType

from clerkwell.system.crashes import without_words
from clerkwell.system.errors import FileError
from clerkwell.system.files import make_folder
from clerkwell.system.masking import told_error, told_file

ROOT = "clerkwell"
_LARGEST = 1_000_000
_KEPT = 5
_NAME = "clerkwell.log"


def start_logging(folder: Path, level: str = "INFO", rooms: Mapping[str, str] | None = None) -> Callable[[], None]:
    """Log to a file in `folder`; what comes back ends that. `rooms` gives single rooms a level of their own
    (`{"word": "DEBUG"}`). Raises `FileError` if the folder cannot be made, `ValueError` for an unknown level."""
    handler = _Quiet(make_folder(folder) / _NAME, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(_without_values)
    logger = logging.getLogger(ROOT)
    before = {ROOT: logger.level}
    logger.setLevel(level)
    for room, its_level in (rooms or {}).items():
        name = f"{ROOT}.{room}"
        before[name] = logging.getLogger(name).level
        logging.getLogger(name).setLevel(its_level)
    logger.addHandler(handler)

    def stop() -> None:
        logger.removeHandler(handler)
        handler.close()
        for name, its_level in before.items():
            logging.getLogger(name).setLevel(its_level)

    return stop


def levels(words: str) -> dict[str, str]:
    """The levels by room in words such as "word=DEBUG, session=INFO"; what is none is passed over."""
    pairs = (part.partition("=") for part in words.split(","))
    known = logging.getLevelNamesMapping()
    return {room.strip(): level.strip().upper() for room, _, level in pairs if level.strip().upper() in known}


class _Quiet(RotatingFileHandler):
    """A log that cannot be written (the disk is full, another window is turning it over) disturbs nobody."""

    def rotate(self, source: str, dest: str) -> None:
        with contextlib.suppress(OSError):
            super().rotate(source, dest)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        del record


class _Formatter(logging.Formatter):
    def formatException(  # noqa: N802 - logging's own name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return without_words(ei[1]) if ei[1] is not None else ""


def _without_values(record: logging.LogRecord) -> bool:
    """A model's value holds a report's words, and a file's name may be a report's: neither is logged."""
    if isinstance(record.args, tuple):
        record.args = tuple(map(_told, record.args))
    return True


def _told(value: object) -> object:
    # Before pydantic is loaded there is no value of it, and a start should not wait for it.
    pydantic = sys.modules.get("pydantic")
    if pydantic is not None and isinstance(value, pydantic.BaseModel):
        return f"<{type(value).__name__}>"
    if isinstance(value, PurePath):
        return told_file(value)
    if isinstance(value, OSError | FileError):
        return told_error(value) or type(value).__name__
    return value
