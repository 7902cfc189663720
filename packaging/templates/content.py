"""What the sample reports say: one invented proposal, told in pieces that each layout puts where it wants them.

A library replaces its public computers. No person, place, sum or survey in it is real.
"""

from dataclasses import dataclass

from writing import (
    bold,
    bullet,
    heading,
    italic,
    item,
    link,
    note,
    para,
    quote,
    table,
    to_appendix,
    to_paragraph,
    to_section,
    to_table,
    words,
)

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Blocks,
    Cell,
    Consultation,
    Image,
    Landscape,
    Table,
    Text,
)

COSTS, USE, COMPARED, FINDING = "costs", "use", "compared", "finding"
SURVEY, PLAN = "survey", "plan"


@dataclass(frozen=True)
class Telling:
    """How one council tells it: what it calls itself, and whether its paragraphs are numbered.

    `financial` is the section with the money; none where that is not a section of its own.
    """

    council: str
    financial: str | None
    numbered: bool


def summary(telling: Telling) -> Blocks:
    """The whole story in two paragraphs."""
    return (
        para(
            f"{telling.council} lends 24 public computers in the Example Street Library. They are nine years old, and "
            "one session in six now ends in a fault. A survey of 412 visitors found that the computers matter most to "
            "people who have none at home."
        ),
        para(
            "This report proposes to replace all 24 at a cost of £125,000 over two years, met from the equipment "
            "reserve. Repairing them would cost more within three years, and doing nothing would close the service by "
            "the following autumn."
        ),
    )


def actions() -> tuple[tuple[str | Text, ...], ...]:
    """The three recommendations, each going on from “Members are asked to:”."""
    return (
        ("Approve the replacement of the 24 public computers of the Example Street Library, at a cost of £125,000.",),
        ("Agree that the cost is met from the equipment reserve over two years.",),
        ("Note the results of the visitor survey in Appendix 1.",),
    )


def background(_: Telling) -> Blocks:
    """What led to the report."""
    return (
        para(
            "The library opened its computer room to give everyone a way to reach public services, to look for work "
            "and to keep in touch. The library strategy calls it ",
            italic("a front door for people without one of their own"),
            ".",
            note("Library strategy, adopted at the first meeting of the municipal year."),
        ),
        para(
            "A report a year ago asked for three things before any money was spent. They have been done:",
        ),
        bullet("a survey of visitors, over four weeks in spring, which asked:"),
        bullet("what people use the computers for", level=1),
        bullet("what they would do without them:", level=1),
        bullet("go elsewhere", level=2),
        bullet("go without", level=2),
        bullet("a count of faults, by machine and by hour"),
        bullet("a comparison of prices under two purchasing frameworks."),
    )


def current_position(_: Telling) -> Blocks:
    """Where things stand: words, a table with colours that are also words, a picture, a quotation."""
    finding = (
        "Use has fallen for four quarters running, as ",
        to_table(USE),
        " shows. Visitors do not come less often: they give up sooner. The fault count found that ",
        bold("one session in six"),
        " ends before its time is up.",
    )
    return (
        heading("How the computers are used"),
        para(*finding, id=FINDING),
        table(
            USE,
            "Sessions and faults by quarter",
            "Quarter | Sessions | Ended by a fault | Condition",
            "First | 9,400 | 4 in 100 | Green",
            "Second | 10,100 | 5 in 100 | Green",
            "Third | 9,800 | 8 in 100 | Amber",
            "Fourth | 8,700 | 11 in 100 | Amber",
            "Fifth | 7,900 | 14 in 100 | Red",
            "Sixth | 7,200 | 17 in 100 | Red",
            rag=(3,),
        ),
        Image(
            attachment="sessions.png",
            alt="Bar chart: sessions rise from 9,400 in the first quarter to 10,100 in the second, then fall in each "
            "quarter to 7,200 in the sixth.",
            caption="Sessions in each of the six quarters, from left to right",
        ),
        heading("What visitors say"),
        para("Three visitors in four have no computer at home. One wrote on the survey form:"),
        quote("I did my whole application here, twice, because the first one was lost when the screen went dark."),
        para("The full results are in ", to_appendix(SURVEY), "."),
    )


