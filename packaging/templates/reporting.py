"""What all sample reports have in common: who wrote them, and how answers and blocks become a report."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import content
from writing import para, table

from clerkwell.model import Appendix, Blocks, Consultation, FieldValue, Report, Row, Section, give_ids
from clerkwell.packs import Manifest, Pack, understand

_MADE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
Fields = Mapping[str, str]
Sections = Mapping[str, Blocks]

AUTHOR = {
    "name": "Sam Sample",
    "post": "Head of Example Services",
    "department": "Department of Examples",
    "telephone": "020 7946 0123",
    "email": "sam.sample@example.org",
}
SUBJECT = "Replacing the public computers of the Example Street Library"
CHIEF = "Alex Example, Director of Example Services"
WRITER = "Sam Sample, Head of Example Services"
OFFERS = "offers"


def report_in(
    pack: Pack,
    fields: Fields,
    repeats: Mapping[str, Sequence[Fields]],
    sections: Sections,
    consultations: tuple[Consultation, ...] = (),
    headings: Mapping[str, str] | None = None,
) -> Report:
    """A report with these answers, rows and sections, all of it done, and the appendices and papers of `content`."""
    manifest: Manifest = pack.manifest

    def value(field_id: str, text: str) -> FieldValue:
        return understand(next(spec for spec in manifest.field if spec.id == field_id), text, pack)

    def row(repeat: str, given: Fields) -> Row:
        return {name: value(f"{repeat}.{name}", text) for name, text in given.items()}

    return give_ids(
        Report(
            pack=pack.ref,
            fields={name: value(name, text) for name, text in fields.items()},
            repeats={name: tuple(row(name, each) for each in rows) for name, rows in repeats.items()},
            sections=tuple(
                Section(id=name, blocks=blocks, heading=(headings or {}).get(name, ""), done=True)
                for name, blocks in sections.items()
            ),
            appendices=content.appendices(),
            background_papers=content.background_papers(),
            consultations=consultations,
            created=_MADE,
            modified=_MADE,
        )
    )


def nothing(what: str) -> Blocks:
    """An implication that was considered and has no effect, and why."""
    return (para(f"These have been considered. There are none, because {what}."),)


def offers() -> Appendix:
    """An appendix that the public does not get."""
    offers = table(
        "offers-table", "Offers", "Supplier | Price for 24", "Supplier A | £94,000", "Supplier B | £101,500",
        "Supplier C | £99,250",
    )  # fmt: skip
    return Appendix(
        id=OFFERS,
        number="3",
        title="The three offers",
        status="exempt",
        exempt_paragraphs=(3,),
        blocks=(para("Three suppliers made an offer under the framework."), offers),
    )
