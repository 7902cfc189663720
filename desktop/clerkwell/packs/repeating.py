"""What a `repeat:` place of a template comes once for.

Rows are typed for the repeats that a pack names (`[[repeat]]`: committees, authors). Other repeats need no naming: what
they come once for is in the report already.

| place | once for each | fields inside |
|---|---|---|
| `repeat:appendices` | appendix | `number`, `title`, `public-interest` |
| `repeat:background-papers` | background paper | `title` |
| `repeat:consultations` | entry of the consultation log | `who`, `role`, `part`, `asked`, `answered`, `answer` |
| `repeat:appendix-pages` | appendix that is written in the report | `number`, `title`, `text` |
| `repeat:FIELD`, a field of kind `choices` | answer | `name` |
| `repeat:SECTION`, a section of text | item of the section's outermost list | `number`, `text` |
| `repeat:GROUP`, a group | section of the group that the report has | `issue`, `text`, `sign-off` |

A field inside is named after its repeat: `field:recommendations.text`. `issue` is a section's heading, and `sign-off`
the field `SECTION-sign-off`, where the pack has one. `group:ID` round more than the repeat (a heading, a whole table)
goes with the last of its rows.
"""

from collections.abc import Mapping
from typing import Final, Literal

from clerkwell.model import Appendix, Report, is_empty
from clerkwell.packs.conditions import relevant
from clerkwell.packs.pack import Pack

Source = Literal[
    "rows", "appendices", "background-papers", "consultations", "appendix-pages", "answers", "items", "sections"
]

# The repeat of a layout that is not known, for what its header says besides: rows of `label` and `text`.
OTHER_DETAILS: Final = "other-details"
APPENDIX_PAGES: Final = "appendix-pages"
# What follows a section's id in the id of the field that says who signed it off.
SIGN_OFF: Final = "-sign-off"

_FIXED: Final[Mapping[str, Source]] = {
    "appendices": "appendices",
    "background-papers": "background-papers",
    "consultations": "consultations",
    APPENDIX_PAGES: "appendix-pages",
}
_FIELDS: Final[Mapping[Source, tuple[str, ...]]] = {
    "appendices": ("number", "title", "public-interest"),
    "background-papers": ("title",),
    "consultations": ("who", "role", "part", "asked", "answered", "answer"),
    "appendix-pages": ("number", "title", "text"),
    "answers": ("name",),
    "items": ("number", "text"),
    "sections": ("issue", "text", "sign-off"),
}


def source_of(repeat: str, pack: Pack) -> Source | None:
    """What a repeat comes once for; none for one that the pack knows nothing of."""
    if repeat in _FIXED:
        return _FIXED[repeat]
    section, field = pack.section(repeat), pack.field(repeat)
    if section is not None and section.kind == "text":
        return "items"
    if pack.group(repeat) is not None:
        return "sections"
    if field is not None and field.kind == "choices":
        return "answers"
    return "rows" if pack.repeat(repeat) is not None else None


def fields_inside(repeat: str, pack: Pack) -> frozenset[str]:
    """The ids of the fields that may stand in a repeat (`recommendations.text`)."""
    source = source_of(repeat, pack)
    named = {spec.id for spec in pack.fields_of(repeat)}
    return frozenset({*named, *(f"{repeat}.{name}" for name in (_FIELDS.get(source, ()) if source else ()))})


def is_typed(repeat: str, pack: Pack) -> bool:
    """Whether a report's author types the rows of this repeat."""
    return source_of(repeat, pack) == "rows"


def written_appendices(report: Report, pack: Pack) -> tuple[Appendix, ...]:
    """The appendices that are written in the report itself, whose words its document prints."""
    section = next((spec for spec in pack.manifest.section if spec.kind == "appendices"), None)
    if section is not None and not relevant(section, report):
        return ()
    return tuple(each for each in report.appendices if not is_empty(each.blocks))
