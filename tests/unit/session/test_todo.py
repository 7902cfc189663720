"""What is still to do, apart from what is wrong with what has been written."""

from clerkwell.model import FieldValue, Place, Problem, Report
from clerkwell.packs import Pack
from clerkwell.rules import check
from clerkwell.session.starting import new_report
from clerkwell.session.todo import still_to_do
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Clock

ALWAYS = 'required = "always"\n'
PACK = make_pack(
    MANIFEST.replace('id = "purpose"\n', f'id = "purpose"\n{ALWAYS}').replace(
        'kind = "yes-no"\n',
        f'kind = "yes-no"\n{ALWAYS}\n[[field]]\nid = "report-author"\ntitle = "Author"\n{ALWAYS}',
    )
)


def test_in_a_new_report_every_error_is_only_still_to_do() -> None:
    report = new_report(PACK, Clock().now())
    errors = [problem for problem in check(report, PACK) if problem.severity == "error"]
    assert len(errors) > 5
    assert list(still_to_do(errors, report, PACK)) == errors


def test_a_question_passed_over_is_an_error_and_those_after_the_last_answer_are_not() -> None:
    report = make_report(fields={"purpose": "For Decision"})
    found = [_blank("committees.name", 0), _blank("subject"), _blank("spending")]
    assert _fields(found, report) == ["spending"]


def test_a_second_card_is_after_everything_on_the_first() -> None:
    row = {"name": FieldValue(text="Parks"), "date": FieldValue(text="23/01/2026")}
    report = make_report().model_copy(update={"repeats": {"committees": (row, {})}})
    found = [_blank("committees.name", 1), _blank("committees.date", 1), _blank("subject")]
    assert len(still_to_do(found, report, PACK)) == 3


def test_what_the_settings_sign_a_report_with_passes_nothing_over() -> None:
    report = make_report(fields={"report-author": "Sam Sample, Parks manager"})
    assert _fields([_blank("subject"), _blank("purpose")], report) == ["subject", "purpose"]


def test_a_default_passes_nothing_over() -> None:
    pack = make_pack(MANIFEST.replace('id = "purpose"\n', 'id = "purpose"\ndefault = "For Decision"\n'))
    report = make_report(fields={"purpose": "For Decision"}, pack=pack)
    assert _fields([_blank("subject")], report, pack) == ["subject"]


def test_a_purpose_that_follows_from_a_committees_passes_nothing_over() -> None:
    """The purpose of the whole report stands near the form's end: to choose that of one committee fills it in."""
    row = {"name": FieldValue(text="Parks"), "purpose": FieldValue(text="For Decision")}
    report = make_report(fields={"purpose": "For Decision"}).model_copy(update={"repeats": {"committees": (row,)}})
    assert _fields([_blank("committees.date", 0), _blank("subject")], report) == ["committees.date", "subject"]
    chosen = make_report(fields={"purpose": "For Information"}).model_copy(update={"repeats": {"committees": (row,)}})
    assert _fields([_blank("subject")], chosen) == []


def test_a_missing_section_is_still_to_do_wherever_it_stands() -> None:
    report = make_report({"background": "Words."})
    missing = Problem(rule="section-missing", severity="error", place=Place(section="summary"), message="Missing.")
    assert still_to_do([missing], report, PACK) == (missing,)


def test_a_list_of_papers_that_is_missing_is_to_do_as_one_of_appendices_is() -> None:
    place = Place(section="background-papers")
    missing = Problem(rule="background-papers-missing", severity="warning", place=place, message="It is missing.")
    assert still_to_do([missing], make_report(), PACK) == (missing,)


def test_what_is_wrong_with_words_that_are_there_is_never_only_to_do() -> None:
    place = Place(section="summary")
    report = make_report({"summary": "Words."})
    empty = Problem(rule="section-empty", severity="error", place=place, message="Nothing under it.")
    advice = Problem(rule="section-missing", severity="warning", place=place, message="Missing.")
    whole = Problem(rule="section-missing", severity="error", message="Missing.")
    assert still_to_do([empty, advice, whole], report, PACK) == ()


def _blank(field: str, row: int | None = None) -> Problem:
    return Problem(rule="field-missing", severity="error", place=Place(field=field, row=row), message="Blank.")


def _fields(found: list[Problem], report: Report, pack: Pack = PACK) -> list[str]:
    return [problem.place.field for problem in still_to_do(found, report, pack) if problem.place]
