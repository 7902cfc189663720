"""From a role to a style of the template, found once.

The chain, for each role in turn: the style that the pack names for it; Word's own style for the same thing; then the
same again for the wider role (`numbered-paragraph` is a `paragraph`); at last the style of whatever names none.
"""

from collections.abc import Mapping
from typing import Final

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.styles import StyleKind, Styles

# Word's own names (part 4 of ECMA-376's first edition listed them as latent styles).
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "paragraph": ("Body Text", "Normal"),
    "sub-heading": ("Heading 3", "Heading 2"),
    "section-heading": ("Heading 2", "Heading 1"),
    "bullet": ("List Bullet",),
    "bullet-2": ("List Bullet 2",),
    "bullet-3": ("List Bullet 3",),
    "number": ("List Number",),
    "number-2": ("List Number 2",),
    "number-3": ("List Number 3",),
    "list-paragraph": ("List Paragraph",),
    "quotation": ("Quote",),
    "caption": ("Caption",),
    "table": ("Table Grid",),
    "footnote-text": ("Footnote Text",),
    "footnote-reference": ("Footnote Reference",),
    "hyperlink": ("Hyperlink",),
    "draft-mark": ("Header",),
}
_WIDER: Final[Mapping[str, str]] = {
    "numbered-paragraph": "paragraph",
    "unnumbered-paragraph": "paragraph",
    "appendix-heading": "section-heading",
    "recommendation": "paragraph",
    "bullet-3": "bullet-2",
    "bullet-2": "bullet",
    "bullet": "list-paragraph",
    "number-3": "number-2",
    "number-2": "number",
    "number": "list-paragraph",
    "list-paragraph": "paragraph",
    "quotation": "paragraph",
    "caption": "paragraph",
    "picture": "paragraph",
    "table-heading": "table-text",
    "table-text": "paragraph",
    "footnote-text": "paragraph",
    "draft-mark": "header",
    "header": "paragraph",
}


class Looks:
    """The styles of one template by role; each answer is worked out once."""

    def __init__(self, roles: Mapping[str, str], styles: Styles) -> None:
        self._roles = roles
        self._styles = styles
        self._paragraphs: dict[str, str] = {}
        self._sub_headings: dict[int, tuple[str, int | None]] = {}

    @property
    def styles(self) -> Styles:
        """The styles that the roles are looked up in."""
        return self._styles

    @property
    def prompts(self) -> str | None:
        """The id of the character style that prompts have."""
        found = self._styles.named("Placeholder Text", "character")
        return found.id if found else None

    def paragraph(self, role: str) -> str:
        """The id of the paragraph style for a role; `WordError` where the template has no paragraph style at all."""
        known = self._paragraphs.get(role)
        if known is None:
            known = self._paragraphs[role] = self._found(role, "paragraph") or self._default(role)
        return known

    def sub_heading(self, level: int) -> tuple[str, int | None]:
        """The id of the style for a sub-heading of this level from 1 (0: any), and the outline level it does not give.

        The pack's own `sub-heading` where it is of that level; else its, or Word's, heading of that level.
        """
        known = self._sub_headings.get(level)
        if known is None:
            known = self._sub_headings[level] = self._sub_heading(level)
        return known

    def _sub_heading(self, level: int) -> tuple[str, int | None]:
        usual = self.paragraph("sub-heading")
        if not level or self._styles.outline(usual) == level - 1:
            return usual, None
        for name in (self._roles.get(f"heading-{level}", ""), f"heading {level}"):
            style = self._styles.named(name, "paragraph")
            if style is not None and self._styles.outline(style.id) == level - 1:
                return style.id, None
        return usual, level - 1

    def character(self, role: str) -> str | None:
        """The id of the character style for a role, if there is one."""
        return self._found(role, "character")

    def table(self) -> str | None:
        """The id of the style for data tables, if there is one."""
        return self._found("table", "table")

    def given(self, role: str) -> bool:
        """Whether the pack names a style for this role that the template has."""
        name = self._roles.get(role)
        return name is not None and self._styles.named(name, "paragraph") is not None

    def _found(self, role: str, kind: StyleKind) -> str | None:
        wider: str | None = role
        while wider is not None:
            for name in (self._roles.get(wider, ""), *_WORDS.get(wider, ())):
                style = self._styles.named(name, kind)
                if style is not None:
                    return style.id
            # A role of the pack's own making is a kind of paragraph.
            wider = _WIDER.get(wider) or ("paragraph" if wider not in _WORDS and kind == "paragraph" else None)
            if wider == role:
                return None
        return None

    def _default(self, role: str) -> str:
        style = self._styles.default("paragraph")
        if style is None:
            raise WordError(
                f'The template has no paragraph style for "{role}". Name one under [roles] in pack.toml, as the '
                "template calls it."
            )
        return style.id
