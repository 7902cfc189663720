"""Questions of a made template that are to have a list: the document’s own answers are in it, and it is open."""

from datetime import date
from functools import cache

from clerkwell.packs import Pack, load_files
from clerkwell.session.from_word import FromWord, MadePack, make_pack, open_word
from clerkwell.workshop.making import Guess, Proposal, changed
from helpers.docx_making import docx, p, tbl, tc, tr
from helpers.shipped import IDS, shipped

_ROWS = (("Committee", "Harbours and Foreshore Committee"), ("Landing stage:", "Gull Hythe"), ("Key decision", "No"))
_TABLE = tbl("".join(tr(tc(p(label)), tc(p(answer))) for label, answer in _ROWS))
_TEXT = p("Summary", "heading2") + p("The winch at the slipway has failed four times since the spring of last year.")


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def opened(before: str = "") -> FromWord:
    return open_word(docx(before + _TABLE + p("Subject: A winch") + _TEXT), "Report.docx", packs())


def guess(proposal: Proposal, words: str) -> Guess:
    return next(each for each in proposal.guesses if each.what == "field" and each.words == words)


def made(source: FromWord, proposal: Proposal) -> tuple[MadePack, Pack]:
    result = make_pack(
        FromWord(source.name, proposal, source.data), "Example Council", "Ours", date(2026, 1, 1), packs()
    )
    assert [each.message for each in result.problems if each.severity == "error"] == []
    return result, load_files(result.files, "made")


def test_one_of_a_list_is_a_list_of_what_the_document_says_and_open_to_more() -> None:
    source = opened()
    proposal = source.proposal
    for words in ("Committee", "Landing stage:"):
        proposal = changed(proposal, guess(proposal, words).number, kind="choice")
    _, pack = made(source, proposal)
    for words, answer in _ROWS[:2]:
        spec = pack.field(guess(proposal, words).id)
        assert spec is not None
        assert spec.kind == "choice"
        vocab = pack.manifest.vocab[spec.vocab]
        assert ([each.name for each in vocab.entries], vocab.open) == ([answer], True)


def test_the_kind_of_an_answer_that_stands_twice_is_changed_in_both_places() -> None:
    source = opened(p("Report to: Harbours and Foreshore Committee"))
    one, other = guess(source.proposal, "Report to:"), guess(source.proposal, "Committee")
    assert one.id == other.id
    proposal = changed(source.proposal, other.number, kind="choice", required="never")
    assert (proposal.guess(one.number).kind, proposal.guess(one.number).required) == ("choice", "never")
    assert proposal.guess(one.number).title == one.title
    _, pack = made(source, proposal)
    spec = pack.field(one.id)
    assert spec is not None
    assert [each.name for each in pack.manifest.vocab[spec.vocab].entries] == ["Harbours and Foreshore Committee"]


def test_a_line_that_names_no_committee_is_no_answer() -> None:
    proposal = opened(p("Report to Committee")).proposal
    assert [each.words for each in proposal.guesses if each.what == "field" and each.id == "committee"] == ["Committee"]
