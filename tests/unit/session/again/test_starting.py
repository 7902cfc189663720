"""A new report from last year's: what is asked again, what is listed, what stays behind, and that nothing is lost."""

from collections import Counter
from datetime import date, datetime

import pytest

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Cell,
    Consultation,
    FieldValue,
    Footnote,
    Image,
    Note,
    PackRef,
    Paragraph,
    Place,
    Reference,
    Report,
    Section,
    SetAppendices,
    SetBlocks,
    Table,
    Text,
    Version,
    Waiver,
    all_blocks,
    apply,
    give_ids,
)
from clerkwell.packs import Catalogue, Pack, understand
from clerkwell.rules import check
from clerkwell.rules.words import texts, texts_beside
from clerkwell.session.again.starting import StartedAgain, newest_pack, start_again
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.intake import pack, packs
from helpers.inventing import hostile_report
from helpers.shipped import sample, shipped

NOW = datetime(2026, 11, 18, 9, 0)


def city(**answers: str) -> Report:
    """A report of the City's layout of 2023, with these answers (`committees_date` for a row's)."""
    layout = pack("city-of-london-2023")
    fields: dict[str, FieldValue] = {}
    row: dict[str, FieldValue] = {}
    for name, text in answers.items():
        field_id = name.replace("__", ".").replace("_", "-")
        spec = layout.field(field_id)
        assert spec is not None, field_id
        target, _, own = field_id.rpartition(".")
        (row if target else fields)[own] = understand(spec, text, layout)
    return give_ids(
        Report(
            pack=layout.ref,
            fields=fields,
            repeats={"committees": (row,)} if row else {},
            sections=(Section(id="background", blocks=blocks("It was done by the end of May.\nIt is sound.")),),
        )
    )


def again(report: Report, layout: Pack | None = None, to: Pack | None = None, now: datetime = NOW) -> StartedAgain:
    layout = layout or pack("city-of-london-2023")
    return start_again(report, layout, to or layout, {}, now)


def quotes(started: StartedAgain) -> list[str]:
    return [each.quote for each in started.stale]


def test_dates_spending_and_what_follows_from_it_are_asked_again_with_the_old_words_told() -> None:
    report = city(
        committees__name="Finance Committee", committees__date="12/11/2025", spending="No", funding_source="n/a",
        spending_amount="£4m",
    )  # fmt: skip
    done = again(report)

    assert {each.place.field: each.was for each in done.reopened} == {
        "committees.date": "12/11/2025",
        "spending": "No",
        "funding-source": "n/a",
        "spending-amount": "£4m",
    }
    assert done.report.field("committees.date", 0).empty
    assert done.report.field("spending").empty
    assert done.report.field("committees.name", 0).text == "Finance Committee"


def test_outcomes_of_a_list_that_has_ended_are_taken_out_and_those_that_hold_stay() -> None:
    ended = again(city(outcomes="1. People are safe and feel safe", committees__date="12/11/2025"))
    holds = again(city(outcomes="Dynamic Economic Growth", committees__date="12/11/2025"))

    assert [each.was for each in ended.reopened if each.place.field == "outcomes"] == [
        "1. People are safe and feel safe"
    ]
    assert ended.report.field("outcomes").empty
    assert holds.report.field("outcomes").text == "Dynamic Economic Growth"
    assert "outcomes" not in {each.place.field for each in holds.reopened}


def test_of_several_outcomes_only_those_of_an_ended_list_go() -> None:
    done = again(city(outcomes="People are safe and feel safe\nDynamic Economic Growth"))

    assert done.report.field("outcomes").value == ("Dynamic Economic Growth",)


def test_a_status_stays_as_it_is_and_is_listed_as_taking_it_out_would_publish() -> None:
    done = again(city(public_status="Exempt under paragraph 3"))

    assert done.report.field("public-status").value == "Exempt"
    assert "Exempt under paragraph 3" in quotes(done)


