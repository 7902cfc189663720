"""Text in, report out: the steps of an import in their order."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clerkwell.intake import accounts
from clerkwell.intake.appendix_pages import parted
from clerkwell.intake.authors import AUTHORS, author_block
from clerkwell.intake.blocks import as_words
from clerkwell.intake.body import Body
from clerkwell.intake.boxes import unboxed
from clerkwell.intake.captions import with_captions
from clerkwell.intake.details import left_blank, other_officer, with_day_told, with_details
from clerkwell.intake.drafts import BEFORE_HEADINGS, Stray
from clerkwell.intake.furniture import take_out
from clerkwell.intake.guessing import with_guesses
from clerkwell.intake.header import Header, read_header
from clerkwell.intake.headings import Headings, looks_short
from clerkwell.intake.implications import unrolled
from clerkwell.intake.joining import join
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line, read_lines
from clerkwell.intake.markup import in_words
from clerkwell.intake.part_heads import is_section_head
from clerkwell.intake.reasons import with_reasons
from clerkwell.intake.recognising import evidence, recognise
from clerkwell.intake.references import with_own_ids, with_references
from clerkwell.intake.refusing import refuse_if_no_text, refuse_if_nothing_fits, refuse_if_other
from clerkwell.intake.regions import header_end, without_tables
from clerkwell.intake.results import Finding, Imported, Mapped
from clerkwell.intake.sections import walk
from clerkwell.intake.settled import Settled, settled
from clerkwell.intake.tabled import tables_as_blocks
from clerkwell.intake.titled import with_item_title, with_title
from clerkwell.model import FieldValue, Report, Row, Section, TrayItem, give_ids
from clerkwell.packs import Pack, PackNotFoundError, understand
from clerkwell.packs.repeating import OTHER_DETAILS

# An entry of a list of appendices that has no number.
_CLOSED_APPENDIX = re.compile(r"(?:exempt|confidential) (?:appendix|annex)\b", re.IGNORECASE)
# "A2. The trade asked": a paragraph's number, in sections that have letters.
_LETTERED = re.compile(r"[A-H]\d{1,2}(?:\.\d{1,2})?[.)]\s")
# So many headings by style make a Word document one that has a report's shape.
_HEADINGS = 2
# So many lines over the first heading are a notice; more are text.
_FEW_LINES = 3


def import_text(text: str, packs: Sequence[Pack], pack_id: str | None = None) -> Imported:
    """The report that a text holds, in the pack whose layout it has, or in the one asked for by `pack_id`.

    Raises `NotAReportError` for a text that is no report, and `PackNotFoundError` if there is no such pack.
    """
    refuse_if_no_text(text)
    lines, furniture = take_out(read_lines(text))
    lines, numbers = unboxed(lines)
    return import_lines(lines, packs, pack_id, [*furniture, *numbers])


def import_lines(
    lines: Sequence[Line],
    packs: Sequence[Pack],
    pack_id: str | None = None,
    furniture: Sequence[Line] = (),
    *,
    ours: bool = False,
) -> Imported:
    """The report that these lines make, wherever they came from. `furniture` was left out of them and is accounted for.

    Lines of `ours` were exported from here, so that they are no letter. Raises as `import_text` does.
    """
    asked = pack_id is not None
    if not ours:
        refuse_if_other(lines, sure=asked and _is_from_word(lines))
    origin = recognise(lines, packs)
    pack = _asked_for(packs, pack_id) if pack_id is not None else origin
    if pack is None:
        raise PackNotFoundError("There is no template to bring a report into.")
    if not ours and not (_is_from_word(lines) and (asked or _shows_headings(lines))):
        refuse_if_nothing_fits(evidence(lines, packs), asked=asked)
    return _imported(lines, pack, origin if origin is not pack else None, furniture, ours)


def _is_from_word(lines: Sequence[Line]) -> bool:
    return any(line.known is not None for line in lines)


def _shows_headings(lines: Sequence[Line]) -> bool:
    """Whether a Word document has headings that its styles or its outline say to be some: evidence of their own."""
    return sum(1 for line in lines if line.mark and looks_short(line)) >= _HEADINGS


def _asked_for(packs: Sequence[Pack], pack_id: str) -> Pack:
    for pack in packs:
        if pack.id == pack_id:
            return pack
    ids = ", ".join(sorted({pack.id for pack in packs})) or "none"
    raise PackNotFoundError(f'There is no pack "{pack_id}". Installed packs: {ids}.')


def _imported(
    lines: Sequence[Line], pack: Pack, origin: Pack | None, furniture: Sequence[Line], ours: bool
) -> Imported:
    """The report of these lines in `pack`; `origin` is the pack it was written in, if that is another one."""
    labels, headings = Labels(pack, origin), Headings(pack, origin)
    end = header_end(lines, pack, labels, headings)
    head, rest = without_tables(lines, end, pack, labels, headings)
    header = with_title(with_guesses(read_header(head, pack, labels, headings), pack), pack)
    header, untitled = with_item_title(header, rest, pack, headings)
    issues = unrolled(untitled, pack, headings)
    below = tables_as_blocks([_apart(line) for line in issues.lines], pack, headings, labels)
    report_lines, pages = parted(below, pack, headings)
    joined = join(report_lines, lambda line: _stands_alone(line, labels, headings))
    author = _author_words(header, pack)
    signed = author_block(joined.lines, pack, headings, labels, author)
    text = joined.lines[: signed.start] if signed else joined.lines
    filled = {name for name, value in header.fields.items() if value.text.strip()}
    body = walk([*header.opening, *text, *header.end_matter], pack, headings, labels, filled)
    body.fields.update(issues.signed)

    mapped = [*header.mapped, *issues.mapped, *body.mapped, *(signed.mapped if signed else ())]
    mapped += [Mapped(in_words(line.runs), "page") for line in furniture]
    made = settled(body.sections, pages, pack, mapped)
    sections = _without_lists(made, pack) if ours else made.sections
    detailed, strays = _with_details(header, body.strays, pack, bool(body.sections))
    repeats = dict(with_day_told(detailed, pack))
    fields = dict(with_reasons(_fields(header, body, pack), pack))
    if signed and (officer := other_officer(header, fields, signed.rows, pack)):
        del fields["report-author"]
        repeats[OTHER_DETAILS] = (officer, *repeats.get(OTHER_DETAILS, ()))
        mapped = [each for each in mapped if each.words != officer["label"].text]
    if blank := left_blank(header, fields, pack, [*(signed.blank if signed else ()), *body.blank]):
        repeats[OTHER_DETAILS] = (*blank, *repeats.get(OTHER_DETAILS, ()))
        labels_kept = {said.text for row in blank for said in row.values()}
        mapped = [each for each in mapped if each.words not in labels_kept]
    if signed:
        repeats[AUTHORS] = (*signed.rows, *repeats.get(AUTHORS, ()))
    report = give_ids(
        Report(
            pack=pack.ref,
            fields=fields,
            repeats=repeats,
            sections=sections,
            appendices=made.listed.appendices,
            background_papers=made.listed.papers,
            tray=tuple(TrayItem(text=as_words(stray.lines), came_from=_came_from(stray)) for stray in strays),
        )
    )
    findings = [
        *_tray(strays),
        *_among_others(repeats.get(OTHER_DETAILS, ())),
        *accounts.lacking(report, pack, _seen(header, body, repeats), body.groups, body.inferred),
        *accounts.headless(report, pack),
        *accounts.reworded(body.sections, pack),
        *accounts.unnumbered(body.left_out),
        *accounts.renumbered(report, pack, body.sections, _by_block(report, made.numbers)),
        *_page_turns(joined.turns, furniture),
    ]
    moved: dict[str, str] = {}
    captioned = with_captions(report, pack, mapped, moved)
    # A caption that went into its table takes along what points at it.
    anchors = {
        name: tuple(("table", moved[target]) if target in moved else (to, target) for to, target in found)
        for name, found in made.anchors.items()
    }
    linked = with_references(captioned, pack, anchors, ours=ours)
    if linked.left:
        findings.append(accounts.unlinked(linked.left))
    return Imported(with_own_ids(linked.report), pack, tuple(findings), tuple(mapped))


def _with_details(
    header: Header, strays: Sequence[Stray], pack: Pack, sections: bool
) -> tuple[Mapping[str, tuple[Row, ...]], list[Stray]]:
    """The header's rows, with other details of the pack among them, and what still has no place.

    A few lines that stand over the first of the `sections` are the header's too.
    """
    repeats, left = with_details(header.repeats, header.left, pack, header.in_table)
    placed = [Stray("in the header", list(left))] if left else []
    for stray in strays:
        if stray.where == BEFORE_HEADINGS and sections and len(stray.lines) <= _FEW_LINES:
            repeats, rest = with_details(repeats, stray.lines, pack)
            placed += [Stray(stray.where, list(rest))] if rest else []
        else:
            placed.append(stray)
    return repeats, placed


def _apart(line: Line) -> Line:
    """A line of the body as it stands: a paragraph of a Word document is apart from others without an empty line.

    Where its headings can be seen to be some, nothing hangs on that.
    """
    if line.known is None or line.known.styled or line.known.rows or line.gap:
        return line
    return replace(line, gap=1)


def _without_lists(made: Settled, pack: Pack) -> tuple[Section, ...]:
    """The sections without those that only list appendices or papers: they stand by what they list."""
    listed = {"appendices": made.listed.appendices, "background-papers": made.listed.papers}
    lists = {spec.id for spec in pack.manifest.section if listed.get(spec.kind)}
    return tuple(each for each in made.sections if each.blocks or each.heading or each.id not in lists)


def _stands_alone(line: Line, labels: Labels, headings: Headings) -> bool:
    if len(line.text) > 300:
        return False
    return (
        is_section_head(line)
        or _LETTERED.match(line.text) is not None
        or _CLOSED_APPENDIX.match(line.text) is not None
        or headings.whole(line) is not None
        or headings.begins(line) is not None
        or labels.at_start(line.text, loose=False) is not None
    )


def _author_words(header: Header, pack: Pack) -> str:
    """What the header says of the report's author, by whom the block at the end is known."""
    ids = ("report-author", "author")
    return next((header.fields[each].text for each in ids if pack.field(each) and each in header.fields), "")


