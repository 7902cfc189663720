"""A part whose own words keep it from the public is never published without a word."""

import pytest

from clerkwell.model import Appendix, FieldValue, Paragraph, Report, Section, SetBlocks, SubHeading, Text, apply
from clerkwell.packs import Pack, understand
from clerkwell.packs.openness import is_withheld, openness
from clerkwell.rules import can_accept, check
from helpers.building import MANIFEST, make_pack, make_report
from helpers.examples import pack_of
from helpers.sound import found

RULE = "private-in-words-only"


@pytest.fixture
def pack() -> Pack:
    return make_pack(MANIFEST)


def line(words: str, *, private: bool = False) -> Paragraph:
    return Paragraph(runs=(Text(text=words),), private=private)


def heading(words: str, *, private: bool = False) -> SubHeading:
    return SubHeading(runs=(Text(text=words),), private=private)


def of(*blocks: object, title: str = "") -> Report:
    made = make_report({"background": blocks})  # type: ignore[dict-item]  # any blocks
    section = made.sections[0].model_copy(update={"heading": title})
    return made.model_copy(update={"sections": (section,)})


def test_a_section_whose_heading_says_so_is_marked_with_one_fix(pack: Pack) -> None:
    report = of(line("The offer was high."), line("So was the other."), title="Background (Not for publication)")
    problem = found(report, pack, RULE)[0]
    assert "“Background (Not for publication)”" in problem.message
    assert can_accept(problem)
    assert isinstance(problem.fix, SetBlocks)
    mended = apply(problem.fix, report)
    assert all(block.private for block in mended.blocks("background"))
    assert not found(mended, pack, RULE)


def test_a_section_that_says_there_is_nothing_of_the_kind_withholds_nothing(pack: Pack) -> None:
    assert not found(of(line("None."), title="Documents not for publication"), pack, RULE)


def test_a_part_that_says_which_appendix_is_exempt_withholds_nothing_itself(pack: Pack) -> None:
    why = line("3.1 Appendix C has the fees of each manager. It is exempt, as that would harm the Fund.")
    assert not found(of(why, title="Exempt information"), pack, RULE)
    assert found(of(why, line("They ask for 1 per cent."), title="Exempt information"), pack, RULE)
    assert found(of(line("The fees are high."), title="Exempt information"), pack, RULE)
    for told in ("the offer of £1.2 million", "fees of 0.45%", "fees of 2 per cent", "the 12,500 that was bid"):
        assert found(of(line(f"Appendix C, which is exempt, has {told}."), title="Exempt information"), pack, RULE)


def test_the_title_of_an_exempt_annex_is_for_the_public_and_its_words_are_not() -> None:
    pack = pack_of("generic-english-council")

    def listed(words: str) -> Report:
        return make_report(pack=pack).model_copy(
            update={"sections": (Section(id="appendices", heading="Annex (exempt):", blocks=(line(words),)),)}
        )

    assert not found(listed("Prices of the tenders"), pack, RULE)
    assert found(listed("The prices of the tenders were higher than we had thought."), pack, RULE)


def test_a_sub_heading_that_says_so_speaks_for_what_stands_under_it(pack: Pack) -> None:
    report = of(line("Open."), heading("Exempt information (paragraph 3)"), line("Secret."), heading("Next"), line("x"))
    problem = found(report, pack, RULE)[0]
    assert isinstance(problem.fix, SetBlocks)
    mended = apply(problem.fix, report)
    assert [block.private for block in mended.blocks("background")] == [False, True, True, False, False]
    assert not found(mended, pack, RULE)
    assert not found(of(heading("Exempt information"), line("Secret.", private=True)), pack, RULE)


@pytest.mark.parametrize(
    ("blocks", "hit"),
    [
        ((line("[Not for publication: paragraph 3]"), line("The offer was high.")), True),
        ((line("(Exempt – paragraph 3) The offer was high."),), True),
        ((line("[Not for publication: paragraph 3]"), line("The offer was high.", private=True)), False),
        ((line("[Not for publication: paragraph 3]", private=True), line("Open.")), False),
        ((line("(Exempt – paragraph 3) The offer."), line("x", private=True)), True),
        # What the public set itself says.
        ((line("[Not for publication.]"), line("Open.")), False),
        ((line("Confidential waste is collected each Tuesday."),), False),
    ],
)
def test_lines_that_say_so(pack: Pack, blocks: tuple[Paragraph, ...], hit: bool) -> None:
    assert bool(found(of(*blocks), pack, RULE)) is hit


def test_an_appendix_whose_title_says_so_is_withheld_and_named(pack: Pack) -> None:
    for status in ("", "public", "exempt"):
        appendix = Appendix.model_validate(
            {"id": "a", "number": "3", "title": "Valuation – NOT FOR PUBLICATION", "status": status}
        )
        report = make_report({}).model_copy(update={"appendices": (appendix,)})
        assert bool(found(report, pack, RULE)) is (status != "exempt")
        # Somebody who said that it is public may be believed, once the error is accepted.
        assert is_withheld(appendix, report, pack) is (status != "public")


