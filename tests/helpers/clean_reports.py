"""Clean reports at random: sentences of council prose put together with headings, lists, tables and a header.

The same seed makes the same report. Nothing in one is a fault, so that a planted fault is the only one.
"""

from collections.abc import Iterator
from random import Random

from helpers.labelled import Labelled, labelled

PACKS = (
    "city-of-london-2017", "city-of-london-2022", "city-of-london-2023",
    "north-somerset-executive-2022", "generic-english-council",
)  # fmt: skip

# Days on which a committee may meet, all Wednesdays, in the time of each layout.
_DAYS = {
    "city-of-london-2017": ("14 June 2017", "13 September 2017", "11 October 2017", "14 February 2018"),
    "city-of-london-2022": ("10 February 2021", "16 June 2021", "15 September 2021", "16 March 2022"),
    "city-of-london-2023": ("15 February 2023", "14 June 2023", "13 September 2023", "11 October 2023"),
    "north-somerset-executive-2022": ("16 March 2022", "15 June 2022", "14 September 2022", "12 October 2022"),
    "generic-english-council": ("12 June 2024", "11 September 2024", "9 October 2024", "12 February 2025"),
}
_NUMBERS = {
    "14 June 2017": "14/06/2017", "13 September 2017": "13/09/2017", "11 October 2017": "11/10/2017",
    "14 February 2018": "14/02/2018", "10 February 2021": "10/02/2021", "16 June 2021": "16/06/2021",
    "15 September 2021": "15/09/2021", "16 March 2022": "16/03/2022", "15 February 2023": "15/02/2023",
    "14 June 2023": "14/06/2023", "13 September 2023": "13/09/2023", "11 October 2023": "11/10/2023",
}  # fmt: skip
_SUBJECTS = (
    "Repairs to the riverside path", "Opening hours of the branch libraries", "Allotments: rules and rents",
    "Care of trees in the parks", "The winter plan for gritting roads", "A new roof for the community hall",
    "Letting of market stalls", "School crossing patrols", "Food hygiene inspections", "Public toilets in the town",
)  # fmt: skip
_PEOPLE = ("Sam Oakley", "Robin Hale", "Morgan Ellery", "Kim Ferrers", "Jo Whitfield", "Lee Harding")
_SENTENCES = (
    "The service has been run in this way since the council last looked at it.",
    "Residents were asked what they thought, and most of them were content.",
    "Officers visited every site and wrote down what they found.",
    "The path is used by people on foot, by cyclists and by parents with prams.",
    "Two contractors were asked for a price, and both gave one.",
    "The building is sound, but its windows let in the rain.",
    "Work of this kind is best done while the ground is dry.",
    "Staff have been trained, and the first of them began in the spring.",
    "A plan was drawn up with the people who use the hall.",
    "The old equipment is worn out, and spare parts can no longer be bought.",
    "Complaints have fallen, and those that came were answered within a week.",
    "Nothing in the proposal changes who may use the service.",
    "The team keeps a list of the work that is still to be done.",
    "Visitors say that the signs are hard to read after dark.",
    "The volunteers meet each month and tell the council what they have seen.",
    "Young people asked for seats, shade and somewhere to leave a bicycle.",
    "The work would begin in the autumn and would take about three months.",
    "Each entrance would stay open while the work is done.",
    "The trees along the north side are old, and some of them are hollow.",
    "Traders asked for later hours on the days before a holiday.",
    "The council owns the land, and nobody else has a right over it.",
    "Prices have risen faster than the budget, as they have everywhere.",
    "A neighbouring council did the same and was pleased with the result.",
    "The drains were cleaned, and the flooding has not come back.",
    "People who live near the yard were told of the hours of work.",
    "The survey was sent to every household in the parish.",
    "Most of those who answered use the library at least once a week.",
    "The hall is let to clubs, to choirs and to a playgroup.",
    "Lamps were put up along the path, and people now feel safer there.",
    "The gate is locked at dusk and opened again in the morning.",
    "Officers looked at what other places do and chose the simplest way.",
    "The inspector praised the records and asked for a clearer map.",
    "It is proposed to keep what works and to mend what does not.",
    "The rules would be printed on one page and put up at each site.",
    "Members saw the site last year and asked for this report.",
    "The change was tried for six weeks before anyone was asked to rely on it.",
)  # fmt: skip
_ITEMS = (
    "new gates at both entrances", "a path that wheelchairs can use", "seats in the shade", "repairs to the roof",
    "lamps along the north side", "a map at each entrance", "cleaner drains", "training for volunteers",
    "a place to leave bicycles", "later hours in summer",
)  # fmt: skip
_STEMS = ("People asked for:", "The work is made up of:", "The plan has these parts:", "Officers would provide:")
_HEADINGS = ("What people said", "How the work is done", "Where things stand", "What comes next")
_QUOTED = "“It is the one place where all of us meet,” wrote a neighbour."
_OF_ITS_OWN = {
    "financial": "The cost is met from the budget that the service holds for repairs, and no more is needed.",
    "resource": "The work is done by the team that looks after the site now, within its ordinary hours.",
    "legal": "The council has power to do this under section 111 of the Local Government Act 1972.",
    "risk": "The main risk is bad weather, which would delay the work by a few weeks and do no other harm.",
    "equalities": "Disabled people gain most, because the new path has no steps, and nobody loses by it.",
    "climate": "The work uses timber from the council's own woods and saves a little energy each year.",
    "security": "The gates are locked at night, and the wardens look at them each morning.",
    "corporate": "The parks team and the property team have agreed the plan and share the work.",
    "policy": "The proposal carries out the council's plan for parks, which asks that each has a safe path.",
    "consultation": "Neighbours were asked in the spring, and their wish for seats was taken up.",
    "conclusion": "The work is needed, and it can be done with the money that the service has.",
}
_OPTIONS = ("Do nothing, which would leave the path unsafe.", "Do the work, as proposed.")
# Where each layout cites the appendices.
_CITING = frozenset(("background", "main-report", "details"))


