"""What a report says of itself before its first section: label lines, label cells, the title, what stays as it is."""

import re
from typing import Final

from clerkwell.workshop.making.cells import Answer, Cell, Columns, tables_of, told_by
from clerkwell.workshop.making.gathering import Gathering, title_of
from clerkwell.workshop.making.known import single, slug
from clerkwell.workshop.making.labels import is_prompt, labels_in
from clerkwell.workshop.making.proposal import Hole, Part, Rows

_FIXED: Final = re.compile(
    r"\b(?:report|committee|cabinet|council|executive|template|authority|part [12i]+)\b", re.IGNORECASE
)
_ASKING: Final = re.compile(
    r"\[[^\[\]]{3,120}\]|<[^<>\d][^<>]{2,80}>|«[^«»]{2,80}»|\b[Cc]lick (?:here|or tap)\b[^.\t\n]{0,60}\.?"
    r"|\s*\([^()]{0,40}\bdelete (?:this|as (?:appropriate|applicable|necessary)|if not)\b[^()]{0,40}\)"
    r"|\s*[‘'“\"]?\b[Dd]elete (?:this|as (?:appropriate|applicable|necessary)|if not)\b[^\t\n.]{0,40}"
)
# Words in brackets that ask for nothing.
_NO_PROMPT: Final = re.compile(r"^\[(?:sic|\d+|\d{4}[^\]]*|…|\.{3})\]$", re.IGNORECASE)
_ADVICE: Final = re.compile(
    r"^\W*[^()]{0,40}\bdelete (?:this|as (?:appropriate|applicable|necessary)|if not)\b", re.IGNORECASE
)
_SENTENCE: Final = 12
# A title has so many words.
_FEWEST: Final = 3
_MOST: Final = 30
# A line drawn with signs parts what is above it from what is below.
_RULE: Final = re.compile(r"^([_.=*–—-])\1{11,}$")
_TITLES: Final = re.compile(r"^(?:title|subtitle|heading 1)$", re.IGNORECASE)


def read_header(gathering: Gathering, first: int, stop: int, part: Part = "header") -> None:
    """Gather the fields among these lines."""
    shapes = gathering.shapes
    tables = tables_of(shapes, first, stop)
    done: set[int] = set()
    number = first
    while number < stop:
        shape = shapes[number]
        at = shape.line.at
        if at.part:
            number += 1
            continue
        if at.table:
            if at.table not in done:
                done.add(at.table)
                _table(gathering, at.table, tables, part)
            number += 1
            continue
        number = _line(gathering, number, stop, part)


def _line(gathering: Gathering, number: int, stop: int, part: Part) -> int:
    """Gather what one line tells; which line comes next."""
    shapes, known = gathering.shapes, gathering.known
    shape = shapes[number]
    raw = shape.raw
    if not raw.strip():
        return number + 1
    found = labels_in(shape, known)
    if _TITLES.match(shape.line.style):
        # "Report to Cabinet" is what a template is called.
        found = tuple(each for each in found if each.label[-1:] in ":?")
    for at, each in enumerate(found):
        answer = each.answer(raw)
        under = number + 1
        last = at == len(found) - 1
        if last and not answer and raw[each.end :].strip() == "" and _is_answer(gathering, under, stop):
            below = shapes[under].raw
            hole = Hole(under, len(below) - len(below.lstrip()), len(below.rstrip()), label=number)
            gathering.hole(part, each.label, each.spec, hole, f"“{each.label}” is a label with its answer under it")
            return number + 2
        why = "is a label with a gap after it" if not answer else "is a label with its answer after it"
        if answer and is_prompt(answer):
            why = "is a label, and what stands after it asks for an answer"
        gathering.hole(part, each.label, each.spec, Hole(number, each.start, each.end), f"“{each.label}” {why}")
    if not found:
        _unlabelled(gathering, number, part)
    return number + 1


def _is_answer(gathering: Gathering, number: int, stop: int) -> bool:
    """Whether a line can be the answer to the label above it."""
    if number >= stop:
        return False
    shape = gathering.shapes[number]
    said = shape.raw.strip()
    if not said or shape.line.at.table or shape.bold or labels_in(shape, gathering.known):
        return False
    return is_prompt(said) or len(said.split()) <= 40


