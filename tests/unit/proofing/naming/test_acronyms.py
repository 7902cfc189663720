"""Acronyms are found, and told from all that is in capitals for another reason."""

import pytest

from clerkwell.proofing.naming.acronyms import acronyms, is_stressed
from clerkwell.proofing.naming.introductions import introductions, spells

HUNDRED_THOUSAND = 100_000


def cores(text: str) -> list[str]:
    return [each.core for each in acronyms(text) if not each.stressed]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The MASH meets, and two LACs and the FV’s lead were there.", ["MASH", "LAC", "FV"]),
        ("DfE, CiCC, SuDS, EqIA and SENCos", ["DfE", "CiCC", "SuDS", "EqIA", "SENCo"]),
        ("non-HRA funds, DfE-funded, SEN/EHCP cases, T&F", ["HRA", "DfE", "SEN", "EHCP", "T&F"]),
        ("part III, page XIV, COVID-19, GOV.UK, A40, Q1, S106", []),
        ("PL/2022/17, EC2V 7HH, name@EXAMPLE.ORG, www.EXAMPLE.org", []),
        ("the survey by ABC Lifts Ltd, KPMG LLP and XYZ Group plc", ["LLP"]),
        ("RESOLVED TO NOTE THE HRA", []),
        ("rated AAA by all", []),
        ("Mr McKay of LinkedIn", []),
    ],
)
def test_an_acronym_is_told_from_other_capitals(text: str, found: list[str]) -> None:
    assert cores(text) == found


def test_a_word_in_capitals_is_for_emphasis_unless_it_is_known_for_an_acronym_too() -> None:
    assert is_stressed("NOT")
    assert is_stressed("HOUSING")
    assert not is_stressed("MASH")
    assert not is_stressed("MTFS")


def test_what_comes_before_another_capital_may_be_part_of_a_name() -> None:
    assert [each.named for each in acronyms("the RSK Centre and the CAF Assessment")] == [True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the multi-agency safeguarding hub (MASH)", "multi-agency safeguarding hub"),
        ("the MASH (multi-agency safeguarding hub)", "multi-agency safeguarding hub"),
        ("the Department for Education (‘DfE’)", "Department for Education"),
        ("the National Joint Council for Local Services (the “NJC”)", "National Joint Council for Local Services"),
        (
            "Inspection of Local Authority Children’s Services, or ILACS",
            "Inspection of Local Authority Children’s Services",
        ),
        ("CIN – Child in Need", "Child in Need"),
        ("SENCOs, the special educational needs co-ordinators of schools", "special educational needs co-ordinators"),
        ("OJEU is the Official Journal of the European Union", "Official Journal of the European Union"),
        ("sustainable drainage systems (SuDS)", "sustainable drainage systems"),
        ("the UK Shared Prosperity Fund (UKSPF)", "UK Shared Prosperity Fund"),
    ],
)
def test_an_introduction_is_known_in_every_common_shape(text: str, words: str) -> None:
    found = introductions(text, acronyms(text))[-1]
    assert found.words is not None
    assert text[slice(*found.words)] == words


def test_a_gloss_that_spells_nothing_out_is_no_introduction() -> None:
    text = "the CAF (assessment tool)"
    assert introductions(text, acronyms(text)) == ()


def test_brackets_after_words_that_do_not_spell_it_are_said_to_be_no_expansion() -> None:
    text = "the revised assessment tool (CAF) is new"
    (found,) = introductions(text, acronyms(text))
    assert found.words is None


def test_the_next_cell_of_a_row_may_spell_it_out() -> None:
    assert spells("EHCP", "Education, Health and Care Plan")
    assert not spells("EHCP", "£2 million")


@pytest.mark.parametrize("part", ["AB ", "(AB", "A&B", "MASH,", "“AB” or ", "A (B ", "AB's "])
def test_a_paragraph_of_a_hundred_thousand_characters_is_read_at_once(part: str) -> None:
    text = part * (HUNDRED_THOUSAND // len(part))
    introductions(text, acronyms(text))
