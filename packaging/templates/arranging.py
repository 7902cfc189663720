"""The stories of `stories` in each layout: every piece where that council's report has its place, and nothing twice."""

from collections.abc import Callable, Mapping, Sequence

from issues import SIGNED_OFF
from lamps import key_decision
from letting import part_exempt
from reporting import AUTHOR, Fields, report_in
from stories import Story, information
from writing import bullet, heading, item, para

from clerkwell.model import Block, Blocks, Paragraph, Report, Text, give_ids
from clerkwell.packs import Pack

# What stands in a section of each id: pieces of a story, in their order.
_IN: Mapping[str, tuple[str, ...]] = {
    "summary": ("summary",),
    "background": ("background", "position"),
    "current-position": ("position",),
    "options": ("options",),
    "proposals": ("proposals",),
    "key-data": ("data",),
    "strategic": ("strategic",),
    "priorities": ("strategic",),
    "policy": ("strategic",),
    "financial": ("financial",),
    "resource": ("resource",),
    "legal": ("legal",),
    "risk": ("risk",),
    "equalities": ("equalities",),
    "climate": ("climate",),
    "security": ("security",),
    "data-protection": ("privacy",),
    "health": ("health",),
    "crime": ("crime",),
    "procurement": ("procurement",),
    "safeguarding": ("safeguarding",),
    "corporate": ("resource",),
    "consultation": ("consultation",),
    "details": ("background", "position", "proposals"),
    "reasons": ("proposals", "conclusion"),
    "conclusion": ("conclusion",),
    "next-steps": ("next",),
}
# Where a layout has one section for all of the report, these stand in it under their headings.
_MAIN = (
    ("background", "Background"),
    ("position", "What was done"),
    ("options", "Options"),
    ("proposals", "Proposals"),
    ("consultation", "Consultation"),
    ("financial", "Financial implications"),
    ("legal", "Legal implications"),
    ("equalities", "Equalities"),
    ("conclusion", "Conclusion"),
)
# A report of a layout that is not known has the sections that it needs, and no more.
_GENERIC = (
    "summary", "recommendations", "background", "options", "proposals", "consultation", "financial",
    "legal", "risk", "equalities", "climate", "conclusion", "next-steps",
)  # fmt: skip
# The days on which each layout's reports are taken, and one on which notice can be given of a key decision.
_DAYS: Mapping[str, tuple[str, str]] = {
    "city-of-london-2017": ("24/04/2017", ""),
    "city-of-london-2022": ("24/01/2022", ""),
    "city-of-london-2023": ("23/01/2023", ""),
    "north-somerset-executive-2022": ("7 September 2022", "28 July 2022"),
    "maidstone-2022": ("21 September 2022", "10 August 2022"),
    "generic-english-council": ("17 September 2026", "6 August 2026"),
}


def examples(pack: Pack) -> Mapping[str, Report]:
    """The other sample reports of a shipped pack, by what their files are called."""
    day, notice = _DAYS[pack.id]
    told = {"for-information": information(), "exempt-appendix": part_exempt()}
    if notice:
        told["key-decision"] = key_decision(notice)
    return {name: _report(pack, story, day) for name, story in told.items()}


def _report(pack: Pack, story: Story, day: str) -> Report:
    fields, repeats = _header(pack, story, day)
    report = report_in(pack, fields, repeats, _sections(pack, story, fields))
    return give_ids(report.model_copy(update={"appendices": story.appendices, "background_papers": story.papers}))


def _header(pack: Pack, story: Story, day: str) -> tuple[Fields, Mapping[str, Sequence[Fields]]]:
    city = pack.told.series == "city-of-london"
    decision, information_ = ("For Decision", "For Information") if city else ("For decision", "For information")
    purpose = decision if story.decides else information_
    body = "Port Health and Environmental Services Committee" if city else "Cabinet"
    known = {
        "subject": story.subject,
        "public-status": "Public",
        "outcomes": "12. Our spaces are secure, resilient and well-maintained",
        "spending": "No",
        "spending-amount": "N/A",
        "funding-source": "N/A",
        "funding-agreed": "N/A",
        "report-of": "Alex Example, Director of Example Services",
        "purpose": purpose,
        "report-author": "Sam Sample, Head of Example Services",
        "recommendation-stem": _STEMS.get(pack.id, "Members are asked to:"),
        "committee": "Executive",
        "meeting-date": day,
        "town-or-parish": "All",
        "presenting": "Executive Member for Example Services",
        "lead-member": "Councillor Robin Sample, Cabinet Member for Example Services",
        "cabinet-member": "Councillor Robin Sample, Cabinet Member for Example Services",
        "council": "Example District Council",
        "wards": "All",
        "final-decision-maker": "Cabinet",
        "key-decision": "No",
        "key-decision-reason": "It commits the council to no spending, and no ward is affected more than another"
        if story.decides
        else "The report asks for no decision",
        "author": "Sam Sample, Head of Example Services, 01632 960123",
        **{f"{issue}-sign-off": who for issue, who in SIGNED_OFF.items()},
        **story.answers,
    }
    fields = {name: text for name, text in known.items() if pack.field(name)}
    if pack.id == "maidstone-2022" and fields["key-decision"] == "No":
        del fields["key-decision-reason"]
    rows = {"committees": [{"name": body, "purpose": purpose, "date": day}], "authors": [AUTHOR]}
    return fields, {
        name: [{key: text for key, text in row.items() if pack.field(f"{name}.{key}")} for row in given]
        for name, given in rows.items()
        if pack.repeat(name)
    }


_STEMS = {
    "maidstone-2022": "This report makes the following recommendations:",
    "generic-english-council": "Cabinet is recommended to:",
}


def _sections(pack: Pack, story: Story, fields: Fields) -> Mapping[str, Blocks]:
    done: dict[str, Blocks] = {}
    used: set[str] = set()
    only = _GENERIC if pack.manifest.pack.order == "report" else tuple(spec.id for spec in pack.manifest.section)
    for spec in pack.manifest.section:
        if spec.kind == "appendices" and not story.appendices:
            done[spec.id] = (Paragraph(runs=(Text(text="None."),), nil=True),)
        if spec.id not in only or spec.kind != "text" or not _is_asked(spec.only, fields):
            continue
        if spec.id == "recommendations":
            done[spec.id] = _recommendations(pack, story)
        elif spec.id == "main-report":
            done[spec.id] = tuple(block for name, title in _MAIN for block in (heading(title), *story.pieces[name]))
        elif spec.id == "background" and pack.section("current-position") and "current-position" in only:
            done[spec.id] = story.pieces["background"]
        else:
            names = [each for each in _IN[spec.id] if each not in used]
            done[spec.id] = tuple(block for name in names for block in story.pieces[name])
            used.update(names)
    return done


def _is_asked(only: Mapping[str, Sequence[str]], fields: Fields) -> bool:
    return all(fields.get(name, "") in answers for name, answers in only.items())


def _recommendations(pack: Pack, story: Story) -> Blocks:
    if pack.id == "north-somerset-executive-2022":
        return tuple(para(_THAT[each.split()[0]] + each.partition(" ")[2]) for each in story.actions)
    make: Callable[[str], Block] = item if pack.id in ("maidstone-2022", "generic-english-council") else bullet
    return tuple(make(each) for each in story.actions)


# A recommendation of the Executive is a sentence that can stand alone in its minutes.
_THAT = {
    "Approve": "That the Executive approves ",
    "Note": "That Members note ",
    "Delegate": "That the Executive delegates ",
}
