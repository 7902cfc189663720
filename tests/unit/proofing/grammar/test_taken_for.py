"""Words taken for their like: what the kinds of word beside them tell, and what only looks like it."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[each.start : each.end], each.better) for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "word", "better"),
    [
        ("Tenants may arrange there repairs by telephone.", "there", "their"),
        ("Drivers left because there rates of pay were poor.", "there", "their"),
        ("Each firm told there workers.", "there", "their"),
        ("Carers and there families were asked.", "there", "their"),
        ("The club took there advice and moved.", "there", "their"),
        ("The loan principle is repaid each year.", "principle", "principal"),
        ("The principle repaid last year was £2m.", "principle", "principal"),
        ("Two principle licensing officers came.", "principle", "principal"),
        ("Some tenants would be effected.", "effected", "affected"),
        ("Anyone effected can reply.", "effected", "affected"),
        ("The hall would be effected by the noise.", "effected", "affected"),
        ("It is likely to effect bus users.", "effect", "affect"),
        ("The road may effect the trees nearby.", "effect", "affect"),
        ("Even were there is no change, a form is sent.", "were", "where"),
        ("In areas were the need is greatest, more is spent.", "were", "where"),
        ("The surveys where carried out in June.", "where", "were"),
        ("All members where present.", "where", "were"),
        ("The grant was paid too each club.", "too", "to"),
        ("The club is not able too pay.", "too", "to"),
        ("It would cost to much to mend.", "to", "too"),
        ("The path is to dangerous for children.", "to", "too"),
    ],
)
def test_a_word_taken_for_its_like_is_told(text: str, word: str, better: str) -> None:
    assert told(text) == [(word, (better,))]


@pytest.mark.parametrize(
    "text",
    [
        "Building there risks flooding, and parking there costs £4.",
        "From there buses run to the town, and from there staff walk.",
        "It is because there needs to be a change. He said that there exist rules.",
        "They took there what they had, and gave there each week.",
        "In principle approval was given. The principle officers followed is clear.",
        "It is a principle members agreed. The principle need not apply.",
        "The transfer was effected in May. Repairs were effected by the tenant.",
        "The sale of the land will be effected over two years.",
        "It will effect a change. We will effect the transfer. This could effect real savings.",
        "The trees are there to effect a lasting improvement.",
        "Were there to be a loss, we would act. In most areas were new signs.",
        "The sites where chosen plants grow are fenced. The streets where asked for are listed.",
        "We know where they were. The areas where needed are listed.",
        "It is too late. That, too, the members liked. It too has changed.",
        "It came to much the same. It is due to much higher costs.",
        "The homes were there before the road was, and the trees were there when the school was built.",
        "It is to local people that we turn. The move was to electric buses.",
    ],
)
def test_what_only_looks_like_another_word_is_left_alone(text: str) -> None:
    assert told(text) == []