def test_officers_and_their_names_in_the_text_are_listed() -> None:
    report = city(report_author="Ada Example, Head of Examples", report_of="The Town Clerk")
    report = apply(
        SetBlocks(section="summary", blocks=blocks("Ada Example will lead. The Interim Director agrees.")), report
    )
    done = again(report)

    named = [(each.place.field or each.place.section, each.quote) for each in done.stale]
    assert ("report-author", "Ada Example, Head of Examples") in named
    assert ("report-of", "The Town Clerk") in named
    assert ("summary", "Ada Example") in named
    assert ("summary", "Interim Director") in named


def test_time_bound_words_are_listed_with_place_quote_and_why() -> None:
    done = again(city(committees__date="12/11/2025"))
    (stale,) = [each for each in done.stale if each.place.section]
    block = done.report.blocks("background")[0]

    assert (stale.quote, stale.place) == (
        "by the end of May",
        Place(section="background", block=block.id, start=12, end=29),
    )
    assert stale.why.endswith(".")


def test_the_same_words_are_listed_once_a_paragraph() -> None:
    report = apply(
        SetBlocks(section="summary", blocks=blocks("In 2025 and in 2025 again.\nAnd in 2025.")),
        city(committees__date="12/11/2025"),
    )

    assert [each.quote for each in again(report).stale if each.place.section == "summary"] == ["2025", "2025"]


def test_sums_are_listed_where_the_section_is_about_money_and_nowhere_else() -> None:
    report = city(committees__date="12/11/2025")
    for section in ("financial", "summary"):
        report = apply(SetBlocks(section=section, blocks=blocks("It costs £51k.")), report)

    assert [each.place.section for each in again(report).stale if each.quote == "£51k"] == ["financial"]


def test_words_in_tables_footnotes_and_captions_are_listed_too() -> None:
    cell = Table(caption="Visits in 2025", rows=((Cell(paragraphs=((Text(text="Cases in May 2025"),),)),),))
    note = Paragraph(runs=(Text(text="A word"), Footnote(runs=(Text(text="As of last year."),))))
    report = apply(SetBlocks(section="summary", blocks=(cell, note)), city(committees__date="12/11/2025"))
    found = {each.quote for each in again(report).stale if each.place.section == "summary"}

    assert found == {"2025", "May 2025", "last year"}


def test_what_belongs_to_the_earlier_report_stays_with_it() -> None:
    report = city(committees__date="12/11/2025").model_copy(
        update={
            "notes": (Note(id="n1", place=Place(section="background"), text="Ask", shared=True),),
            "versions": (Version(name="sent", made=NOW, file="v1"),),
            "waivers": (Waiver(rule="x", reason="y", when=NOW),),
            "consultations": (Consultation(who="Finance"),),
        }
    )
    report = report.model_copy(
        update={"sections": tuple(each.model_copy(update={"done": True}) for each in report.sections)}
    )
    done = again(report)

    assert (done.report.notes, done.report.versions, done.report.waivers, done.report.consultations) == ((), (), (), ())
    assert not any(section.done for section in done.report.sections)
    assert (done.report.created, done.report.modified) == (NOW, NOW)
    assert "1 note stayed with the earlier report." in done.said


def test_appendices_keep_their_titles_and_ids_and_lose_their_files() -> None:
    kept = Appendix(id="appendix-1", number="1", title="Action plan", attachment="plan.docx", status="public")
    linked = Appendix(id="appendix-2", number="2", title="Guidance", link="https://example.org/guide")
    report = city(committees__date="12/11/2025").model_copy(
        update={
            "appendices": (kept, linked),
            "background_papers": (BackgroundPaper(title="Audit file"),),
            "sections": (
                Section(id="summary", blocks=(Paragraph(runs=(Reference(to="appendix", target="appendix-1"),)),)),
            ),
        }
    )
    layout = pack("city-of-london-2023")
    done = start_again(report, layout, layout, {"plan.docx": b"x", "p.png": b"y"}, NOW)

    assert [each.attachment for each in done.report.appendices] == ["", ""]
    assert done.attachments == {}
    assert "reference-broken" not in {problem.rule for problem in check(done.report, layout)}
    assert {"Action plan", "https://example.org/guide", "Audit file"} <= set(quotes(done))

    filled = apply(SetAppendices(appendices=(kept, linked)), done.report)
    assert "Action plan" not in [each.quote for each in check(filled, layout) if each.rule == "carried-over"]


