"""Finding and replacing words through a whole report, worked out from the values alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clerkwell.model import (
    Block,
    Edit,
    Image,
    Landscape,
    Place,
    ReplaceWords,
    Report,
    SetAppendices,
    SetField,
    Several,
    Table,
    plain,
    walk,
)
from clerkwell.packs import FieldSpec, Pack, outline, relevant, understand

# Characters that people type in one way and reports write in another; each stands for one character, so that places
# keep counting.
_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)


class PatternError(ValueError):
    """A regular expression cannot be read; the message says why in a sentence."""


@dataclass(frozen=True)
class Options:
    """How to search. Without `case`, capitals do not count; `whole` finds whole words only; `pattern` takes the words
    for a regular expression."""

    case: bool = False
    whole: bool = False
    pattern: bool = False


@dataclass(frozen=True)
class Found:
    """One find: where, the words as they stand, and the text that they stand in."""

    place: Place
    words: str
    text: str


def search(report: Report, pack: Pack, words: str, options: Options | None = None) -> tuple[Found, ...]:
    """Every place where the words stand, in the order of the document: fields, sections, appendices.

    Straight and curly quotes, hyphens and dashes are the same unless a pattern is looked for. Raises `PatternError`.
    """
    options = options or Options()
    if not words:
        return ()
    looked_for = compiled(words, options)
    found = []
    for place, text in _texts(report, pack):
        searched = text if options.pattern else text.translate(_ALIKE)
        for match in looked_for.finditer(searched):
            start, end = match.span()
            # A pattern that fits nothing at all (`a*`) finds nothing to show or to replace.
            if start < end:
                at = place.model_copy(update={"start": start, "end": end})
                found.append(Found(at, text[start:end], text))
    return tuple(found)


def compiled(words: str, options: Options) -> re.Pattern[str]:
    """What to look for as a regular expression; `PatternError` says what is wrong with one that was typed."""
    source = words if options.pattern else re.escape(words.translate(_ALIKE))
    if options.whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    try:
        return re.compile(source, 0 if options.case else re.IGNORECASE)
    except re.error as error:
        raise PatternError(f"The pattern cannot be read: {error.msg}. Mend it, or search without patterns.") from error


def replacement(found: Found, words: str, looked_for: str, options: Options) -> str:
    """What is put in place of a find: the words as typed, or with the groups of a pattern filled in.

    Raises `PatternError` where the words name a group that the pattern does not have.
    """
    if not options.pattern:
        return words
    span = (found.place.start, found.place.end)
    # Over the whole text again, for patterns that look at what stands round the find.
    matches = compiled(looked_for, options).finditer(found.text)
    match = next((each for each in matches if each.span() == span), None)
    try:
        return match.expand(words) if match else words
    except (re.error, IndexError) as error:
        raise PatternError(f"The words to put in cannot be read: {error}.") from error


def replacing(report: Report, pack: Pack, changes: Sequence[tuple[Found, str]]) -> Edit:
    """The edit that puts words in place of finds: one step of undo for all of them.

    The finds of one text are changed from its end, so that the places before still count.
    """
    edits: list[Edit] = []
    ordered = sorted(changes, key=lambda change: change[0].place.start or 0, reverse=True)
    fields: dict[tuple[str, int | None], str] = {}
    titles: dict[str, str] = {}
    for found, words in ordered:
        place = found.place
        if place.field:
            key = (place.field, place.row)
            fields[key] = _replaced(fields.get(key, report.field(*key).text), place, words)
        elif place.appendix and not place.block:
            appendix = report.appendix(place.appendix)
            now = titles.get(place.appendix, appendix.title if appendix else "")
            titles[place.appendix] = _replaced(now, place, words)
        else:
            edits.append(ReplaceWords(place=place, words=words))
    for (field, row), text in fields.items():
        # Replaced words are understood anew, as if they had been typed.
        value = understand(pack.field(field) or FieldSpec(id=field, title=field), text, pack)
        edits.append(SetField(field=field, row=row, value=value))
    if titles:
        edits.append(
            SetAppendices(
                appendices=tuple(
                    each.model_copy(update={"title": titles.get(each.id, each.title)}) for each in report.appendices
                )
            )
        )
    return Several(edits=tuple(edits))


def _replaced(text: str, place: Place, words: str) -> str:
    return text[: place.start] + words + text[place.end :]


def _texts(report: Report, pack: Pack) -> Iterator[tuple[Place, str]]:
    """Every text that can be found and replaced, in the order of the document; what has no place in it is left out."""
    for spec in pack.manifest.field:
        if not relevant(spec, report):
            continue
        repeat, dot, _ = spec.id.partition(".")
        for row in range(len(report.repeats.get(repeat, ()))) if dot else (None,):
            yield Place(field=spec.id, row=row), report.field(spec.id, row).text
    for part in outline(report, pack):
        for block in walk(part.section.blocks if part.section and part.relevant else ()):
            yield from _block(Place(section=part.id, block=block.id), block)
    for appendix in report.appendices:
        yield Place(appendix=appendix.id), appendix.title
        for block in walk(appendix.blocks):
            yield from _block(Place(appendix=appendix.id, block=block.id), block)


def _block(place: Place, block: Block) -> Iterator[tuple[Place, str]]:
    match block:
        case Table():
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    for at, runs in enumerate(cell.paragraphs):
                        yield place.model_copy(update={"path": (row, column, at)}), plain(runs)
        case Image() | Landscape():
            return
        case _:
            yield place, plain(block.runs)
