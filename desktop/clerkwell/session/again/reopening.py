"""The answers of an earlier report that are this meeting's to give: some are taken out, some are only to be looked at.

Taken out: dates, yes-or-no questions and what follows from them (spending, key decision), sums, sign-offs, reference
numbers, and choices that the council's list no longer has. Kept and listed: whether the public may read it, for a
status that is taken out would open what was closed; officers; a purpose that other parts depend on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clerkwell.model import FieldValue, Place, Report, Row, Stale
from clerkwell.packs import FieldSpec, Pack, options, understand
from clerkwell.packs.repeating import SIGN_OFF

OFFICERS = ("report-of", "report-author", "author", "presenting", "cabinet-member")
_OWN = (
    "reference",
    "key-decision-reason",
    "exempt-information",
    "exempt-paragraphs",
    "public-interest",
    "funding-source",
)
_OFFICER_WHY = "An officer of the earlier report: see whether it is still theirs."
_STATUS_WHY = "Whether the public may read a report is decided for each one."
_PURPOSE_WHY = "Other parts of the report depend on its purpose: see whether it is the same."


@dataclass(frozen=True)
class Reopened:
    """An answer that was taken out: its field, what the form calls it, the old words, and why."""

    place: Place
    title: str
    was: str
    why: str


@dataclass(frozen=True)
class Reopening:
    """The report without the answers that were taken out, and what is to be looked at among those that stayed."""

    report: Report
    reopened: tuple[Reopened, ...]
    stale: tuple[Stale, ...]


def reopen(report: Report, pack: Pack, on: date) -> Reopening:
    """The fields of a report made ready for another meeting on that day."""
    depends = frozenset(_purposes(pack))
    taken: list[Reopened] = []
    stale: list[Stale] = []
    fields = dict(report.fields)
    for name in fields:
        fields[name] = _field(Place(field=name), fields[name], pack, on, depends, taken, stale)
    repeats: dict[str, tuple[Row, ...]] = {}
    for repeat, rows in report.repeats.items():
        repeats[repeat] = tuple(
            {
                name: _field(Place(field=f"{repeat}.{name}", row=index), value, pack, on, depends, taken, stale)
                for name, value in row.items()
            }
            for index, row in enumerate(rows)
        )
        stale += _authors(repeat, rows)
    done = Report.model_validate({**report.model_dump(), "fields": fields, "repeats": repeats})
    return Reopening(done, tuple(taken), tuple(stale))


def officers(report: Report) -> tuple[str, ...]:
    """The people that a report's details name, as they are named there: names without posts."""
    found = [row["name"].text for row in report.repeats.get("authors", ()) if "name" in row]
    found += [report.field(name).text.split(",")[0] for name in OFFICERS]
    names = (" ".join(each.split()) for each in found)
    # One word may be anybody's; "All" and "Executive Member" are nobody's name.
    return tuple(dict.fromkeys(each for each in names if 1 < len(each.split()) <= 5 and not _is_post(each)))


def _is_post(words: str) -> bool:
    posts = {
        "director",
        "officer",
        "member",
        "executive",
        "manager",
        "head",
        "councillors",
        "clerk",
        "cabinet",
        "chief",
    }
    return bool(posts & set(words.casefold().split()))


def _field(
    place: Place,
    value: FieldValue,
    pack: Pack,
    on: date,
    depends: frozenset[str],
    taken: list[Reopened],
    stale: list[Stale],
) -> FieldValue:
    spec = pack.field(place.field)
    if spec is None or value.empty:
        return value
    kept, why = _taken_out(spec, value, pack, on)
    if why:
        taken.append(Reopened(place, _asked(spec, place, pack), value.text, why))
        return kept
    whole = place.model_copy(update={"start": 0, "end": len(value.text)})
    if spec.kind == "status":
        stale.append(Stale(place=whole, quote=value.text, why=_STATUS_WHY))
    elif spec.id in OFFICERS:
        stale.append(Stale(place=whole, quote=value.text, why=_OFFICER_WHY))
    elif spec.id in depends and not any((each.place.field, each.quote) == (spec.id, value.text) for each in stale):
        stale.append(Stale(place=whole, quote=value.text, why=_PURPOSE_WHY))
    return value


def _asked(spec: FieldSpec, place: Place, pack: Pack) -> str:
    """What the form calls a question, with the row that it is about: "Date of meeting (committee 2)"."""
    title, repeat = spec.title.rstrip(":? "), pack.repeat(spec.id.partition(".")[0])
    return title if repeat is None or place.row is None else f"{title} ({repeat.singular} {place.row + 1})"


def _taken_out(spec: FieldSpec, value: FieldValue, pack: Pack, on: date) -> tuple[FieldValue, str]:
    """What stays of an answer, and why the rest does not; "" where all of it stays."""
    if spec.kind == "date":
        return FieldValue(), "It was the date of the earlier meeting."
    if spec.id.endswith(SIGN_OFF):
        return FieldValue(), "It was signed off for the earlier report."
    if spec.kind in ("yes-no", "money") or spec.id in _OWN or spec.id in _following(pack):
        return FieldValue(), "It was answered for the earlier report."
    if spec.kind in ("choice", "choices") and spec.vocab:
        return _in_force(spec, value, pack, on)
    return value, ""


def _in_force(spec: FieldSpec, value: FieldValue, pack: Pack, on: date) -> tuple[FieldValue, str]:
    """The choices that the council's list still has on that day."""
    chosen = (value.value,) if isinstance(value.value, str) else value.value or ()
    listed = set(options(spec, pack))
    now = set(options(spec, pack, on))
    dated = any(each.effective_from or each.effective_to for each in pack.manifest.vocab[spec.vocab].entries)
    if not chosen:
        # What could not be understood may be of any list: where lists have dates, it is asked again.
        return (FieldValue(), "The council’s list may be another one now.") if dated else (value, "")
    gone = [each for each in chosen if each in listed and each not in now]
    if not gone:
        return value, ""
    stay = [each for each in chosen if each not in gone]
    why = (
        "The council’s list has changed: " + "; ".join(gone) + (" is" if len(gone) == 1 else " are") + " not in it now."
    )
    return understand(spec, "\n".join(stay), pack), why


def _following(pack: Pack) -> frozenset[str]:
    """The fields that follow from an answer, by the standard wordings that the pack gives for it."""
    return frozenset(field for spec in pack.manifest.field for words in spec.wording.values() for field in words)


def _purposes(pack: Pack) -> Iterator[str]:
    """The purpose fields whose answer decides which other parts a report has."""
    keys = {
        key.rpartition(".")[2]
        for spec in (*pack.manifest.field, *pack.manifest.section)
        for condition in (spec.when, spec.only)
        for key in condition
    }
    return (spec.id for spec in pack.manifest.field if "purpose" in spec.id and spec.id.rpartition(".")[2] in keys)


def _authors(repeat: str, rows: Iterable[Row]) -> Iterator[Stale]:
    if repeat != "authors":
        return
    for index, row in enumerate(rows):
        name = next((each for each in ("name", "post", "email") if each in row), "")
        if name:
            place = Place(field=f"{repeat}.{name}", row=index, start=0, end=len(row[name].text))
            yield Stale(place=place, quote=row[name].text, why=_OFFICER_WHY)
