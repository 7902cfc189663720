"""The sample report of a council that sets its implications in a table, with who signed each of them off."""

import content
from content import Telling
from reporting import OFFERS, SUBJECT, nothing, offers, report_in
from writing import item, para, to_appendix

from clerkwell.model import Report, give_ids
from clerkwell.packs import Pack

SIGNED_OFF = {
    "priorities": "Head of Example Services",
    "risk": "Head of Example Services",
    "financial": "Section 151 Officer and Finance Team",
    "resource": "Head of Example Services",
    "legal": "Legal Team",
    "data-protection": "Information Governance Team",
    "equalities": "Equalities Officer",
    "health": "Public Health Officer",
    "crime": "Head of Example Services",
    "procurement": "Head of Example Services and Section 151 Officer",
    "climate": "Biodiversity and Climate Change Officer",
}


def maidstone(pack: Pack) -> Report:
    """A decision of the Cabinet, with what it means in a table and who signed each row off."""
    telling = Telling("The council", None, numbered=False)
    fields = {
        "subject": SUBJECT,
        "purpose": "For decision",
        "final-decision-maker": "Cabinet",
        "key-decision": "No",
        "key-decision-reason": "The sum is below the council’s threshold and one ward is affected",
        "lead-member": "Councillor Robin Sample, Cabinet Member for Example Services",
        "report-of": "Alex Example, Head of Example Services",
        "report-author": "Sam Sample, Library Services Manager",
        "public-status": "Part exempt",
        "exempt-paragraphs": "Paragraph 3 (prices offered by suppliers); the public interest in keeping them private "
        "until the contract is let outweighs the public interest in publishing them",
        "wards": "All",
        "recommendation-stem": "This report makes the following recommendations:",
        **{f"{issue}-sign-off": who for issue, who in SIGNED_OFF.items()},
    }
    meetings = [
        {"name": "Overview and Scrutiny Committee", "date": "7 September 2022"},
        {"name": "Cabinet", "date": "21 September 2022"},
    ]
    sections = {
        "summary": content.summary(telling),
        "recommendations": tuple(item(*each) for each in content.actions()),
        "priorities": content.policy(telling),
        "risk": content.risk(telling),
        "financial": content.funding(),
        "resource": content.resource(telling),
        "legal": content.legal(telling),
        "data-protection": (para("Nothing is kept about a visitor after a session. An assessment was made in May."),),
        "equalities": content.equalities(telling),
        "health": (para("Being able to book an appointment matters to health. No other effect is expected."),),
        "crime": nothing("the room is staffed whenever it is open"),
        "procurement": (
            para("The framework asks suppliers to mend or pass on what they replace. Three of them were invited."),
        ),
        "climate": content.climate(telling),
        "background": (*content.background(telling), *content.current_position(telling)),
        "options": (*content.options(telling), *content.key_data(telling)),
        "reasons": (
            *content.proposals(telling),
            *content.costs(),
            *content.conclusion(telling),
            para("What the suppliers offered is in ", to_appendix(OFFERS), ", which is kept for members."),
        ),
        "consultation": content.consultation(telling),
        "next-steps": (para("The order is placed in January. Members are told when both rooms are open again."),),
    }  # fmt: skip
    consulted = content.consultations(("Finance", "financial"), ("Legal Services", "legal"))
    report = report_in(pack, fields, {"committees": meetings}, sections, consulted)
    return give_ids(report.model_copy(update={"appendices": (*report.appendices, offers())}))
