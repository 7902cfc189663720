"""A sample report with an exempt appendix: a café is let, and what each firm offered is not for publication yet."""

from stories import Story
from writing import bullet, item, para, table, to_appendix

from clerkwell.model import Appendix, BackgroundPaper

OFFERS, TERMS = "offers", "terms"


def part_exempt() -> Story:
    """A public report whose prices stand in an appendix that the public does not get."""
    pieces = {
        "summary": (
            para(
                "The lease of the café in Example Park ends in March. Three firms asked to take it on. This report "
                "recommends the one whose offer scored highest, for five years from April."
            ),
        ),
        "background": (
            para(
                "The café has been let since the park was laid out anew. The present tenant is retiring and has "
                "told the "
                "council that he does not wish to renew the lease."
            ),
        ),
        "position": (
            para("The lease was advertised for six weeks. Each firm was asked for three things:"),
            bullet("a menu with hot food at a price that families can pay"),
            bullet("opening hours from the first school run to dusk"),
            bullet("a plan for its waste."),
            para(
                "Officers scored the offers against these and against the rent. The rents and the scores are in ",
                to_appendix(OFFERS), ". The main terms of the lease are in ", to_appendix(TERMS), ".",
            ),
        ),
        "options": (
            para("Three options were weighed:"),
            item("Do nothing. The café would close in March, and the building would stand empty."),
            item("Run the café with the council’s own staff, which no other park in the area does."),
            item("Let it to the firm with the highest score. This is the option recommended."),
        ),
        "proposals": (
            para("It is proposed to grant the lease for five years, with a break after the third."),
        ),
        "data": (para("Some 70,000 people visited the park last year, and one in five of them used the café."),),
        "consultation": (
            para(
                "The friends of the park and the tenants of the boathouse were asked in the autumn. They wanted longer "
                "hours in summer, which are now a term of the lease."
            ),
        ),
        "strategic": (para("A café that is open all year supports the plan for parks that people use in every "
                           "season."),),
        "financial": (
            para(
                "The rent is paid into the parks budget. What each firm offered is commercially sensitive until the "
                "lease has been signed. No money is asked for."
            ),
        ),
        "resource": (para("The parks manager looks after the lease within her present hours. No post is affected."),),
        "legal": (
            para(
                "The council may let land in any manner that it wishes (Local Government Act 1972, section 123). The "
                "duty to get the best price does not apply, because the lease is for less than seven years."
            ),
        ),
        "risk": (
            para(
                "The firm might fail. It pays three months’ rent in advance, and the council can take the "
                "building back "
                "if the café stays shut for a month."
            ),
        ),
        "equalities": (
            para(
                "The effect on people with protected characteristics has been considered. The new counter is "
                "low enough "
                "for people who use wheelchairs, and there is no step at either door."
            ),
        ),
        "climate": (para("The firm takes back cups and plates, and uses no plastic that can be used only once."),),
        "security": (para("There are none, because the park is locked at dusk as it is now."),),
        "privacy": (para("There are none, because the lease holds nothing about any customer."),),
        "health": (para("Half of the dishes on the menu have to be low in sugar and salt."),),
        "crime": (para("A lit and busy café is one of the things that keep the park safe after school."),),
        "procurement": (
            para("A lease of land is not a purchase. It was advertised all the same, so that any firm could bid."),
        ),
        "safeguarding": (para("Staff who serve school parties are checked in the way the council asks of its own."),),
        "conclusion": (
            para("The offer recommended brings the most to the park and to the people who use it."),
        ),
        "next": (para("The lease is signed in February, and the café opens under its new tenant in April."),),
    }  # fmt: skip
    offers = table(
        "offers-table", "Rent and scores", "Firm | Rent for a year | Score out of 100", "Firm A | £18,400 | 81",
        "Firm B | £21,000 | 64", "Firm C | £16,750 | 72",
    )  # fmt: skip
    interest = "Publishing the rents before the lease is signed would help the other firms and cost the council rent."
    return Story(
        subject="Letting the café in Example Park",
        decides=True,
        actions=(
            "Approve a lease of the café in Example Park for five years, to the firm with the highest score in "
            "Appendix 1.",
            "Note the terms of the lease in Appendix 2.",
        ),
        pieces=pieces,
        appendices=(
            Appendix(
                id=OFFERS, number="1", title="Rents and scores", status="exempt", exempt_paragraphs=(3,),
                public_interest=interest,
                blocks=(para("Firm A has the highest score of the three firms that bid."), offers),
            ),
            Appendix(
                id=TERMS, number="2", title="Main terms of the lease", status="public",
                blocks=(
                    para("The tenant undertakes to:"),
                    bullet("keep the café open on every day but Christmas Day"),
                    bullet("serve hot food until two hours before dusk"),
                    bullet("keep the building in repair inside."),
                ),
            ),
        ),
        papers=(BackgroundPaper(title="Notes of the scoring meeting (parks team, unpublished)"),),
        answers={
            "public-status": "Part exempt",
            "exempt-information": "Yes, in Appendix 1",
            "exempt-paragraphs": "Paragraph 3 (financial or business affairs); the public interest in keeping the "
            "rents private until the lease is signed outweighs the public interest in publishing them",
            "public-interest": interest,
        },
    )  # fmt: skip
