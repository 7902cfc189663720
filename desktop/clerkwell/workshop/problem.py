"""What checking a pack says."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class PackProblem:
    """What is wrong with a pack, or worth knowing of it. An error keeps it from being used.

    `where` is the file, or the place in it.
    """

    severity: Literal["error", "warning", "info"]
    message: str
    where: str = ""
