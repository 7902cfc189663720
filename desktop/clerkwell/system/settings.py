"""Settings: every one of them declared once, with its type, its default and its meaning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from clerkwell.system.atomic import atomic_write
from clerkwell.system.files import make_folder
from clerkwell.system.locations import folders
from clerkwell.system.meanings import Level, Meaning, SetBy
from clerkwell.system.toml import to_toml


@dataclass(frozen=True)
class Settings:
    """What the user, or IT, has chosen. Values are passed in where they are needed; nothing reads them by itself.

    `locks` says of those that IT has set for good who did so; `given` are the values that IT put in the place of the
    usual ones and lets users change; `notes` says, in sentences, what of the files could not be used; `unknown` keeps
    what the file of a newer program has besides. Raises `ValueError` for a value that a setting cannot have. It is no
    model of pydantic's, which takes longer to load than the start page.
    """

    theme: Annotated[
        Literal["system", "light", "dark", "high-contrast-light", "high-contrast-dark"],
        Meaning(
            "Look", 'The look: "system", "light", "dark", "high-contrast-light" or "high-contrast-dark".', owner="user"
        ),
    ] = "system"
    text_size: Annotated[
        int, Meaning("Text size", "The size of the text in the editor, in points.", least=8, most=32, owner="user")
    ] = 11
    check_spelling: Annotated[bool, Meaning("Check spelling", "Whether misspelt words are marked.")] = True
    check_wording: Annotated[bool, Meaning("Give advice on wording", "Whether advice on wording is given.")] = True
    save_by_itself: Annotated[
        bool, Meaning("Save reports by themselves", "Whether a report with a file saves itself after each change.")
    ] = True
    author_name: Annotated[str, Meaning("Name", "Put into new reports: the author's name,", most=200, owner="user")] = (
        ""
    )
    author_post: Annotated[str, Meaning("Post", "their post,", most=200, owner="user")] = ""
    author_department: Annotated[str, Meaning("Department", "their department,", most=200, owner="user")] = ""
    author_telephone: Annotated[str, Meaning("Telephone", "their telephone number,", most=200, owner="user")] = ""
    author_email: Annotated[str, Meaning("E-mail", "and their e-mail address.", most=200, owner="user")] = ""
    last_pack: Annotated[
        str, Meaning("Template used last", "The pack that the last new report was written in.", most=100, owner="user")
    ] = ""
    default_council: Annotated[
        str,
        Meaning(
            "Council that comes first",
            "The council whose templates stand first on the start page, named as its templates name it.",
            most=200,
        ),
    ] = ""
    default_pack: Annotated[
        str,
        Meaning(
            "Template that is chosen at first",
            "The template that is chosen on the start page until the user starts a report in another one, by "
            "its id or its series. Where IT has locked it, it is chosen each time.",
            most=100,
        ),
    ] = ""
    make_pages_with: Annotated[
        Literal["automatic", "libreoffice", "word", "approximation"],
        Meaning(
            "Make previews and PDFs with",
            'What makes previews and PDFs: "automatic", "libreoffice", "word" or "approximation".',
        ),
    ] = "automatic"
    libreoffice: Annotated[
        str, Meaning("LibreOffice’s program", "LibreOffice's program (soffice), where it is not found by itself.")
    ] = ""
    documents: Annotated[
        str,
        Meaning(
            "Your reports",
            "The folder that reports are offered to be saved in; the user's documents where it is empty.",
        ),
    ] = ""
    shared_packs: Annotated[
        str,
        Meaning(
            "Templates shared by everybody", "A folder of packs shared by everybody, such as one on a network drive."
        ),
    ] = ""
    pack_folders: Annotated[
        tuple[str, ...],
        Meaning(
            "More folders of templates",
            "More folders of packs on this computer. For a folder on a network there is shared_packs, for which"
            " nobody waits.",
            most=20,
        ),
    ] = ()
    backup_folder: Annotated[
        str,
        Meaning(
            "Copies of your reports",
            "A folder in which copies of saved reports are kept, such as one that is backed up.",
        ),
    ] = ""
    backup_copies: Annotated[
        int,
        Meaning(
            "Copies of each report",
            "How many copies of each report are kept there, ten minutes apart at the least.",
            least=1,
            most=50,
        ),
    ] = 5
    backup_private: Annotated[
        bool,
        Meaning(
            "Copies of reports that are not public",
            "Whether exempt, part-exempt and confidential reports are copied there too. Without it the copies "
            "of a report go as soon as it is saved as one of these.",
            owner="it",
            strict=False,
        ),
    ] = False
    allow_drafts: Annotated[
        bool,
        Meaning(
            "Drafts may be exported, printed and sent",
            "Whether drafts may leave the program: as Word documents or PDFs, on paper, and as sections sent to"
            " a colleague.",
            owner="it",
            strict=False,
        ),
    ] = True
    allow_acceptance: Annotated[
        bool,
        Meaning(
            "Errors may be accepted",
            "Whether an author may accept an error, with a reason, and export the final document.",
            owner="it",
            strict=False,
        ),
    ] = True
    check_levels: Annotated[
        Mapping[str, Level],
        Meaning(
            "How checks weigh",
            'How single checks weigh, by their ids: "off", "info", "warning" or "error". It goes before what a '
            "template says. Checks that no template may change stay as they are.",
            owner="it",
        ),
    ] = field(default_factory=dict)
    allow_take_over: Annotated[
        bool,
        Meaning(
            "Reports may be taken over from colleagues",
            "Whether a report that a colleague has open may be taken over from them.",
            owner="it",
            strict=False,
        ),
    ] = True
    lock_reports: Annotated[
        bool,
        Meaning(
            "Open reports are locked for colleagues",
            "Whether an open report has a small hidden file beside it that keeps colleagues from changing it at"
            " the same time. Without it they are told only when they save.",
            owner="it",
        ),
    ] = True
    lock_hours: Annotated[
        int,
        Meaning(
            "Hours for which a lock counts",
            "After how many hours the lock of another computer counts as left behind.",
            least=1,
            most=720,
            owner="it",
        ),
    ] = 24
    keep_private_days: Annotated[
        int,
        Meaning(
            "Days for which copies of private reports are kept",
            "For how many days after closing this computer keeps its own copies of exempt, part-exempt and "
            "confidential reports; 0 for not at all.",
            most=365,
        ),
    ] = 7

    locks: Mapping[str, SetBy] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name in OPTIONS:
            if not can_be(name, getattr(self, name)):
                raise ValueError(f"The setting {name} cannot be {getattr(self, name)!r}.")

    @property
    def locked(self) -> frozenset[str]:
        """The names of the settings that IT has set for good."""
        return frozenset(self.locks)

    def set_by(self, name: str) -> str:
        """Who has locked this setting, for a person; "" where nobody has."""
        return self.locks[name].words if name in self.locks else ""

    def because(self, name: str) -> str:
        """The same within a sentence, in brackets after a space; "" where nobody has."""
        words = self.set_by(name)
        return f" ({words[:1].lower()}{words[1:]})" if words else ""

    def changed(self, **values: object) -> "Settings":
        """The settings with these values; those that IT has locked stay. Raises `ValueError` for one that cannot be."""
        free: dict[str, Any] = {name: value for name, value in values.items() if name not in self.locks}
        return replace(self, **free)


def _declared() -> dict[str, tuple[object, Meaning]]:
    return {each.name: get_args(each.type) for each in fields(Settings) if get_origin(each.type) is Annotated}


# The settings by name, each with its type and its meaning.
OPTIONS: Final[Mapping[str, tuple[Any, Meaning]]] = _declared()


def can_be(name: str, value: object) -> bool:
    """Whether the setting of this name can have this value."""
    kind, meaning = OPTIONS[name]
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    if isinstance(value, Mapping):
        levels = get_args(get_args(kind)[1]) if kind_of(name) == "table" else ()
        return bool(levels) and all(isinstance(key, str) and each in levels for key, each in value.items())
    if isinstance(value, tuple):
        return origin is tuple and all(isinstance(each, str) for each in value) and _fits(len(value), meaning)
    if type(value) is not kind:
        return False
    if isinstance(value, bool):
        return True
    return _fits(value if isinstance(value, int) else len(str(value)), meaning)


def kind_of(name: str) -> Literal["yes-no", "number", "text", "choice", "list", "table"]:
    """Of which kind the values of a setting are."""
    kind, _ = OPTIONS[name]
    match get_origin(kind):
        case None:
            return "yes-no" if kind is bool else "number" if kind is int else "text"
        case origin if origin is Literal:
            return "choice"
        case origin:
            return "list" if origin is tuple else "table"


def choices_of(name: str) -> tuple[str, ...]:
    """What a setting that is a choice can be, or what each entry of a table can."""
    kind, _ = OPTIONS[name]
    return get_args(get_args(kind)[1]) if kind_of(name) == "table" else get_args(kind)


def _fits(size: int, meaning: Meaning) -> bool:
    return size >= meaning.least and (meaning.most is None or size <= meaning.most)


def usual(settings: Settings, names: Iterable[str] = ()) -> Mapping[str, Any]:
    """What these settings (all, if none are named) are where the user has chosen nothing."""
    first = Settings()
    return {name: settings.given.get(name, getattr(first, name)) for name in names or OPTIONS}


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Save what the user has chosen otherwise than it would be, each under its meaning; what is IT's is left out.

    Raises `FileError`.
    """
    path = path or folders().settings
    lines = ["# Clerkwell's settings. A line that is taken out goes back to what it was at first."]
    for name, before in usual(settings).items():
        _, meaning = OPTIONS[name]
        value = getattr(settings, name)
        if name in settings.locks or meaning.owner == "it" or value == before:
            continue
        lines += ["", f"# {meaning.words}", to_toml({name: value}).rstrip()]
    if settings.unknown:
        lines += ["", "# Kept for another version of Clerkwell.", to_toml(settings.unknown).rstrip()]
    make_folder(path.parent)
    atomic_write(path, ("\n".join(lines) + "\n").encode())
