"""Labelled reports: a report written out as text, with its planted faults and its traps marked where they stand.

A file begins with the header, one field a line (`subject: …`; `committees: name | date | purpose` and
`authors: name | post | department | telephone | email` are rows, one a line; fields that are not given take the
ordinary answer of their pack, and `field:` with nothing leaves one blank). `## section` begins a section,
`## section: heading` one with a heading of its own, `## appendix 1` the text of an appendix. Lines under them are
marked-up text (see `marking`). Under `## appendices` a line is `number | title | status | exempt paragraphs`, under
`## background-papers` a line is a paper, and what stands after an empty line in either is running text.

Labels: `{{rule|words}}` is a fault, `{{ok rule|words}}` a trap: words that look like the fault and are not. Several
rules for one fault (`a/b`) are other names for it, the first counts; a trap may be one for several. One name at several
places (`{{rule#name|words}}`) is one fault, found at any of them. `!! rule | part | words` and `ok! rule | part` label
what no words stand for.
`tray: words` and `stale: section | words | why` are what an import leaves to do. `//` begins a comment.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Blocks,
    FieldValue,
    Image,
    Paragraph,
    Place,
    Report,
    Section,
    Stale,
    Table,
    TrayItem,
    give_ids,
    is_nil,
    walk,
    words,
)
from clerkwell.model.runs import plain
from clerkwell.packs import Pack, understand
from helpers.examples import pack_of
from helpers.marking import marked_up

_LABEL = re.compile(r"\{\{(?P<ok>ok )?(?P<rules>[a-z/, -]+)(?:#(?P<same>\w+))?\|(?P<words>.*?)\}\}", re.DOTALL)
# A label's number between the first two, its words, then the third: characters that no report has.
_OPEN, _THEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}(?P<number>\\d+){_THEN}|{_CLOSE}")
_ROWS = {"committees": ("name", "date", "purpose"), "authors": ("name", "post", "department", "telephone", "email")}
_CITY = {"public-status": "Public", "purpose": "For Decision", "recommendation-stem": "Members are asked to:"}
_UNSPENT = {"spending": "No", "spending-amount": "N/A", "funding-source": "N/A", "funding-agreed": "N/A"}
_ORDINARY: Mapping[str, Mapping[str, str]] = {
    "city-of-london-2017": _CITY,
    "city-of-london-2022": {**_CITY, **_UNSPENT, "outcomes": "1"},
    "city-of-london-2023": {**_CITY, **_UNSPENT, "outcomes": "1"},
    "north-somerset-executive-2022": {"committee": "Executive", "town-or-parish": "All", "key-decision": "No"},
    "generic-english-council": {"public-status": "Public"},
}


@dataclass(frozen=True)
class Label:
    """A fault, or a trap (`ok`), with where it stands: a part, and in it a block, a cell and a stretch of text."""

    rules: tuple[str, ...]
    ok: bool
    part: str
    words: str = ""
    same: str = ""
    block: str = ""
    path: tuple[int, ...] = ()
    start: int | None = None
    end: int | None = None

    @property
    def name(self) -> str:
        """How a failure of the test names it."""
        return f"{self.rules[0]} in {self.part}: {self.words!r}"


@dataclass
class Labelled:
    """A report with its labels."""

    name: str
    pack: Pack
    report: Report
    labels: tuple[Label, ...] = ()


@dataclass
class _Reading:
    pack: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    wordless: list[Label] = field(default_factory=list)
    tray: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    labels: list[tuple[tuple[str, ...], bool, str]] = field(default_factory=list)


def read_labelled(path: Path) -> Labelled:
    """The report that a file writes out, with its labels."""
    return labelled(path.stem, path.read_text(encoding="utf-8"))


def labelled(name: str, source: str) -> Labelled:
    """The report that a text writes out, with its labels."""
    reading = _read(source)
    pack = pack_of(reading.pack)
    numbers = _Numbers(reading)
    labels: list[Label] = [*reading.wordless]
    fields = {}
    for each, answer in {**_ORDINARY[reading.pack], **reading.fields}.items():
        found, text = numbers.in_text(each, answer)
        labels += found
        fields[each] = _understood(pack, each, text)
    repeats: dict[str, tuple[dict[str, FieldValue], ...]] = {}
    for repeat, lines in reading.rows.items():
        rows = []
        for line in lines:
            row = {}
            for each, answer in zip(_ROWS[repeat], line.split("|"), strict=False):
                found, text = numbers.in_text(f"{repeat}.{each}", answer.strip())
                labels += found
                row[each] = _understood(pack, f"{repeat}.{each}", text)
            rows.append(row)
        repeats[repeat] = tuple(rows)
    report = Report(pack=pack.ref, fields=fields, repeats=repeats)
    marked, more = _parts(reading, numbers)
    labels += more
    marked = give_ids(marked.model_copy(update={"fields": report.fields, "repeats": report.repeats, "pack": pack.ref}))
    labels += [label for part, blocks in _all(marked) for label in numbers.in_blocks(part, blocks)]
    report = _cleaned(marked)
    stale = tuple(_stale(report, *line.split("|")) for line in reading.stale)
    report = report.model_copy(update={"tray": tuple(TrayItem(text=each) for each in reading.tray), "stale": stale})
    placed = sum(label.start is not None for label in labels)
    assert placed == len(reading.labels), f"{name}: {len(reading.labels) - placed} labels were lost on the way"
    return Labelled(name, pack, report, tuple(labels))


def _read(source: str) -> _Reading:
    reading, part = _Reading(), ""
    for line in source.replace("&nbsp;", "\u00a0").splitlines():
        if line.startswith("//"):
            continue
        if line.startswith(("!! ", "ok! ")):
            kind, _, rest = line.partition(" ")
            rules, place, said = [*(each.strip() for each in rest.split("|")), ""][:3]
            rules, _, same = rules.partition("#")
            reading.wordless.append(Label(tuple(re.split(r"[/,]\s*", rules)), kind == "ok!", place, said, same))
        elif line.startswith("## "):
            part, _, heading = line[3:].partition(": ")
            reading.parts[part.strip()] = (_numbered(heading.strip(), reading), [])
        elif part:
            reading.parts[part][1].append(_numbered(line, reading))
        elif line.strip():
            name, _, value = line.partition(":")
            value = value.strip()
            if name == "pack":
                reading.pack = value
            elif name in ("tray", "stale"):
                getattr(reading, name).append(value)
            elif name in _ROWS:
                reading.rows.setdefault(name, []).append(_numbered(value, reading))
            else:
                reading.fields[name] = _numbered(value.replace("\\n", "\n"), reading)
    return reading


def _numbered(line: str, reading: _Reading) -> str:
    def mark(match: re.Match[str]) -> str:
        rules = tuple(re.split(r"[/,]\s*", match["rules"]))
        reading.labels.append((rules, bool(match["ok"]), match["same"] or ""))
        return f"{_OPEN}{len(reading.labels) - 1}{_THEN}{match['words']}{_CLOSE}"

    done = _LABEL.sub(mark, line)
    assert "{{" not in done, f"a label that is none: {line}"
    return done


class _Numbers:
    """Finds marked words in texts and blocks and makes labels of them."""

    def __init__(self, reading: _Reading) -> None:
        self._reading = reading

    def in_text(self, part: str, text: str, block: str = "", path: tuple[int, ...] = ()) -> tuple[list[Label], str]:
        """The labels in a text, and the text without their marks."""
        done: list[Label] = []
        clean, at, begun, number = "", 0, 0, -1
        for match in _MARK.finditer(text):
            clean += text[at : match.start()]
            at = match.end()
            if match["number"]:
                number, begun = int(match["number"]), len(clean)
                continue
            rules, ok, same = self._reading.labels[number]
            done.append(Label(rules, ok, part, clean[begun:], same, block, path, begun, len(clean)))
        return done, clean + text[at:]

    def in_blocks(self, part: str, blocks: Blocks) -> Iterator[Label]:
        """The labels in blocks, cells and captions among them."""
        for block in walk(blocks):
            if isinstance(block, Table):
                yield from self.in_text(part, block.caption, block.id)[0]
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        for number, runs in enumerate(cell.paragraphs):
                            yield from self.in_text(part, plain(runs), block.id, (row, column, number))[0]
            elif isinstance(block, Image):
                yield from self.in_text(part, f"{block.alt} {block.caption}", block.id)[0]
            else:
                yield from self.in_text(part, words(block), block.id)[0]


def _parts(reading: _Reading, numbers: _Numbers) -> tuple[Report, list[Label]]:
    """Sections, appendices and papers, the marks still in their blocks."""
    labels: list[Label] = []
    sections, appendices, papers = [], list[Appendix](), list[BackgroundPaper]()
    texts = {name: lines for name, (_, lines) in reading.parts.items() if name.startswith("appendix ")}
    for name, (heading, lines) in reading.parts.items():
        if name.startswith("appendix "):
            continue
        found, heading = numbers.in_text(name, heading)
        labels += found
        running = lines
        if name in ("appendices", "background-papers"):
            listed, running = _listed(lines if name == "background-papers" or "|" in "".join(lines) else ["", *lines])
            for line in listed:
                if name == "background-papers":
                    found, title = numbers.in_text(name, line)
                    papers.append(BackgroundPaper(title=title))
                else:
                    appendix, found = _appendix(line, len(appendices) + 1, texts, numbers)
                    appendices.append(appendix)
                labels += found
        sections.append(Section(id=name, heading=heading, blocks=marked_up("\n".join(running))))
    report = Report(
        pack=pack_of(reading.pack).ref,
        sections=tuple(sections),
        appendices=tuple(appendices),
        background_papers=tuple(papers),
    )
    return report, labels


def _listed(lines: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the first empty line, and what after it."""
    cut = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:cut], lines[cut:]


