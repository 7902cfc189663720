"""A template made of an old report: what the report said is the sample of the new pack."""

from datetime import date

from clerkwell.model import Report
from clerkwell.model.blocks import words
from clerkwell.packs import Pack
from clerkwell.session.from_word import make_pack, open_word
from helpers.docx_making import docx, p
from helpers.shipped import IDS, shipped

_LONG = "The footbridge at Mill Lane has been closed since the flood of last winter, and the school is on the far side."
_OLD = docx(
    p("Example Council", "heading2")
    + p("Report to: Highways Committee")
    + p("Date of meeting: 14 May 2024")
    + p("Title: Reopening the footbridge")
    + p("Summary", "heading2")
    + p(_LONG)
    + p(_LONG)
    + p("Recommendations", "heading2")
    + p("That the repair be approved.")
    + p("Financial implications", "heading2")
    + p(_LONG)
)


def _packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def test_the_old_reports_words_are_the_sample_and_not_in_the_template() -> None:
    packs = _packs()
    made = make_pack(open_word(_OLD, "old.docx", packs), "Example Council", "Our report", date(2026, 4, 1), packs)
    assert [each.message for each in made.problems if each.severity == "error"] == []
    sample = Report.model_validate_json(made.files["sample.json"])
    assert sample.field("subject").text == "Reopening the footbridge"
    assert "".join(words(each) for each in sample.blocks("financial")) == _LONG
    assert made.own_words >= 3
    assert b"footbridge" not in made.files["pack.toml"]
    assert sample.pack.id == "our-report"


def test_a_template_has_an_invented_sample_and_an_id_of_its_own() -> None:
    packs = _packs()
    blank = docx(
        p("Title: [Insert title]") + p("Summary", "heading2") + p("[Say what it is about, in three sentences]")
    )
    made = make_pack(
        open_word(blank, "blank.dotx", packs), "Example Council", "Maidstone 2022", date(2026, 4, 1), packs,
        taken=["maidstone-2022"],
    )  # fmt: skip
    sample = Report.model_validate_json(made.files["sample.json"])
    assert (sample.pack.id, made.own_words) == ("maidstone-2022-2", 0)
    assert sample.blocks("summary")


def test_pages_on_their_side_are_the_templates_own_and_not_turned_again() -> None:
    def ends(wide: int, high: int, more: str = "") -> str:
        return (
            f'<w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"{more}/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440"'
            ' w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
        )

    body = p("Title: Reopening the footbridge") + p("Summary", "heading2") + p(_LONG) * 3
    body += p("", more=ends(11906, 16838)) + p("Financial implications", "heading2") + p(_LONG)
    landscape = ends(16838, 11906, ' w:orient="landscape"')
    packs = _packs()
    source = open_word(docx(body, sect=landscape), "old.docx", packs)
    made = make_pack(source, "Example Council", "Our report", date(2026, 4, 1), packs)
    sample = Report.model_validate_json(made.files["sample.json"])
    assert [each.kind for each in sample.blocks("financial")] == ["paragraph"]
    assert "".join(words(each) for each in sample.blocks("financial")) == _LONG
