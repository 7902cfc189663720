"""Sums, numbers and names of private parts are too short for a run of words, and are told all the same."""

import pytest

from clerkwell.model import Cell, FieldValue, Footnote, Image, ListItem, Paragraph, Report, Table, Text
from clerkwell.packs import Pack
from clerkwell.rules import figures_in, private_phrases
from clerkwell.rules.law.details import names_in
from helpers.building import MANIFEST, make_pack, make_report
from helpers.sound import found

RULE = "private-detail-repeated"


@pytest.fixture
def pack() -> Pack:
    return make_pack(MANIFEST)


def text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


def of(private: str, *public: object) -> Report:
    return make_report({"background": (Paragraph(runs=text(private), private=True), *public)})  # type: ignore[arg-type]  # any blocks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£1.2m", "£1,200,000"),
        ("£1.2 million", "1,200,000 pounds"),
        ("£1200", "£1,200.00"),
        ("€3bn", "€3,000 million"),
        ("020 7946 0123", "+44 20 7946 0123"),
        ("Robin.Example@example.org", "robin.example@EXAMPLE.org"),
        ("EX1 1EX", "EX11EX"),
        ("QQ 12 34 56 C", "QQ123456C"),
        ("account 12345678", "12345678"),
    ],
)
def test_a_detail_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert {each.same for each in figures_in(one)} == {each.same for each in figures_in(other)} != set()


@pytest.mark.parametrize("words", ["paragraph 12", "in 2026", "on 12 March 2026", "£1", "12 of 15 members", "3.4"])
def test_figures_that_tell_nothing(words: str) -> None:
    assert not list(figures_in(words))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(runs=text("The budget is £1,200,000.")),
        Paragraph(runs=(*text("See"), Footnote(runs=text("It is £1.2m.")))),
        Table(rows=((Cell(paragraphs=(text("£1.2m"),)),),)),
        Table(caption="The £1.2 million", rows=((Cell(),),)),
        Image(attachment="a.png", alt="A chart of £1.2m"),
    ],
    ids=["paragraph", "footnote", "cell", "caption", "alternative text"],
)
def test_a_private_sum_in_the_public_part_is_told(pack: Pack, block: object) -> None:
    (problem,) = found(of("Smith Ltd offered £1.2m for it.", block), pack, RULE)
    assert "is also given in a part that is not for publication" in problem.message
    assert problem.severity == "warning"


def test_a_private_sum_in_the_reports_details_is_told_with_its_field(pack: Pack) -> None:
    report = of("Smith Ltd offered £1.2m for it.")
    fields = {**report.fields, "spending-amount": FieldValue(text="£1,200,000", value="£1,200,000")}
    (problem,) = found(report.model_copy(update={"fields": fields}), pack, RULE)
    assert problem.place is not None
    assert problem.place.field == "spending-amount"


def test_other_sums_and_the_officers_own_address_are_no_secret(pack: Pack) -> None:
    report = of("Write to robin@example.org about the £1.2m.", Paragraph(runs=text("£1.3m; robin@example.org")))
    fields = {**report.fields, "author": FieldValue(text="Robin Example, robin@example.org")}
    assert not found(report.model_copy(update={"fields": fields}), pack, RULE)


def test_names_are_known_by_their_capitals() -> None:
    said = "The offer of Smith & Sons Ltd was refused. In March Jo Example of Harbour House left."
    assert {each.words for each in names_in(said)} == {"Smith & Sons Ltd", "March Jo Example of Harbour House"}


def test_short_private_blocks_and_names_are_phrases_to_tell_of(pack: Pack) -> None:
    report = make_report(
        {
            "background": (
                ListItem(runs=text("dismissal of the officer"), private=True),
                Table(rows=((Cell(paragraphs=(text("Smith Ltd"),)), Cell(paragraphs=(text("N/A"),))),), private=True),
                Paragraph(runs=text("Robin Example told us about it, and we then wrote it down."), private=True),
            )
        }
    )
    fields = {**report.fields, "report-author": FieldValue(text="Robin Example")}
    report = report.model_copy(update={"fields": fields})
    assert private_phrases(report, pack) == {"dismissal of the officer", "smith ltd"}
