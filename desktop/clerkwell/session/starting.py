"""Starting a report from nothing."""

from datetime import datetime

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack, understand
from clerkwell.packs.repeating import is_typed


def new_report(pack: Pack, when: datetime) -> Report:
    """An empty report in this pack: its default answers, and one row of each repeat that every report needs."""
    return Report(
        pack=pack.ref,
        fields={spec.id: understand(spec, spec.default, pack) for spec in pack.single_fields if spec.default},
        repeats={spec.id: (_first_row(spec.id, pack),) for spec in pack.manifest.repeat if _has_rows(spec.id, pack)},
        created=when,
        modified=when,
    )


def _has_rows(repeat_id: str, pack: Pack) -> bool:
    spec = pack.repeat(repeat_id)
    return spec is not None and spec.required == "always" and is_typed(repeat_id, pack)


def _first_row(repeat_id: str, pack: Pack) -> dict[str, FieldValue]:
    return {
        spec.id.partition(".")[2]: understand(spec, spec.default, pack)
        for spec in pack.fields_of(repeat_id)
        if spec.default
    }
