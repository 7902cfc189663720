"""Appendices that are written in the report: each on pages of its own, at the end of the document.

The template says where by `repeat:appendix-pages`; without it they come after all else. Their paragraphs take no
number: the Main Report's numbers end with it. An appendix that is also a file or a link is listed as that, and printed.
"""

from collections.abc import Iterable, Sequence

from lxml.etree import _Element as Element

from clerkwell.model import Appendix
from clerkwell.packs.repeating import APPENDIX_PAGES
from clerkwell.word.ooxml.controls import Control
from clerkwell.word.ooxml.names import BODY, PPR, SECT_PR, P, w
from clerkwell.word.ooxml.xml import child, pieces
from clerkwell.word.writer.clearing import take_out
from clerkwell.word.writer.fields import fill, printed
from clerkwell.word.writer.layout import Ways
from clerkwell.word.writer.levels import below, level_of
from clerkwell.word.writer.listing import Listing
from clerkwell.word.writer.parting import block_before, drop_needless_end
from clerkwell.word.writer.repeats import as_one, copies, fields_of
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.sections import put_blocks

_BEFORE_BREAK = frozenset({w("pStyle"), w("keepNext"), w("keepLines")})


def appendix_place(places: Iterable[Control]) -> Control | None:
    """The template's place for appendices that are written in the report."""
    return next((each for each in places if each.kind == "repeat" and each.id == APPENDIX_PAGES), None)


def add_appendix_pages(root: Element, place: Control | None, appendices: Sequence[Appendix], listing: Listing) -> None:
    """Print these appendices in the template's place for them, or at the end."""
    if not appendices:
        if place is not None:
            take_out(place.element)
        return
    made = place is None
    if place is None:
        place = _place_at_the_end(root, listing)
    for appendix, element in zip(appendices, copies(as_one(place.element), len(appendices), listing.ids), strict=True):
        _fill(element, appendix, listing, made=made)
        begin_page(element)


def _fill(element: Element, appendix: Appendix, listing: Listing, *, made: bool) -> None:
    # In a place of our own making a space stands before the number.
    dash = "" if not made or not appendix.title.strip() else " – " if appendix.number.strip() else "– "
    title = dash + appendix.title
    said = {"number": appendix.number, "title": title}
    for each in fields_of(element, APPENDIX_PAGES):
        name = each.id.partition(".")[2]
        if name in said:
            fill(each, printed(listing.pack.field(each.id), said[name]), listing.placeholder)
        elif name == "text":
            under = below(level_of(element, listing.supplies.looks.styles))
            way = Ways(named=listing.supplies.targets.blocks, sub_heading=under)
            put_blocks(each, listing.elements(appendix.blocks, way, each.element))


def begin_page(element: Element) -> None:
    """Let the first paragraph begin a page (17.3.1.23)."""
    line = next(element.iter(P), None)
    if line is None:
        return
    properties = child(line, PPR)
    if properties is None:
        properties = line.makeelement(PPR, {})
        line.insert(0, properties)
    if child(properties, w("pageBreakBefore")) is None:
        at = sum(1 for each in properties if each.tag in _BEFORE_BREAK)
        properties.insert(at, properties.makeelement(w("pageBreakBefore"), {}))


def _place_at_the_end(root: Element, listing: Listing) -> Control:
    body = root.find(BODY)
    assert body is not None, "a document has a body"
    looks = listing.supplies.looks
    line = (
        f'<w:p>{unnumbered_heading(looks)}<w:r><w:t xml:space="preserve">Appendix </w:t></w:r>'
        + _control("field", "number", "Appendix page: number", listing, "<w:r><w:t>1</w:t></w:r>")
        + _control("field", "title", "Appendix page: title", listing, "<w:r><w:t>Title</w:t></w:r>")
        + "</w:p>"
    )
    text = f'<w:p><w:pPr><w:pStyle w:val="{looks.paragraph("paragraph")}"/></w:pPr></w:p>'
    inner = line + _control("field", "text", "Appendix page: text", listing, text)
    [element] = pieces(_control("repeat", "", "Appendix page", listing, inner))
    last = body.find(SECT_PR)
    end = next((each for each in reversed(body) if each is not last), None)
    table = None if end is None else block_before(end)
    if table is not None:
        drop_needless_end(table)
    if last is None:
        body.append(element)
    else:
        last.addprevious(element)
    return Control(element, "repeat", APPENDIX_PAGES)


def unnumbered_heading(looks: Looks) -> str:
    """The properties of a heading over what comes after the report itself."""
    style = looks.paragraph("appendix-heading")
    # In a pack that numbers its headings an appendix has a number of its own.
    unnumbered = '<w:numPr><w:numId w:val="0"/></w:numPr>' if looks.styles.numbering(style) is not None else ""
    return f'<w:pPr><w:pStyle w:val="{style}"/>{unnumbered}</w:pPr>'


def _control(kind: str, name: str, title: str, listing: Listing, inner: str) -> str:
    tag = f"{kind}:{APPENDIX_PAGES}.{name}".rstrip(".")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{tag}"/><w:id w:val="{listing.ids.fresh()}"/>'
        f"</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )
