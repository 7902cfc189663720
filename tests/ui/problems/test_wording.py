"""What the list says about problems."""

from datetime import UTC, datetime

import pytest

from clerkwell.model import FieldValue, Place, Problem, ReplaceWords, Report, Waiver
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.problems.wording import heading, listed, summary
from helpers.building import make_pack, make_report

PACK = make_pack()


def a_problem(
    severity: str = "error", place: Place | None = None, message: str = "Something.", **more: object
) -> Problem:
    return Problem.model_validate({"rule": "r", "severity": severity, "place": place, "message": message, **more})


def test_errors_come_first_and_headings_say_what_they_stop() -> None:
    problems = [a_problem("info"), a_problem("warning"), a_problem(), a_problem("error", Place(field="subject"))]
    groups = listed(problems, make_report(pack=PACK), PACK)
    assert [group.heading for group in groups] == ["2 errors stop the final export", "1 warning to look at", "1 note"]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 error stops the final export"), (3, "3 errors stop the final export")]
)
def test_a_heading_counts(count: int, words: str) -> None:
    assert heading("error", count) == words


def test_the_summary_is_one_sentence() -> None:
    assert summary([]) == "No problems were found."
    assert summary([a_problem(), a_problem("info"), a_problem("info")]) == "1 error and 2 notes."
    assert summary([a_problem(), a_problem("warning"), a_problem("info")]) == "1 error, 1 warning and 1 note."


def test_what_nobody_has_come_to_stands_apart_from_errors_and_is_counted_by_parts() -> None:
    report = make_report({"background": "Words."}, pack=PACK)
    missing = [
        a_problem("error", Place(section=name), "It is missing.", rule="section-missing")
        for name in ("summary", "options")
    ]
    blank = [a_problem("error", Place(field=name), rule="field-missing") for name in ("subject", "purpose", "spending")]
    wrong = a_problem("error", Place(section="background"), "It is wrong.")
    groups = listed([*missing, wrong, *blank, a_problem("warning")], report, PACK)
    assert [(group.id, group.heading) for group in groups] == [
        ("error", "1 error stops the final export"),
        ("to-do", "Still to do in 3 parts"),
        ("warning", "1 warning to look at"),
    ]
    assert [line.word for line in groups[1].lines] == ["To do"] * 5
    assert groups[1].lines[-1].spoken() == "To do: It is missing. Options."


@pytest.mark.parametrize(("count", "folded"), [(4, False), (5, True)])
def test_a_long_list_of_what_is_to_do_is_folded_until_asked_for(count: int, folded: bool) -> None:
    problems = [a_problem("error", Place(section=f"own-{at}"), rule="section-missing") for at in range(count)]
    (group,) = listed(problems, make_report(pack=PACK), PACK)
    assert group.fold is folded


def test_the_summary_says_that_what_is_to_do_stops_the_final_document_too() -> None:
    ahead = [a_problem(place=Place(section=name)) for name in ("summary", "options")]
    assert summary(ahead, ahead) == ("No problems so far. 2 parts are still to do.")
    assert summary([*ahead, a_problem("warning")], ahead[:1]) == ("1 error and 1 warning. 1 part is still to do.")


def test_a_group_follows_the_order_of_the_report() -> None:
    report = make_report({"summary": "a", "background": "b\nc"}, pack=PACK)
    blocks = report.blocks("background")
    places = [
        Place(section="background", block=blocks[1].id),
        Place(section="background", block=blocks[0].id),
        Place(section="summary"),
        Place(field="subject"),
        None,
    ]
    (group,) = listed([a_problem(place=place) for place in places], report, PACK)
    assert [line.place for line in group.lines] == list(reversed(places))


def test_a_place_in_a_section_is_named_by_its_paragraph_number() -> None:
    report = make_report({"background": "one\ntwo\n- item", "options": "three"}, pack=PACK)
    where = Whereabouts(report, PACK)
    item = report.blocks("background")[2]
    assert (
        where.words(Place(section="background", block=report.blocks("background")[1].id)) == "Background, paragraph 2"
    )
    assert where.words(Place(section="background", block=item.id)) == "Background, paragraph 2"
    assert where.words(Place(section="background")) == "Background"
    assert where.words(None) == "The whole report"


