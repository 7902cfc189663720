"""The machine: folders, settings, logging, files.

Every file is written by `atomic_write`, and only this room knows where anything lies.
"""

from clerkwell.system.atomic import atomic_write
from clerkwell.system.errors import FileError
from clerkwell.system.files import numbered_copy, read_bytes

__all__ = ["FileError", "atomic_write", "numbered_copy", "read_bytes"]
