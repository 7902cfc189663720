"""The headings of a document: which begin a section, which stand over several, which are part of a text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from clerkwell.packs import SectionSpec
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.known import Known, numbered
from clerkwell.workshop.making.labels import is_prompt

_MOST_WORDS: Final = 16
_FEW: Final = 12
# So many headings with typed numbers show that others have them too.
_SURE: Final = 2
_NUMBERED: Final = re.compile(r"\s*(\d{1,2})[.)]?\s+([A-Z].*)")
# What a heading says to authors alone: "Appendices [delete if not applicable]".
_ADVICE: Final = re.compile(
    r"\s*[\[({<][^\[\](){}<>]*"
    r"\b(?:delete|insert|complete[d]?|if applicable|if required|optional|mandatory|(?:decisions?|reports?) only)\b"
    r"[^\[\](){}<>]*[\])}>]\s*$",
    re.IGNORECASE,
)
_TO_FILL: Final = re.compile(r"^[\[<{«][^\[\]<>{}«»]*[\]>}»]$")
_RECOMMENDED: Final = "recommendations"
_SPEAKS: Final = re.compile(r"\brecommend", re.IGNORECASE)
_RUN_IN: Final = re.compile(r"\s*(?:[-–—]|:)\s+")
_TITLE: Final = re.compile(
    r"\b(?:report|committee|cabinet|council|executive|template|board|agenda|decision)\b", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[.;,]\s*$")
_OF_CONTENTS: Final = re.compile(r"^(?:toc|contents|index|header|footer|caption|title|subtitle)", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """A heading: its line, where its words stand, its level, the known section that it is, and what it begins.

    `cell` are the lines of its text, where both stand in one cell that has its row for itself.
    """

    line: int
    start: int
    end: int
    level: int
    words: str
    spec: SectionSpec | None = None
    group: str = ""
    styled: bool = True
    begins: str = "section"
    run_in: str = ""
    cell: tuple[int, int] | None = None


def headings(shapes: Sequence[LineShape], known: Known) -> tuple[Heading, ...]:
    """The headings of a document's text, in order, each with what it begins."""
    found = [each for number, shape in enumerate(shapes) if (each := _heading(number, shape, known)) is not None]
    styled = sum(each.styled and each.spec is not None for each in found)
    plain = sum(not each.styled and each.spec is not None for each in found)
    anything = styled or plain
    if not anything and any(each.styled for each in found):
        found = [each for each in found if each.styled]
    elif styled >= plain:
        found = [each for each in found if each.styled or each.spec is not None]
    else:
        found = _alike(found, shapes)
    found = _in_sequence(found, shapes)
    found = sorted([*found, *_in_cells(shapes, known)], key=lambda each: each.line)
    return tuple(_told(_after_the_title(found, shapes), shapes))


def with_recommendations(found: Sequence[Heading], known: Known) -> tuple[Heading, ...]:
    """The headings, the one that speaks of recommendations as that section, where no other is: every report has it."""
    spec = known.section(_RECOMMENDED)
    if spec is None or any(each.spec is not None and each.spec.id == spec.id for each in found):
        return tuple(found)
    at = next((n for n, each in enumerate(found) if each.spec is None and _SPEAKS.search(each.words)), None)
    if at is None or found[at].begins == "group":
        return tuple(found)
    return (*found[:at], replace(found[at], spec=spec, begins="section"), *found[at + 1 :])


def _in_cells(shapes: Sequence[LineShape], known: Known) -> list[Heading]:
    """The headings of cells that go from one side of their table to the other, and hold the text as well.

    Where several of them are known, the others that look like them are headings too.
    """
    rows: dict[tuple[int, int], list[int]] = {}
    for number, shape in enumerate(shapes):
        at = shape.line.at
        if at.table and not at.part:
            rows.setdefault((at.table, at.row), []).append(number)
    wide = {table for (table, _), lines in rows.items() if any(shapes[n].line.at.cell > 1 for n in lines)}
    found: list[Heading] = []
    for (table, _), lines in rows.items():
        first = shapes[lines[0]]
        words = first.raw.strip()
        alone = table in wide and len(lines) > 1 and all(shapes[n].line.at.cell == 1 for n in lines)
        short = words and len(words.split()) <= _FEW and (first.bold or words.endswith(":")) and not is_prompt(words)
        if not alone or not short:
            continue
        start = numbered(first.raw)
        end = len(first.raw.rstrip())
        spec = known.section_of(first.raw[start:end])
        spec = spec if spec is not None and spec.kind == "text" else None
        found.append(Heading(lines[0], start, end, 2, words, spec, styled=False, cell=(lines[1], lines[-1])))
    return found if sum(each.spec is not None for each in found) >= _SURE else []