def _unlabelled(gathering: Gathering, number: int, part: Part) -> None:
    shape, known = gathering.shapes[number], gathering.known
    said = shape.raw.strip()
    start, end = len(shape.raw) - len(shape.raw.lstrip()), len(shape.raw.rstrip())
    if _RULE.match(said):
        return
    asked = [each for each in gathering.asked if each.first <= number <= each.last]
    if asked and not is_prompt(said):
        for each in asked:
            begins = shape.raw.find(each.words)
            if begins >= 0:
                label = shape.raw[:begins].strip() or each.title
                hole = Hole(number, begins, begins + len(each.words))
                gathering.hole(part, label, gathering.known.field_of(label), hole, "An answer was asked for here")
        return
    if is_prompt(said) and len(said.split()) <= 30:
        words = (asked[0].title if asked else "") or said
        spec = gathering.known.field_of(title_of(words))
        if (
            spec is None
            and re.search(r"\b(?:title|subject)\b", words, re.IGNORECASE)
            and "subject" not in gathering.ids
        ):
            spec = gathering.known.field("subject")
        gathering.hole(part, "", spec, Hole(number, start, end), f"“{said[:60]}” asks for words")
        return
    spec = gathering.known.answered(said)
    if spec is not None and spec.id not in gathering.ids:
        gathering.hole(
            part, "", spec, Hole(number, start, end), f"“{said}” is one of the answers to “{known.title_of(spec)}”"
        )


def find_title(gathering: Gathering, first: int, stop: int) -> None:
    """The title of the report, where no label says which it is: a heading above everything else."""
    subject = gathering.known.field("subject")
    if subject is None or any(each.id == "subject" for each in gathering.guesses):
        return
    shapes = gathering.shapes
    for number in range(first, stop):
        shape = shapes[number]
        said = shape.raw.strip()
        titled = _TITLES.match(shape.line.style) or (shape.bold and shape.size >= 28) or shape.line.level == 1
        if number in gathering.used or not said or not titled or shape.line.at.part or len(said.split()) > 30:
            continue
        if _FIXED.search(said):
            continue
        start, end = len(shape.raw) - len(shape.raw.lstrip()), len(shape.raw.rstrip())
        gathering.hole(
            "header", "", subject, Hole(number, start, end),
            f"“{said[:60]}” is a heading above all the others, and no label names the subject",
        )  # fmt: skip
        return


def find_bold_title(gathering: Gathering, first: int, stop: int) -> None:
    """The title of a report that stands among labels: the one bold line above the first heading that is none."""
    subject = gathering.known.field("subject")
    if subject is None or any(each.id == "subject" for each in gathering.guesses):
        return
    shapes = gathering.shapes
    bold = [
        n for n in range(first, stop)
        if n not in gathering.used and shapes[n].bold and not shapes[n].line.at.table and not shapes[n].line.at.part
        and _FEWEST <= len(shapes[n].raw.split()) <= _MOST and not _FIXED.search(shapes[n].raw)
    ]  # fmt: skip
    if len(bold) == 1:
        raw = shapes[bold[0]].raw
        gathering.hole(
            "header", "", subject, Hole(bold[0], len(raw) - len(raw.lstrip()), len(raw.rstrip())),
            f"“{raw.strip()[:60]}” is the one bold line above the first heading that is no label",
        )  # fmt: skip


def sweep(gathering: Gathering, first: int, end: int) -> None:
    """Whatever else asks for words, in a head or foot of the pages, in a table, among other words."""
    shapes = gathering.shapes
    holes = [each.where for each in gathering.guesses if isinstance(each.where, Hole)]
    rows = [each.where for each in gathering.guesses if isinstance(each.where, Rows)]
    away = [each.gone for each in holes if each.gone] + [each.gone for each in rows if each.gone]
    for number, shape in enumerate(shapes):
        # A section's text goes altogether.
        if first <= number < end and not shape.line.at.part:
            continue
        taken = [(hole.start, hole.end) for hole in holes if hole.line == number]
        gone = any(first_ <= number <= last for first_, last in away)
        for found in [] if gone else _ASKING.finditer(shape.raw):
            if any(start < found.end() and found.start() < end_ for start, end_ in taken):
                continue
            words = found.group()
            if _NO_PROMPT.match(words):
                continue
            if _ADVICE.match(words):
                said = f"“{words}” only advises authors, so no report may print it."
                where = Hole(number, found.start(), found.end())
                gathering.add("removed", "removed", said, line=number, words=words, where=where)
                continue
            label = _label_of(gathering, number, found.start())
            spec = gathering.known.field_of(label or title_of(words))
            hole = Hole(number, found.start(), found.end())
            title = title_of(label or words)
            same = next((g.id for g in gathering.guesses if g.what == "field" and g.title == title), "")
            gathering.hole(
                "header" if number < first or shape.line.at.part else "end",
                label,
                spec,
                hole,
                f"“{words[:60]}” asks for words",
                id=same,
            )


