"""The machine: folders, settings, logging, files.

Every file is written by `atomic_write`, and only this room knows where anything lies.
"""

from clerkwell.system.atomic import atomic_write
from clerkwell.system.crashes import CrashLog, left_behind
from clerkwell.system.errors import FileError
from clerkwell.system.files import make_folder, numbered_copy, read_bytes
from clerkwell.system.locations import Folders, folders, resources_folder, templates_folder
from clerkwell.system.logs import levels, start_logging
from clerkwell.system.ownwords import add_own_word, read_own_words, remove_own_word
from clerkwell.system.packfolders import pack_folders
from clerkwell.system.settings import Settings, load_settings, save_settings

__all__ = [
    "CrashLog", "FileError", "Folders", "Settings", "add_own_word", "atomic_write", "folders", "left_behind", "levels",
    "load_settings", "make_folder", "numbered_copy", "pack_folders", "read_bytes", "read_own_words", "remove_own_word",
    "resources_folder", "save_settings", "start_logging", "templates_folder",
]  # fmt: skip
