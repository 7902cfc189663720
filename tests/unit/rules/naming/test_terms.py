"""What the rules about acronyms, names and terms take from the pack, the author and the rest of the report."""

from functools import cache

from clerkwell.model import Report, apply
from clerkwell.packs import Pack
from clerkwell.rules import Engine, catalogue
from helpers.examples import added, changed, pack_of, sample

CITY = "city-of-london-2023"
GENERIC = "generic-english-council"


@cache
def engine(rule: str) -> Engine:
    return Engine(tuple(each for each in catalogue() if each.id == rule))


def said(rule: str, report: Report, pack: Pack, own: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(each.quote, each.severity) for each in engine(rule).check(report, pack, own)]


def with_acronyms(pack: Pack, *acronyms: str) -> Pack:
    language = pack.manifest.language.model_copy(update={"acronyms": acronyms})
    return Pack(pack.manifest.model_copy(update={"language": language}), pack.files)


def test_an_acronym_that_the_pack_lists_need_not_be_spelled_out() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The MTFS has a gap, and the MTFS is revised yearly.")
    assert said("acronym-not-expanded", report, pack) == [("MTFS", "warning")]
    assert said("acronym-not-expanded", report, with_acronyms(pack, "MTFS")) == []


def test_an_acronym_among_the_authors_own_words_need_not_be_spelled_out() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The CiCX has met twice.")
    assert said("acronym-not-expanded", report, pack) == [("CiCX", "warning")]
    assert said("acronym-not-expanded", report, pack, frozenset({"CiCX"})) == []


def test_what_most_members_know_is_said_as_information_only() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The team has 12.5 FTE officers, and each KPI is met.")
    assert {severity for _, severity in said("acronym-not-expanded", report, pack)} == {"info"}


def test_an_acronym_in_the_subject_alone_is_said_as_information_only() -> None:
    pack = pack_of(GENERIC)
    report = changed(sample(GENERIC), pack, {"fields": {"subject": "Renewal of the PSPO"}})
    assert said("acronym-not-expanded", report, pack) == [("PSPO", "info")]


def test_other_peoples_words_need_not_spell_out_what_they_say() -> None:
    pack = pack_of(GENERIC)
    assert said("acronym-not-expanded", added(sample(GENERIC), pack, "> The LSCX never told us."), pack) == []


def test_the_councils_list_says_which_way_of_writing_a_committee_is_right() -> None:
    pack = pack_of(CITY)
    text = (
        "The Safeguarding Sub-Committee met. The Safeguarding Sub-Committee agreed with the Safeguarding Sub Committee."
    )
    report = added(sample(CITY), pack, text)
    assert said("term-two-ways", report, pack) == [("Safeguarding Sub-Committee", "warning")] * 2


def test_without_a_list_the_more_frequent_way_is_kept() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The Parks Sub-Committee, the Parks Sub-Committee, the Parks Sub Committee.")
    assert said("term-two-ways", report, pack) == [("Parks Sub Committee", "warning")]


def test_a_name_put_right_is_put_in_the_other_words() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The Parks Sub-Committee, the Parks Sub-Committee, the Parks Sub Committee.")
    (problem,) = engine("term-two-ways").check(report, pack)
    assert problem.fix is not None
    assert said("term-two-ways", apply(problem.fix, report), pack) == []


def test_an_author_who_changes_below_is_told_of_once() -> None:
    pack = pack_of(CITY)
    report = changed(
        sample(CITY), pack, {"fields": {"report-author": "Lee Example, Head of Fleet", "authors.name": ["Les Sample"]}}
    )
    assert said("author-differs", report, pack) == [("Les Sample", "warning")]
    assert said("officer-two-ways", report, pack) == []


def test_what_is_found_is_the_same_when_a_report_is_checked_again_after_a_change() -> None:
    pack = pack_of(GENERIC)
    before = added(sample(GENERIC), pack, "The LSCX met. The Parks Sub-Committee and the Parks Sub Committee did too.")
    after = added(
        before, pack, "The Local Safeguarding Children Xchange (LSCX) met twice; Jon Example told John Example."
    )
    again = Engine()
    again.check(before, pack)
    assert again.check(after, pack) == Engine().check(after, pack)


def test_letters_that_may_be_a_firms_name_are_said_as_information_only() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "Bids came from D&W, Sample Homes and Platform HG.")
    assert sorted(said("acronym-not-expanded", report, pack)) == [("D&W", "info"), ("HG", "info")]


def test_many_acronyms_are_one_warning_that_names_them_and_each_is_shown_in_its_place() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The MTFS has a gap. The PSPO ends in May. One LADO covers all. The SCR met.")
    assert said("acronym-not-expanded", report, pack) == [
        ("MTFS", "warning"), ("PSPO", "info"), ("LADO", "info"), ("SCR", "info"),
    ]  # fmt: skip
    first = next(each for each in engine("acronym-not-expanded").check(report, pack) if each.quote == "MTFS")
    assert first.message.endswith("These are not spelled out either: PSPO, LADO and SCR.")


def test_as_many_acronyms_as_can_be_put_right_one_by_one_are_a_warning_each() -> None:
    pack = pack_of(GENERIC)
    report = added(sample(GENERIC), pack, "The MTFS has a gap. The PSPO ends in May. One LADO covers all.")
    assert [severity for _, severity in said("acronym-not-expanded", report, pack)] == ["warning"] * 3


def test_of_two_names_the_one_that_is_no_word_is_the_slip_wherever_it_stands() -> None:
    pack = pack_of(GENERIC)
    text = "The Audit and Goverance Committee met. The Audit and Governance Committee agreed."
    assert said("term-two-ways", added(sample(GENERIC), pack, text), pack) == [("Goverance Committee", "warning")]
