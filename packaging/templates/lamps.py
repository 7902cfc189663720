"""A sample report for a key decision: street lamps are replaced in every ward, at a significant cost."""

from stories import Story
from writing import bold, item, para, table, to_appendix, to_table

from clerkwell.model import Appendix, BackgroundPaper

LAMPS, PLAN = "lamps", "plan"


def key_decision(notice: str) -> Story:
    """A decision of the executive that costs much and touches every ward; notice of it was given on a day."""
    pieces = {
        "summary": (
            para(
                "Half of the area’s 9,600 street lamps are more than 25 years old. Replacing them costs £1.9 million "
                "over two years. It saves £310,000 a year in energy and repairs, so the work pays for itself within "
                "seven years."
            ),
        ),
        "background": (
            para(
                "The council last replaced its lamps in the nineties. Two years ago it tried new ones in eight "
                "streets, "
                "and asked the people who live there what they thought."
            ),
            para(f"Notice of this key decision was published on {notice}."),
        ),
        "position": (
            para(to_table(LAMPS), " shows the lamps by age. The makers of the oldest stopped making parts for "
                                  "them last "
                 "year, and ", bold("one in nine"), " was dark on the night when they were counted."),
            table(
                LAMPS, "Lamps by age", "Age | Lamps | Dark when counted", "Up to 10 years | 1,900 | 12",
                "11 to 25 years | 2,900 | 96", "More than 25 years | 4,800 | 533", "Total | 9,600 | 641",
            ),
        ),
        "options": (
            para("Four options were weighed:"),
            item("Do nothing. By the end of next year some 700 lamps would be dark for good."),
            item("Repair the lamps one by one, with parts made to order, at £540,000 a year."),
            item("Replace the oldest 1,600 each year for three years, which costs £260,000 more in all."),
            item("Replace all 4,800 within two years. This is the option recommended."),
        ),
        "proposals": (
            para(
                "It is proposed to replace the 4,800 oldest lamps, ward by ward, in the order of the plan in ",
                to_appendix(PLAN), ". No street is dark for more than one night.",
            ),
        ),
        "data": (para("The figures are those of the count in March. They leave out lamps in parks."),),
        "consultation": (
            para(
                "The people of the eight streets were asked, and 186 of 240 households answered. Most preferred "
                "the new "
                "lamps; some found them too bright in bedrooms, and they will be shaded towards houses."
            ),
        ),
        "strategic": (para("The proposal carries out the climate plan, which asks for less energy in everything "
                           "we do."),),
        "financial": (
            para(
                "The capital cost is £1.9 million: £1.1 million in the first year and £800,000 in the second. "
                "It is met "
                "from the capital programme, in which it stands. Energy and repairs cost £310,000 a year less."
            ),
        ),
        "resource": (para("The work is done by a contractor. One engineer looks after it for two years."),),
        "legal": (
            para(
                "The council, as highway authority, may provide lighting for a road (Highways Act 1980, section 97). "
                "The contract is let by open tender."
            ),
        ),
        "risk": (
            para(
                "Prices may rise before the contract is let. A tenth of the sum is held back for that, and the second "
                "year can be put off."
            ),
        ),
        "equalities": (
            para(
                "The effect on people with protected characteristics has been considered. Older people and people with "
                "poor sight gain most from an even light, and the paths to day centres come first."
            ),
        ),
        "climate": (para("The new lamps use 60 per cent less energy, and dim themselves between midnight and five."),),
        "security": (para("Lamps can be turned up from the control room when the police ask for it."),),
        "privacy": (para("There are none, because the lamps hold no cameras and record nothing."),),
        "health": (para("The new light has less blue in it, which is thought to be better for sleep."),),
        "crime": (para("Reported crime did not change in the eight streets. Residents said that they felt safer."),),
        "procurement": (para("The contract is advertised to all, in two lots, so that smaller firms can bid."),),
        "safeguarding": (para("There are none, because nobody works in homes or with children."),),
        "conclusion": (
            para("The old lamps cannot be kept going. Replacing them at once costs least, and the money is there."),
        ),
        "next": (para("Tenders are asked for next month. Work begins in the spring, and every household is told "
                      "when."),),
    }  # fmt: skip
    return Story(
        subject="Replacing half of the area’s street lamps",
        decides=True,
        actions=(
            "Approve the replacement of the 4,800 oldest street lamps, at a capital cost of £1.9 million over two "
            "years.",
            "Delegate the award of the contract to the Director of Example Services, within that sum.",
        ),
        pieces=pieces,
        appendices=(
            Appendix(
                id=PLAN, number="1", title="Order of the work", status="public",
                blocks=(
                    para("The wards with most dark lamps come first."),
                    table("order", "Wards in order", "Ward | Begins | Lamps", "Riverside | Spring | 1,700",
                          "Old Town | Autumn | 1,450", "Northfields | Second year | 1,650", "Total | | 4,800"),
                ),
            ),
        ),
        papers=(BackgroundPaper(title="Count of the street lamps in March (roads team, unpublished)"),),
        answers={
            "key-decision": "Yes",
            "key-decision-reason": "It commits the council to significant expenditure, and affects people in "
                                   "every ward",
        },
    )  # fmt: skip
