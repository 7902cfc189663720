"""Nothing vanishes and nothing crashes, whatever the text."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerkwell.intake import Imported, NotAReportError, import_text
from helpers.intake import packs, unaccounted
from helpers.intake_reports import ALL, PLAIN

LINES = sorted({line for source in ALL.values() for line in source.split("\n")})
ODD = [
    "\f", "Page 3 of 7", "3", "4", "N/A", "None.", "- ", "•\tbullet", "12. ", "1.1 decimal", "(a) letter", "i. roman",
    "Appendix 3 – Thing", "Dated:", "Report of: X\tPublic", "# Marked", "T: 020 7946 0111", "E: a@example.org",
    "Members are asked to:", "Background Papers: None", "|a|b|", "|---|---|", "o item", "Summary", "Appendices:",
    "Author: Q", "[words](https://example.org/a_(b))", "> quoted", "***", "a\tb\tc", "Committee(s)\tDated:", "\tset in",
    "RECOMMENDATIONS", "2. Background", "Options – none", "Financial implications: yes", "Key Decision?",
    "Is this a key decision? No Wards: All Date: 1 May 2022", "Title: x", "Telephone:", "Department: Parks",
]  # fmt: skip
PACK_IDS = [None, *sorted(each.id for each in packs())]
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def brought_in(source: str, pack_id: str | None) -> Imported | None:
    try:
        return import_text(source, packs(), pack_id)
    except NotAReportError:
        return None


def assert_accounted_for(source: str, pack_id: str | None) -> None:
    imported = brought_in(source, pack_id)
    if imported is not None:
        lost, made_up = unaccounted(source, imported)
        assert not lost
        assert not made_up


@SETTINGS
@given(st.lists(st.sampled_from([*LINES, *ODD]), min_size=1, max_size=60), st.sampled_from(PACK_IDS))
def test_lines_thrown_together_are_all_accounted_for(lines: list[str], pack_id: str | None) -> None:
    assert_accounted_for("\n".join(lines), pack_id)


@SETTINGS
@given(st.sampled_from(sorted(ALL)), st.randoms(use_true_random=False), st.sampled_from(PACK_IDS))
def test_a_report_cut_doubled_and_shuffled_is_all_accounted_for(
    name: str, chance: random.Random, pack_id: str | None
) -> None:
    lines = ALL[name].split("\n")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(lines))
        words = lines[at].split(" ")
        cut = chance.randint(0, len(words))
        changed = chance.choice(
            [
                [],
                [lines[at], lines[at]],
                [chance.choice(ODD), lines[at]],
                [" ".join(words[:cut]), " ".join(words[cut:])],
                [lines[at].upper()],
                ["   " + lines[at]],
                [lines[at] + "\t" + chance.choice(ODD)],
                [" ".join(reversed(words))],
            ]
        )
        lines = [*lines[:at], *changed, *lines[at + 1 :]] or [""]
    assert_accounted_for("\n".join(lines), pack_id)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.sampled_from(PACK_IDS))
def test_any_text_is_a_report_or_is_refused(text: str, pack_id: str | None) -> None:
    brought_in(text, pack_id)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="*_#<>/b[]()|\\-&;\t\n .:1a–•\f\u00ad", max_size=200), st.sampled_from(PACK_IDS))
def test_broken_marks_are_no_danger(text: str, pack_id: str | None) -> None:
    brought_in(PLAIN + text, pack_id)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abc ABC.:;,\n\t-–•123()/'", max_size=300), st.sampled_from(PACK_IDS))
def test_plain_characters_in_any_order_are_accounted_for(text: str, pack_id: str | None) -> None:
    assert_accounted_for(PLAIN + "\n" + text, pack_id)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "hostile",
    ["[" * 50_000, "[a](" * 20_000, "*a **b " * 10_000, "<b " * 30_000, "\t" * 100_000 + "x", "A: " * 30_000,
     "word " * 60_000, "a – " * 30_000, "(" * 50_000, "1.1." * 20_000, " " * 300_000 + "x", "x\n" * 20_000,
     "Subject: a\n" * 3_000, "- a\n" * 5_000, "&" * 50_000, "| " * 50_000, "-" * 100_000 + "x"],
)  # fmt: skip
def test_no_text_takes_more_than_time_in_proportion(hostile: str) -> None:
    assert brought_in(PLAIN + hostile, None) is not None
