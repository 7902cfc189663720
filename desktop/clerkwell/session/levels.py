"""How much single checks weigh on this computer: IT's word, which goes before a template's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clerkwell.packs import Pack
    from clerkwell.system.meanings import Level


def with_levels(pack: Pack, levels: Mapping[str, Level]) -> Pack:
    """The pack as a report is checked in it; the copy that the report carries stays as its council made it."""
    if not levels:
        return pack
    rules = pack.manifest.rules
    graded = rules.model_copy(update={"grades": {**rules.grades, **levels}})
    return replace(pack, manifest=pack.manifest.model_copy(update={"rules": graded}))


def without_effect(levels: Mapping[str, Level]) -> Iterator[str]:
    """Sentences about levels that change nothing: of checks that there are not, and of those that none may change."""
    from clerkwell.rules import catalogue

    rules = {rule.id: rule for rule in catalogue()}
    for rule_id in levels:
        if rule_id not in rules:
            yield f"IT’s check_levels name {rule_id}, and there is no such check; “clerkwell rules” lists them all."
        elif rules[rule_id].locked:
            yield f"IT’s check_levels name {rule_id}, which always weighs the same, so it stays as it is."