def test_pictures_of_the_text_come_along() -> None:
    report = apply(SetBlocks(section="summary", blocks=(Image(attachment="p.png"),)), city())
    layout = pack("city-of-london-2023")

    assert start_again(report, layout, layout, {"p.png": b"y", "other": b"z"}, NOW).attachments == {"p.png": b"y"}


def test_without_a_date_the_earlier_meeting_is_taken_from_the_latest_day_in_the_text() -> None:
    report = apply(
        SetBlocks(section="summary", blocks=blocks("It met on 7 January 2022, after the visit of March 2020.")), city()
    )

    assert [each.quote for each in again(report).stale if each.place.section == "summary"] == [
        "7 January 2022",
        "March 2020",
    ]


def test_a_doubled_stroke_does_not_hide_the_earlier_meeting_s_date() -> None:
    report = apply(SetBlocks(section="summary", blocks=blocks("In March 2015.")), city(committees__date="07/02//2016"))

    assert "March 2015" in quotes(again(report))


def test_purpose_is_listed_only_where_other_parts_depend_on_it() -> None:
    depends = make_pack()
    free = make_pack(MANIFEST.replace('required = "when"\nwhen = { purpose = "For Decision" }\n', ""))
    report = make_report(fields={"purpose": "For Decision"})

    assert "For Decision" in quotes(again(report, depends))
    assert "For Decision" not in quotes(again(report, free))


def test_the_newest_pack_of_the_series_in_date_is_taken() -> None:
    catalogue = Catalogue(packs())
    old, other = pack("city-of-london-2017"), make_pack()

    assert newest_pack(old, catalogue, date(2026, 11, 18)).id == "city-of-london-2023"
    assert newest_pack(old, catalogue, date(2022, 2, 1)).id == "city-of-london-2022"
    assert newest_pack(other, catalogue, date(2026, 11, 18)) is other


def test_what_was_one_section_begins_the_first_of_its_parts() -> None:
    report = make_report({"main-report": "It was done by the end of May.\n- A point"}, pack=pack("city-of-london-2017"))
    done = again(report, pack("city-of-london-2017"), pack("city-of-london-2023"))

    assert done.report.pack.id == "city-of-london-2023"
    assert [block.kind for block in done.report.blocks("background")] == ["paragraph", "item"]
    assert "by the end of May" in quotes(done)
    assert "“Main report” has parts now: its text is under “Background”." in done.said
    assert any("asks for more" in each and "Financial implications" in each for each in done.said)


def test_a_section_that_the_new_layout_does_not_have_goes_to_the_tray_with_its_references_in_words() -> None:
    old = make_pack(MANIFEST + '\n[[section]]\nid = "odd"\ntitle = "Odd things"\n')
    new = make_pack(MANIFEST.replace('version = "1.0.0"', 'version = "1.1.0"'))
    report = make_report({"background": "One."}, pack=old)
    target = report.blocks("background")[0].id
    told = Paragraph(
        runs=(
            Text(text="See "),
            Reference(to="paragraph", target=target),
            Text(text=", here", link="https://example.org/x"),
            Footnote(runs=(Text(text="a note"),)),
        )
    )
    done = again(apply(SetBlocks(section="odd", blocks=(told,)), report), old, new)

    assert [(item.text, item.came_from) for item in done.report.tray] == [
        ("See 1, here (https://example.org/x) (a note)", "the section “Odd things” of the earlier report")
    ]
    assert done.report.pack == PackRef(id="test-council", version="1.1.0")


def test_sections_of_the_same_title_are_matched_whatever_their_ids() -> None:
    old = make_pack(MANIFEST.replace('id = "background"', 'id = "history"'))
    done = again(make_report({"history": "One."}, pack=old), old, make_pack(MANIFEST.replace("1.0.0", "1.1.0")))

    assert [section.id for section in done.report.sections] == ["background"]
    assert done.report.tray == ()


