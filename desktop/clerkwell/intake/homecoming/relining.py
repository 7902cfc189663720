"""Places found again for lines that have lost them: by the same lines of the draft as it was sent, or by what stands
round them.

LibreOffice 7.4 drops the tags of all controls, the titles of those inside a line, and of a control round several
paragraphs all but the first. Somebody in Word may take a control out and leave its words. The words still say where
they stood.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from clerkwell.comparing.likeness import LIKE, likeness, spoken
from clerkwell.comparing.sequences import common, stretches
from clerkwell.intake.homecoming.flow import Line, Piece, Stand
from clerkwell.intake.homecoming.printed import Printed, is_content, single
from clerkwell.word.reader.document import Span

_Key = tuple[str, str]


def with_places(came: Sequence[Line], sent: Sequence[Line], printed: Printed, *, lost: bool) -> tuple[Line, ...]:
    """The lines with the places of the lines that they were sent as.

    `lost`: no place of theirs is to be trusted; otherwise only those change that have none.
    """
    bare = (
        [replace(line, stands=(), pieces=tuple(Piece(p.span) for p in line.pieces)) for line in came] if lost else came
    )
    pairs = dict(_pairs(sent, bare))
    done: list[Line] = []
    for at, line in enumerate(bare):
        was = pairs.get(at)
        if not lost and not _is_homeless(line, printed) and (was is None or not _lacks(line, sent[was])):
            done.append(line)
        elif was is not None:
            done.append(_placed(line, sent[was] if lost else _apart(sent[was])))
        else:
            done.append(line)
    return tuple(_adopted(done, pairs, printed, lost=lost))


def tables_among(sent: Sequence[Line]) -> Callable[[str], bool]:
    """Whether the words of a table are those of one of the report's own among these lines, changed or not.

    LibreOffice puts the control of a section that begins with a table into the first of its cells.
    """
    said = [line.words for line in sent if line.paragraph is None]
    whole, parts = {single(each) for each in said}, [spoken(each) for each in said]

    def own(words: str) -> bool:
        return single(words) in whole or any(likeness(spoken(words), each, LIKE) for each in parts)

    return own


def _lacks(line: Line, sent: Line) -> bool:
    """Whether a line stands no longer in a row or section that it stood in."""
    there, here = [{each.tag for each in _stands(one) if each.kind in ("repeat", "section")} for one in (sent, line)]
    return not there <= here and line.words == sent.words


def _stands(line: Line) -> Iterator[Stand]:
    yield from line.stands
    for piece in line.pieces:
        yield from piece.stands


def _apart(sent: Line) -> Line:
    """The line with its places numbered so that none is taken for a control of the document that came."""

    def apart(stands: Sequence[Stand]) -> tuple[Stand, ...]:
        return tuple(Stand(each.tag, -each.number) for each in stands)

    pieces = tuple(Piece(piece.span, apart(piece.stands)) for piece in sent.pieces)
    return replace(sent, stands=apart(sent.stands), pieces=pieces)


def _is_homeless(line: Line, printed: Printed) -> bool:
    if not line.shows or line.story != "body":
        return False
    if any(is_content(each) for each in line.stands) or any(is_content(s) for p in line.pieces for s in p.stands):
        return False
    return line.paragraph is None or not printed.has(line.words)


def _pairs(sent: Sequence[Line], came: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines that came with those that they were sent as: the same in order, those like them between, rows moved."""
    keys = [[_key(line) for line in lines] for lines in (sent, came)]
    same = common(keys[0], keys[1])
    taken: set[int] = {was for was, _ in same}
    found: dict[int, int] = {at: was for was, at in same}
    for low, high, start, end in stretches(same, len(sent), len(came)):
        for at, was in _alike(sent, came, range(low, high), range(start, end)):
            found[at] = was
            taken.add(was)
    free: defaultdict[_Key, deque[int]] = defaultdict(deque)
    for was, line in enumerate(sent):
        # A row that was moved keeps its places; what was moved of a section's text is where it is now.
        if was not in taken and line.shows and not any(each.kind == "body" for each in line.stands):
            free[keys[0][was]].append(was)
    for at, line in enumerate(came):
        if at not in found and line.shows and free[keys[1][at]]:
            found[at] = free[keys[1][at]].popleft()
    yield from found.items()


def _alike(sent: Sequence[Line], came: Sequence[Line], ours: range, theirs: range) -> Iterator[tuple[int, int]]:
    """Pairs in order of lines that say much the same, or that stand alone between two that stayed."""
    first = ours.start
    left = [at for at in theirs if came[at].shows]
    had = [was for was in ours if sent[was].shows]
    if len(left) == len(had):
        # As many as before: each is the one that stood there, unless nothing of it is left.
        yield from zip(left, had, strict=True)
        return
    known = {was: spoken(sent[was].words) for was in had}
    for at in left:
        words = spoken(came[at].words)
        best = max(((likeness(words, known[was], LIKE), -was) for was in had if was >= first), default=(0.0, 0))
        if best[0] >= LIKE:
            first = -best[1] + 1
            yield at, -best[1]


