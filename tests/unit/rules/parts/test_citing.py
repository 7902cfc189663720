"""Where a report mentions its appendices."""

import pytest

from clerkwell.model import Appendix, Cell, Footnote, Paragraph, Place, Reference, Report, Table, Text
from clerkwell.rules import cited_at
from clerkwell.rules.engine import Engine
from clerkwell.rules.examples import examples
from clerkwell.rules.table import catalogue
from clerkwell.session.whereabouts import CitedWords
from helpers.building import make_pack, make_report
from helpers.examples import made

PACK = make_pack()


def with_appendices(report: Report, count: int = 2) -> Report:
    given = tuple(Appendix(id=f"a{n}", number=str(n), title=f"Title {n}") for n in range(1, count + 1))
    return report.model_copy(update={"appendices": given})


def told(report: Report) -> list[str]:
    cited, words = cited_at(report, PACK), CitedWords(report, PACK)
    return [words.words(cited.get(each.id, ())) for each in report.appendices]


def test_an_appendix_is_cited_at_the_paragraphs_that_name_it() -> None:
    report = make_report(
        {"summary": "A plan.", "background": "One.\nThe plan is Appendix 1.\nSee Appendices 1 and 2.\nFour."}
    )
    assert told(with_appendices(report, 3)) == ["cited at paragraphs 2 and 3", "cited at paragraph 3", "never cited"]


def test_more_than_three_paragraphs_are_counted() -> None:
    report = make_report({"background": "\n".join("See Appendix 1." for _ in range(5))})
    assert told(with_appendices(report))[0] == "cited at paragraphs 1, 2, 3 and 2 more"


def test_parts_without_numbers_are_named() -> None:
    report = make_report({"summary": "See Appendix 2."}, {"subject": "The plan (Appendix 1)"})
    assert told(with_appendices(report)) == ["cited in the report details", "cited in Summary"]


def test_live_references_tables_and_footnotes_cite() -> None:
    blocks = (
        Paragraph(runs=(Text(text="See "), Reference(to="appendix", target="a1"))),
        Table(rows=((Cell(paragraphs=((Text(text="Appendix 2"),),)),),)),
        Paragraph(runs=(Text(text="A plan."), Footnote(runs=(Text(text="In Appendix 3."),)))),
    )
    assert told(with_appendices(make_report({"background": blocks}), 3)) == [
        "cited at paragraph 1",
        "cited at paragraph 1",
        "cited at paragraph 2",
    ]


def test_see_the_appendix_is_enough_for_one() -> None:
    report = make_report({"background": "For more see the appendix."})
    assert told(with_appendices(report, 1)) == ["cited at paragraph 1"]
    assert told(with_appendices(report)) == ["never cited", "never cited"]


def test_the_list_and_the_appendices_themselves_send_nobody_to_one() -> None:
    report = make_report({"appendices": "Appendix 1 is long."}).model_copy(
        update={
            "appendices": (
                Appendix(id="a1", number="1", title="Plan"),
                Appendix(id="a2", number="2", title="Notes on Appendix 1"),
            )
        }
    )
    assert cited_at(report, PACK) == {}


def test_a_sentence_beside_the_list_sends_to_an_appendix() -> None:
    report = make_report({"appendices": "The months are in Appendix 1.\nAppendix 2 shows the plan."})
    assert told(with_appendices(report)) == ["cited in Appendices", "never cited"]


def test_places_come_in_the_order_of_the_document() -> None:
    report = with_appendices(make_report({"background": "See Appendix 1.", "summary": "Appendix 1."}))
    (first, second) = cited_at(report, PACK)["a1"]
    assert (first.section, second.section) == ("summary", "background")
    assert first == Place(section="summary", block=report.blocks("summary")[0].id)


@pytest.mark.parametrize("example", [*examples()["appendix-not-cited"].caught, *examples()["appendix-not-cited"].left])
def test_what_is_never_cited_is_what_the_rule_tells(example: object) -> None:
    report, pack = made(example)  # type: ignore[arg-type]  # an example
    rules = {each.id: each for each in catalogue()}
    problems = Engine((rules["appendix-not-cited"],)).check(report, pack)
    found = {each.place.appendix for each in problems if each.place is not None and each.place.appendix}
    # Cited by another number, it is told once, by the rule about those that are not listed.
    otherwise = Engine((rules["appendix-not-listed"],)).check(report, pack)
    cited = cited_at(report, pack)
    never = {each.id for each in report.appendices if each.number and not cited.get(each.id)}
    assert found == never or (otherwise and found < never)
