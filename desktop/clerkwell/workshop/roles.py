"""Do the styles that a pack names for each role have what the role needs?"""

from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.load import MANIFEST, TEMPLATE
from clerkwell.word.ooxml import Places
from clerkwell.word.template import StyleLook, TemplateLine
from clerkwell.workshop.problem import PackProblem

_KINDS: Final[Mapping[str, str]] = {"table": "table", "hyperlink": "character", "footnote-reference": "character"}
# May be a style of either kind.
_EITHER: Final = frozenset({"field-label"})
_BULLETS: Final = ("bullet", "bullet-2", "bullet-3")
_NUMBERS: Final = ("number", "number-2", "number-3")
_PLAIN: Final = (
    "paragraph",
    "unnumbered-paragraph",
    "field-text",
    "table-text",
    "table-heading",
    "quotation",
    "caption",
)


def missing_roles(pack: Pack, places: Places) -> Iterator[PackProblem]:
    """Roles that name a style which the template does not have."""
    # Word shows "Heading 1" and writes "heading 1": the names of its own styles are the same in any case.
    names = places.paragraph_styles | places.character_styles | places.table_styles
    styles = {name.casefold() for name in names}
    for role, style in pack.manifest.roles.items():
        if style.casefold() not in styles:
            yield PackProblem(
                "error",
                f"“{_plain(role)}” is to have the style “{style}”, which the document does not have. Make it in Word "
                "(Home > Styles > New Style), or name another.",
                MANIFEST,
            )


def role_problems(pack: Pack, looks: tuple[StyleLook, ...], lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Roles whose style is not what it has to be, and letters that are too small."""
    by_name: dict[str, list[StyleLook]] = {}
    for look in looks:
        by_name.setdefault(look.name.casefold(), []).append(look)
    for role, name in pack.manifest.roles.items():
        of_name = by_name.get(name.casefold(), [])
        kind = _KINDS.get(role, "paragraph")
        fitting = next((each for each in of_name if each.kind == kind or role in _EITHER), None)
        if of_name and fitting is None:
            yield PackProblem(
                "error",
                f"“{_plain(role)}” needs a {kind} style, and “{name}” is a {of_name[0].kind} style. Name another, or "
                "make it anew with that type (Home > Styles > New Style > Style type).",
                MANIFEST,
            )
        elif fitting is not None:
            yield from _fit(role, fitting, pack)
    yield from _small(pack, looks, lines)


def _fit(role: str, look: StyleLook, pack: Pack) -> Iterator[PackProblem]:
    where = f"{TEMPLATE}, the style “{look.name}”"
    if role in _BULLETS and look.marks != "bullet":
        yield PackProblem(
            "error", f"It has no bullets, and “{_plain(role)}” is set in it. Give the style a bullet.", where
        )
    if role in _NUMBERS and look.marks in ("", "bullet"):
        yield PackProblem(
            "error", f"It has no numbers, and “{_plain(role)}” is set in it. Give the style a number.", where
        )
    if role == "numbered-paragraph" and look.marks in ("", "bullet") and pack.manifest.pack.numbering == "paragraphs":
        yield PackProblem(
            "error",
            "Its paragraphs have no numbers, and the pack numbers paragraphs: numbers on the screen and references "
            "would point at nothing. Give the style a number that goes on through the document.",
            where,
        )
    if role in _PLAIN and look.marks:
        yield PackProblem("warning", f"It numbers or bullets its paragraphs, and “{_plain(role)}” is set in it.", where)
    if role.startswith("heading-") and role[8:].isdecimal() and look.level != int(role[8:]):
        is_now = f"of level {look.level}" if look.level else "no heading"
        yield PackProblem(
            "error",
            f"It is {is_now}, and headings of level {role[8:]} are set in it. Set its outline level (Modify > "
            "Format > Paragraph).",
            where,
        )
    language = pack.manifest.pack.language
    if look.language and look.language.casefold() != language.casefold():
        yield PackProblem(
            "warning",
            f"Its language is {look.language}, and the pack’s is {language}: Word would check its words in the wrong "
            "one (Modify > Format > Language).",
            where,
        )


def _small(pack: Pack, looks: tuple[StyleLook, ...], lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Letters smaller than the council allows."""
    least = pack.manifest.pages.smallest
    used = {line.style.casefold() for line in lines} | {name.casefold() for name in pack.manifest.roles.values()}
    for look in looks:
        if least and 0 < look.size < least and look.name.casefold() in used:
            yield PackProblem(
                "warning",
                f"Its letters have {look.size:g} points; the pack allows no fewer than {least:g}.",
                f"{TEMPLATE}, the style “{look.name}”",
            )


def _plain(role: str) -> str:
    """A role as a person calls it: `numbered paragraph`, `bullet 2`."""
    return role.replace("-", " ")
