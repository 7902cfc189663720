"""What the form asks, in which order: the pack's fields and repeats, in groups."""

from dataclasses import dataclass

from clerkwell.packs import LEAD_IN, FieldSpec, Pack, RepeatSpec
from clerkwell.packs.repeating import SIGN_OFF as OF_A_SECTION
from clerkwell.packs.repeating import is_typed

# Printed at the end of a report, whosever layout it is.
SIGN_OFF = frozenset({"authors", "author"})


@dataclass(frozen=True)
class Group:
    """A group of the form: single fields, and repeats where their first field stands."""

    title: str
    items: tuple[FieldSpec | RepeatSpec, ...]


def groups(pack: Pack) -> tuple[Group, ...]:
    """The groups of this pack's form, those with something in them; each field in the manifest's order."""
    header: list[FieldSpec | RepeatSpec] = []
    words: list[FieldSpec | RepeatSpec] = []
    sign_off: list[FieldSpec | RepeatSpec] = []
    cleared: list[FieldSpec | RepeatSpec] = []
    seen: set[str] = set()
    for spec in pack.manifest.field:
        owner = spec.id.partition(".")[0]
        item: FieldSpec | RepeatSpec | None = pack.repeat(owner) if "." in spec.id else spec
        if item is None or item.id in seen or ("." in spec.id and not is_typed(owner, pack)):
            continue
        seen.add(item.id)
        where = sign_off if item.id in SIGN_OFF else words if item.id == LEAD_IN else header
        if item.id.endswith(OF_A_SECTION):
            where = cleared
        where.append(item)
    named = (
        ("Header", header),
        ("Above the recommendations", words),
        ("Who signed each part off", cleared),
        ("At the end of the report", sign_off),
    )
    return tuple(Group(title, tuple(items)) for title, items in named if items)


def first_about_author(pack: Pack) -> str:
    """The id of the first question or repeat of the form about who wrote the report; "" for none."""
    items = [item.id for group in groups(pack) for item in group.items]
    return next((each for each in items if each in SIGN_OFF or each == "report-author"), "")
