"""Settings: every one of them declared once, with its type, its default and its meaning."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from clerkwell.system.atomic import atomic_write
from clerkwell.system.errors import FileError
from clerkwell.system.files import make_folder, read_bytes
from clerkwell.system.locations import folders
from clerkwell.system.toml import to_toml

_LARGEST = 1_000_000
_LOCKED = "locked"


@dataclass(frozen=True)
class Meaning:
    """What a setting means, and between what its value (of a text: the length) has to be."""

    words: str
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Settings:
    """What the user, or IT, has chosen. Values are passed in where they are needed; nothing reads them by itself.

    `locked` names those that IT has set for good on this computer; `notes` says, in sentences, which values of the
    file could not be used; `unknown` keeps what the file of a newer program has besides. Raises `ValueError` for a
    value that a setting cannot have. It is no model of pydantic's, which takes longer to load than the start page.
    """

    theme: Annotated[
        Literal["system", "light", "dark", "high-contrast-light", "high-contrast-dark"],
        Meaning('The look: "system", "light", "dark", "high-contrast-light" or "high-contrast-dark".'),
    ] = "system"
    text_size: Annotated[int, Meaning("The size of the text in the editor, in points.", least=8, most=32)] = 11
    check_spelling: Annotated[bool, Meaning("Whether misspelt words are marked.")] = True
    check_wording: Annotated[bool, Meaning("Whether advice on wording is given.")] = True
    save_by_itself: Annotated[bool, Meaning("Whether a report with a file saves itself after each change.")] = True
    author_name: Annotated[str, Meaning("Put into new reports: the author's name,", most=200)] = ""
    author_post: Annotated[str, Meaning("their post,", most=200)] = ""
    author_department: Annotated[str, Meaning("their department,", most=200)] = ""
    author_telephone: Annotated[str, Meaning("their telephone number,", most=200)] = ""
    author_email: Annotated[str, Meaning("and their e-mail address.", most=200)] = ""
    last_pack: Annotated[str, Meaning("The pack that the last new report was written in.", most=100)] = ""
    make_pages_with: Annotated[
        Literal["automatic", "libreoffice", "word", "approximation"],
        Meaning('What makes previews and PDFs: "automatic", "libreoffice", "word" or "approximation".'),
    ] = "automatic"
    libreoffice: Annotated[str, Meaning("LibreOffice's program (soffice), where it is not found by itself.")] = ""
    documents: Annotated[
        str, Meaning("The folder that reports are offered to be saved in; the user's documents where it is empty.")
    ] = ""
    shared_packs: Annotated[str, Meaning("A folder of packs shared by everybody, such as one on a network drive.")] = ""
    allow_acceptance: Annotated[
        bool, Meaning("Whether an author may accept an error, with a reason, and export the final document.")
    ] = True
    allow_take_over: Annotated[
        bool, Meaning("Whether a report that a colleague has open may be taken over from them.")
    ] = True
    keep_private_days: Annotated[
        int,
        Meaning(
            "For how many days after closing this computer keeps its own copies of exempt, part-exempt and "
            "confidential reports; 0 for not at all.",
            most=365,
        ),
    ] = 7

    locked: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name in OPTIONS:
            if not can_be(name, getattr(self, name)):
                raise ValueError(f"The setting {name} cannot be {getattr(self, name)!r}.")

    def changed(self, **values: object) -> "Settings":
        """The settings with these values; those that IT has locked stay. Raises `ValueError` for one that cannot be."""
        free: dict[str, Any] = {name: value for name, value in values.items() if name not in self.locked}
        return replace(self, **free)


def _declared() -> dict[str, tuple[object, Meaning]]:
    return {each.name: get_args(each.type) for each in fields(Settings) if get_origin(each.type) is Annotated}


# The settings by name, each with its type and its meaning.
OPTIONS: Final[Mapping[str, tuple[Any, Meaning]]] = _declared()


def can_be(name: str, value: object) -> bool:
    """Whether the setting of this name can have this value."""
    kind, meaning = OPTIONS[name]
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if type(value) is not kind:
        return False
    if not isinstance(value, str | int) or isinstance(value, bool):
        return True
    size = value if isinstance(value, int) else len(value)
    return size >= meaning.least and (meaning.most is None or size <= meaning.most)


def load_settings(user: Path | None = None, machine: Path | None = None) -> Settings:
    """The settings in the user's file over those in the machine's; a file that is not there has none.

    The machine's file is IT's: what it names in `locked` the user cannot change. A value that cannot be used counts
    as not there, and a note says so: settings never keep the program from starting.
    """
    user, machine = user or folders().settings, machine or folders().machine_settings
    notes: list[str] = []
    given = _read(machine, notes)
    listed = given.pop(_LOCKED, [])
    locked = frozenset(name for name in listed if name in OPTIONS) if isinstance(listed, list) else frozenset()
    own = _read(user, notes)
    own.pop(_LOCKED, None)
    values: dict[str, Any] = {}
    for source, path in ((given, machine), ({k: v for k, v in own.items() if k not in locked}, user)):
        values |= _sound(source, path, notes)
    unknown = {name: value for name, value in own.items() if name not in OPTIONS}
    return Settings(**values, locked=locked, notes=tuple(notes), unknown=unknown)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Save the settings that are not the default, each under its meaning; what IT locked is left out.

    Raises `FileError`.
    """
    path = path or folders().settings
    lines = ["# Clerkwell's settings. A line that is taken out goes back to what it was at first."]
    usual = Settings()
    for name, (_, meaning) in OPTIONS.items():
        value = getattr(settings, name)
        if name in settings.locked or value == getattr(usual, name):
            continue
        lines += ["", f"# {meaning.words}", to_toml({name: value}).rstrip()]
    if settings.unknown:
        lines += ["", "# Kept for another version of Clerkwell.", to_toml(settings.unknown).rstrip()]
    make_folder(path.parent)
    atomic_write(path, ("\n".join(lines) + "\n").encode())


def _read(path: Path, notes: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(path, _LARGEST).decode("utf-8-sig"))
    except FileError as error:
        if error.reason != "missing":
            notes.append(f"The settings could not be read, so the usual ones are used: {error}")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        notes.append(f"The settings file {path} could not be understood, so the usual settings are used.")
    return {}


def _sound(values: Mapping[str, Any], path: Path, notes: list[str]) -> dict[str, Any]:
    """Those of the values that a setting can have; a note for each of the others."""
    sound = {}
    for name, value in values.items():
        if name not in OPTIONS:
            continue
        if can_be(name, value):
            sound[name] = value
        else:
            notes.append(f'The setting "{name}" in {path} has a value that it cannot have, so the usual one is used.')
    return sound
