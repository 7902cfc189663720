"""Settings: every one of them declared once, with its type, its default and its meaning."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from clerkwell.system.atomic import atomic_write
from clerkwell.system.errors import FileError
from clerkwell.system.files import make_folder, read_bytes
from clerkwell.system.locations import folders
from clerkwell.system.toml import to_toml

_LARGEST = 1_000_000
_LOCKED = "locked"


class Settings(BaseModel):
    """What the user, or IT, has chosen. Values are passed in where they are needed; nothing reads them by itself.

    `locked` names those that IT has set for good on this computer; `notes` says, in sentences, which values of the
    file could not be used; `unknown` keeps what the file of a newer program has besides.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    theme: Literal["system", "light", "dark", "high-contrast-light", "high-contrast-dark"] = Field(
        "system",
        description='The look: "system", "light", "dark", "high-contrast-light" or "high-contrast-dark".',
    )
    text_size: int = Field(11, ge=8, le=32, description="The size of the text in the editor, in points.")
    check_spelling: bool = Field(True, description="Whether misspelt words are marked.")
    check_wording: bool = Field(True, description="Whether advice on wording is given.")
    save_by_itself: bool = Field(True, description="Whether a report with a file saves itself after each change.")
    author_name: str = Field("", max_length=200, description="Put into new reports: the author's name,")
    author_post: str = Field("", max_length=200, description="their post,")
    author_department: str = Field("", max_length=200, description="their department,")
    author_telephone: str = Field("", max_length=200, description="their telephone number,")
    author_email: str = Field("", max_length=200, description="and their e-mail address.")
    last_pack: str = Field("", max_length=100, description="The pack that the last new report was written in.")
    make_pages_with: Literal["automatic", "libreoffice", "word", "approximation"] = Field(
        "automatic",
        description='What makes previews and PDFs: "automatic", "libreoffice", "word" or "approximation".',
    )
    libreoffice: str = Field("", description="LibreOffice's program (soffice), where it is not found by itself.")
    documents: str = Field(
        "", description="The folder that reports are offered to be saved in; the user's documents where it is empty."
    )
    shared_packs: str = Field("", description="A folder of packs shared by everybody, such as one on a network drive.")
    allow_acceptance: bool = Field(
        True, description="Whether an author may accept an error, with a reason, and export the final document."
    )
    allow_take_over: bool = Field(
        True, description="Whether a report that a colleague has open may be taken over from them."
    )
    keep_private_days: int = Field(
        7,
        ge=0,
        le=365,
        description="For how many days after closing this computer keeps its own copies of exempt, part-exempt and "
        "confidential reports; 0 for not at all.",
    )

    locked: frozenset[str] = Field(frozenset(), exclude=True)
    notes: tuple[str, ...] = Field((), exclude=True)
    unknown: Mapping[str, Any] = Field(default_factory=dict, exclude=True)

    def changed(self, **values: object) -> "Settings":
        """The settings with these values; those that IT has locked stay. Raises `ValueError` for one that cannot be."""
        free = {name: value for name, value in values.items() if name not in self.locked}
        return Settings.model_validate({**dict(self), **free})


OPTIONS = tuple(name for name, field in Settings.model_fields.items() if not field.exclude)


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
    return Settings.model_validate({**values, "locked": locked, "notes": tuple(notes), "unknown": unknown})


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Save the settings that are not the default, each under its meaning; what IT locked is left out.

    Raises `FileError`.
    """
    path = path or folders().settings
    lines = ["# Clerkwell's settings. A line that is taken out goes back to what it was at first."]
    for name in OPTIONS:
        value = getattr(settings, name)
        if name in settings.locked or value == Settings.model_fields[name].default:
            continue
        lines += ["", f"# {Settings.model_fields[name].description}", to_toml({name: value}).rstrip()]
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
    sound = {name: value for name, value in values.items() if name in OPTIONS}
    try:
        Settings.model_validate(sound)
    except ValidationError as error:
        for name in dict.fromkeys(str(each["loc"][0]) for each in error.errors(include_url=False)):
            del sound[name]
            notes.append(f'The setting "{name}" in {path} has a value that it cannot have, so the usual one is used.')
    return sound
