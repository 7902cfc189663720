"""What IT can set: a help page of every key, and a file of settings to begin with, both made of the declarations."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.system.policy import LOCKED, MANAGED_BY, RECOMMENDED
from clerkwell.system.registry import POLICIES
from clerkwell.system.settings import OPTIONS, Settings, choices_of, kind_of
from clerkwell.system.toml import to_toml

PAGE: Final = "policy-keys"
# Examples of those whose usual value shows nothing. A test holds that each can be, and that none is lacking.
EXAMPLES: Final[Mapping[str, object]] = {
    "author_name": "Robin Example",
    "author_post": "Policy Officer",
    "author_department": "Environment and Place",
    "author_telephone": "01234 567890",
    "author_email": "robin@example.gov.uk",
    "last_pack": "generic-english-council",
    "default_council": "Example Borough Council",
    "default_pack": "generic-english-council",
    "libreoffice": "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "documents": "%USERPROFILE%\\Documents\\Committee reports",
    "shared_packs": "\\\\server\\democratic services\\templates",
    "pack_folders": ("C:\\ProgramData\\Example Borough\\Templates",),
    "backup_folder": "\\\\server\\backups\\%USERNAME%",
    "check_levels": {"misspelt": "error", "american-spelling": "off"},
}
_REGISTRY: Final = {
    "yes-no": "REG_DWORD, 1 for yes and 0 for no",
    "number": "REG_DWORD",
    "text": "REG_SZ or REG_EXPAND_SZ",
    "choice": "REG_SZ",
    "list": "REG_MULTI_SZ, an entry on each line",
    "table": "a key of this name, with a REG_SZ for each entry",
}
_HEAD: Final = f"""# Every setting that IT can make

What an author chooses under **Settings** can be set for a whole computer, or for an account, and locked. This page is
for whoever looks after the computers: it names every key, and says which word counts where several are given.

## Where settings are set

| where | what it is for |
|---|---|
| `HKLM\\{POLICIES}` | the policy of a Windows computer |
| `HKCU\\{POLICIES}` | the policy of a Windows account |
| `settings.toml` in the machine’s folder | the settings of a computer |
| `settings.toml` in the user’s own folder | what the user has chosen |

The machine’s folder is `C:\\ProgramData\\clerkwell` on Windows, `/etc/xdg/clerkwell` on Linux, whatever the desktop
says, and `/Library/Application Support/clerkwell` on a Mac.

The upper goes before the lower. The registry policy is locked as a whole: nobody changes it in the program. Values in
its key `{RECOMMENDED}` (`HKLM\\{POLICIES}\\{RECOMMENDED}`) only take the place of the usual ones, and users may
choose otherwise. In the machine’s file the list `{LOCKED}` names the settings that are locked; the others only take the
place of the usual ones. A name in `{LOCKED}` without a value is locked at its usual value. What only IT decides (below)
is locked wherever IT sets it, and is not heeded in the user’s own file.

`{MANAGED_BY}` is the name under which users read it, in the file and in the registry: with
`{MANAGED_BY} = "ICT, Example Borough"` a locked setting says “Set by ICT, Example Borough for this computer”, and names
the file or the key. Without it, it says “Set by IT”.

On Windows every user may put files into a folder of `C:\\ProgramData` that is not there yet. Make the folder
`clerkwell` there yourself, and let nobody but administrators write in it, or use the registry.

## When something is wrong with it

A start is never refused. What cannot be used is told in the window, and nothing is set free by it:

- A **value that a setting cannot have** counts as not there. Where the setting is locked it stays locked, at its usual
  value; a permission is not given.
- A **file or a key that is there and cannot be read** may have locked anything. Until it can be read, no permission is
  given, and all other settings are locked at their usual values, but for how the user likes to work: look, size of the
  text, details of their own. Nothing is deleted for it.
- A **name that this version does not know** is told, so that a slip does not go unseen.

## What stands in a value

In a file of settings a backslash is written twice within double quotation marks, or once within single ones:
`'\\\\server\\templates'`. In the registry it stands as it is.

