"""The numbers that Word will give to what a template makes (ECMA-376 part 1, 17.9)."""

from collections.abc import Mapping
from dataclasses import dataclass

from clerkwell.word.ooxml.names import NUMBERING, PPR, STYLES
from clerkwell.word.ooxml.numbering import Labels, Numbering, paragraph_numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.lines import TemplateLine, walked


@dataclass(frozen=True)
class NumberedLine:
    """A line with the numbers it comes out with: one, or as many as it makes paragraphs; "" where it has none.

    `by_style`: its style gives numbers, whatever was done to the line by hand.
    """

    line: TemplateLine
    labels: tuple[str, ...]
    by_style: bool


def template_numbers(template: bytes, texts: Mapping[str, str], each: int = 2) -> tuple[NumberedLine, ...]:
    """The lines of the document itself with their numbers.

    `texts` are the places that reports fill with paragraphs, by tag, and the name of the style that those get; each
    counts as so many. `WordError` for a template that is no sound Word document.
    """
    package = OpenPackage(template)
    styles_part, numbers_part = package.related(STYLES), package.related(NUMBERING)
    styles = Styles(package.tree(styles_part) if styles_part else None)
    numbering = Numbering(package.tree(numbers_part) if numbers_part else None)
    labels = Labels(numbering)
    found: list[NumberedLine] = []
    for paragraph, line in walked(package):
        if line.at.part:
            continue
        filled = next((styles.named(texts[tag], "paragraph") for tag in line.inside[:1] if tag in texts), None)
        properties = None if filled is not None else child(paragraph, PPR)
        style = filled or styles.named(line.style, "paragraph")
        given = paragraph_numbering(properties, style, styles, numbering)
        by_style = paragraph_numbering(None, style, styles, numbering) is not None
        times = each if filled is not None else 1
        found.append(
            NumberedLine(line, tuple("" if given is None else labels.next(*given) for _ in range(times)), by_style)
        )
    return tuple(found)
