"""What the other sample reports say: one for information here, one with an exempt appendix in `letting`, a key decision
in `lamps`.

Each story is told in pieces, named after what they are about; `arranging` puts them where a layout wants them. No
person, place, sum or survey in them is real.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from writing import bullet, para, table, to_table

from clerkwell.model import Appendix, BackgroundPaper, Blocks

VISITS = "visits"


@dataclass(frozen=True)
class Story:
    """A report's words in pieces, with what its header says of it."""

    subject: str
    decides: bool
    actions: tuple[str, ...]
    pieces: Mapping[str, Blocks]
    appendices: tuple[Appendix, ...] = ()
    papers: tuple[BackgroundPaper, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def information() -> Story:
    """A service tells what it did over a winter; nobody has to decide anything."""
    pieces = {
        "summary": (
            para(
                "The roads team gritted the main routes on 61 nights last winter, and every route was finished before "
                "the morning peak. Complaints fell from 84 to 37. One lorry broke down on the coldest night, and the "
                "spare one took over its route within the hour."
            ),
        ),
        "background": (
            para(
                "The winter plan says which roads are gritted, in which order and by when. Members approved it the "
                "autumn before last. They asked to be told after the first winter how well it had worked."
            ),
        ),
        "position": (
            para("Three things were new last winter:"),
            bullet("a forecast for each valley, in place of one for the whole area"),
            bullet("a spare lorry, kept loaded from November to March"),
            bullet("a page on the website that shows which roads have been gritted."),
            para(to_table(VISITS), " shows what came of them. One promise was not kept. The grit bins were to be "
                 "emptied in April, and it was done in May, because the team was short of two drivers."),
            table(
                VISITS, "Two winters compared", "Measure | Winter before last | Last winter",
                "Nights on which lorries went out | 58 | 61", "Routes finished by 7am | 93 in 100 | 100 in 100",
                "Complaints | 84 | 37", "Grit used, in tonnes | 1,420 | 1,310",
            ),
        ),
        "options": (para("There are no options to weigh, because this report asks for no decision."),),
        "proposals": (
            para("Nothing in the plan changes. The team goes on as it did, and fills the grit bins two weeks earlier."),
        ),
        "data": (para("The full record of each night, route by route, is on the council’s website."),),
        "consultation": (
            para(
                "Parish clerks and the two bus companies were asked in April how the winter had gone. All of them were "
                "content. One clerk asked for a grit bin beside her village school, and it has been put there."
            ),
        ),
        "strategic": (para("The plan carries out the council’s promise to keep people moving in all weathers."),),
        "financial": (
            para(
                "The winter cost £412,000, which is £8,000 less than its budget. No more money is needed: the "
                "forecasts "
                "for each valley saved as much grit as they cost."
            ),
        ),
        "resource": (para("Two drivers left in February, and their posts were filled in June. Nobody else is "
                          "needed."),),
        "legal": (
            para(
                "The council is the highway authority. So far as is reasonably practicable, it has to keep ice "
                "and snow "
                "from making roads dangerous (Highways Act 1980, section 41). The plan is how it does so."
            ),
        ),
        "risk": (
            para(
                "The main risk is a winter much harder than the last three. The spare lorry and 400 tonnes of grit in "
                "the barn are there to meet it."
            ),
        ),
        "equalities": (
            para(
                "People who find it hard to walk on ice gain most. The pavements outside the hospital and the four day "
                "centres are now on the list of those that are gritted first."
            ),
        ),
        "climate": (
            para("The team used 110 tonnes of grit less, and drove 900 miles fewer, than in the winter before."),
        ),
        "security": (para("There are none, because the depot is locked and watched as it was before."),),
        "privacy": (para("There are none, because nothing is kept about anyone who rings or writes."),),
        "health": (para("The hospital treated fewer people who had fallen on ice. The plan is one of several "
                        "causes."),),
        "crime": (para("There are none, because lit and gritted routes are as they were."),),
        "procurement": (para("There are none, because grit is bought under the agreement that was let last year."),),
        "safeguarding": (para("There are none, because drivers work alone and with no members of the public."),),
        "conclusion": (
            para(
                "The plan did what it was meant to do. The roads were safe by the morning, and it cost a little less "
                "than was expected."
            ),
        ),
        "next": (para("The team begins to fill the grit bins in the first week of October."),),
    }  # fmt: skip
    return Story(
        subject="Gritting the roads last winter",
        decides=False,
        actions=("Note the report.",),
        pieces=pieces,
        papers=(BackgroundPaper(title="Log of the gritting lorries (roads team, unpublished)"),),
    )
