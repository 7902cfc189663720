"""The fields of two reports, and the lists of rows that have no ids: what differs, and some of it taken back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.rows import Said, by_place, paired
from clerkwell.comparing.sequences import in_order, put
from clerkwell.comparing.telling import pieces
from clerkwell.comparing.wording import Reworded, text_worded
from clerkwell.model import FieldValue, Place, Report
from clerkwell.model.report import Row, answered, answered_rows

_EMPTY = FieldValue()


def settled_fields(before: Report, after: Report, ledger: Ledger) -> Mapping[str, FieldValue]:
    """The single fields, as far as what differs is not taken back."""
    done = dict(after.fields)
    for name in _listed(before.fields, after.fields, [spec.id for spec in ledger.after.pack.single_fields]):
        old, new = before.fields.get(name, _EMPTY), after.fields.get(name, _EMPTY)
        if old != new and _back(old, new, ledger, f"field:{name}", ledger.after.field(name), Place(field=name)):
            done[name] = old
    return answered(done)


def settled_repeats(before: Report, after: Report, ledger: Ledger) -> Mapping[str, tuple[Row, ...]]:
    """The rows of every repeat, as far as what differs is not taken back."""
    done = dict(after.repeats)
    for name in _listed(before.repeats, after.repeats, [spec.id for spec in ledger.after.pack.manifest.repeat]):
        old, new = before.repeats.get(name, ()), after.repeats.get(name, ())
        if old != new:
            done[name] = _settled_rows(name, old, new, ledger)
    return answered_rows(done)


def row_said(row: Row) -> Said:
    """A row of answers, to be held against others."""
    texts = [row[name].text for name in sorted(row)]
    return Said(tuple(sorted((name, value.text, value.value) for name, value in row.items())), spoken(" ".join(texts)))


def row_shown(row: Row) -> str:
    """A row of answers in words."""
    return ", ".join(value.text for value in row.values() if value.text)


def settled_order(
    before: Sequence[str],
    after: Sequence[str],
    ledger: Ledger,
    start: str,
    part: str,
    place: Callable[[int], Place],
    shown: Callable[[str, Naming], str],
) -> list[str]:
    """The order of rows by their names: which came, went and moved, as far as that is not taken back."""
    known, there, still = set(before), set(after), in_order(before, after)
    kept: list[str] = []
    again: set[str] = set()
    at = 0
    for name in put(after, before, known - there):
        if name not in there:
            if ledger.went(f"{start}:{name}", part, place(at), partial(shown, name, ledger.before)):
                again.add(name)
            continue
        back = False
        if name not in known:
            back = ledger.came(f"{start}:{name}", part, place(at), partial(shown, name, ledger.after))
        elif name not in still:
            back = ledger.moved(
                f"{start}:{name}", part, place(at), partial(shown, name, ledger.after), f"moved within {part}"
            )
            again |= {name} if back else set()
        at += 1
        if not back:
            kept.append(name)
    return put(kept, before, again, still)


def _settled_rows(repeat: str, before: Sequence[Row], after: Sequence[Row], ledger: Ledger) -> tuple[Row, ...]:
    names, base = paired([row_said(row) for row in before], [row_said(row) for row in after]), by_place(len(before))
    old, new = dict(zip(base, before, strict=True)), dict(zip(names, after, strict=True))
    first = next((spec.id for spec in ledger.after.pack.fields_of(repeat)), f"{repeat}.name")
    order = settled_order(
        base,
        names,
        ledger,
        f"rows:{repeat}",
        ledger.after.repeat(repeat),
        lambda at: Place(field=first, row=at),
        lambda name, names: row_shown((new if names is ledger.after else old)[name]),
    )
    done = {**old, **new}
    for at, name in enumerate(names):
        if name in old and old[name] != new[name]:
            done[name] = _settled_row(repeat, name, at, old[name], new[name], ledger)
    return tuple(done[name] for name in order)


def _settled_row(repeat: str, name: str, at: int, before: Row, after: Row, ledger: Ledger) -> Row:
    done = dict(after)
    order = [spec.id.partition(".")[2] for spec in ledger.after.pack.fields_of(repeat)]
    for field in _listed(before, after, order):
        old, new = before.get(field, _EMPTY), after.get(field, _EMPTY)
        full = f"{repeat}.{field}"
        if old != new and _back(
            old, new, ledger, f"rows:{repeat}:{name}:{field}", ledger.after.field(full, at), Place(field=full, row=at)
        ):
            done[field] = old
    return answered(done)


def _back(before: FieldValue, after: FieldValue, ledger: Ledger, name: str, part: str, place: Place) -> bool:
    if before.text == after.text:
        return ledger.state(name, part, place, _understood(before), _understood(after))
    texts = Reworded(text_worded(before.text), text_worded(after.text))
    return ledger.words(name, part, place, lambda: pieces(texts, ledger.before, ledger.after))


def _understood(value: FieldValue) -> str:
    meant = value.value
    if meant is None:
        return "not understood"
    return f"understood as {meant if isinstance(meant, str) else ', '.join(meant)}"


def _listed(before: Iterable[str], after: Iterable[str], order: Sequence[str]) -> list[str]:
    """The names in either, in the order that the pack has them."""
    rank = {name: at for at, name in enumerate(order)}
    return sorted(dict.fromkeys((*after, *before)), key=lambda name: rank.get(name, len(rank)))