def _fields(header: Header, body: Body, pack: Pack) -> Mapping[str, FieldValue]:
    late = {
        spec.id: understand(spec, body.fields[spec.id], pack) for spec in pack.single_fields if spec.id in body.fields
    }
    return {**header.fields, **late}


def _seen(header: Header, body: Body, repeats: Mapping[str, tuple[Row, ...]]) -> frozenset[str]:
    present = {f"{repeat}.{name}" for repeat, rows in repeats.items() for row in rows for name in row}
    return frozenset({*header.seen, *body.seen, *present})


def _by_block(report: Report, numbers: Mapping[tuple[str, int], int]) -> Mapping[str, int]:
    """The source's paragraph numbers by block id."""
    return {report.blocks(section)[index].id: old for (section, index), old in numbers.items()}


def _tray(strays: Sequence[Stray]) -> Iterator[Finding]:
    for stray in strays:
        yield Finding("tray", as_words(stray.lines), f"{stray.where}, {_places(stray.lines)}")


def _among_others(rows: Sequence[Row]) -> Iterator[Finding]:
    for row in rows:
        yield Finding(
            "noted", f"Kept among the other details of the header: {' '.join(each.text for each in row.values())}"
        )


def _places(lines: Sequence[Line]) -> str:
    """Where these lines stand in the source, in words."""
    known = [line.known.place for line in lines if line.known and line.known.place]
    if known:
        return known[0] if known[0] == known[-1] else f"{known[0]} to {known[-1]}"
    counted = sorted(line.number for line in lines)
    return f"line {counted[0]}" if counted[0] == counted[-1] else f"lines {counted[0]} to {counted[-1]}"


def _came_from(stray: Stray) -> str:
    """Where words in the tray stood. Lines of a text are counted in the finding alone, as nobody sees their numbers."""
    known = any(line.known for line in stray.lines)
    return f"{stray.where}, {_places(stray.lines)}" if known else stray.where


def _page_turns(turns: Sequence[int], furniture: Sequence[Line]) -> Iterator[Finding]:
    if turns:
        several = len(turns) > 1
        yield Finding(
            "noted",
            f"{len(turns)} paragraphs that a page turn had broken were joined."
            if several
            else "A paragraph that a page turn had broken was joined.",
            f"before line{'s' if several else ''} {', '.join(str(turn) for turn in turns)}",
        )
    for words, count in Counter(in_words(line.runs) for line in furniture).items():
        times = f", {count} times" if count > 1 else ""
        yield Finding("noted", f"Left out as a page's header, footer or number{times}: {words}")
