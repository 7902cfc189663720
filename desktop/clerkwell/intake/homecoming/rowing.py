"""Rows of three reports brought together: those kept here, those that the draft had, those that it has now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from rapidfuzz.distance import Indel

from clerkwell.comparing.sequences import common
from clerkwell.intake.homecoming.printed import single
from clerkwell.model import BackgroundPaper, Consultation, FieldValue, Row

Texts = Mapping[str, str]
Listed = TypeVar("Listed", BackgroundPaper, Consultation)
_ALIKE = 0.3


def rows_home(
    base: Sequence[Row], sent: Sequence[Texts], came: Sequence[Texts], value: Callable[[str, str], FieldValue]
) -> tuple[Row, ...]:
    """The rows that came, each field as it is kept here where it says what was sent."""
    shown = _shown(base, sent)
    whence = dict(pairs([_key(row) for row in sent], [_key(row) for row in came]))
    done: list[Row] = []
    taken: set[int] = set()
    for at, row in enumerate(came):
        was = whence.get(at)
        if was is None or not shown:
            done.append({name: value(name, text) for name, text in row.items()})
            continue
        here, before = base[shown[was]], sent[was]
        taken.add(shown[was])
        fields = dict(here)
        for name in {*row, *before}:
            if single(row.get(name, "")) != single(before.get(name, "")):
                fields[name] = value(name, row.get(name, ""))
        done.append(fields)
    if not sent and not came:
        return tuple(base)
    # A row that the document shows nothing of stands where it stood.
    for at, hidden in enumerate(base):
        if shown and at not in shown:
            done.insert(min(at, len(done)), hidden)
    return tuple(done)


def _shown(base: Sequence[Row], sent: Sequence[Texts]) -> list[int]:
    """The rows kept here that were printed, one for each of those sent; none where that cannot be told."""
    if len(sent) == len(base):
        return list(range(len(base)))
    found: list[int] = []
    for at, row in enumerate(base):
        was = sent[len(found)] if len(found) < len(sent) else {}
        if was and all(name in row and single(row[name].text) == single(text) for name, text in was.items()):
            found.append(at)
    return found if len(found) == len(sent) else []


def columns_home(
    rows: tuple[Row, ...],
    base: Sequence[Row],
    name: str,
    sent: Sequence[str],
    came: Sequence[str],
    value: Callable[[str], FieldValue],
) -> tuple[tuple[Row, ...], list[str]]:
    """The rows with a field that stands outside of them, a line for each, and the lines that belong to no row."""
    if [single(each) for each in sent] == [single(each) for each in came] and len(rows) == len(base):
        return rows, []
    had = [at for at, row in enumerate(base) if name in row and row[name].text.strip()]
    whence = dict(pairs([(single(each),) for each in sent], [(single(each),) for each in came]))
    whose = {id(row.get(name)): at for at, row in enumerate(rows) if row.get(name) is not None}
    done = [dict(row) for row in rows]
    left: list[str] = []
    kept: set[int] = set()
    free = [at for at, row in enumerate(done) if name not in row]
    if len(came) == len(done):
        # As many lines as rows: one for each, in order.
        for row, text in zip(done, came, strict=True):
            now = row.get(name)
            if now is None or single(now.text) != single(text):
                row[name] = value(text)
        return tuple(done), []
    for at, text in enumerate(came):
        was = whence.get(at)
        old = base[had[was]].get(name) if was is not None and was < len(had) and len(had) == len(sent) else None
        place = whose.get(id(old)) if old is not None else None
        if place is not None and old is not None and place not in kept:
            kept.add(place)
            if single(old.text) != single(text):
                done[place][name] = value(text)
        elif free:
            done[free.pop(0)][name] = value(text)
        else:
            left.append(text)
    for old_row in range(len(had)):
        before = base[had[old_row]].get(name)
        place = whose.get(id(before))
        if place is not None and place not in kept and len(had) == len(sent):
            done[place].pop(name, None)
    return tuple(done), left


def listed_home(base: tuple[Listed, ...], sent: tuple[Listed, ...], came: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """The entries of a list that came, as they are kept here where they say what was sent."""
    if sent == came or len(base) != len(sent):
        return base if sent == came else came
    whence = dict(pairs([_words(each) for each in sent], [_words(each) for each in came]))
    done: list[Listed] = []
    for at, entry in enumerate(came):
        was = whence.get(at)
        if was is None:
            done.append(entry)
            continue
        before = sent[was]
        update = {
            name: getattr(entry, name)
            for name in type(entry).model_fields
            # What no document says of it, such as the words that a clearance sealed, stays as it is kept here.
            if name != "seal" and single(str(getattr(entry, name))) != single(str(getattr(before, name)))
        }
        done.append(base[was].model_copy(update=update) if update else base[was])
    return tuple(done)


def _words(entry: BackgroundPaper | Consultation) -> tuple[str, ...]:
    return tuple(single(str(value)) for value in entry.__dict__.values())


def _key(row: Texts) -> tuple[str, ...]:
    return tuple(f"{name}={single(text)}" for name, text in sorted(row.items()) if text.strip())


def pairs(sent: Sequence[tuple[str, ...]], came: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The rows that came with those that they were: the same in order, the same moved, then the likest of the rest."""
    done = {there: here for here, there in common(sent, came)}
    left = [at for at in range(len(sent)) if at not in done.values()]
    for at, row in enumerate(came):
        same = next((was for was in left if at not in done and sent[was] == row), None)
        if same is not None:
            done[at] = same
            left.remove(same)
    found = sorted(
        (-Indel.normalized_similarity("\n".join(sent[was]), "\n".join(came[at])), abs(at - was), at, was)
        for was in left
        for at in range(len(came))
        if at not in done
    )
    for likeness, _, at, was in found:
        if at not in done and was in left and (-likeness >= _ALIKE or len(sent) == len(came)):
            done[at] = was
            left.remove(was)
    yield from sorted(done.items())