def options(telling: Telling) -> Blocks:
    """A numbered list that goes on across a paragraph, with letters and roman numbers inside."""
    return (
        para("Four options were weighed:"),
        item("Do nothing. No cost now; the maker ends its support next September, after which:"),
        item("faults can no longer be mended, and", level=1),
        item("the network team would have to disconnect:", level=1),
        item("the 16 machines in the main room", level=2),
        item("the eight in the study room.", level=2),
        item("Repair. £46,000 a year, and no end to it."),
        para(
            "Both leave the service where it is. Two others would renew it, and ",
            to_table(COMPARED),
            " compares all four:" if telling.numbered else " compares all four.",
            plain=True,
        ),
        item("Lease new machines for four years, at £38,500 a year."),
        item("Buy new machines, at £125,000 in all. This is the option recommended."),
    )


def proposals(telling: Telling) -> Blocks:
    """What is proposed, with live references."""
    because = (
        ("for the reason given in paragraph ", to_paragraph(FINDING))
        if telling.numbered
        else ("for the reasons that ", to_table(USE), " shows")
    )
    where = to_section(telling.financial) if telling.financial else to_table(COSTS)
    return (
        para("It is proposed to buy, ", *because, ", and to carry the work out in three steps:"),
        bullet("order in January, once the decision can no longer be called back"),
        bullet("replace the study room in March, when it is quietest"),
        bullet("replace the main room in April, at night, so that no day is lost."),
        para("The plan of the work is ", to_appendix(PLAN), ". The costs are set out in ", where, "."),
    )


def key_data(_: Telling) -> Blocks:
    """A table too wide for an upright page."""
    rows = (
        ("Option", "Cost, first year", "Cost, second year", "Cost over four years", "Faults expected", "Days closed",
         "Staff hours a week", "Can be ended early"),
        ("Do nothing", "£0", "£0", "£0", "Rising", "All, from September", "14", "Not needed"),
        ("Repair", "£46,000", "£46,000", "£184,000", "11 in 100", "6 a year", "12", "Yes, with a month’s notice"),
        ("Lease", "£38,500", "£38,500", "£154,000", "1 in 100", "2", "4", "No"),
        ("Buy", "£80,000", "£45,000", "£125,000", "1 in 100", "2", "4", "Not needed"),
    )  # fmt: skip
    wide = Table(
        id=COMPARED,
        caption="The four options compared",
        rows=tuple(tuple(Cell(paragraphs=(words(each),)) for each in row) for row in rows),
    )
    return (
        para("The figures are this year’s prices, without value added tax, which the council recovers."),
        Landscape(blocks=(wide,)),
    )


def strategic(_: Telling) -> Blocks:
    """Which plans it carries out."""
    return (
        para(
            "The proposal carries out the library strategy and the digital inclusion plan. Both ask for public "
            "computers within a mile of every home."
        ),
    )


def costs() -> Blocks:
    """What it costs, as a table."""
    return (
        para("The cost is £125,000, of which £98,000 is capital and £27,000 revenue."),
        table(
            COSTS,
            "Cost by year",
            "Item | First year | Second year | Total",
            "Computers and screens | £62,000 | £36,000 | £98,000",
            "Fitting and cabling | £11,000 | £4,000 | £15,000",
            "Training and support | £7,000 | £5,000 | £12,000",
            "Total | £80,000 | £45,000 | £125,000",
        ),
    )


def funding() -> Blocks:
    """Where the money comes from."""
    return (
        para(
            "The equipment reserve holds £310,000 and is meant for this. No other call on it is expected before the "
            "machines are due again, in seven years."
        ),
    )


def resource(_: Telling) -> Blocks:
    """People and property."""
    return (
        para(
            "Two members of the network team are needed for nine nights, within their present hours. No post is "
            "created or lost. The room needs no building work."
        ),
    )