def test_of_a_wholly_exempt_report_nothing_is_published_anyway() -> None:
    pack = make_pack(
        MANIFEST.replace(
            "[[section]]", '[[field]]\nid = "public-status"\ntitle = "Status"\nkind = "status"\n\n[[section]]', 1
        )
    )
    report = make_report({}).model_copy(
        update={
            "sections": (Section(id="background", heading="Offers (exempt)", blocks=(line("x"),)),),
            "fields": {"public-status": FieldValue(text="Exempt", value="Exempt")},
        }
    )
    assert not found(report, pack, RULE)


@pytest.mark.parametrize(("link", "told"), [("", False), ("https://www.example.org/prices", True)])
def test_an_appendix_that_is_only_listed_may_give_its_reason_in_its_title(pack: Pack, link: str, told: bool) -> None:
    title = "Exempt information (not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A)"
    report = make_report({"summary": "Words."}, pack=pack).model_copy(
        update={"appendices": (Appendix(id="a1", number="1", title=title, link=link),)}
    )
    assert any(each.rule == RULE for each in check(report, pack)) == told


STATUS = """
[[field]]
id = "public-status"
title = "Public status"
kind = "status"
choices = ["Public", "Part exempt", "Exempt"]
"""


def of_status(status: str) -> tuple[Report, Pack]:
    pack = make_pack(MANIFEST.replace("[[section]]", STATUS + "\n[[section]]", 1))
    spec = pack.field("public-status")
    assert spec is not None
    made = make_report({"background": "One"}, pack=pack)
    return made.model_copy(update={"fields": {"public-status": understand(spec, status, pack)}}), pack


def listed(number: str, status: str) -> Appendix:
    paragraphs = (3,) if status == "exempt" else ()
    return Appendix(id=f"a{number}", number=number, title="Prices", status=status, exempt_paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("status", "appendices", "told"),
    [
        # Marked as public, be it the only appendix or beside one that is withheld.
        ("Not for publication: Annex 2, by virtue of paragraph 3", {"2": "public"}, ["Appendix 2"]),
        ("Not for publication: Annex 2, by virtue of paragraph 3", {"2": "public", "3": "exempt"}, ["Appendix 2"]),
        ("Part exempt – Appendices B to D", {"B": "exempt", "C": "public", "D": "exempt"}, ["Appendix C"]),
        ("Part exempt (Appendices 1 and 2)", {"1": "", "2": "public"}, ["Appendix 2"]),
        ("Public, except Appendix 2 (exempt)", {"1": "", "2": ""}, ["Appendix 2"]),
        # Not listed at all, beside one that is withheld.
        ("Not for publication: Annex 2, by virtue of paragraph 3", {"3": "exempt"}, ["Appendix 2"]),
        # Withheld: as it is marked, or as nothing else is said of it in a report that is part exempt.
        ("Not for publication: Annex 2, by virtue of paragraph 3", {"1": "public", "2": "exempt"}, []),
        ("Not for publication: Annex 2, by virtue of paragraph 3", {"1": "public", "2": ""}, []),
        ("Public, except Appendix 2 (exempt)", {"1": "", "2": "exempt"}, []),
        ("Part exempt except Appendix 1", {"1": "public", "2": "exempt"}, []),
        # Of an exempt report there is no public set.
        ("Exempt (paragraph 3); the prices are in Appendix 2", {"2": "public"}, []),
    ],
)
def test_an_appendix_that_the_status_keeps_back_is_withheld_or_an_error(
    status: str, appendices: dict[str, str], told: list[str]
) -> None:
    made, pack = of_status(status)
    report = made.model_copy(update={"appendices": tuple(listed(*each) for each in appendices.items())})
    problems = found(report, pack, RULE)
    assert [next(each for each in told if each in problem.message) for problem in problems] == told
    # What is not listed is warned of, and holds the public set back like an error.
    assert all(
        problem.severity == ("error" if problem.place and problem.place.appendix else "warning") for problem in problems
    )
    published = [each.number for each in report.appendices if not is_withheld(each, report, pack)]
    if openness(report, pack) == "part-exempt" and "Annex 2" in status:
        assert "2" not in published or problems


def test_an_annex_kept_back_that_no_list_has_keeps_the_whole_set_back() -> None:
    report, pack = of_status("Not for publication: Annex 2")
    assert openness(report, pack) == "part-exempt"
    # With nothing withheld, a part-exempt report is refused its public set.
    assert found(report, pack, "part-exempt-unmarked")
    private = report.model_copy(update={"sections": (Section(id="background", blocks=(line("x", private=True),)),)})
    assert found(private, pack, RULE)
