"""Places as settings name them: IT names one for everybody, by what differs from one user to the next."""

import os
from pathlib import Path


def place(text: str) -> Path | None:
    """The path that a setting names; None where it names none.

    `~` is the user's home folder, and variables stand for what they are here: `$USER`, on Windows `%USERNAME%` too.
    """
    return Path(os.path.expandvars(text.strip())).expanduser() if text.strip() else None
