"""What was read of a draft, as a report: its fields, rows, sections, appendices, with live references pointing home."""

from collections.abc import Mapping, Sequence

from clerkwell.intake.homecoming.bodies import Manner
from clerkwell.intake.homecoming.fields import understood
from clerkwell.intake.homecoming.gathered import Read, SectionRead
from clerkwell.intake.homecoming.leads import without_lead
from clerkwell.intake.homecoming.pointing import pointed
from clerkwell.intake.homecoming.reading import heading_of, manner
from clerkwell.intake.homecoming.rows import RowRead
from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Blocks,
    Consultation,
    FieldValue,
    Report,
    Section,
)
from clerkwell.packs.repeating import APPENDIX_PAGES, source_of


def report_of(read: Read, headings: Mapping[str, str] | None = None) -> Report:
    """The report that was read. `headings` are those that sections run in to their text may have, by section id."""
    sections = [_section(each, read, headings or {}) for each in _in_order(read)]
    # A list stands by its rows; its section is begun only if it says more.
    sections = [each for each in sections if each.blocks or each.heading or not _listed(each.id, read)]
    pages = _pages(read)
    report = Report(
        pack=read.pack.ref,
        fields=_fields(read),
        repeats=_repeats(read),
        sections=tuple(sections),
        appendices=_appendices(read, pages),
        background_papers=tuple(
            BackgroundPaper(title=row.texts.get("title", ""), link=row.link) for row in _rows(read, "background-papers")
        ),
        consultations=tuple(_consultation(row, sections, read) for row in _rows(read, "consultations")),
    )
    return pointed(report, read.maker.marks)


def _in_order(read: Read) -> Sequence[SectionRead]:
    """The sections as the pack orders them, or, where it leaves that to the report, as the document has them."""
    if read.pack.manifest.pack.order == "report":
        return list(read.sections.values())
    place = {spec.id: at for at, spec in enumerate(read.pack.manifest.section)}
    return sorted(read.sections.values(), key=lambda each: place.get(each.id, len(place)))


def _fields(read: Read) -> dict[str, FieldValue]:
    done: dict[str, FieldValue] = {}
    for name, texts in read.said.items():
        told = next((each for each in texts if each.strip()), "")
        done[name] = understood(name, told, read.pack)
    for name, rows in read.rows.items():
        if source_of(name, read.pack) == "answers" and name not in read.said:
            done[name] = understood(name, "\n".join(row.texts.get("name", "") for row in rows.rows), read.pack)
    return done


def _rows(read: Read, repeat: str) -> Sequence[RowRead]:
    found = read.rows.get(repeat)
    return [row for row in found.rows if row.texts or row.lines] if found is not None else ()


def _listed(section: str, read: Read) -> bool:
    spec = read.pack.section(section)
    return spec is not None and spec.kind != "text" and bool(_rows(read, spec.kind))


def _repeats(read: Read) -> dict[str, tuple[Mapping[str, FieldValue], ...]]:
    done: dict[str, tuple[Mapping[str, FieldValue], ...]] = {}
    for spec in read.pack.manifest.repeat:
        if source_of(spec.id, read.pack) != "rows":
            continue
        rows = [
            {name: understood(f"{spec.id}.{name}", text, read.pack) for name, text in row.texts.items()}
            for row in _rows(read, spec.id)
        ]
        for name in [each for each in read.columns if each.partition(".")[0] == spec.id]:
            for at, text in enumerate(read.columns[name]):
                while at >= len(rows):
                    rows.append({})
                rows[at][name.partition(".")[2]] = understood(name, text, read.pack)
        if any(not value.empty for row in rows for value in row.values()):
            done[spec.id] = tuple(rows)
    return done


def _section(section: SectionRead, read: Read, headings: Mapping[str, str]) -> Section:
    way = manner(section, read.pack)
    lines = [line for line, _ in section.lines]
    heading = heading_of(section)
    if section.spec.heading == "run-in" and not heading:
        lead, section.lines, _ = without_lead(section.lines, section.spec, headings.get(section.id, ""))
        heading = lead or ""
        if lead is not None and lines:
            paragraph = lines[0].paragraph
            read.maker.mark(paragraph.bookmarks if paragraph is not None else (), "section", section.id)
    own = "" if heading.rstrip() == section.spec.title.rstrip() else heading
    return Section(id=section.id, heading=own, blocks=_blocks(section, way, read))


def _blocks(section: SectionRead, way: Manner, read: Read) -> Blocks:
    """The blocks of a section; in each row of its list, the first line of text is the item."""
    items: dict[int, tuple[str, Sequence[str]]] = {}
    begun: set[int] = set()
    for at, (line, item) in enumerate(section.lines):
        if item and item not in begun and line.paragraph is not None and line.shows and line.paragraph.heading is None:
            begun.add(item)
            items[at] = section.numbers.get(item, (line.paragraph.label, ()))
    return read.maker.blocks([line for line, _ in section.lines], way, items)


def _pages(read: Read) -> list[tuple[RowRead, Blocks]]:
    return [(row, read.maker.blocks(row.lines, Manner())) for row in _rows(read, APPENDIX_PAGES)]


def _appendices(read: Read, pages: Sequence[tuple[RowRead, Blocks]]) -> tuple[Appendix, ...]:
    done: list[Appendix] = []
    waiting = list(pages)
    for at, row in enumerate(_rows(read, "appendices"), 1):
        number, title = row.texts.get("number", "").strip(), row.texts.get("title", "")
        own = next((each for each in waiting if _same(each[0], number, title)), None)
        if own is not None:
            waiting.remove(own)
        done.append(
            Appendix(
                id=f"ra{at}",
                number=number,
                title=title,
                public_interest=row.texts.get("public-interest", "").strip(),
                link=row.link,
                blocks=own[1] if own is not None else (),
            )
        )
        read.maker.mark(row.bookmarks, "appendix", done[-1].id)
    for row, blocks in waiting:
        number, title = row.texts.get("number", "").strip(), _page_title(row)
        own_row = next((index for index, each in enumerate(done) if each.number == number and not each.blocks), None)
        if own_row is not None:
            done[own_row] = done[own_row].model_copy(update={"blocks": blocks})
        else:
            done.append(Appendix(id=f"ra{len(done) + 1}", number=number, title=title, blocks=blocks))
    return tuple(done)


def _page_title(row: RowRead) -> str:
    """The title of an appendix on its own page, without the dash that the writer puts before it."""
    title = row.texts.get("title", "")
    return title.lstrip().removeprefix("–").lstrip() if title.lstrip().startswith("–") else title


def _same(row: RowRead, number: str, title: str) -> bool:
    return row.texts.get("number", "").strip() == number and _page_title(row).strip() == title.strip()


def _consultation(row: RowRead, sections: Sequence[Section], read: Read) -> Consultation:
    part = row.texts.get("part", "").strip()
    titles = {spec.title.rstrip(" :"): spec.id for spec in reversed(read.pack.manifest.section)}
    titles |= {each.heading.rstrip(" :"): each.id for each in sections if each.heading}
    said = {name: row.texts.get(name, "") for name in ("who", "role", "asked", "answered", "answer")}
    return Consultation(part=titles.get(part, row.texts.get("part", "")), **said)
