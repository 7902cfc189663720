"""Does Word number what a template makes as the program does, and nobody by hand?"""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.load import TEMPLATE
from clerkwell.word.template import TemplateLine
from clerkwell.word.template.numbers import NumberedLine, template_numbers
from clerkwell.workshop.problem import PackProblem

_TYPED: Final = re.compile(
    r"\s*(?P<number>\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[A-Z][.)]|[ivxIVX]{1,4}[.)]))\s+\S"
)
_COUNT: Final = re.compile(r"\d+")


def number_problems(pack: Pack) -> Iterator[PackProblem]:
    """Headings with typed numbers, and numbers that do not go on; `WordError` where the template cannot be read."""
    role = pack.manifest.roles.get("numbered-paragraph", "")
    numbered = [spec for spec in pack.manifest.section if spec.numbered]
    by_paragraphs = pack.manifest.pack.numbering == "paragraphs"
    texts = {f"body:{spec.id}": role for spec in numbered if not spec.paragraph} if by_paragraphs and role else {}
    lines = template_numbers(pack.template, texts)
    yield from _typed(lines)
    if by_paragraphs:
        filled = [each for each in lines if each.line.inside[:1] and each.line.inside[0] in texts]
        yield from _paragraphs(filled, pack, role)
    elif pack.manifest.pack.numbering == "headings":
        yield from _headings(lines, {f"heading:{spec.id}" for spec in numbered})


def _typed(lines: tuple[NumberedLine, ...]) -> Iterator[PackProblem]:
    """Numbers that somebody typed before the words of a heading."""
    for each in lines:
        found = _TYPED.match(each.line.words)
        if found is None or not _is_heading(each.line):
            continue
        number = found["number"]
        if each.by_style:
            says = f"its style, {each.line.style}, numbers it as well: it would have two. Delete what is typed."
        else:
            says = (
                "it stays as it is when a part before it is left out. Delete it, and let a heading style number the "
                "headings (Home > Multilevel List)."
            )
        yield PackProblem(
            "warning" if each.by_style else "info",
            f"The number “{number}” of “{each.line.words}” is typed, and {says}",
            f"{TEMPLATE}, {each.line.at.words}",
        )


def _is_heading(line: TemplateLine) -> bool:
    return bool(line.level) or any(tag.startswith("heading:") for tag in line.holds)


def _paragraphs(filled: list[NumberedLine], pack: Pack, role: str) -> Iterator[PackProblem]:
    """Paragraphs that begin again: the numbers on the screen, and references to them, would be others than Word's."""
    expected = 0
    for each in filled:
        for label in each.labels:
            expected += 1
            shown = _COUNT.search(label)
            if not label or (shown and int(shown[0]) == expected):
                continue
            spec = pack.section(each.line.inside[0].partition(":")[2])
            title = spec.title if spec else each.line.shown
            yield PackProblem(
                "error",
                f"The numbering does not go on: Word gives a paragraph of “{title}” the number {label.strip('. ')}, "
                f"where the program has {expected}, so references would point at other paragraphs. Let the style "
                f"“{role}” number through the whole document: right-click a number > Continue Numbering, then "
                "right-click the style > Update to Match.",
                f"{TEMPLATE}, {each.line.at.words}",
            )
            return


def _headings(lines: tuple[NumberedLine, ...], numbered: set[str]) -> Iterator[PackProblem]:
    """Headings of parts whose numbers do not count as the program counts them."""
    expected = 0
    for each in lines:
        tags = [tag for tag in (*each.line.holds, *each.line.inside[:1]) if tag.startswith("heading:")]
        if not tags:
            continue
        [label] = each.labels
        shown = _COUNT.search(label)
        if not any(tag in numbered for tag in tags):
            if shown:
                yield PackProblem(
                    "error",
                    f"Word numbers “{each.line.words}”, and the pack does not: every number after it would differ from "
                    "the program’s. Give it a heading style without a number, or number the section in the pack.",
                    f"{TEMPLATE}, {each.line.at.words}",
                )
            continue
        expected += 1
        if shown is None:
            yield PackProblem(
                "error",
                f"“{each.line.words}” has no number in the document, and the pack numbers its headings. Give it the "
                "style of the headings beside it, and take off what was changed by hand (Ctrl+Q).",
                f"{TEMPLATE}, {each.line.at.words}",
            )
        elif int(shown[0]) != expected:
            yield PackProblem(
                "error",
                f"The numbering does not go on: “{each.line.words}” has the number {shown[0]} in the document, and "
                f"{expected} in the program. Right-click the number > Continue Numbering.",
                f"{TEMPLATE}, {each.line.at.words}",
            )
            return
