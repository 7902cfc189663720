"""Where things lie: the user's folders, the machine's, and what comes with the program. Only this module knows."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import appdirs  # type: ignore[import-untyped]  # it ships no types

from clerkwell.system.processes import computer

_NAME = "clerkwell"
# A folder that takes the place of all the user's: a throw-away profile, or one on a stick.
HOME = "CLERKWELL_HOME"
# What names a Linux desktop's folders for settings, data and state, and where they are otherwise.
_DESKTOPS = (("XDG_CONFIG_HOME", ".config"), ("XDG_DATA_HOME", ".local/share"), ("XDG_STATE_HOME", ".local/state"))


@dataclass(frozen=True)
class Folders:
    """The user's own: `config` for settings and words, `data` for packs, `state` for logs, recovery and recent files;
    `machine_config` and `machine_data` are for everybody on this computer. None of them need exist."""

    config: Path
    data: Path
    state: Path
    machine_config: Path
    machine_data: Path

    @property
    def settings(self) -> Path:
        """The file of the user's settings."""
        return self.config / "settings.toml"

    @property
    def machine_settings(self) -> Path:
        """The file of settings that IT gave this computer."""
        return self.machine_config / "settings.toml"

    @property
    def own_words(self) -> Path:
        """The file of words that the user has added to the dictionary."""
        return self.config / "words.txt"

    @property
    def inserts(self) -> Path:
        """The file of the user's own wordings, and of the characters they used last."""
        return self.config / "wordings.json"

    @property
    def recovery(self) -> Path:
        """The folder of recovery snapshots."""
        return self.state / "recovery"

    @property
    def pages(self) -> Path:
        """The folder in which pages are made for previews and PDFs; each of its folders goes with who made it."""
        return self.state / "pages"

    @property
    def window(self) -> Path:
        """The folder of the window that is open on this computer: a profile on a network is several computers'."""
        return self.state / "window" / computer()

    @property
    def logs(self) -> Path:
        """The folder of logs."""
        return self.state / "logs"

    @property
    def crashes(self) -> Path:
        """The folder of crash reports."""
        return self.state / "crashes"


def folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """The folders of this user on this computer; `CLERKWELL_HOME` names one that holds all of the user's.

    On Windows settings and words go with the user from computer to computer; the rest stays on this one.
    """
    machine_config, machine_data = _machines()
    home = environment.get(HOME, "").strip()
    if home:
        base = Path(home).expanduser().absolute()
        return Folders(base / "config", base / "data", base / "state", machine_config, machine_data)
    return Folders(*_users(environment), machine_config, machine_data)


def _users(environment: Mapping[str, str]) -> tuple[Path, Path, Path]:
    """The folders for settings, for data and for state."""
    if _is_named_by_the_system():
        return (
            Path(appdirs.user_config_dir(_NAME, appauthor=False, roaming=True)),
            Path(appdirs.user_data_dir(_NAME, appauthor=False)),
            Path(appdirs.user_state_dir(_NAME, appauthor=False)),
        )
    config, data, state = (_desktops(environment, *each) for each in _DESKTOPS)
    return config, data, state


def _machines() -> tuple[Path, Path]:
    """Everybody's folders for settings and for data. On Linux none that a user's surroundings can name: what IT sets
    there holds whatever desktop they sit at."""
    if _is_named_by_the_system():
        return Path(appdirs.site_config_dir(_NAME, appauthor=False)), Path(
            appdirs.site_data_dir(_NAME, appauthor=False)
        )
    return Path("/etc/xdg", _NAME), Path("/usr/local/share", _NAME)


def _is_named_by_the_system() -> bool:
    """Windows and macOS name the folders themselves; elsewhere the desktop's surroundings do."""
    return appdirs.system in ("win32", "darwin")


def _desktops(environment: Mapping[str, str], variable: str, usual: str) -> Path:
    """As the XDG specification has it: what is empty or no whole path counts as not set."""
    named = Path(environment.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / usual) / _NAME


def templates_folder() -> Path:
    """The folder of the packs that come with the program."""
    return _shipped("templates")


def resources_folder() -> Path:
    """The folder of help pages, icons and dictionaries that come with the program."""
    return _shipped("resources")


def _shipped(name: str) -> Path:
    """In the wheel these folders lie in the package; in a checkout beside `desktop`."""
    package = Path(__file__).resolve().parent.parent
    inside = package / name
    return inside if inside.is_dir() else package.parent.parent / name