def clean_report(seed: int | str, pack_id: str = "") -> Labelled:
    """A clean report of a pack, or of one that the seed chooses."""
    dice = Random(seed)
    pack = pack_id or dice.choice(PACKS)
    return labelled(f"clean-{seed}", "\n".join(_lines(pack, dice)))


def _lines(pack: str, dice: Random) -> Iterator[str]:
    person, day = dice.choice(_PEOPLE), dice.choice(_DAYS[pack])
    yield f"pack: {pack}"
    yield from _header(pack, person, day, dice)
    for section in _sections(pack):
        yield f"## {section}"
        match section:
            case "recommendations":
                yield from _recommendations(pack)
            case "options":
                yield from (f"- {option}" for option in _OPTIONS)
            case "appendices":
                yield from ("1 | Plan of the work | public", "2 | Answers of residents | public")
            case "background-papers":
                yield "Notes of the site visits"
            case "financial" if pack.startswith("north"):
                yield from ("# Costs", _OF_ITS_OWN["financial"], "# Funding", "It comes from the repairs budget.")
            case _ if section in _OF_ITS_OWN:
                yield _OF_ITS_OWN[section]
            case _:
                yield from _body(dice)
                if section in _CITING:
                    yield "The plan is in Appendix 1, and what residents said is in Appendix 2."


def _header(pack: str, person: str, day: str, dice: Random) -> Iterator[str]:
    subject = dice.choice(_SUBJECTS)
    yield f"subject: {subject}"
    if pack.startswith("north"):
        yield from (
            f"meeting-date: {day}",
            "presenting: Executive Member for Parks",
            f"author: {person}, Parks Manager",
        )
        yield "key-decision-reason: The sum is below the council's threshold and one ward is affected"
        return
    if pack.startswith("city"):
        yield f"committees: Finance Committee | {_NUMBERS[day]} | For Decision"
        yield "report-of: Alex Marlow, Town Clerk"
        yield f"authors: {person} | Parks Manager |  | 020 7946 0{dice.randint(100, 199)} | name@example.org"
    else:
        yield from ("council: Example District Council", f"committees: Parks Committee | {day}", "wards: All")
        yield from ("purpose: For decision", "report-of: Alex Marlow, Director of Parks")
    yield f"report-author: {person}, Parks Manager"


def _sections(pack: str) -> tuple[str, ...]:
    middle: tuple[str, ...]
    tail = ("appendices", "background-papers")
    implications = ("financial", "resource", "legal", "risk", "equalities", "climate", "security")
    match pack:
        case "city-of-london-2017":
            return ("summary", "recommendations", "main-report", *tail)
        case "north-somerset-executive-2022":
            return (
                "recommendations", "summary", "policy", "details", "consultation", "financial", "legal", "climate",
                "risk", "equalities", "corporate", "options", *tail,
            )  # fmt: skip
        case "generic-english-council":
            middle = ("background", "current-position", "options", "consultation", *implications[:-1])
            return ("summary", "recommendations", *middle, "conclusion", *tail)
        case _:
            middle = ("background", "current-position", "options", "proposals")
            return ("summary", "recommendations", *middle, *implications, "conclusion", *tail)


def _recommendations(pack: str) -> Iterator[str]:
    if pack.startswith("city"):
        yield from ("- Approve the work described in this report.", "- Note what residents said.")
    else:
        yield from ("That the work described in this report be approved.", "That Members note what residents said.")


def _body(dice: Random) -> Iterator[str]:
    """Running text with a list, a table, a sub-heading or a quotation in it. No sentence comes twice."""
    sentences = list(dice.sample(_SENTENCES, 16))
    for _ in range(dice.randint(2, 4)):
        yield " ".join(sentences.pop() for _ in range(dice.randint(2, 3)))
        match dice.choice(("list", "table", "heading", "quotation", "", "")):
            case "list":
                yield dice.choice(_STEMS)
                yield from _list(dice)
            case "table":
                yield from _table(dice)
            case "heading":
                yield from (f"# {dice.choice(_HEADINGS)}", sentences.pop())
            case "quotation":
                yield f"> {_QUOTED}"
            case _:
                pass


def _list(dice: Random) -> Iterator[str]:
    items = dice.sample(_ITEMS, dice.randint(3, 5))
    match dice.choice(("bare", "semicolons", "stops", "numbers")):
        case "bare":
            yield from (f"- {item}" for item in items)
        case "semicolons":
            yield from (f"- {item};" for item in items[:-2])
            yield from (f"- {items[-2]}; and", f"- {items[-1]}.")
        case "stops":
            yield from (f"- {item[0].upper()}{item[1:]}." for item in items)
        case _:
            yield from (f"{number}. {item}" for number, item in enumerate(items, 1))


def _table(dice: Random) -> Iterator[str]:
    months = ("April", "May", "June", "July")
    visits = [dice.randint(1_200, 9_800) for _ in months]
    yield from ("caption: Visits by month", "| Month | Visits |", "|---|---|")
    yield from (f"| {month} | {count:,} |" for month, count in zip(months, visits, strict=True))
    yield f"| Total | {sum(visits):,} |"
