"""A sample report of a new pack, with something in every part of it: invented, so that the pack can be tried out."""

from typing import Final

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    FieldValue,
    ListItem,
    Paragraph,
    Report,
    Section,
    Text,
    give_ids,
)
from clerkwell.packs import FieldSpec, Pack, SectionSpec, understand
from clerkwell.packs.answers import options
from clerkwell.packs.conditions import relevant
from clerkwell.workshop.making.columns import TICKS

_ANSWERS: Final = {
    "committees.name": "Example Committee",
    "committee": "Example Committee",
    "authors.name": "Sam Sample",
    "authors.post": "Head of Example Services",
    "authors.department": "Example Services",
    "report-author": "Sam Sample, Head of Example Services",
    "author": "Sam Sample, Head of Example Services",
    "report-of": "Alex Example, Director of Example Services",
    "subject": "Renewal of the library computer service",
}
_BY_KIND: Final = {
    "date": "17 September 2026",
    "yes-no": "No",
    "money": "£125,000",
    "telephone": "020 7946 0123",
    "email": "sam.sample@example.org",
}


def sample_of(pack: Pack) -> Report:
    """A report of this pack in which every part has something."""
    fields: dict[str, FieldValue] = {}
    rows: dict[str, dict[str, FieldValue]] = {}
    for spec in pack.manifest.field:
        repeat, dot, name = spec.id.partition(".")
        value = understand(spec, _answer(spec, pack), pack)
        if not spec.printed or (dot and repeat in ("appendices", "background-papers")):
            continue
        if dot:
            rows.setdefault(repeat, {})[name] = value
        else:
            fields[spec.id] = value
    report = Report(
        pack=pack.ref,
        fields=fields,
        repeats={repeat: (row,) for repeat, row in rows.items()},
        sections=tuple(Section(id=spec.id, blocks=_blocks(spec)) for spec in pack.manifest.section),
        appendices=(Appendix(id="a1", number="1", title="Example figures"),) if _lists(pack, "appendices") else (),
        background_papers=(BackgroundPaper(title="Example survey, 2025"),) if _lists(pack, "background-papers") else (),
    )
    sections = tuple(
        each for each in report.sections if relevant(pack.section(each.id) or SectionSpec(id="x", title=""), report)
    )
    return give_ids(report.model_copy(update={"sections": sections}))


def _lists(pack: Pack, kind: str) -> bool:
    return any(spec.kind == kind for spec in pack.manifest.section)


def _answer(spec: FieldSpec, pack: Pack) -> str:
    """What stands in a field of the sample: its usual answer, its example, or what any report could say."""
    if spec.choices == TICKS:
        return TICKS[spec.title.endswith(": No")]
    if spec.choices:
        return spec.choices[0]
    known = _ANSWERS.get(spec.id)
    if known is not None:
        return known
    if spec.default:
        return spec.default
    offered = options(spec, pack)
    if offered:
        return offered[0]
    return spec.example or _BY_KIND.get(spec.kind, "Example")


def _blocks(spec: SectionSpec) -> tuple[Block, ...]:
    if spec.kind != "text":
        return ()
    if spec.id == "recommendations":
        return (
            ListItem(
                runs=(Text(text="approve the renewal of the library computer service for two years;"),), ordered=True
            ),
            ListItem(runs=(Text(text="note that the work is paid for from the agreed budget."),), ordered=True),
        )
    title = spec.title.rstrip(" :").casefold()
    return (Paragraph(runs=(Text(text=f"This sentence stands for the text of {title}."),)),)
