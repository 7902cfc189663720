"""The machine: folders, settings, logging, files.

Every file is written by `atomic_write`, and only this room knows where anything lies. What is exported is loaded when
it is first asked for: a process that only works for the window is there the sooner.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand

if TYPE_CHECKING:
    from clerkwell.system.atomic import atomic_write
    from clerkwell.system.crashes import CrashLog, left_behind
    from clerkwell.system.errors import FileError
    from clerkwell.system.files import make_folder, numbered_copy, read_bytes
    from clerkwell.system.loading import load_settings
    from clerkwell.system.locations import Folders, folders, resources_folder, templates_folder
    from clerkwell.system.logs import levels, start_logging
    from clerkwell.system.ownwords import add_own_word, read_own_words, remove_own_word
    from clerkwell.system.packfolders import pack_folders
    from clerkwell.system.settings import Settings, save_settings

__all__ = [
    "CrashLog", "FileError", "Folders", "Settings", "add_own_word", "atomic_write", "folders", "left_behind", "levels",
    "load_settings", "make_folder", "numbered_copy", "pack_folders", "read_bytes", "read_own_words", "remove_own_word",
    "resources_folder", "save_settings", "start_logging", "templates_folder",
]  # fmt: skip

# Where in this room each of them is.
_WHERE: Final = {
    "CrashLog": "crashes",
    "FileError": "errors",
    "Folders": "locations",
    "Settings": "settings",
    "add_own_word": "ownwords",
    "atomic_write": "atomic",
    "folders": "locations",
    "left_behind": "crashes",
    "levels": "logs",
    "load_settings": "loading",
    "make_folder": "files",
    "numbered_copy": "files",
    "pack_folders": "packfolders",
    "read_bytes": "files",
    "read_own_words": "ownwords",
    "remove_own_word": "ownwords",
    "resources_folder": "locations",
    "save_settings": "settings",
    "start_logging": "logs",
    "templates_folder": "locations",
}

__getattr__ = on_demand(__name__, _WHERE)
