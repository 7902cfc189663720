"""When a made template needs what it asks for: guessed by what stands beside it, and said with the reason."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from clerkwell.packs import Pack, load_files
from clerkwell.workshop.making import Guess, Proposal, Whose, changed, make, propose
from clerkwell.workshop.making.needed import answers_offered
from clerkwell.workshop.making.proposal import When
from helpers.docx_making import docx, p, tbl, tc, tr
from helpers.shipped import IDS, shipped

WHOSE = Whose("example-council", "Example Council", "Example Council: committee report", date(2026, 1, 1))
LONG = "The footbridge at Mill Lane has been closed since the flood of last winter, and the school is on the far side."


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def heading(words: str) -> str:
    return p(words, "heading2")


TEMPLATE = (
    p("Subject: [Insert the title]")
    + p("Key decision: Yes / No")
    + p("Wards affected (if any): [Insert wards]")
    + p("Bridge number: [Insert number] (mandatory)")
    + p("Town or village: [Insert name]")
    + heading("Summary")
    + p("[Say in three sentences what the report is about]")
    + heading("Bridges and byways [delete if not applicable]")
    + p("[Say which of them are closed, where relevant with dates]")
    + heading("Reasons for urgency (key decisions only)")
    + p("[Say why it cannot wait]")
    + heading("Rivers and their banks")
    + p("[Say what becomes of them, where relevant with dates and the people who were asked about them]")
    + heading("Risk")
    + p("This section is optional. [Say what can go wrong]")
    + heading("Implications")
    + tbl(tr(tc(p("Financial")), tc(p("[Cost]"))), tr(tc(p("Legal")), tc(p("[Law]"))), tr(tc(p("Otters")), tc(p(""))))
)


def proposed(body: str = TEMPLATE) -> Proposal:
    return propose(docx(body), "Template.docx", packs())


def guess(proposal: Proposal, title: str) -> Guess:
    return next(each for each in proposal.guesses if each.title == title or each.words == title)


def made(proposal: Proposal) -> Pack:
    return load_files(make(proposal, WHOSE, packs()), "the made pack")


@pytest.mark.parametrize(
    ("title", "need", "why"),
    [
        ("Subject", "always", "Reports of every council have to have it."),
        ("Wards affected (if any)", "never", "“if any” stands beside it."),
        ("Bridge number", "always", "“mandatory” stands beside it."),
        ("Town or village", "never", "Nothing in the document says that every report has it."),
        ("Summary", "always", "All 3 councils whose templates have it ask for it in every report."),
        ("Bridges and byways", "never", "“delete if not applicable” stands beside it."),
        ("Reasons for urgency", "when", "“key decisions only” stands beside it."),
        ("Rivers and their banks", "never", "Nothing in the document says that every report has it."),
        ("Risk", "never", "“This section is optional” stands beside it."),
        ("Otters", "always", "It is a row of a table that stands in the document as a whole."),
    ],
)
def test_when_something_is_needed_is_guessed_and_said(title: str, need: str, why: str) -> None:
    found = guess(proposed(), title)
    assert (found.required, found.why_needed) == (need, why)


def test_what_is_guessed_is_in_the_manifest() -> None:
    pack = made(proposed())
    needs = {spec.title: spec.required for spec in pack.manifest.field}
    needs |= {spec.title: spec.required for spec in pack.manifest.section}
    assert (needs["Bridge number"], needs["Bridges and byways"], needs["Summary"]) == ("always", "never", "always")
    urgent = next(spec for spec in pack.manifest.section if spec.required == "when")
    assert urgent.when == {"key-decision": ("Yes",)}


def test_it_can_be_said_otherwise_and_hang_on_any_answer() -> None:
    proposal = proposed()
    bridges, summary, key = (guess(proposal, each) for each in ("Bridges and byways", "Summary", "Key decision"))
    offered = answers_offered(bridges, proposal.guesses, packs())
    assert (When(key.number, "No"), "Key decision: No") in offered
    proposal = changed(proposal, bridges.number, required="when", when=When(key.number, "No"))
    proposal = changed(proposal, summary.number, required="never")
    pack = made(proposal)
    specs = {spec.title: spec for spec in pack.manifest.section}
    assert specs["Bridges and byways"].when == {"key-decision": ("No",)}
    assert specs["Summary"].required == "never"


def test_what_hangs_on_a_question_that_is_left_is_not_needed() -> None:
    proposal = proposed()
    proposal = changed(proposal, guess(proposal, "Key decision").number, taken=False)
    pack = made(proposal)
    urgent = next(spec for spec in pack.manifest.section if "urgency" in spec.title)
    assert (urgent.required, urgent.when) == ("never", {})


def test_what_hangs_on_an_answer_that_cannot_be_given_any_more_is_not_needed() -> None:
    proposal = proposed()
    proposal = changed(proposal, guess(proposal, "Key decision").number, kind="text")
    pack = made(proposal)
    urgent = next(spec for spec in pack.manifest.section if "urgency" in spec.title)
    assert (urgent.required, urgent.when) == ("never", {})


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("Say who was asked, and if key partners agree", "never"),
        ("Give the reasons for a key decision and for any other", "never"),
        ("Only for a key decision: say why it cannot wait", "when"),
        ("If this is a key decision, say why it cannot wait", "when"),
        ("Say why it cannot wait (for key decisions)", "when"),
        ("Say why it cannot wait, if key", "when"),
    ],
)
def test_advice_that_only_speaks_of_key_decisions_makes_nothing_hang_on_them(words: str, need: str) -> None:
    body = TEMPLATE + heading("Otters and voles") + p(f"[{words}]")
    assert guess(proposed(body), "Otters and voles").required == need


def test_an_old_report_shows_what_stands_even_when_there_is_nothing_to_say() -> None:
    body = p("Subject: Footbridge") + p("Reference:\t") + heading("Summary") + p(LONG) * 3
    body += heading("Crime and disorder implications") + p("None.")
    proposal = proposed(body)
    assert proposal.report
    crime = guess(proposal, "Crime and disorder implications")
    assert (crime.required, "“None.”" in crime.why_needed) == ("always", True)
    assert guess(proposal, "Reference").why_needed == "It is empty in this report."


def test_rows_of_committees_are_needed_and_others_are_not() -> None:
    body = p("Report to: Highways Committee") + p("Date of meeting: 14 May 2024") + heading("Summary") + p(LONG)
    proposal = proposed(body)
    rows = next(each for each in proposal.guesses if each.what == "rows")
    assert rows.required == "always"
    [spec] = made(proposal).manifest.repeat
    assert spec.required == "always"
    other = replace(proposal, guesses=tuple(replace(g, required="never") for g in proposal.guesses))
    assert made(other).manifest.repeat[0].required == "never"


def test_a_single_meetings_committee_and_date_are_needed_in_every_report() -> None:
    rows = (("Committee", "Highways Committee"), ("Date of meeting", "14 May 2026"), ("Bridge number:", "B12"))
    table = tbl("".join(tr(tc(p(label)), tc(p(answer))) for label, answer in rows))
    proposal = proposed(table + p("Subject: Reopening the footbridge") + heading("Summary") + p(LONG))
    found = {each.title: (each.required, each.why_needed) for each in proposal.guesses if each.what == "field"}
    assert found["Committee"] == ("always", "A report goes to a meeting, and says whose.")
    assert found["Date of meeting"] == ("always", "A report goes to a meeting, and says when it is.")
    assert found["Bridge number"][0] == "never"
