"""Writing a report: the pack's document opened, its places filled, and what must change in it changed, no more.

The steps, in order: sections that do not stand go, and the rest are put in order; repeats come once for each row;
fields, headings and bodies are filled; appendices that are written in the report come last, and after them a draft's
consultation log; what was left empty goes; pages turn; contents are listed; a draft is marked, a final made plain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml.etree import _Element as Element

from clerkwell.model import Report, give_ids
from clerkwell.packs import Pack, Part, outline
from clerkwell.packs.numbering import numbers_of
from clerkwell.packs.repeating import written_appendices
from clerkwell.word.ooxml.controls import controls
from clerkwell.word.ooxml.names import BODY, STYLES
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories_with_controls
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.writer.appendix_pages import add_appendix_pages, appendix_place
from clerkwell.word.writer.bookmarks import bookmark_heading, settle_references
from clerkwell.word.writer.comment_parts import add_comments
from clerkwell.word.writer.comment_places import place_comments
from clerkwell.word.writer.comments import Remarks
from clerkwell.word.writer.consultation_log import add_log, has_log_place
from clerkwell.word.writer.contents import fill_contents
from clerkwell.word.writer.draft import keep_looks_in_controls, mark_draft
from clerkwell.word.writer.filling import Filling
from clerkwell.word.writer.final import make_plain
from clerkwell.word.writer.items import out_of_cell
from clerkwell.word.writer.labels import settle_numbers
from clerkwell.word.writer.layout import Ways, ways
from clerkwell.word.writer.levels import group_levels, sub_heading_level
from clerkwell.word.writer.listing import (
    Listing,
    by_number_places,
    fill_listing,
    keep_as_body,
    listed,
    put_after,
    table_round,
)
from clerkwell.word.writer.lists import ListPlanner
from clerkwell.word.writer.mirrors import fill_mirrors
from clerkwell.word.writer.notes import Notes
from clerkwell.word.writer.nums import Nums
from clerkwell.word.writer.page import A4, page_of
from clerkwell.word.writer.properties import set_properties
from clerkwell.word.writer.references import targets
from clerkwell.word.writer.repeats import Ids
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.sections import (
    fill_body,
    fill_heading,
    heading_stands_apart,
    position,
    repeat_groups,
    settle_repeat_groups,
    settle_sections,
)
from clerkwell.word.writer.supplies import Supplies, highest_bookmark
from clerkwell.word.writer.titles import part_titles
from clerkwell.word.writer.traces import clear_traces
from clerkwell.word.writer.turns import settle_turns


def write_document(
    report: Report,
    pack: Pack,
    *,
    draft: bool,
    attachments: Mapping[str, bytes] | None = None,
    mark: str = "",
    listed: Report | None = None,
    identity: str = "",
    log: bool = True,
) -> bytes:
    """The Word document of a report: the pack's own, filled in. The same report and pack make the same bytes.

    A draft keeps its content controls and says DRAFT on every page. `attachments` are the files kept with the report,
    by name, for its pictures. `mark` are words for the head of every page of a final; `listed` is the report as its
    list of appendices says it, where that says more than the headings of their pages. `identity` is what a draft names
    the report by that it was made of, to come home to it; a final never names it. `log`: a draft ends with the
    consultation log, where the template has no place for it. `WordError` says what keeps the document from being made.
    """
    # A file that another program wrote may hold blocks without ids, or with one between them.
    report, as_listed = give_ids(report), give_ids(listed or report)
    package = OpenPackage(pack.template)
    clear_traces(package)
    root = package.touch(package.main)
    styles_part = package.related(STYLES)
    looks = Looks(pack.manifest.roles, Styles(package.tree(styles_part) if styles_part else None))
    parts = outline(report, pack)
    standing = [part for part in parts if part.stands]
    stories = _stories(package)
    ids = Ids([package.tree(each) for each in (package.main, *stories_with_controls(package))])
    places = settle_sections(root, parts, pack, ids)
    # Looked for while the document is small.
    there = controls(root)
    groups = repeat_groups([*there, *(each for part in stories for each in controls(package.tree(part)))], pack)
    pages = appendix_place(there)
    appendices = written_appendices(report, pack)
    standing.sort(key=lambda part: position(places[part.id]))
    found = targets(report, standing, numbers_of(standing, pack), highest_bookmark(package) + 1, appendices)
    body = root.find(BODY)
    page = A4 if body is None else page_of(body)
    supplies = Supplies(
        package,
        package.main,
        looks,
        Nums(package, looks),
        Notes(package),
        by_number_places(found, standing, places, pack),
        page,
        attachments or {},
    )
    if draft:
        supplies.remarks = Remarks(report)
    for part in (package.main, *stories):
        inside = supplies if part == package.main else supplies.for_part(part)
        Filling(as_listed, pack, inside, ids, final=not draft).fill(package.tree(part))
    listing = Listing(pack, supplies, Ways(), ListPlanner(), ids)
    _fill_sections(standing, places, group_levels(there, looks.styles), listing)
    add_appendix_pages(root, pages, appendices, listing)
    if draft and log and not has_log_place(there):
        add_log(root, report, listing)
    settle_repeat_groups(groups)
    supplies.settle_footnotes()
    settle_references(root, supplies.targets)
    settle_numbers(package, looks.styles, supplies.targets)
    settle_turns(root, looks.styles)
    fill_contents(package, looks.styles, page.width)
    fill_mirrors(package, report, pack, looks.prompts)
    if draft:
        if supplies.remarks.all:
            place_comments(root, supplies.remarks.left(), report, places)
            add_comments(package, supplies.remarks.all, looks)
        keep_looks_in_controls(root)
        part_titles(package)
        mark_draft(package, looks)
    else:
        make_plain(package)
        if mark:
            mark_draft(package, looks, mark)
    set_properties(package, report, pack, identity=identity if draft else "")
    return package.save()


def _stories(package: OpenPackage) -> list[str]:
    """The headers, footers and notes that hold places; only these are opened to be changed."""
    found = [each for each in stories_with_controls(package) if each != package.main and controls(package.tree(each))]
    for part in found:
        package.touch(part)
    return found


def _fill_sections(
    standing: Sequence[Part], places: Mapping[str, Element], groups: Mapping[str, int], whole: Listing
) -> None:
    pack, targets, styles = whole.pack, whole.supplies.targets, whole.supplies.looks.styles
    moved: dict[Element, list[tuple[Part, list[Element]]]] = {}
    for part in standing:
        within = controls(places[part.id])
        way = ways(part, pack, targets.blocks)
        if heading_stands_apart(within):
            way = replace(way, heading="")
        headings = [] if way.heading else within
        way = replace(way, sub_heading=sub_heading_level(part, headings, groups, styles))
        fill_heading(within, part, run_in=bool(way.heading))
        heading = targets.get("section", part.id)
        if heading is not None:
            bookmark_heading(within, heading)
        listing = replace(whole, way=way)
        place = listed(part, within, pack)
        if place is not None:
            fill_listing(part, within, *place, listing)
            continue
        body = next((each for each in within if each.kind == "body"), None)
        blocks = part.section.blocks if part.section else ()
        table = None if body is None else table_round(body.element)
        if table is not None:
            blocks, tables = out_of_cell(blocks)
        fill_body(within, part.id, listing.elements(blocks, way, None if body is None else body.element))
        if table is not None and tables:
            own = list(listing.elements(tables, replace(way, heading=""), table))
            # A table without rows prints nothing.
            if own:
                moved.setdefault(table, []).append((part, own))
    for table, given in moved.items():
        put_after(table, [each for _, elements in given for each in elements])
        for part, elements in given:
            keep_as_body(part, elements, whole)
