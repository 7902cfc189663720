"""Edits of a pack for tests: any of those that the workshop offers, chosen by numbers."""

from collections.abc import Callable, Sequence

from clerkwell.packs import OTHER, Pack
from clerkwell.packs.repeating import is_typed
from clerkwell.workshop.draft.fields import (
    SUBJECT,
    change_field,
    hide_field,
    move_field,
    new_field,
    print_field,
    remove_field,
    rename_field,
)
from clerkwell.workshop.draft.groups import (
    move_group,
    new_group,
    next_place,
    print_group,
    remove_group,
    rename_group,
)
from clerkwell.workshop.draft.moving import move_section, next_spot
from clerkwell.workshop.draft.rows import NewRows, new_repeat, remove_repeat, standings
from clerkwell.workshop.draft.sections import Spot, change_section, new_section, remove_section, rename_section

_KINDS = ("text", "date", "choice", "yes-no", "money")
_EDITS = 17


def edited(pack: Pack, what: int, which: int) -> Pack:
    """The pack after one edit: `what` says which, `which` of what. Raises `PackError` for one that is refused."""
    manifest, at = pack.manifest, what % _EDITS
    if at < len(_SECTIONS):
        return _SECTIONS[at](pack, _one([each.id for each in manifest.section if each.id != OTHER], which), which)
    at -= len(_SECTIONS)
    if at < len(_GROUPS):
        group = _one([each.id for each in manifest.group], which)
        return _GROUPS[at](pack, group, which) if group else pack
    fields = [each.id for each in manifest.field if each.id != SUBJECT and not each.id.endswith("-sign-off")]
    return _FIELDS[(at - len(_GROUPS)) % len(_FIELDS)](pack, _one(fields, which), which)


def _one(ids: Sequence[str], which: int) -> str:
    return ids[which % len(ids)] if ids else ""


def _add_section(pack: Pack, section: str, which: int) -> Pack:
    spec = pack.section(section)
    return new_section(pack, f"Digital inclusion & skills {which}", Spot(section, spec.group if spec else None))


def _move_section(pack: Pack, section: str, which: int) -> Pack:
    spot = next_spot(pack, section, 1 if which % 2 else -1)
    return pack if spot is None else move_section(pack, section, spot)


def _ask_sometimes(pack: Pack, section: str, _: int) -> Pack:
    asked = next((each.id for each in pack.manifest.field if each.kind == "yes-no"), SUBJECT)
    return change_section(pack, section, {"required": "when", "when": {asked: ("Yes",)}})


def _move_group(pack: Pack, group: str, which: int) -> Pack:
    place = next_place(pack.manifest, group, 1 if which % 2 else -1)
    return pack if place is None else move_group(pack, group, place)


def _print_group(pack: Pack, group: str, _: int) -> Pack:
    spec = pack.group(group)
    return pack if spec is None else print_group(pack, group, printed=not spec.printed)


def _print_field(pack: Pack, field: str, _: int) -> Pack:
    spec = pack.field(field)
    return hide_field(pack, field) if spec is not None and spec.printed else print_field(pack, field)


def _change_field(pack: Pack, field: str, which: int) -> Pack:
    kind = _KINDS[which % len(_KINDS)]
    return change_field(pack, field, {"kind": kind, "vocab": "", "choices": ("One", "Two") if kind == "choice" else ()})


def _change_rows(pack: Pack, item: str, which: int) -> Pack:
    if which % 3 == 0 and is_typed(item, pack):
        return remove_repeat(pack, item)
    spots = standings(pack)
    new = NewRows(f"Further contacts {which}", "", ("Name", "Telephone"), "table" if which % 2 else "lines")
    return new_repeat(pack, new, item, spots[which % (len(spots) - 1)])


_SECTIONS: Sequence[Callable[[Pack, str, int], Pack]] = (
    _add_section,
    lambda pack, section, which: rename_section(pack, section, f"Other words {which}"),
    _move_section,
    _move_section,
    lambda pack, section, _: remove_section(pack, section),
    _ask_sometimes,
    lambda pack, section, which: new_group(pack, f"Over them {which}", section),
)
_GROUPS: Sequence[Callable[[Pack, str, int], Pack]] = (
    lambda pack, group, which: rename_group(pack, group, f"Another heading {which}"),
    _move_group,
    lambda pack, group, _: remove_group(pack, group),
    _print_group,
)
_FIELDS: Sequence[Callable[[Pack, str, int], Pack]] = (
    lambda pack, field, which: new_field(pack, f"Which ward {which}?", field.partition(".")[0] if which % 3 else ""),
    _print_field,
    lambda pack, field, which: rename_field(pack, field, f"Asked otherwise {which}"),
    lambda pack, field, which: move_field(pack, field, 1 if which % 2 else -1),
    lambda pack, field, which: remove_field(pack, field) if which % 2 else _change_field(pack, field, which),
    lambda pack, field, which: _change_rows(pack, field.partition(".")[0], which),
)