def _key(line: Line) -> _Key:
    if line.paragraph is None:
        return "table", single(line.words)
    shown = next((piece.span.picture for piece in line.pieces if piece.span.picture is not None), None)
    if shown is not None:
        return "picture", f"{single(line.words)} {shown.alt}"
    return "line", single(line.words)


def _placed(line: Line, sent: Line) -> Line:
    """The line with the places of another, each of its characters with those of the one that it was."""
    if all(not piece.stands for piece in sent.pieces) or line.paragraph is None:
        return replace(line, stands=sent.stands)
    old = [(piece.stands, character) for piece in sent.pieces for character in piece.span.text or "\ufffc"]
    new = [character for piece in line.pieces for character in piece.span.text or "\ufffc"]
    told: list[tuple[Stand, ...]] = [()] * len(new)
    matcher = SequenceMatcher(None, [character for _, character in old], new, autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what == "equal":
            told[start:end] = [stands for stands, _ in old[low:high]]
        elif end > start:
            told[start:end] = [_of_changed(old, low, high)] * (end - start)
    return replace(line, stands=sent.stands, pieces=tuple(_cut(line.pieces, told)))


def _of_changed(old: Sequence[tuple[tuple[Stand, ...], str]], low: int, high: int) -> tuple[Stand, ...]:
    """The places of words that were typed over others, or between two: the first that holds words of the report's."""
    near = [*old[low:high], *old[max(low - 1, 0) : low], *old[high : high + 1]]
    return next((stands for stands, _ in near if any(map(is_content, stands))), ())


def _cut(pieces: Sequence[Piece], told: Sequence[tuple[Stand, ...]]) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        text = piece.span.text
        if not text:
            yield Piece(piece.span, told[at])
            at += 1
            continue
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or told[at + index] != told[at + start]:
                span: Span = piece.span if len(text) == index - start else replace(piece.span, text=text[start:index])
                yield Piece(span, told[at + start])
                start = index
        at += len(text)


def _adopted(lines: Sequence[Line], pairs: dict[int, int], printed: Printed, *, lost: bool) -> Iterator[Line]:
    """The lines, those without a place of their own with the one that they were typed in, if there is one."""
    before: Line | None = None
    for at, line in enumerate(lines):
        if line.shows and at not in pairs and _is_homeless(line, printed):
            stands = _of_neighbours(line, before, printed) if before is not None else None
            if stands is None:
                after = next((each for each in lines[at + 1 :] if each.shows), None)
                stands = _of_cell(line, after)
            line = replace(line, stands=stands or line.stands)
        elif not lost and line.shows and at in pairs and _is_homeless(line, printed) and before is not None:
            line = replace(line, stands=_of_neighbours(line, before, printed) or line.stands)
        if line.shows and line.story == "body":
            before = line
        yield line


def _of_neighbours(line: Line, before: Line, printed: Printed) -> tuple[Stand, ...] | None:
    """The places of a line typed behind another: its section's text, or a row of its own."""
    if line.spot != before.spot and not _same_table(line, before):
        # Behind a table of the template, what stood in it has ended.
        section = _up_to(before, "section") if not before.spot or _outside(before, "section") else None
        return section if not line.spot else None
    body = _up_to(before, "body")
    if body is not None and line.spot == before.spot:
        return body
    repeat = _up_to(before, "repeat")
    if repeat is not None and _may_be_row(line, before, repeat[-1], printed):
        return repeat
    return _up_to(before, "section") if line.spot == before.spot else None


def _of_cell(line: Line, after: Line | None) -> tuple[Stand, ...] | None:
    """The places of a line typed before the first one of a section's text in its cell."""
    if after is None or not line.spot or line.spot != after.spot:
        return None
    return _up_to(after, "body") or _up_to(after, "section")


def _may_be_row(line: Line, before: Line, repeat: Stand, printed: Printed) -> bool:
    form = printed.rows.get(repeat.id)
    if form is None:
        return False
    if form.whole:
        # Another row of the table, or another cell of a row that was typed.
        typed = not any(map(is_content, before.stands)) and not any(
            is_content(s) for p in before.pieces for s in p.stands
        )
        return _same_table(line, before) and (line.spot[-2] != before.spot[-2] or typed)
    if form.lines > 1:
        return False
    start = single(form.places[0][2])
    return line.spot == before.spot and (not start or line.words.strip().startswith(start))


def _same_table(line: Line, before: Line) -> bool:
    return bool(line.spot) and len(line.spot) == len(before.spot) and line.spot[:-2] == before.spot[:-2]


def _outside(line: Line, kind: str) -> bool:
    return any(each.kind == kind for each in line.stands)


def _up_to(line: Line, kind: str) -> tuple[Stand, ...] | None:
    """The places round a line down to the innermost of a kind."""
    inline = next((piece.stands for piece in line.pieces if any(each.kind == kind for each in piece.stands)), ())
    stands = (*line.stands, *inline)
    for at in range(len(stands), 0, -1):
        if stands[at - 1].kind == kind:
            return stands[:at]
    return None
