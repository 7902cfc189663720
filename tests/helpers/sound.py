"""A report without a fault, and small changes that plant one: for the tests of rules."""

from clerkwell.model import (
    Appendix,
    FieldValue,
    Paragraph,
    Problem,
    Report,
    Section,
    SetRows,
    Text,
    apply,
    give_ids,
)
from clerkwell.packs import Pack, understand
from clerkwell.rules import check
from helpers.building import MANIFEST, make_report

MORE = """
[[field]]
id = "public-status"
title = "Public status"
kind = "status"
choices = ["Public", "Part exempt", "Exempt"]

[[field]]
id = "amount"
title = "How much?"
required = "always"

[[field]]
id = "agreed"
title = "Is the funding agreed?"
kind = "yes-no"
required = "always"

[rules]
prompts = ["[Officer to complete]"]
date_form = "dd/mm/yyyy"
"""

# The answer No fills in the council's words for the questions that follow from it.
WORDED = MANIFEST.replace(
    'kind = "yes-no"\n',
    'kind = "yes-no"\nrequired = "always"\nwording = { No = { amount = "N/A", agreed = "N/A" } }\n',
)


def sound(pack: Pack) -> Report:
    """A report without a fault."""
    report = make_report(
        {
            "summary": "The play area in the park is worn out and this report says what to do.",
            "background": "The park opened long ago.\nThe survey is at Appendix 1.",
            "options": "Do nothing, mend it, or build it anew.",
            "background-papers": "None",
        },
        pack=pack,
    )
    answers = {
        "subject": "Play area",
        "purpose": "For Decision",
        "spending": "No",
        "amount": "N/A",
        "agreed": "N/A",
        "public-status": "Public",
    }
    for name, text in answers.items():
        report = with_field(report, pack, name, text)
    committee = {"name": FieldValue(text="Parks", value="Parks"), "date": FieldValue(text="07/09/2026")}
    report = apply(SetRows(repeat="committees", rows=(committee,)), report)
    return report.model_copy(
        update={
            "appendices": (Appendix(id="a1", number="1", title="Survey", status="public"),),
        }
    )


def with_field(report: Report, pack: Pack, name: str, text: str) -> Report:
    spec = pack.field(name)
    assert spec is not None
    return report.model_copy(update={"fields": {**report.fields, name: understand(spec, text, pack)}})


def with_section(report: Report, section_id: str, *texts: str) -> Report:
    sections = [section for section in report.sections if section.id != section_id]
    fresh = Section(id=section_id, blocks=tuple(Paragraph(runs=(Text(text=text),)) for text in texts))
    return give_ids(report.model_copy(update={"sections": (*sections, fresh)}))


def without_section(report: Report, section_id: str) -> Report:
    kept = tuple(section for section in report.sections if section.id != section_id)
    return report.model_copy(update={"sections": kept})


def found(report: Report, pack: Pack, rule: str) -> list[Problem]:
    return [problem for problem in check(report, pack) if problem.rule == rule]


def with_date(pack: Pack, date: str) -> Report:
    row = {"name": FieldValue(text="Parks", value="Parks"), "date": FieldValue(text=date)}
    return apply(SetRows(repeat="committees", rows=(row,)), sound(pack))


def mended(report: Report, problem: Problem) -> Report:
    """The report after the problem's own fix."""
    assert problem.fix is not None
    return apply(problem.fix, report)