def _appendix(line: str, count: int, texts: Mapping[str, list[str]], numbers: _Numbers) -> tuple[Appendix, list[Label]]:
    number, title, status, exempt = [*(each.strip() for each in line.split("|")), "", "", ""][:4]
    part = f"appendix-{count}"
    found, title = numbers.in_text(part, title)
    more, number = numbers.in_text(part, number)
    text = texts.get(f"appendix {number or count}")
    kept: dict[str, Any] = (
        {"blocks": marked_up("\n".join(text))} if text else {"link": f"https://www.example.org/{part}"}
    )
    exempts = tuple(int(each) for each in exempt.split(",") if each.strip())
    made = {"id": part, "number": number, "title": title, "status": status, "exempt_paragraphs": exempts, **kept}
    return Appendix.model_validate(made), [*found, *more]


def _stale(report: Report, section: str, quote: str, why: str) -> Stale:
    """The mark on words that were taken over from last year's report."""
    section, quote = section.strip(), quote.strip()
    block = next(each for each in walk(report.blocks(section)) if quote in words(each))
    at = words(block).index(quote)
    place = Place(section=section, block=block.id, start=at, end=at + len(quote))
    return Stale(place=place, quote=quote, why=why.strip())


def _understood(pack: Pack, name: str, text: str) -> FieldValue:
    spec = pack.field(name)
    assert spec is not None, f"{pack.id} has no field {name}"
    return understand(spec, text, pack) if text else FieldValue()


def _all(report: Report) -> Iterator[tuple[str, Blocks]]:
    yield from ((section.id, section.blocks) for section in report.sections)
    yield from ((appendix.id, appendix.blocks) for appendix in report.appendices)


def _cleaned(report: Report) -> Report:
    """The report without the marks; a nil answer is known again once they are gone."""
    clean = Report.model_validate_json(_MARK.sub("", report.model_dump_json()))

    def nil(blocks: Blocks) -> Blocks:
        return tuple(
            each.model_copy(update={"nil": is_nil(plain(each.runs))}) if isinstance(each, Paragraph) else each
            for each in blocks
        )

    sections = tuple(each.model_copy(update={"blocks": nil(each.blocks)}) for each in clean.sections)
    return clean.model_copy(update={"sections": sections})
