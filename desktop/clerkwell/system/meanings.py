"""What is declared of a setting besides its type, and who can have set one for good."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["off", "info", "warning", "error"]
# Who has the last word on a setting. "user": it says how somebody likes to work, and a policy that cannot be read
# leaves it alone. "both": the user decides unless IT has locked it. "it": only IT decides, and what it says is locked.
Owner = Literal["user", "both", "it"]


@dataclass(frozen=True)
class Meaning:
    """What a setting means, and between what its value (of a text or a list: the length) has to be.

    `strict` is the value of a permission where IT has spoken, but cannot be understood. `title` is what it is called
    for people.
    """

    title: str
    words: str
    least: int = 0
    most: int | None = None
    owner: Owner = "both"
    strict: object = None


@dataclass(frozen=True)
class SetBy:
    """Who has set a setting for good: the file or registry key that says so, and whom the policy names."""

    where: str
    owner: str = ""
    account: bool = False
    unread: bool = False

    @property
    def words(self) -> str:
        """Who it was, for a person."""
        scope = "your account" if self.account else "this computer"
        unread = ", which could not be read" if self.unread else ""
        return f"Set by {self.owner or 'IT'} for {scope}: {self.where}{unread}"
