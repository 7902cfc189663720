"""What differs between two reports, so that followers can skip what they do not show."""

from clerkwell.model.report import Report
from clerkwell.model.values import Value


class Changes(Value):
    """The parts that differ: field ids, repeat ids, section ids, and whether the order of sections does.

    `others` names the other parts of the report by attribute (`appendices`, `waivers`, `tray`, …).
    """

    fields: frozenset[str] = frozenset()
    repeats: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    order: bool = False
    others: frozenset[str] = frozenset()

    @property
    def any(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.fields or self.repeats or self.sections or self.order or self.others)


_OTHERS = (
    "pack", "appendices", "background_papers", "consultations", "notes", "versions", "returns", "stale", "earlier",
    "waivers", "tray", "details_done",
)  # fmt: skip


def changes(before: Report, after: Report) -> Changes:
    """What differs between two reports. Cheap for an edit: what was not touched is the same object."""
    if before is after:
        return Changes()
    old = {section.id: section for section in before.sections}
    new = {section.id: section for section in after.sections}
    return Changes(
        fields=_differing(before.fields, after.fields),
        repeats=_differing(before.repeats, after.repeats),
        sections=_differing(old, new),
        order=[*old] != [*new],
        others=frozenset(
            name
            for name in _OTHERS
            if getattr(before, name) is not getattr(after, name) and getattr(before, name) != getattr(after, name)
        ),
    )


def _differing(old: object, new: object) -> frozenset[str]:
    if old is new:
        return frozenset()
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    return frozenset(
        key
        for key in {*old, *new}
        if old.get(key) is not new.get(key) and (key not in old or key not in new or old[key] != new[key])
    )
