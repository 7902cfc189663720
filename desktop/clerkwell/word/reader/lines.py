"""What a Word document says, line by line, with the numbers that Word works out.

Read: words, tabs, breaks, hyphens, symbols, the results of fields, links, controls, text boxes, insertions. Left out on
purpose: deleted and moved-away text (ECMA-376 part 1, 17.13.5), the codes of fields (17.16.23), fallbacks of
alternate content (part 3, 7.6). Hidden text is read: it is there for whoever shows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import FOOTER, FOOTNOTES, HEADER, MC, NUMBERING, PPR, STYLES, TBL, TC, VAL, P, T, w
from clerkwell.word.ooxml.numbering import Labels, Numbering, paragraph_numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Style, Styles

Story = Literal["body", "header", "footer", "footnotes"]

_MARKS = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_PASSED_OVER = frozenset({w("del"), w("moveFrom"), w("instrText"), w("delText"), PPR, f"{{{MC}}}Fallback"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True)
class Line:
    """A paragraph: its words, the label that Word numbers it with ("8.", "•", ""), and its style's name.

    `heading` is its level in the outline from 1, or nothing. `cell` says that it stands in a table.
    """

    text: str
    label: str = ""
    style: str = ""
    story: Story = "body"
    heading: int | None = None
    cell: bool = False


def document_lines(data: bytes) -> tuple[Line, ...]:
    """Every paragraph of a document: headers first, then the body, footnotes and footers, each in order.

    Empty paragraphs are there too. `WordError` if it is no sound Word document.
    """
    package = OpenPackage(data)
    styles_part, numbering_part = package.related(STYLES), package.related(NUMBERING)
    styles = Styles(package.tree(styles_part) if styles_part else None)
    numbering = Numbering(package.tree(numbering_part) if numbering_part else None)
    relations = list(package.relations(package.main))

    def parts(kind: str) -> list[str]:
        names = [each.target for each in relations if each.kind == kind and each.target in package.names]
        return list(dict.fromkeys(names))

    stories: list[tuple[Story, str]] = [("header", part) for part in parts(HEADER)]
    stories.append(("body", package.main))
    stories += [("footnotes", part) for part in parts(FOOTNOTES)]
    stories += [("footer", part) for part in parts(FOOTER)]
    done: list[Line] = []
    for story, part in stories:
        labels = Labels(numbering)
        for paragraph in _paragraphs(package.tree(part)):
            done.append(_line(paragraph, story, styles, numbering, labels))
    return tuple(done)


def paragraph_text(paragraph: Element) -> str:
    """The words of a paragraph, without those of text boxes in it."""
    return "".join(_words(paragraph))


def _paragraphs(root: Element) -> Iterator[Element]:
    for child in root:
        if child.tag in _PASSED_OVER or (child.tag == w("footnote") and child.get(w("type")) in _SEPARATORS):
            continue
        if child.tag == P:
            yield child
        yield from _paragraphs(child)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == T:
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[str(child.tag)]
        elif child.tag == w("sym"):
            yield chr(int(child.get(w("char"), "20"), 16))
        elif child.tag not in _PASSED_OVER and child.tag not in (P, TBL, w("txbxContent")):
            yield from _words(child)


def _line(paragraph: Element, story: Story, styles: Styles, numbering: Numbering, labels: Labels) -> Line:
    properties = paragraph.find(PPR)
    style = _style(properties, styles)
    numbered = paragraph_numbering(properties, style, styles, numbering)
    outline = styles.outline(style.id) if style else None
    return Line(
        text=paragraph_text(paragraph),
        label=labels.next(*numbered) if numbered else "",
        style=style.name if style else "",
        story=story,
        heading=None if outline is None else outline + 1,
        cell=next(paragraph.iterancestors(TC), None) is not None,
    )


def _style(properties: Element | None, styles: Styles) -> Style | None:
    named = None if properties is None else properties.find(w("pStyle"))
    found = None if named is None else styles.get(named.get(VAL, ""))
    return found or styles.default("paragraph")
