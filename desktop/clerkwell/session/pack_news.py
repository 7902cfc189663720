"""What there is to tell of the packs since they were looked at last, in words for who writes reports."""

from datetime import date

from clerkwell.packs import Catalogue, Pack
from clerkwell.packs.pack import Told

# Of more packs at once only so many are named.
_NAMED = 3


def news(before: Catalogue, after: Catalogue, today: date) -> tuple[str, ...]:
    """Sentences about what can be used now, and what no longer."""
    had, has = _offered(before), _offered(after)
    fresh = [pack for key, pack in has.items() if key not in had]
    dropped = [pack for key, pack in had.items() if key not in has]
    return (*_fresh(fresh, {pack_id for pack_id, _ in had}, today), *(_dropped(each) for each in dropped))


def _offered(catalogue: Catalogue) -> dict[tuple[str, str], Pack]:
    return {(pack.told.id, pack.told.version): pack for pack in catalogue.packs if pack.told.offered}


def _fresh(packs: list[Pack], known: set[str], today: date) -> list[str]:
    if len(packs) > _NAMED:
        names = list(dict.fromkeys(named(pack.told) for pack in packs))
        rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return [f"{len(packs)} more templates can be used: {', '.join(names[:_NAMED])}{rest}."]
    return [_one(pack, pack.id in known, today) for pack in packs]


def _one(pack: Pack, known: bool, today: date) -> str:
    since = pack.told.effective_from
    later = f", for meetings from {since.day} {since:%B %Y}" if since > today else ""
    if known:
        return f"{named(pack.told)} has a new version, {pack.told.version}{later}."
    return f"{named(pack.told)} can be used now{later}."


def _dropped(pack: Pack) -> str:
    return (
        f"{named(pack.told)} is no longer offered in version {pack.told.version}. Reports that were written in it open "
        "and export as before."
    )


def named(told: Told) -> str:
    """A pack's title, and whose it is where the title does not say so."""
    return f"“{told.title}”" if told.council in told.title else f"“{told.title}” of {told.council}"
