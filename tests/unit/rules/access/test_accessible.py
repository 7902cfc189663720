"""Content that some readers cannot see: what the examples do not show."""

import time

import pytest

from clerkwell.model import (
    Appendix,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Problem,
    Report,
    SetBlocks,
    SubHeading,
    Text,
    apply,
    give_ids,
    plain,
)
from clerkwell.packs import Pack
from clerkwell.rules import Engine, catalogue
from helpers.building import make_pack, make_report
from helpers.marking import marked_up

IDS = ("alt-file-name", "table-without-header", "all-capitals", "heading-by-bold", "link-words", "colour-meaning")
ENGINE = Engine(tuple(rule for rule in catalogue() if rule.id in IDS))
TEXT = "The reserve pays for all of it, and nothing is borrowed for the work that is proposed."


@pytest.fixture
def pack() -> Pack:
    return make_pack()


def found(text: str, pack: Pack, section: str = "background") -> list[tuple[str, str]]:
    report = make_report({section: marked_up(text)}, pack=pack)
    return [(each.rule, each.severity) for each in ENGINE.check(report, pack)]


def only(report: Report, pack: Pack) -> Problem:
    (problem,) = ENGINE.check(report, pack)
    return problem


def with_appendix(text: str, pack: Pack) -> Report:
    appendix = Appendix(id="a1", number="1", title="Survey", blocks=marked_up(text))
    return give_ids(make_report(pack=pack).model_copy(update={"appendices": (appendix,)}))


def test_a_heading_is_made_of_bold_text_in_one_edit_that_keeps_all_else(pack: Pack) -> None:
    report = make_report({"background": marked_up(f"Before.\nprivate: **What it costs:**\n{TEXT}")}, pack=pack)
    problem = only(report, pack)
    assert isinstance(problem.fix, SetBlocks)
    before, heading, after = apply(problem.fix, report).blocks("background")
    assert isinstance(heading, SubHeading)
    assert (plain(heading.runs), heading.private) == ("What it costs", True)
    assert heading.id == report.blocks("background")[1].id, "notes stay with it"
    assert not any(isinstance(run, Text) and run.bold for run in heading.runs)
    assert (before, after) == (report.blocks("background")[0], report.blocks("background")[2])


def test_what_is_found_in_an_appendix_is_put_right_there(pack: Pack) -> None:
    report = with_appendix(f"**What it costs**\n{TEXT}", pack)
    problem = only(report, pack)
    assert problem.fix is not None
    assert isinstance(apply(problem.fix, report).appendices[0].blocks[0], SubHeading)
    report = with_appendix("| Ward | Visits |\n| North | 4 |\n| South | 5 |", pack)
    problem = only(report, pack)
    assert problem.fix is not None
    assert ENGINE.check(apply(problem.fix, report), pack) == ()


def test_a_table_without_a_header_is_only_mended_where_the_first_row_is_one(pack: Pack) -> None:
    for rows, fixable in (
        ("| Ward | Visits |\n| North | 4 |\n| South | 5 |", True),
        ("| North | 4 |\n| South | 5 |", False),
        ("| North | open | Monday |\n| South | shut | Tuesday |", False),
    ):
        problem = only(make_report({"background": marked_up(rows)}, pack=pack), pack)
        assert (problem.fix is not None) == fixable, rows


def test_lines_of_names_and_values_need_a_header_less(pack: Pack) -> None:
    assert found("| Opened | May |\n| Closed | June |", pack) == [("table-without-header", "info")]


def test_a_table_on_a_page_turned_on_its_side_is_looked_at_too(pack: Pack) -> None:
    table = marked_up("| Ward | Visits | Staff |\n| North | 4 | 2 |")
    turned = Landscape(blocks=table)
    problem = only(make_report({"background": (turned,)}, pack=pack), pack)
    assert (problem.rule, problem.fix) == ("table-without-header", None)


def test_a_heading_over_a_table_or_a_question_is_not_certain(pack: Pack) -> None:
    assert found("**Visits by ward**\n| Ward | Visits |\n|---|---|\n| North | 4 |", pack) == [
        ("heading-by-bold", "info")
    ]
    assert found(f"**Who pays for it?**\n{TEXT}", pack) == [("heading-by-bold", "info")]


@pytest.mark.parametrize("section", ["appendices", "background-papers"])
def test_lists_of_names_have_no_headings_in_bold(section: str, pack: Pack) -> None:
    assert found(f"**What it costs**\n{TEXT}", pack, section) == []


def test_an_address_is_what_a_list_of_sources_lists(pack: Pack) -> None:
    link = "[https://www.example.org/a/b](https://www.example.org/a/b)"
    assert found(f"See {link}.", pack) == [("link-words", "warning")]
    assert found(f"See {link}.", pack, "background-papers") == []
    assert found("See [www.example.org](https://www.example.org).", pack) == [("link-words", "info")]


def test_a_link_in_two_looks_is_one_link(pack: Pack) -> None:
    runs = (Text(text="For more, "), Text(text="click ", link="https://a.example.org"))
    both = (*runs, Text(text="here", bold=True, link="https://a.example.org"), Text(text="."))
    problem = only(make_report({"background": (Paragraph(runs=both),)}, pack=pack), pack)
    assert problem.quote == "click here"


def test_a_council_that_sets_its_headings_in_capitals_is_told_once(pack: Pack) -> None:
    text = f"# FINANCIAL IMPLICATIONS FOR PARTNERS\n{TEXT}\n# PROCUREMENT IMPLICATIONS FOR SCHOOLS\n{TEXT}"
    assert found(text, pack) == [("all-capitals", "info")]


def test_a_decorative_picture_may_be_called_anything(pack: Pack) -> None:
    for decorative, expected in ((True, 0), (False, 1)):
        image = Image(attachment="line.png", alt="line.png", decorative=decorative)
        assert len(ENGINE.check(make_report({"background": (image,)}, pack=pack), pack)) == expected


def test_a_colour_that_the_table_beside_it_says_in_words_is_no_colour_alone(pack: Pack) -> None:
    table = "| Project | State |\n|---|---|\n| Roof | Amber |"
    assert found(f"{table}\nThe amber items are late.", pack) == []
    assert found("The amber items are late.", pack) == [("colour-meaning", "warning")]
    assert found("The land is edged red on the plan.", pack) == [("colour-meaning", "info")]


@pytest.mark.parametrize(
    "text",
    [
        "A-" * 50_000 + "/",
        "PROCUREMENT " * 9_000 + "a",
        "**" + "PROCUREMENT-" * 9_000 + "**",
        "The red items. " * 7_000,
        "shown " * 17_000 + "in red",
        "click " * 17_000,
        "click" + " " * 100_000 + "h",
        "[use" + " " * 100_000 + "x](https://www.example.org)",
        "[" + "a." * 50_000 + "](https://www.example.org)",
        "![image" + "_" * 100_000 + "x](a.png)",
        "![" + "a " * 50_000 + ".pn](a.png)",
    ],
    ids=range(11),
)
def test_no_paragraph_keeps_a_rule_busy(text: str, pack: Pack) -> None:
    report = make_report({"background": (*marked_up(text), ListItem(runs=(Text(text="x"),)))}, pack=pack)
    start = time.perf_counter()
    ENGINE.check(report, pack)
    assert time.perf_counter() - start < 2
