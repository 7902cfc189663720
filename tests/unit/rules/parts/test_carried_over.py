"""The rule about words of an earlier report: told while they stand, gone once they are changed or set aside."""

from datetime import datetime

from clerkwell.model import Place, Report, SetBlocks, SetField, Stale, Waiver, apply
from clerkwell.model.report import FieldValue
from clerkwell.rules import catalogue, check, standing_errors
from helpers.building import blocks, make_pack, make_report

WHY = "It was said from the day of the earlier report."


def carried() -> Report:
    report = make_report({"summary": "First.\nIt was done last year, and last year only.", "background": "Sound."})
    block = report.blocks("summary")[1]
    stale = Stale(
        place=Place(section="summary", block=block.id, start=12, end=21),
        quote="last year",
        why=WHY,
    )
    return report.model_copy(update={"stale": (stale,)})


def told(report: Report) -> list[tuple[str, int | None]]:
    return [
        (problem.quote, problem.place.start if problem.place else None)
        for problem in check(report, make_pack())
        if problem.rule == "carried-over"
    ]


def rewritten(report: Report, source: str) -> Report:
    first, second = report.blocks("summary")
    (fresh,) = blocks(source)
    return apply(SetBlocks(section="summary", blocks=(first, fresh.model_copy(update={"id": second.id}))), report)


def test_words_that_stand_are_told_with_why_and_how() -> None:
    (problem,) = [each for each in check(carried(), make_pack()) if each.rule == "carried-over"]

    assert problem.severity == "warning"
    assert problem.quote == "last year"
    assert WHY in problem.message
    assert "set this aside" in problem.message


def test_they_are_found_where_they_stand_now() -> None:
    assert told(carried()) == [("last year", 12)]
    assert told(rewritten(carried(), "As we said before, it was done last year.")) == [("last year", 31)]


def test_changed_words_are_stale_no_more() -> None:
    assert told(rewritten(carried(), "It was done this spring.")) == []


def test_words_in_another_paragraph_are_not_theirs() -> None:
    report = rewritten(carried(), "It was done.")
    report = apply(SetBlocks(section="background", blocks=blocks("It rained last year.")), report)

    assert told(report) == []


def test_a_paragraph_that_was_moved_keeps_its_words() -> None:
    report = carried()
    moved = report.blocks("summary")[1]
    report = apply(SetBlocks(section="summary", blocks=report.blocks("summary")[:1]), report)
    report = apply(SetBlocks(section="background", blocks=(*report.blocks("background"), moved)), report)

    (problem,) = [each for each in check(report, make_pack()) if each.rule == "carried-over"]
    assert problem.place is not None
    assert problem.place.section == "background"


def test_words_cut_off_their_paragraph_are_found_in_the_next_one() -> None:
    report = carried()
    first, second = report.blocks("summary")
    (head, tail) = blocks("It was\ndone last year, and last year only.")
    cut = (first, head.model_copy(update={"id": second.id}), tail)
    report = apply(SetBlocks(section="summary", blocks=cut), report)

    (problem,) = [each for each in check(report, make_pack()) if each.rule == "carried-over"]
    assert problem.place is not None
    assert problem.place.block == report.blocks("summary")[2].id


def test_words_of_a_paragraph_that_went_into_another_are_found_there() -> None:
    report = carried()
    first, _ = report.blocks("summary")
    (whole,) = blocks("First. It was done last year, and last year only.")
    report = apply(SetBlocks(section="summary", blocks=(whole.model_copy(update={"id": first.id}),)), report)

    assert told(report) == [("last year", 19)]


def test_the_same_words_of_another_paragraph_do_not_keep_alive_what_was_put_right() -> None:
    report = make_report({"summary": "In 2025.\nIn 2025."})
    one, two = report.blocks("summary")
    report = report.model_copy(
        update={
            "stale": tuple(
                Stale(place=Place(section="summary", block=block.id, start=3, end=7), quote="2025", why=WHY)
                for block in (one, two)
            )
        }
    )
    (fresh,) = blocks("In 2026.")
    mended = apply(SetBlocks(section="summary", blocks=(fresh.model_copy(update={"id": one.id}), two)), report)
    gone = apply(SetBlocks(section="summary", blocks=(two,)), report)

    assert len(told(report)) == 2
    assert told(mended) == [("2025", 3)]
    assert told(gone) == [("2025", 3)]


def test_set_aside_with_a_reason_they_are_told_no_more() -> None:
    report = carried()
    waiver = Waiver(
        rule="carried-over", place=report.stale[0].place, quote="last year", reason="Right.", when=datetime(2026, 1, 1)
    )

    assert told(report.model_copy(update={"waivers": (waiver,)})) == []


def test_fields_are_told_while_they_hold_the_old_words() -> None:
    report = make_report(fields={"subject": "Annual report 2024/25"})
    stale = Stale(place=Place(field="subject", start=14, end=21), quote="2024/25", why=WHY)
    report = report.model_copy(update={"stale": (stale,)})
    changed = apply(SetField(field="subject", value=FieldValue(text="Annual report 2025/26")), report)

    assert told(report) == [("2024/25", 14)]
    assert told(changed) == []


def test_they_keep_no_final_document_from_being_made() -> None:
    problems = [each for each in check(carried(), make_pack()) if each.rule == "carried-over"]

    assert standing_errors(problems, carried()) == ()


def test_the_rule_is_in_the_catalogue_with_its_reason() -> None:
    (rule,) = [rule for rule in catalogue() if rule.id == "carried-over"]

    assert rule.why.endswith(".")
    assert not rule.locked
