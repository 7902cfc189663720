"""A question of another kind: the examples answer it by its new kind, so that a report like them can be exported."""

import json

import pytest

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack, load_folder
from clerkwell.packs.load import SAMPLE
from clerkwell.rules import check
from clerkwell.system import templates_folder
from clerkwell.workshop.draft.fields import change_field, new_field
from clerkwell.workshop.draft.rows import NewRows, new_repeat, standings
from clerkwell.workshop.draft.samples import with_samples

_ROWS = NewRows("People consulted", "", ("Name", "Date consulted"))
_DATE = "people-consulted.date-consulted"
_ASKED = "how-it-is-done"


def _pack() -> Pack:
    return load_folder(templates_folder() / "generic-english-council")


def _with_question() -> Pack:
    return new_field(_pack(), "How it is done")


def _examples(pack: Pack) -> list[Report]:
    return [Report.model_validate_json(data) for name, data in pack.files.items() if name.endswith(".json")]


def _sample(pack: Pack) -> Report:
    return Report.model_validate_json(pack.files[SAMPLE])


def _answered(pack: Pack, text: str) -> Pack:
    """The pack whose examples say this to the question."""
    return with_samples(pack, lambda sample: sample["fields"].update({_ASKED: {"text": text, "value": text}}))


def test_a_repeated_question_that_asks_for_a_date_now_has_one_in_every_example() -> None:
    pack = _pack()
    made = new_repeat(pack, _ROWS, standing=standings(pack)[0])
    dated = change_field(made, _DATE, {"kind": "date"})
    assert len(_examples(dated)) > 1
    for report in _examples(dated):
        told = [row["date-consulted"] for row in report.repeats["people-consulted"]]
        assert told == [FieldValue(text="7 February 2022", value="2022-02-07")]
        assert "date-malformed" not in {each.rule for each in check(report, dated)}
        assert report.repeats["people-consulted"][0]["name"].text == "An example answer"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "7 February 2022"),
        ("yes-no", "Yes"),
        ("money", "£1,000"),
        ("telephone", "020 7946 0000"),
        ("email", "name@example.org"),
        ("lines", "An example answer"),
    ],
)
def test_what_is_no_answer_of_the_new_kind_gives_way_to_one(kind: str, text: str) -> None:
    changed = change_field(_with_question(), _ASKED, {"kind": kind})
    assert {report.field(_ASKED).text for report in _examples(changed)} == {text}
    assert all(report.field(_ASKED).value for report in _examples(changed))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "Monday 3 October 2022"),
        ("yes-no", "No – it is below the limit"),
        ("money", "£2.5m"),
        ("telephone", "01934 000000 (office hours)"),
        ("email", "sam.sample@example.org"),
    ],
)
def test_what_is_an_answer_of_the_new_kind_already_stays(kind: str, text: str) -> None:
    changed = change_field(_answered(_with_question(), text), _ASKED, {"kind": kind})
    assert _sample(changed).field(_ASKED).text == text


def test_the_question_s_own_example_comes_first_where_it_is_of_the_new_kind() -> None:
    ours = change_field(_with_question(), _ASKED, {"example": "3 October 2022"})
    assert _sample(change_field(ours, _ASKED, {"kind": "date"})).field(_ASKED).text == "3 October 2022"
    left = change_field(_with_question(), _ASKED, {"example": "By hand"})
    assert _sample(change_field(left, _ASKED, {"kind": "date"})).field(_ASKED).text == "7 February 2022"


def test_where_nothing_was_said_nothing_is() -> None:
    changed = change_field(_answered(_with_question(), ""), _ASKED, {"kind": "date"})
    assert {report.field(_ASKED).text for report in _examples(changed)} == {""}


def test_a_list_gives_an_answer_as_soon_as_it_has_one() -> None:
    empty = change_field(_with_question(), _ASKED, {"kind": "choice"})
    assert _sample(empty).field(_ASKED).text == "An example answer"
    listed = change_field(empty, _ASKED, {"choices": ("By post", "By telephone")})
    assert _sample(listed).field(_ASKED) == FieldValue(text="By post", value="By post")


@pytest.mark.parametrize(
    ("kind", "said", "now"), [("choice", "On the web", "Online"), ("choices", "By post, On the web", "By post, Online")]
)
def test_an_answer_of_the_list_that_is_called_otherwise_is_followed(kind: str, said: str, now: str) -> None:
    listed = change_field(
        _answered(_with_question(), said), _ASKED, {"kind": kind, "choices": ("By post", "On the web")}
    )
    assert _sample(listed).field(_ASKED).text == said
    renamed = change_field(listed, _ASKED, {"choices": ("By post", "Online")})
    assert _sample(renamed).field(_ASKED).text == now
    assert json.loads(renamed.files[SAMPLE])["fields"][_ASKED]["value"] is not None