def _in_sequence(found: list[Heading], shapes: Sequence[LineShape]) -> list[Heading]:
    """With the lines that have the numbers between those of known headings: "3. Progress since last year"."""
    numbers = {each.line: int(typed[1]) for each in found if (typed := _NUMBERED.match(shapes[each.line].raw))}
    if sum(each.spec is not None and each.line in numbers for each in found) < _SURE:
        return found
    first, more = min(numbers), []
    last = numbers[first]
    for number in range(first + 1, len(shapes)):
        shape = shapes[number]
        if number in numbers:
            last = max(last, numbers[number])
            continue
        typed = _NUMBERED.match(shape.raw)
        following = [value for line, value in numbers.items() if line > number]
        if typed is None or int(typed[1]) != last + 1 or (following and min(following) <= last + 1):
            continue
        words = typed[2].strip()
        inside = shape.line.at.table or shape.line.at.part or shape.line.style.casefold().startswith("toc")
        if not inside and len(words.split()) <= _FEW and not _SENTENCE.search(words):
            last += 1
            more.append(Heading(number, typed.start(2), len(shape.raw.rstrip()), 2, words, styled=False))
    return sorted([*found, *more], key=lambda each: each.line)


def _heading(number: int, shape: LineShape, known: Known) -> Heading | None:
    line, words = shape.line, shape.raw.strip()
    if line.at.part or line.at.table or not words or _OF_CONTENTS.match(line.style):
        return None
    if len(words.split()) > _MOST_WORDS + 8:
        return _run_in(number, shape, known)
    start = numbered(shape.raw)
    advice = _ADVICE.search(shape.raw)
    end = advice.start() if advice is not None and advice.start() > start else len(shape.raw.rstrip())
    said = shape.raw[start:end].strip()
    spec = known.section_of(said)
    group = known.group_of(said)
    styled = 0 < line.level <= 6
    # A label of the header may have the words of a section: it has its answer beside it.
    looks = shape.bold or (said.isupper() and len(said) > 3)
    short = len(said.split()) <= _MOST_WORDS and not _SENTENCE.search(said) and "\t" not in said
    if _TO_FILL.match(said):
        # "[Insert heading]" is for authors: it belongs to the text above.
        return None
    if styled and said:
        return Heading(number, start, end, line.level, said, spec, group)
    if spec is not None and short and shape.marks != "bullet" and (looks or said[:1].isupper()):
        return Heading(number, start, end, 2, said, spec, group, styled=False)
    if looks and short and shape.marks != "bullet" and not is_prompt(said) and not shape.italic:
        return Heading(number, start, end, 2, said, None, group, styled=False)
    return _run_in(number, shape, known)


def _run_in(number: int, shape: LineShape, known: Known) -> Heading | None:
    """A heading that its text runs on from: "Financial implications – None."."""
    start = numbered(shape.raw)
    lead = shape.raw[start : shape.lead].rstrip(" :–—-\t") if shape.lead > start else ""
    candidates = [lead, *(shape.raw[start : found.start()] for found in _RUN_IN.finditer(shape.raw, start))][:3]
    for words in candidates:
        spec = known.section_of(words) if words.strip() and len(words.split()) <= 7 else None
        if spec is None or not shape.raw[start:].startswith(words):
            continue
        end = start + len(words)
        gap = _RUN_IN.match(shape.raw, end)
        if gap is not None and (lead or " implications" in words.casefold()):
            return Heading(number, start, end, 2, words.strip(), spec, styled=False, run_in=gap.group())
    return None