Folders and files may name what differs from one user to the next: `~` is the user’s home folder, `$USER` and on Windows
`%USERNAME%` stand for what they are on that computer. Settings are read when the program starts, and by each command.

A commented file to begin with is `settings.example.toml`, and `clerkwell.admx` with `en-US/clerkwell.adml` are the
templates for Windows’ policy editor. All three lie in the folder `resources/policy` of the installed program.
"""
_KINDS: Final = (
    ("it", "What only IT decides", "Whatever IT sets of these is locked."),
    ("both", "What users may change unless it is locked", "Users find most of these under **Settings**."),
    ("user", "How a user likes to work", "These can be set and locked as well, and seldom should be."),
)


def example(name: str) -> object:
    """A value of this setting to show: its usual one where that shows something."""
    return EXAMPLES.get(name, getattr(Settings(), name))


def policy_pages() -> Mapping[str, str]:
    """The help page, by its file's name."""
    lines = [_HEAD]
    for owner, heading, about in _KINDS:
        lines += [f"## {heading}", "", about, ""]
        for name, (_, meaning) in OPTIONS.items():
            if meaning.owner == owner:
                lines += _entry(name)
    lines += ["[Files and what is kept where](files.md) · [Data protection](data-protection.md)"]
    return {f"{PAGE}.md": "\n".join(lines).rstrip() + "\n"}


def _entry(name: str) -> Iterator[str]:
    _, meaning = OPTIONS[name]
    yield from (f"**{name}**: {_sentence(meaning.title, meaning.words)}", "")
    yield f"- Takes {_takes(name)}. Without it: {_shown(getattr(Settings(), name))}."
    yield f"- In the registry: {_REGISTRY[kind_of(name)]}."
    yield from (f"- Example: `{to_toml({name: example(name)}).strip()}`", "")


def _sentence(title: str, words: str) -> str:
    """What is said of a setting; of some the words only go on from those of the one before."""
    return words if words[0].isupper() and words.endswith(".") else f"{title}, put into new reports."


def _takes(name: str) -> str:
    _, meaning = OPTIONS[name]
    of_choices = ", ".join(f'`"{each}"`' for each in choices_of(name)) if kind_of(name) in ("choice", "table") else ""
    most = f", at most {meaning.most}" if meaning.most is not None else ""
    return {
        "yes-no": "`true` or `false`",
        "number": f"a number from {meaning.least} to {meaning.most}",
        "text": "a text in quotation marks" + (f"{most} letters" if most else ""),
        "choice": f"one of {of_choices}",
        "list": f"texts in square brackets{most}",
        "table": f"a table in curly brackets, each entry one of {of_choices}",
    }[kind_of(name)]


def _shown(value: object) -> str:
    return "none" if value in ("", (), {}) else f"`{to_toml({'it': value}).removeprefix('it = ').strip()}`"


def example_file() -> str:
    """A `settings.toml` for the machine's folder in which everything is commented out."""
    lines = [
        "# Clerkwell: the settings of this computer. Copy this file as settings.toml into the folder",
        "# C:\\ProgramData\\clerkwell (Windows), /etc/xdg/clerkwell (Linux) or",
        "# /Library/Application Support/clerkwell (Mac), and take out the # before what you want to set. The help page",
        "# “Every setting that IT can make” says more.",
        "",
        "# Who users read that it was.",
        f'# {MANAGED_BY} = "ICT, Example Borough"',
        "",
        "# What users may not change. What only IT decides is locked without being named here.",
        f'# {LOCKED} = ["shared_packs", "keep_private_days"]',
    ]
    for name, (_, meaning) in OPTIONS.items():
        said = textwrap.wrap(_sentence(meaning.title, meaning.words), 116)
        only = ["# Only IT decides this."] if meaning.owner == "it" else []
        lines += ["", *(f"# {each}" for each in said), *only, f"# {to_toml({name: example(name)}).strip()}"]
    return "\n".join(lines) + "\n"
