"""What the styles of a template mean: which role a paragraph of that style has in a section."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from clerkwell.packs import Pack
from clerkwell.word.ooxml.names import STYLES
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.writer.roles import Looks

_ROLES: Final = (
    *("paragraph", "numbered-paragraph", "unnumbered-paragraph", "quotation", "caption", "picture", "sub-heading"),
    *("section-heading", "appendix-heading"),
)
_LISTS: Final = ("bullet", "number")


@dataclass(frozen=True)
class Meanings:
    """The names of styles by role, folded, in one template; `levels` are those of list items by role.

    `counted` are the styles whose paragraphs Word numbers.
    """

    names: Mapping[str, str]
    levels: Mapping[str, tuple[str, str, str]]
    headings: frozenset[str] = field(default_factory=frozenset)
    counted: frozenset[str] = field(default_factory=frozenset)

    def name(self, role: str) -> str:
        """The name of the style that a role has."""
        return self.names.get(role, self.names["paragraph"])

    def level(self, role: str, style: str) -> int | None:
        """The level that a style tells of an item of this role; none where the levels share their style."""
        own = self.levels.get(role)
        if own is None or own.count(style) != 1:
            return None
        return own.index(style)


def meanings_of(pack: Pack) -> Meanings:
    """What the styles of a pack's template mean; `WordError` if it is no sound document."""
    asked = {role for spec in pack.manifest.section for role in (spec.paragraph, spec.item) if role}
    return _meanings(pack.template, tuple(sorted(pack.manifest.roles.items())), tuple(sorted(asked)))


def folded_style(name: str) -> str:
    """A style's name as two programs may write it alike: Word's own are not told apart by capitals."""
    return " ".join(name.split()).casefold()


@lru_cache(maxsize=8)
def _meanings(template: bytes, roles: tuple[tuple[str, str], ...], asked: tuple[str, ...]) -> Meanings:
    package = OpenPackage(template)
    part = package.related(STYLES)
    styles = Styles(package.tree(part) if part else None)
    looks = Looks(dict(roles), styles)

    def name(role: str) -> str:
        style = styles.get(looks.paragraph(role))
        return folded_style(style.name if style else "")

    headings = {f"heading {level}" for level in range(1, 10)}
    headings |= {folded_style(name) for role, name in roles if role.startswith(("heading", "title", "sub-heading"))}
    return Meanings(
        names={role: name(role) for role in (*_ROLES, *asked)},
        levels={role: (name(role), name(f"{role}-2"), name(f"{role}-3")) for role in (*_LISTS, *asked)},
        headings=frozenset(headings - {name("paragraph")}),
        counted=frozenset(
            folded_style(style.name)
            for style in (styles.get(looks.paragraph(role)) for role in (*_ROLES, *asked))
            if style is not None and styles.numbering(style.id) is not None
        ),
    )
