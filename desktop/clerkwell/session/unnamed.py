"""Words about a computer, without those about a person: what goes to IT may lie in a queue that many people read."""

import getpass
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# Where a file of somebody's is named in running words, by what reports and their appendices are kept as. The name may
# hold blanks: all from its quotation mark, its drive or its root on is taken for it, and more rather than less.
_KINDS: Final = (
    r"(?:clerkwell|clerkpack|docx|docm|dotx|dotm|doc|odt|rtf|pdf|txt|csv|xlsx?|pptx?|png|jpe?g|tiff?|zip|lock)"
)
_FILE: Final = re.compile(
    # Between marks; an apostrophe may be a letter of the name.
    rf"""\"[^"…\n]*\.(?P<kind1>{_KINDS})\"|“[^”…\n]*\.(?P<kind2>{_KINDS})”"""
    rf"""|'[^'…\n]*\.(?P<kind3>{_KINDS})'|‘[^‘…\n]*?\.(?P<kind4>{_KINDS})’"""
    rf"""|(?:[A-Za-z]:[\\/]|\\\\|/)[^\n:;"“”…]*?\.(?P<kind5>{_KINDS})\b"""
    rf"""|[^\s"'“”‘’/\\…]+\.(?P<kind6>{_KINDS})\b""",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Shorter names are parts of ordinary words.
_LEAST: Final = 3


@dataclass(frozen=True)
class Person:
    """Whoever uses this computer: their account, their folder, and values of their own by what stands for each."""

    account: str = ""
    home: Path | None = None
    values: Mapping[str, str] | None = None


def this_person(values: Mapping[str, str]) -> Person:
    """Whoever is logged in."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError):
        account = ""
    try:
        home: Path | None = Path.home()
    except RuntimeError:
        home = None
    return Person(account, home, values)


def unnamed(text: str, person: Person, own: Callable[[str], bool] = lambda _: False) -> str:
    """The words without the person's name, addresses and folder, and with every file of theirs told by its kind.

    `own` says of a path whether it is the program's, and may be told.
    """
    text = _FILE.sub(lambda found: found[0] if own(found[0].strip("\"'“”‘’")) else _kind(found), text)
    for stands_for, value in sorted((person.values or {}).items(), key=lambda each: -len(each[1])):
        if len(value.strip()) >= _LEAST:
            text = re.sub(rf"(?<!\w){re.escape(value.strip())}(?!\w)", f"[{stands_for}]", text, flags=re.IGNORECASE)
    text = _ADDRESS.sub("[e-mail address]", text)
    if person.home is not None and len(person.home.parts) > 1:
        for home in {str(person.home), person.home.as_posix()}:
            text = re.sub(rf"{re.escape(home)}(?=$|[\\/\s\"'”,;:)])", "~", text, flags=re.IGNORECASE)
    if person.account:
        # A part of a path: elsewhere the name of an account may be an ordinary word.
        name = rf"(?<=[\\/]){re.escape(person.account)}(?=$|[\\/\s\"'”,;:)])"
        text = re.sub(name, "[account]", text, flags=re.IGNORECASE)
    return text


def _kind(found: re.Match[str]) -> str:
    kind = next(each for each in found.groups() if each)
    return f"[a file].{kind.lower()}"