def legal(_: Telling) -> Blocks:
    """The power to act."""
    return (
        para(
            "The council has a duty to provide a comprehensive and efficient library service (",
            link("Public Libraries and Museums Act 1964, section 7", "https://www.legislation.gov.uk/ukpga/1964/75/section/7"),
            "). The purchase is made under a framework agreement that was itself put out to tender."
        ),
    )  # fmt: skip


def risk(_: Telling) -> Blocks:
    """What could go wrong."""
    return (
        para(
            "The main risk is late delivery. It is unlikely and would be a nuisance: the old machines stay in "
            "place until the new ones run. The risk stands in the service’s register as number 14."
        ),
    )


def equalities(_: Telling) -> Blocks:
    """Who is affected."""
    return (
        para(
            "The effect on people with protected characteristics has been considered. Older visitors and disabled "
            "visitors use the computers more than others do, and gain most. Six of the new desks can be raised, and "
            "every machine has a screen reader."
        ),
    )


def climate(_: Telling) -> Blocks:
    """Energy and waste."""
    return (
        para(
            "The new machines use 9 MWh a year less, which saves about 2 tonnes of CO",
            Text(text="2", script="sub"),
            " a year. They also free 12 m",
            Text(text="2", script="super"),
            " of space now taken by cooling. The old ones are mended and given away by a charity.",
        ),
    )


def security(_: Telling) -> Blocks:
    """Safety of people and information."""
    return (
        para(
            "Each session ends by wiping the machine, as now. The new system is mended by its maker for seven years, "
            "which the present one is not."
        ),
    )


def conclusion(_: Telling) -> Blocks:
    """What it comes to."""
    return (
        para(
            "The computers are worn out, and the people who lose most by it have nowhere else to go. Buying new ones "
            "costs least over four years, and the money is there."
        ),
    )


def consultation(_: Telling) -> Blocks:
    """Who was asked."""
    return (
        para(
            "Visitors were asked in the survey. The friends of the library and the disability forum were shown the "
            "plan in May, and both supported it. The forum asked for desks that can be raised, and these were added."
        ),
    )


def policy(_: Telling) -> Blocks:
    """The policy that is carried out."""
    return (
        para(
            "The proposal carries out the library strategy, which promises that nobody is left behind by services that "
            "move online."
        ),
    )


def corporate(_: Telling) -> Blocks:
    """Other services."""
    return (
        para(
            "The network team and the property team have agreed the dates. The housing service, whose forms are the "
            "most used, has been told of the nights on which the room is closed."
        ),
    )


def appendices() -> tuple[Appendix, ...]:
    """One that is published elsewhere, and one of its own words."""
    plan: tuple[Block, ...] = (
        para("The work is done in two rooms, one after the other."),
        table(
            "steps",
            "Steps",
            "Step | Begins | Ends",
            "Study room | 2 March | 13 March",
            "Main room | 6 April | 17 April",
        ),
    )
    return (
        Appendix(
            id=SURVEY,
            number="1",
            title="Results of the visitor survey",
            status="public",
            link="https://www.example.org/library/visitor-survey",
        ),
        Appendix(id=PLAN, number="2", title="Plan of the work", status="public", blocks=plan),
    )


def background_papers() -> tuple[BackgroundPaper, ...]:
    """What the report relies on and nobody has published."""
    return (
        BackgroundPaper(title="Fault log of the computer room, six quarters (library service, unpublished)"),
        BackgroundPaper(
            title="Comparison of two purchasing frameworks (procurement team, unpublished)",
            link="https://www.example.org/library/frameworks",
        ),
    )


def consultations(*parts: tuple[str, str]) -> tuple[Consultation, ...]:
    """Who was asked about which part, and what they said."""
    return tuple(
        Consultation(who=who, part=part, asked="2022-10-03", answered="2022-10-17", answer="No changes.")
        for who, part in parts
    )
