"""Small words and verbs that are left out."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[str]:
    return [text[each.start : each.end] for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As result, the kiosk was shut.", "As result"),
        ("The mast was propped as matter of urgency.", "as matter"),
        ("In order balance the account a levy is raised.", "order balance"),
        ("The ferry was late due the weather.", "due"),
        ("The surplus is due higher takings.", "due"),
        ("Fees rise in line inflation.", "line"),
        ("The lease was agreed subject planning permission.", "subject"),
        ("Works start in May, subject funding.", "subject"),
        ("One the reasons is cost.", "One"),
        ("It is one the largest weirs in the county.", "one"),
        ("The ferry relies a single winch.", "relies"),
        ("In favour the sale, two members spoke.", "favour"),
        ("Takings are higher expected, and a clerk is sought.", "higher"),
        ("The kiosk will close soon as the pier opens.", "soon as"),
        ("Forty replies came, which 29 were in favour.", "which"),
        ("Letters came from residents Weir Close, who fear noise.", "residents"),
        ("The invoices had been were paid late.", "had been were"),
    ],
)
def test_a_small_word_that_is_left_out_is_told(text: str, words: str) -> None:
    assert told(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Authority may byelaws for the weir.", "may byelaws"),
        ("The kiosk will available to all.", "will available"),
        ("There will no charge for this.", "will no"),
        ("The fee would in line with the policy.", "would"),
        ("The works would an effect on trade.", "would an"),
        ("Cabinet agreed delegate authority to the clerk.", "agreed delegate"),
        ("It is proposed extend the lease.", "proposed extend"),
        ("The Committee asked to note the accounts.", "Committee asked"),
        ("Officers were instructed prepare a brief.", "instructed prepare"),
        ("The huts are be sold.", "are be"),
        ("The trustees have said that they not wish to renew it.", "they not"),
        ("Officers proposing to fence the weir.", "proposing"),
        ("The graveyard is expected to full by 2031.", "to full"),
        ("The trust has duty to make an inventory.", "has duty"),
        ("The weir at Mill Road inspected in February by engineers.", "inspected"),
    ],
)
def test_a_verb_that_is_left_out_is_told(text: str, words: str) -> None:
    assert told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "As results come in they are shown, and as matters stand all is well.",
        "The papers are in order below. In order of rank the huts are listed.",
        "Rent is due the day after, and residents are due a refund; the levy due the county was paid.",
        "Savings in line management were made, and she is next in line to be mayor.",
        "The subject planning application is valid. On the subject the Chair said no more.",
        "For some the change is hard, and of the two the second is better. The option is one the residents prefer.",
        "Takings are higher than expected, and a higher expected return is sought.",
        "It will close as soon as it can. A motion, which 29 supported, was put.",
        "Tenants of Weir Close wrote.",
        "What was found had been sold, and that is what has been is plain.",
    ],
)
def test_set_phrases_that_are_whole_are_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Council may, byelaws permitting, act. In May byelaws were made.",
        "The Council will no doubt wish to act, and costs will on average rise.",
        "Where they can parents will help. It will the same day be told.",
        "The Committee asked to see the plan. Residents asked to approve the plan voted for it.",
        "The agreed approach is set out; the proposed sale is lawful.",
        "All they can do is be patient, and what he did was be kind.",
        "It is recommended that they not be moved. They asked that it not include the weir.",
        "Officers proposing to sell are told to wait.",
        "The trust has power to sell, and has responsibility for the weir.",
        "The plan approved in February by Council is in force. The Committee approved in May the sale.",
    ],
)
def test_verbs_that_are_whole_are_left_alone(text: str) -> None:
    assert told(text) == []