def _alike(found: list[Heading], shapes: Sequence[LineShape]) -> list[Heading]:
    """Of headings by their look alone, those that look like one that is known."""
    looks = Counter(_look(shapes[each.line]) for each in found if each.spec is not None)
    usual = {look for look, count in looks.items() if count >= 2 or len(looks) == 1}
    first = min((each.line for each in found if each.spec is not None), default=0)
    return [
        each
        for each in found
        if each.spec is not None
        or (_look(shapes[each.line]) in usual and (shapes[each.line].bold or each.line < first))
    ]


def _look(shape: LineShape) -> tuple[bool, bool, int, bool]:
    return shape.bold, shape.raw.strip().isupper(), shape.size, shape.centred


def _after_the_title(found: list[Heading], shapes: Sequence[LineShape]) -> list[Heading]:
    """Without what stands above the report: its title, the name of the council."""
    first = next((at for at, each in enumerate(found) if each.spec is not None), None)
    if first is None:
        # Nothing is known: the title is the one heading of the highest level, or says what it is.
        top = min((each.level for each in found), default=0)
        alone = sum(each.level == top for each in found) == 1 and len(found) > 1
        return [each for at, each in enumerate(found) if not (at == 0 and (alone or _TITLE.search(each.words)))]
    kept = found[first:]
    for each in reversed(found[:first]):
        # A heading with sentences under it begins a section; a title has fields under it, or other headings.
        following = kept[0].line
        over = any(other.styled and other.level < each.level for other in found[: found.index(each)])
        if each.cell is not None or (each.styled and each.level == kept[0].level and over):
            kept.insert(0, each)
            continue
        if not _sentences_between(shapes, each.line + 1, following) and not (each.group and each.styled):
            break
        kept.insert(0, each)
    return kept


def _sentences_between(shapes: Sequence[LineShape], first: int, stop: int) -> bool:
    lines = [each for each in shapes[first:stop] if each.raw.strip()]
    sentences = [each for each in lines if len(each.raw.split()) >= _FEW and not each.line.at.table]
    labels = [each for each in lines if re.match(r"[^.]{2,60}:(?:\s|$)", each.raw)]
    return bool(sentences) and len(sentences) >= len(labels)


def _told(found: list[Heading], shapes: Sequence[LineShape]) -> list[Heading]:
    """What each begins: a section, a group of sections, or nothing but a part of the text."""
    told: list[Heading] = []
    any_known = any(each.spec is not None for each in found)
    levels = Counter(each.level for each in found)
    top = min((level for level, count in levels.items() if count > 1), default=min(levels, default=1))
    for at, each in enumerate(found):
        below = _below(found, at)
        has_known = any(inner.spec is not None for inner in below)
        following = found[at + 1].line if at + 1 < len(found) else len(shapes)
        own = [shape for shape in shapes[each.line + 1 : following] if shape.raw.strip() and not shape.line.at.part]
        empty = not own or all(is_prompt(shape.raw) for shape in own)
        begins = "section"
        if has_known and empty and each.level < (below[0].level if below else 9):
            begins = "group"
        elif _stands_over(each, found[at + 1 : at + 2], own=bool(own)):
            # Without styles all headings look alike: one that is known to stand over others is a level above them.
            begins, each = "group", replace(each, level=1)
        elif each.spec is None and not has_known:
            over = next(
                (outer for outer in reversed(told) if outer.level < each.level and outer.begins != "inside"), None
            )
            if any_known:
                begins = "inside" if over is not None and over.begins == "section" else "section"
            else:
                begins = "inside" if each.level > top else "section"
        told.append(
            Heading(
                each.line,
                each.start,
                each.end,
                each.level,
                each.words,
                each.spec,
                each.group,
                each.styled,
                begins,
                each.run_in,
                each.cell,
            )
        )
    return told


def _stands_over(heading: Heading, following: Sequence[Heading], *, own: bool) -> bool:
    """Whether a heading that only looks like one is known to stand over others, and has no text of its own."""
    return not heading.styled and bool(heading.group) and not own and bool(following) and not following[0].styled


def _below(found: Sequence[Heading], at: int) -> list[Heading]:
    """The headings under one, before the next of its level."""
    below = []
    for each in found[at + 1 :]:
        if each.level <= found[at].level or each.run_in:
            break
        below.append(each)
    return below