def letters_in(report: Report) -> Counter[str]:
    """Every letter and figure of a report's words; addresses without their scheme, which words for people leave out."""
    told = [text for _, text in (*texts(report), *texts_beside(report))]
    told += [f"{item.text} {item.came_from}" for item in report.tray]
    return Counter(each for each in " ".join(told).replace("mailto:", "") if each.isalnum())


@pytest.mark.parametrize("source", [each.id for each in packs()])
@pytest.mark.parametrize("target", [each.id for each in packs()])
@pytest.mark.parametrize("seed", range(4))
def test_no_word_is_lost_on_the_way_into_any_pack(source: str, target: str, seed: int) -> None:
    report = hostile_report(pack(source), 30, seed)
    done = again(report, pack(source), pack(target))

    taken = Counter(each for reopened in done.reopened for each in reopened.was)
    assert not letters_in(report) - letters_in(done.report) - taken
    ids = [block.id for _, block in all_blocks(done.report)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("pack_id", [each.id for each in packs()])
def test_the_sample_of_every_pack_starts_again_in_its_newest_pack(pack_id: str) -> None:
    layout = shipped(pack_id)
    done = again(sample(layout), layout, newest_pack(layout, Catalogue(packs()), NOW.date()))
    standing = [problem.quote for problem in check(done.report, done.pack) if problem.rule == "carried-over"]

    assert sorted(standing) == sorted(quotes(done))
    assert standing
    assert done.reopened


def test_twice_again_lists_afresh() -> None:
    once = again(city(committees__date="12/11/2025"))
    twice = again(once.report)

    assert [each.quote for each in twice.stale] == [each.quote for each in once.stale]
    assert twice.reopened == ()


def test_a_value_that_no_list_knows_is_asked_again_only_where_lists_have_dates() -> None:
    report = city(outcomes="Something else", purpose="For Fun")
    done = again(report)

    assert [each.place.field for each in done.reopened] == ["outcomes"]
    assert done.report.field("purpose") == FieldValue(text="For Fun")


@pytest.mark.parametrize(
    ("earlier", "expected"), [("07/02/2022", "27/09/2027"), ("7 February 2022", "27 September 2027")]
)
def test_the_new_meeting_s_date_is_put_in_as_the_earlier_one_was_written(earlier: str, expected: str) -> None:
    layout = pack("city-of-london-2023")
    done = start_again(city(committees__date=earlier), layout, layout, {}, NOW, meeting=date(2027, 9, 27))

    assert done.report.field("committees.date", 0).text == expected
    assert not [each for each in done.reopened if each.place.field == "committees.date"]
    assert [each.quote for each in done.stale if each.quote == expected] == []


def test_of_several_meetings_the_date_that_was_given_is_the_first_s_and_the_others_are_asked_for() -> None:
    layout = pack("city-of-london-2023")
    rows = (
        city(committees__date="07/02/2022").repeats["committees"]
        + city(committees__date="09/03/2022").repeats["committees"]
    )
    report = city().model_copy(update={"repeats": {"committees": rows}})
    done = start_again(report, layout, layout, {}, NOW, meeting=date(2027, 9, 27))

    assert [done.report.field("committees.date", row).text for row in (0, 1)] == ["27/09/2027", ""]
    assert [each.title for each in done.reopened if each.place.field == "committees.date"] == [
        "Date of meeting (committee 2)"
    ]
    assert (
        "The earlier report went to more than one meeting. 27 September 2027 is put in for the first. Give the date of "
        "each other one." in done.said
    )


def test_what_was_answered_is_kept_beside_the_questions_and_no_date_is() -> None:
    done = again(city(spending="Yes", spending_amount="£1,200", committees__date="07/02/2022"))

    assert ("spending", "Yes") in [(each.field, each.text) for each in done.report.earlier]
    assert ("spending-amount", "£1,200") in [(each.field, each.text) for each in done.report.earlier]
    assert not [each for each in done.report.earlier if "date" in each.field]
    assert again(done.report).report.earlier == ()
