"""What an answer changes: its own field, and the standard wording that follows from it."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import FieldValue, Report, SetField, SetRows, Several, apply
from clerkwell.packs import Pack, load_folder
from clerkwell.system import templates_folder
from clerkwell.ui.editors.fields.answering import answer
from helpers.building import make_report
from helpers.forms import form_pack

PACK = form_pack()


def answered(report: Report, field: str, text: str, row: int | None = None, pack: Pack = PACK) -> Report:
    spec = pack.field(field)
    assert spec is not None
    return apply(answer(report, pack, spec, row, text), report)


def test_an_answer_is_kept_as_typed_and_as_understood() -> None:
    report = answered(make_report(pack=PACK), "committees.date", "7th of Feb 2022", row=0)
    assert report.field("committees.date", 0) == FieldValue(text="7th of Feb 2022", value="2022-02-07")


def test_no_writes_the_standard_words_into_the_fields_that_follow() -> None:
    report = answered(make_report(pack=PACK), "spending", "No")
    assert report.field("spending-amount").text == "N/A"
    assert report.field("funding-source").text == "No funding is needed"


def test_the_answer_and_its_words_are_one_edit() -> None:
    spec = PACK.field("spending")
    assert spec is not None
    edit = answer(make_report(pack=PACK), PACK, spec, None, "No")
    assert isinstance(edit, Several)
    assert len(edit.edits) == 3


def test_words_that_somebody_wrote_are_never_replaced() -> None:
    report = make_report(fields={"spending-amount": "£40,000"}, pack=PACK)
    assert answered(report, "spending", "No").field("spending-amount").text == "£40,000"


def test_another_answer_takes_back_the_standard_words_of_the_first() -> None:
    report = answered(answered(make_report(pack=PACK), "spending", "No"), "spending", "Yes")
    assert report.field("spending-amount").text == ""
    assert report.field("funding-source").text == "City Fund"


def test_the_purpose_of_the_report_follows_from_what_its_committees_are_asked() -> None:
    city = load_folder(templates_folder() / "city-of-london-2023")
    report = make_report(pack=city)
    for row, (asked, whole) in enumerate(
        (("For Information", "For Information"), ("For Decision", "For Decision"), ("For Information", "For Decision"))
    ):
        report = apply(SetRows(repeat="committees", rows=(*report.repeats.get("committees", ())[:row], {})), report)
        report = answered(report, "committees.purpose", asked, row, city)
        assert report.field("purpose").text == whole
    report = answered(report, "purpose", "For Information", pack=city)
    assert answered(report, "committees.purpose", "", 1, city).field("purpose").text == "For Information", "one's own"


def test_an_answer_that_is_not_understood_changes_nothing_else() -> None:
    report = answered(make_report(pack=PACK), "spending", "No")
    spec = PACK.field("spending")
    assert spec is not None
    assert isinstance(answer(report, PACK, spec, None, "perhaps"), SetField)


@given(st.lists(st.sampled_from(["Yes", "No", "Y", "n", "N/A", ""]), max_size=6), st.text(max_size=8))
def test_whatever_is_answered_in_whatever_order_own_words_stay(answers: list[str], own: str) -> None:
    standard = {"N/A", "No funding is needed", "City Fund"}
    report = make_report(fields={"spending-amount": own}, pack=PACK)
    kept = report.field("spending-amount").text
    for text in answers:
        report = answered(report, "spending", text)
    if kept.strip() and kept not in standard:
        assert report.field("spending-amount").text == kept