def test_a_field_is_named_once() -> None:
    rows = ({"name": FieldValue(text="a")}, {"name": FieldValue(text="b")})
    report = make_report(pack=PACK).model_copy(update={"repeats": {"committees": rows}})
    where = Whereabouts(report, PACK)
    date = Place(field="committees.date", row=1)
    assert where.words(date, "Enter the date.") == "Report details, committee 2, “Date of meeting”"
    assert where.words(date, "“Date of meeting” is blank.") == "Report details, committee 2"


def test_problems_that_were_set_aside_are_listed_with_their_reason() -> None:
    waiver = Waiver(
        rule="background-papers-missing",
        by="Sam Sample",
        reason="Nothing was used.",
        when=datetime(2026, 3, 2, tzinfo=UTC),
    )
    report = make_report(pack=PACK).model_copy(update={"waivers": (waiver,)})
    (group,) = listed([], report, PACK)
    assert group.heading == "1 set aside"
    assert group.lines[0].word == "Set aside"
    assert "Nothing was used. Set aside by Sam Sample on 2 March 2026." in group.lines[0].why


def test_two_alike_are_told_apart() -> None:
    (group,) = listed([a_problem(), a_problem()], make_report(pack=PACK), PACK)
    assert len({line.key for line in group.lines}) == 2


def test_a_line_is_spoken_with_its_severity_as_a_word() -> None:
    report: Report = make_report({"summary": "a"}, pack=PACK)
    (group,) = listed([a_problem("warning", Place(section="summary"), "It is long.")], report, PACK)
    assert group.lines[0].spoken() == "Warning: It is long. Summary."


def misspelt(word: str, meant: str = "") -> Problem:
    place = Place(section="summary", block="b1", start=0, end=len(word))
    fix = ReplaceWords(place=place, words=meant) if meant else None
    return a_problem("warning", place, f"“{word}” is not a word.", rule="misspelt", quote=word, fix=fix)


def test_many_of_one_kind_stand_in_brief_under_a_heading_of_their_own() -> None:
    words = [misspelt("recieve", "receive"), misspelt("bugdet"), *(misspelt(f"wrod{at}", "word") for at in range(3))]
    problems = [*words, a_problem("warning")]
    rest, kind = listed(problems, make_report({"summary": "Words"}, pack=PACK), PACK)
    assert (rest.heading, len(rest.lines)) == ("1 warning to look at", 1)
    assert kind.heading == "5 warnings: A word is not in the dictionary"
    assert sorted(line.brief for line in kind.lines)[:2] == ["“bugdet”", "“recieve” → “receive”"]
    assert "is not a word" in kind.lines[0].spoken()
    assert not kind.fold


def test_a_line_in_brief_says_what_the_words_become_where_only_some_of_them_change() -> None:
    def spaced(quote: str, at: int) -> Problem:
        place = Place(section="summary", block="b1", start=at, end=at + len(quote))
        gap = place.model_copy(update={"start": at + quote.index(" "), "end": at + quote.index(" ") + 1})
        fix = ReplaceWords(place=gap, words="")
        return a_problem("warning", place, "A space.", rule="space-before-punctuation", quote=quote, fix=fix)

    problems = [*(spaced("end .", at) for at in (0, 10, 20, 30)), a_problem("warning")]
    _, kind = listed(problems, make_report({"summary": "Words"}, pack=PACK), PACK)
    assert {line.brief for line in kind.lines} == {"“end .” → “end.”"}


def test_a_few_of_one_kind_stay_among_the_others() -> None:
    problems = [misspelt("recieve", "receive"), misspelt("bugdet"), a_problem("warning")]
    (group,) = listed(problems, make_report({"summary": "Words"}, pack=PACK), PACK)
    assert [line.brief for line in group.lines] == ["", "", ""]


@pytest.mark.parametrize(("count", "folded"), [(4, False), (5, True)])
def test_many_notes_are_folded_until_asked_for(count: int, folded: bool) -> None:
    (group,) = listed([a_problem("info")] * count, make_report(pack=PACK), PACK)
    assert group.fold is folded
