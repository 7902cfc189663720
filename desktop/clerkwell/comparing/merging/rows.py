"""Three states of fields, and of lists of rows that have no ids."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from clerkwell.comparing.answers import row_said, row_shown
from clerkwell.comparing.appendices import CONSULTATIONS, entry_said, entry_shown, entry_texts, seal_of
from clerkwell.comparing.merging.mediator import Mediator
from clerkwell.comparing.merging.orders import Three, merged_order, three
from clerkwell.comparing.results import Choice
from clerkwell.model import BackgroundPaper, Consultation, FieldValue, Place, Report, Seal
from clerkwell.model.report import Row, answered, answered_rows
from clerkwell.packs import understand

V = TypeVar("V")
Entry = TypeVar("Entry", BackgroundPaper, Consultation)
_EMPTY = FieldValue()
# Kinds of fields whose answers are words, and may be changed in two places.
_WORDS = frozenset({"text", "lines"})


def merged_fields(base: Report, ours: Report, theirs: Report, between: Mediator) -> Mapping[str, FieldValue]:
    """The single fields."""
    names = dict.fromkeys((*ours.fields, *theirs.fields, *base.fields))
    return answered(
        {
            name: _merged_field(
                base.fields.get(name, _EMPTY),
                ours.fields.get(name, _EMPTY),
                theirs.fields.get(name, _EMPTY),
                between,
                f"field:{name}",
                Place(field=name),
            )
            for name in names
        }
    )


def merged_repeats(base: Report, ours: Report, theirs: Report, between: Mediator) -> Mapping[str, tuple[Row, ...]]:
    """The rows of every repeat."""
    names = dict.fromkeys((*ours.repeats, *theirs.repeats, *base.repeats))
    return answered_rows({name: _merged_rows(name, base, ours, theirs, between) for name in names})


def merged_papers(base: Report, ours: Report, theirs: Report, between: Mediator) -> tuple[BackgroundPaper, ...]:
    """The background papers."""
    part = between.ours.papers()
    return _entries(base.background_papers, ours.background_papers, theirs.background_papers, between, "papers", part)


def merged_consultations(base: Report, ours: Report, theirs: Report, between: Mediator) -> tuple[Consultation, ...]:
    """The consultation log."""
    return _entries(
        base.consultations, ours.consultations, theirs.consultations, between, "consultations", CONSULTATIONS
    )


def _merged_field(
    base: FieldValue, ours: FieldValue, theirs: FieldValue, between: Mediator, name: str, place: Place
) -> FieldValue:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    pack = between.ours.pack
    part = between.ours.field(place.field, place.row)
    spec = pack.field(place.field)
    if spec is None or spec.kind not in _WORDS or ours.text == theirs.text:
        done, choice = between.pick(base, ours, theirs, name, place, lambda value, _: value.text, part)
        if choice != "both":
            return done
        text = "; ".join(each.text for each in (ours, theirs) if each.text)
    else:
        text = between.text(base.text, ours.text, theirs.text, name, place, part)
    for known in (ours, theirs):
        if known.text == text:
            return known
    return FieldValue(text=text) if spec is None else understand(spec, text, pack)


def _merged_rows(repeat: str, base: Report, ours: Report, theirs: Report, between: Mediator) -> tuple[Row, ...]:
    was, mine, other = (each.repeats.get(repeat, ()) for each in (base, ours, theirs))
    if other in (was, mine):
        return mine
    if mine == was:
        return other
    rows = three(was, mine, other, row_said)
    first = next((spec.id for spec in between.ours.pack.fields_of(repeat)), f"{repeat}.name")
    part = between.ours.repeat(repeat)
    order = _order(rows, between, f"rows:{repeat}", lambda at: Place(field=first, row=at), row_shown, part)
    done: list[Row] = []
    for at, name in enumerate(order):
        states = [each.get(name) for each in (rows.base, rows.ours, rows.theirs)]
        done.append(_merged_row(repeat, name, at, states, between))
    return tuple(done)


def _merged_row(repeat: str, name: str, at: int, states: Sequence[Row | None], between: Mediator) -> Row:
    base, ours, theirs = states
    if ours is None or theirs is None:
        return ours or theirs or {}
    was = base or {}
    return answered(
        {
            field: _merged_field(
                was.get(field, _EMPTY),
                ours.get(field, _EMPTY),
                theirs.get(field, _EMPTY),
                between,
                f"rows:{repeat}:{name}:{field}",
                Place(field=f"{repeat}.{field}", row=at),
            )
            for field in dict.fromkeys((*ours, *theirs, *was))
        }
    )


def _order(
    rows: Three[V],
    between: Mediator,
    start: str,
    place: Callable[[int], Place],
    shown: Callable[[V], str],
    part: str,
) -> list[str]:
    places = {name: at for at, name in enumerate(rows.ours)} | {name: at for at, name in enumerate(rows.base)}

    def keep(name: str, by: Choice) -> bool:
        left = (rows.theirs if by == "ours" else rows.ours)[name]
        if left == rows.base[name] and not rows.moved(name, "theirs" if by == "ours" else "ours"):
            return False
        return between.removed(f"{start}:{name}", place(places[name]), by, shown(rows.base[name]), shown(left), part)

    return merged_order(rows.base, rows.ours, rows.theirs, keep)


def _entries(
    base: Sequence[Entry], ours: Sequence[Entry], theirs: Sequence[Entry], between: Mediator, start: str, part: str
) -> tuple[Entry, ...]:
    if theirs in (base, ours):
        return tuple(ours)
    if ours == base:
        return tuple(theirs)
    rows = three(base, ours, theirs, entry_said)
    order = _order(rows, between, start, lambda _: Place(), entry_shown, part)
    done: list[Entry] = []
    for name in order:
        was, mine, other = rows.base.get(name), rows.ours.get(name), rows.theirs.get(name)
        if was is None or mine is None or other is None:
            done += [each for each in (mine, other) if each is not None][:1]
            continue
        update: dict[str, object] = {
            field: between.text(
                old, getattr(mine, field), getattr(other, field), f"{start}:{name}:{field}", Place(), part
            )
            for field, old in entry_texts(was).items()
        }
        if isinstance(mine, Consultation):
            update["seal"] = _sealed(*(seal_of(each) for each in (was, mine, other)))
        done.append(mine.model_copy(update=update))
    return tuple(done)


def _sealed(base: Seal | None, ours: Seal | None, theirs: Seal | None) -> Seal | None:
    """The clearance that was given last; none where one of the two took it back."""
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    return max((each for each in (ours, theirs) if each is not None), key=lambda seal: seal.when)
