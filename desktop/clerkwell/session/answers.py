"""The whole report in short, part by part in its order: what its author looks over before it goes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clerkwell.model import Place, Problem, Report, words
from clerkwell.packs import Pack, wanted
from clerkwell.packs.exemption import is_asked
from clerkwell.packs.repeating import is_typed
from clerkwell.session.parts import AUTHORS, CHECK, HEADER, TRAY, Entry, State, entries

# Letters of a section that tell which one it is.
_BEGINNING = 110


@dataclass(frozen=True)
class Answer:
    """One line: what was asked, what stands there, and where to change it.

    `what` goes on from "Change". `missing`: nothing stands there, and something should.
    """

    asked: str
    said: str
    what: str
    place: Place
    missing: bool = False


@dataclass(frozen=True)
class Answers:
    """The lines under one heading."""

    heading: str
    lines: tuple[Answer, ...]


def answers(report: Report, pack: Pack, problems: Iterable[Problem] = ()) -> tuple[Answers, ...]:
    """Every answer and every section, in the template's order; what an answer has made irrelevant is left out."""
    groups: dict[str, list[Answer]] = {}
    for entry in entries(report, pack, problems):
        if entry.id in (TRAY, CHECK) or entry.gone:
            continue
        groups.setdefault(entry.group, []).extend(_lines(entry, report, pack))
    return tuple(Answers(heading, tuple(lines)) for heading, lines in groups.items() if lines)


def _lines(entry: Entry, report: Report, pack: Pack) -> Iterator[Answer]:
    if entry.id in (HEADER, AUTHORS):
        yield from _fields(entry.id, report, pack)
        return
    spec = pack.section(entry.id)
    yield _section(entry, report)
    if spec is not None and spec.kind == "appendices":
        for appendix in report.appendices:
            told = (appendix.title or "No title", appendix.status, _holds(appendix.attachment, appendix.link))
            name = f"Appendix {appendix.number}".rstrip()
            yield Answer(name, ", ".join(filter(None, told)), name, Place(appendix=appendix.id))
    if spec is not None and spec.kind == "background-papers":
        for paper in report.background_papers:
            yield Answer("Background paper", paper.title, f"background paper {paper.title}", Place(section=entry.id))


def _fields(part: str, report: Report, pack: Pack) -> Iterator[Answer]:
    done: set[str] = set()
    for spec in pack.manifest.field:
        repeat_id, dot, _ = spec.id.partition(".")
        if (repeat_id == AUTHORS) is not (part == AUTHORS):
            continue
        if dot:
            # What a list of appendices or of papers prints of each is no question; they are lines of their own.
            if repeat_id not in done and is_typed(repeat_id, pack):
                done.add(repeat_id)
                yield from _rows(repeat_id, report, pack)
        elif is_asked(spec, report, pack):
            text = _in_line(report.field(spec.id).text)
            asked = spec.title.rstrip(":? ")
            missing = not text and wanted(spec, report)
            yield Answer(asked, text or _nothing(missing), _named(asked), Place(field=spec.id), missing)


def _rows(repeat_id: str, report: Report, pack: Pack) -> Iterator[Answer]:
    repeat, specs = pack.repeat(repeat_id), pack.fields_of(repeat_id)
    rows = report.repeats.get(repeat_id, ())
    singular = repeat.singular if repeat else repeat_id
    name = singular[:1].upper() + singular[1:]
    if not rows and specs:
        missing = repeat is not None and repeat.required == "always"
        yield Answer(name, _nothing(missing), _named(name), Place(field=specs[0].id, row=0), missing)
    for at in range(len(rows)):
        asked = f"{name} {at + 1}" if len(rows) > 1 else name
        said = [text for spec in specs if (text := _in_line(report.field(spec.id, at).text))]
        yield Answer(
            asked, ", ".join(said) or _nothing(True), _named(asked), Place(field=specs[0].id, row=at), not said
        )


def _section(entry: Entry, report: Report) -> Answer:
    section = report.section(entry.id)
    text = " ".join(" ".join(words(block) for block in section.blocks).split()) if section else ""
    count = len(text.split())
    told = [entry.state.value if entry.state else ""]
    if count:
        told.append("1 word" if count == 1 else f"{count} words")
    said = ", ".join(filter(None, told))
    if entry.state is State.NOT_NEEDED and entry.why:
        said = f"{said}: {entry.why[:1].lower()}{entry.why[1:]}"
    elif text:
        said = f"{said}: “{_beginning(text)}”"
    missing = entry.state is State.NOT_STARTED
    return Answer(entry.title, said, entry.title, Place(section=entry.id), missing)


def _in_line(text: str) -> str:
    """An answer of several lines in one."""
    return "; ".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _beginning(text: str) -> str:
    if len(text) <= _BEGINNING:
        return text
    return f"{text[:_BEGINNING].rpartition(' ')[0] or text[:_BEGINNING]}…"


def _holds(attachment: str, link: str) -> str:
    return attachment or link


def _nothing(missing: bool) -> str:
    return "Not answered yet" if missing else "Left blank"


def _named(asked: str) -> str:
    """A title in the middle of a sentence: what is no name or abbreviation begins small."""
    return asked[:1].lower() + asked[1:] if asked[1:2].islower() else asked
