"""What a comparison of two packs says."""

from dataclasses import dataclass
from typing import Literal

Subject = Literal[
    "About the template",
    "Header",
    "Sections",
    "Lists",
    "Standard wordings",
    "Checking",
    "Deadlines and files",
    "The document",
]


@dataclass(frozen=True)
class PackChange:
    """One change. `moves` says that it moves what authors have written: text of a part that is no more, for one."""

    subject: Subject
    says: str
    moves: bool = False