def _label_of(gathering: Gathering, number: int, at: int) -> str:
    """The label that words of a line stand right behind; "" for none."""
    found = labels_in(gathering.shapes[number], gathering.known)
    return next((each.label for each in found if each.start == at and each.label[-1:] in ":?"), "")


def what_stays(gathering: Gathering, first: int, stop: int, *, report: bool) -> None:
    """The words of the header that no answer takes the room of, and those of the pages' heads and feet."""
    for number, shape in enumerate(gathering.shapes):
        said = shape.raw.strip()
        if not said or number in gathering.used or not (shape.line.at.part or first <= number < stop):
            continue
        where = shape.line.at.part
        long = not where and len(said.split()) >= _SENTENCE
        own = report and long
        advice = long and not report and (shape.tinted or shape.italic)
        if where:
            reason = f"It stands in {where}, so every report has it."
        elif own:
            reason = "It is a whole sentence above the first section: of this report alone, so it goes."
        elif advice:
            reason = "It is a sentence in another colour or in italics: advice to authors, so it goes."
        else:
            reason = "It is no label, and nothing asks for words."
        hole = None if where else Hole(number, 0, len(shape.raw))
        gathering.add("stays", "stays", reason, line=number, words=said, taken=not (own or advice), where=hole)


def _table(gathering: Gathering, table: int, tables: dict[int, list[list[Cell]]], part: Part) -> None:
    rows = tables.get(table, [])
    for told in told_by(rows, gathering.shapes, gathering.known):
        if isinstance(told, Answer):
            _answer(gathering, told, part)
        elif isinstance(told, Columns):
            _columns(gathering, told, part)


def _answer(gathering: Gathering, told: Answer, part: Part) -> None:
    why = (
        f"“{told.label}” {told.why}"
        if told.why
        else (f"“{gathering.shapes[told.lines[0]].raw.strip()}” is one of the answers to “{told.label}”")
    )
    if not told.why and told.spec is not None and any(each.id == told.spec.id for each in gathering.guesses):
        return
    gone = (told.lines[1], told.lines[-1]) if len(told.lines) > 1 else None
    label = told.label if told.why else ""
    hole = Hole(told.lines[0], told.start, told.end, gone, told.label_line)
    guess = gathering.hole(part, label, told.spec, hole, why)
    if told.spec is not None and told.spec.id == "committees.name" and told.under:
        rows = gathering.add(
            part, "rows", "Committees stand one under the other, so the line comes once for each.",
            line=told.lines[0], title="Committees", id="committees",
            where=Rows(told.lines[0], told.lines[0], gone=gone),
        )  # fmt: skip
        gathering.replace(
            guess, inside=rows.number, where=Hole(told.lines[0], told.start, told.end, None, told.label_line)
        )


def _columns(gathering: Gathering, told: Columns, part: Part) -> None:
    names = " and ".join(f"“{label}”" for label, _ in told.labels)
    specs = [spec for _, spec in told.labels]
    committees = [spec for spec in specs if spec is not None and spec.id.startswith("committees.")]
    many = len(told.rows) > 1 or len(committees) > 1
    first = told.rows[0]
    inside: int | None = None
    repeat = ""
    if many:
        repeat = "committees" if committees else slug(told.labels[0][0].strip(": "), gathering.ids)
        title = "Committees" if committees else title_of(told.labels[0][0])
        gone = (told.rows[1][0].first, told.rows[-1][-1].lines[-1]) if len(told.rows) > 1 else None
        inside = gathering.add(
            part, "rows", f"The rows under {names} have the same columns, so a row comes once for each.",
            line=first[0].first, words=first[0].words, title=title, id=repeat,
            where=Rows(first[0].first, first[-1].lines[-1], row=True, gone=gone),
        ).number  # fmt: skip
    for cell, (label, spec) in zip(first, told.labels, strict=True):
        line = next((n for n in cell.lines if gathering.shapes[n].raw.strip()), cell.first)
        raw = gathering.shapes[line].raw
        field_id = ""
        if inside is not None:
            own = spec is not None and spec.id.startswith(f"{repeat}.")
            field_id = spec.id if own and spec is not None else f"{repeat}.{slug(label.strip(': '), set(), 17)}"
            spec = spec if own else None
        elif spec is not None:
            field_id = single(spec.id)
        rest = [n for n in cell.lines if n > line and gathering.shapes[n].raw.strip()]
        gone = (rest[0], rest[-1]) if rest else None
        hole = Hole(line, len(raw) - len(raw.lstrip()), len(raw.rstrip()), gone)
        gathering.hole(part, label, spec, hole, f"It stands under “{label}”", inside=inside, id=field_id)
