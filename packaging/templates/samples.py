"""The sample report of each shipped pack: every field, every section, every kind of block."""

from collections.abc import Callable

import content
from content import Telling
from issues import maidstone
from reporting import AUTHOR, CHIEF, OFFERS, SUBJECT, WRITER, nothing, offers, report_in
from writing import bullet, heading, item, para, to_appendix

from clerkwell.model import Blocks, Report, give_ids
from clerkwell.packs import Pack

_CITY = Telling("The City Corporation", "financial", numbered=True)
_CITY_CONSULTED = (("Chamberlain's Department", "financial"), ("Comptroller and City Solicitor's Department", "legal"))


def _city_fields() -> dict[str, str]:
    return {
        "subject": SUBJECT,
        "public-status": "Public",
        "outcomes": "3. People have equal opportunities to enrich their lives and reach their full potential\n"
        "9. We are digitally and physically well-connected and responsive",
        "spending": "Yes",
        "spending-amount": "£125,000 (£98,000 capital, £27,000 revenue)",
        "funding-source": "City Fund, equipment reserve",
        "funding-agreed": "Yes",
        "report-of": CHIEF,
        "purpose": "For Decision",
        "report-author": WRITER,
        "recommendation-stem": "Members are asked to:",
    }


def _city_sections() -> dict[str, Blocks]:
    return {
        "summary": content.summary(_CITY),
        "recommendations": tuple(bullet(*each) for each in content.actions()),
        "background": content.background(_CITY),
        "current-position": content.current_position(_CITY),
        "options": content.options(_CITY),
        "proposals": content.proposals(_CITY),
        "key-data": content.key_data(_CITY),
        "strategic": content.strategic(_CITY),
        "financial": (*content.costs(), *content.funding()),
        "resource": content.resource(_CITY),
        "legal": content.legal(_CITY),
        "risk": content.risk(_CITY),
        "equalities": content.equalities(_CITY),
        "climate": content.climate(_CITY),
        "security": content.security(_CITY),
        "conclusion": content.conclusion(_CITY),
    }


def city_2023(pack: Pack) -> Report:
    """Two committees, one to decide and one to be told."""
    committees = [
        {"name": "Culture, Heritage and Libraries Committee", "purpose": "For Decision", "date": "23/01/2023"},
        {"name": "Finance Committee", "purpose": "For Information", "date": "21/02/2023"},
    ]
    repeats = {"committees": committees, "authors": [AUTHOR]}
    consulted = content.consultations(*_CITY_CONSULTED)
    return report_in(pack, _city_fields(), repeats, _city_sections(), consulted)


def city_2022(pack: Pack) -> Report:
    """The same proposal in the earlier layout, where implications run on from their names."""
    committees = [
        {"name": "Culture, Heritage and Libraries Committee", "purpose": "For Decision", "date": "24/01/2022"},
        {"name": "Finance Committee", "purpose": "For Information", "date": "15/02/2022"},
    ]
    repeats = {"committees": committees, "authors": [AUTHOR]}
    consulted = content.consultations(*_CITY_CONSULTED)
    return report_in(pack, _city_fields(), repeats, _city_sections(), consulted)


def city_2017(pack: Pack) -> Report:
    """One main report, with sub-headings instead of sections."""
    telling = Telling("The City Corporation", None, numbered=False)
    fields = {name: text for name, text in _city_fields().items() if pack.field(name)}
    committees = [
        {"name": "Culture, Heritage and Libraries Committee", "purpose": "For Decision", "date": "24/04/2017"},
        {"name": "Finance Committee", "purpose": "For Information", "date": "02/05/2017"},
    ]
    main = (
        *content.background(telling),
        *content.current_position(telling),
        heading("Options"),
        *content.options(telling),
        heading("Proposals"),
        *content.proposals(telling),
        *content.key_data(telling),
        heading("Implications"),
        *content.costs(),
        *content.funding(),
        *content.legal(telling),
        *content.equalities(telling),
        *content.climate(telling),
        heading("Conclusion"),
        *content.conclusion(telling),
    )
    sections = {
        "summary": content.summary(telling),
        "recommendations": tuple(item(*each) for each in content.actions()),
        "main-report": main,
    }
    return report_in(pack, fields, {"committees": committees, "authors": [AUTHOR]}, sections)


def north_somerset(pack: Pack) -> Report:
    """Recommendations first, then eleven numbered headings."""
    telling = Telling("The council", "financial", numbered=False)
    fields = {
        "committee": "Executive",
        "meeting-date": "7 September 2022",
        "subject": SUBJECT,
        "town-or-parish": "All",
        "presenting": "Executive Member for Example Services",
        "key-decision": "No",
        "key-decision-reason": "The sum is below the council’s threshold and one ward is affected",
        "author": "Sam Sample, Head of Example Services, 01632 960123",
    }
    sections = {
        "recommendations": (
            para("That the Executive approves the replacement of the library’s 24 public computers. The cost of "
                 "£125,000 is met from the equipment reserve over two years."),
            para("That Members note the results of the visitor survey in Appendix 1."),
        ),
        "summary": content.summary(telling),
        "policy": content.policy(telling),
        "details": (
            *content.background(telling),
            *content.current_position(telling),
            heading("What is proposed"),
            *content.proposals(telling),
        ),
        "consultation": content.consultation(telling),
        "financial": (heading("Costs"), *content.costs(), heading("Funding"), *content.funding()),
        "legal": content.legal(telling),
        "climate": content.climate(telling),
        "risk": content.risk(telling),
        "equalities": content.equalities(telling),
        "corporate": content.corporate(telling),
        "options": (*content.options(telling), *content.key_data(telling)),
    }  # fmt: skip
    consulted = content.consultations(("Finance", "financial"), ("Legal Services", "legal"))
    return report_in(pack, fields, {}, sections, consulted)


def generic(pack: Pack) -> Report:
    """Every section that the pack knows, and one of the report's own."""
    telling = Telling("The council", "financial", numbered=False)
    fields = {
        "council": "Example District Council",
        "subject": SUBJECT,
        "purpose": "For decision",
        "public-status": "Part exempt",
        "exempt-information": "Yes, in an appendix kept for members",
        "exempt-paragraphs": "Paragraph 3 (prices offered by suppliers); the public interest in keeping them private "
        "until the contract is let outweighs the public interest in publishing them",
        "report-of": CHIEF,
        "cabinet-member": "Councillor Robin Sample, Cabinet Member for Example Services",
        "report-author": WRITER,
        "wards": "Example Street",
        "key-decision": "No",
        "key-decision-reason": "The sum is below the council’s threshold and one ward is affected",
        "reference": "EX/2026/014",
        "recommendation-stem": "The Committee is recommended to:",
    }
    committees = [
        {"name": "Community Committee", "date": "17 September 2026"},
        {"name": "Full Council", "date": "8 October 2026"},
    ]
    sections = {
        "purpose-of-report": (para("To ask for a decision on the future of the library’s public computers."),),
        "summary": content.summary(telling),
        "introduction": (para("The matter was last before members a year ago, when they asked for more evidence."),),
        "recommendations": tuple(item(*each) for each in content.actions()),
        "reasons": content.conclusion(telling),
        "background": content.background(telling),
        "current-position": content.current_position(telling),
        "options": (*content.options(telling), *content.key_data(telling)),
        "proposals": content.proposals(telling),
        "consultation": content.consultation(telling),
        "policy": content.policy(telling),
        "own-1": (
            para("The library at Sample Road replaced its computers two years ago. Use rose by a third within a year."),
            para("Its manager advises to tell visitors early, and often."),
        ),
        "financial": (*content.costs(), *content.funding()),
        "resource": content.resource(telling),
        "legal": content.legal(telling),
        "risk": content.risk(telling),
        "equalities": content.equalities(telling),
        "climate": content.climate(telling),
        "health": (para("Being able to book an appointment matters to health. No other effect is expected."),),
        "crime": nothing("the room is staffed whenever it is open"),
        "security": content.security(telling),
        "data-protection": (para("Nothing is kept about a visitor after a session. An assessment was made in May."),),
        "procurement": (
            para(
                "The framework asks suppliers to mend or pass on what they replace. What they offered is in ",
                to_appendix(OFFERS), ", which is kept for members.",
            ),
            para("The lowest of the three offers is £3,250 under the sum that was set aside.", private=True),
        ),
        "safeguarding": (para("Pages that are not fit for children stay blocked in the study room."),),
        "corporate": content.corporate(telling),
        "conclusion": content.conclusion(telling),
        "next-steps": (para("The order is placed in January. Members are told when both rooms are open again."),),
    }  # fmt: skip
    consulted = content.consultations(("Finance", "financial"), ("Legal Services", "legal"))
    others = [{"label": "Venue:", "text": "Committee Room 2, Sample Hall"}]
    repeats = {"committees": committees, "other-details": others, "authors": [AUTHOR]}
    report = report_in(pack, fields, repeats, sections, consulted, {"own-1": "What another library learned"})
    return give_ids(report.model_copy(update={"appendices": (*report.appendices, offers())}))


def samples() -> dict[str, Callable[[Pack], Report]]:
    """Every sample by the id of its pack."""
    return {
        "city-of-london-2017": city_2017,
        "city-of-london-2022": city_2022,
        "city-of-london-2023": city_2023,
        "north-somerset-executive-2022": north_somerset,
        "maidstone-2022": maidstone,
        "generic-english-council": generic,
    }
