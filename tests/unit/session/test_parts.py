"""The parts of a report: order, groups, states."""

import pytest

from clerkwell.model import (
    Appendix,
    Consultation,
    Edit,
    FieldValue,
    Place,
    Problem,
    Report,
    SetBlocks,
    SetDetailsDone,
    SetDone,
    SetField,
    TrayItem,
    apply,
    changes,
    give_ids,
)
from clerkwell.packs import Pack
from clerkwell.session.consulting import LOG
from clerkwell.session.parts import (
    AUTHORS,
    CHECK,
    HEADER,
    TRAY,
    Entry,
    State,
    entries,
    left_and_came,
    only_words_changed,
    part_of,
    progress,
)
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.shipped import sample, shipped

PACK = make_pack()


def test_every_part_is_listed_in_the_templates_order_between_header_and_check() -> None:
    listed = entries(make_report(), PACK)
    assert [entry.id for entry in listed] == [
        HEADER, "summary", "background", "options", "financial", "appendices", "background-papers", LOG,
        CHECK,
    ]  # fmt: skip


def test_the_log_says_how_far_the_asking_has_come() -> None:
    def log(report: Report, *problems: Problem) -> Entry:
        return next(each for each in entries(report, asking, problems) if each.id == LOG)

    asking = make_pack(MANIFEST.replace('title = "Summary"', 'title = "Summary"\nconsult = ["Legal"]'))
    report = make_report()
    assert _entry(LOG, report).state is State.NOT_NEEDED
    assert (log(report).state, log(report).why) == (State.NOT_STARTED, "Still to ask: Legal.")
    asked = report.model_copy(update={"consultations": (Consultation(who="Legal", part="summary"),)})
    assert log(asked).state is State.IN_PROGRESS
    answered = report.model_copy(update={"consultations": (Consultation(who="Legal", part="summary", answer="Yes."),)})
    assert log(answered).state is State.DONE
    changed = Problem(rule="changed-since-cleared", severity="warning", message="It has changed.", why="Because.")
    assert (log(answered, changed).state, log(answered, changed).why) == (State.ATTENTION, "It has changed.")


def test_parts_stand_in_groups() -> None:
    groups = {entry.id: entry.group for entry in entries(make_report(), PACK)}
    assert groups["summary"] == "Front"
    assert groups["background"] == "Main report"
    assert groups["appendices"] == "End matter"


def test_a_pack_that_groups_its_sections_names_the_groups() -> None:
    manifest = MANIFEST.replace(
        '[[section]]\nid = "summary"', '[[group]]\nid = "front"\ntitle = "In brief"\n\n[[section]]\nid = "summary"'
    ).replace('title = "Summary"', 'title = "Summary"\ngroup = "front"')
    assert _entry("summary", make_report(), make_pack(manifest)).group == "In brief"


def test_a_required_section_without_a_word_is_not_started() -> None:
    assert _entry("summary", make_report()).state is State.NOT_STARTED


def test_a_section_that_the_template_does_not_ask_for_is_not_needed() -> None:
    entry = _entry("background", make_report())
    assert entry.state is State.NOT_NEEDED
    assert "Optional" in entry.why


def test_words_make_a_section_in_progress() -> None:
    assert _entry("summary", make_report({"summary": "Some words."})).state is State.IN_PROGRESS


def test_its_author_says_that_a_section_is_done() -> None:
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "Some words."}))
    assert _entry("summary", report).state is State.DONE


def test_a_problem_opens_a_done_section_again_and_is_quoted() -> None:
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "Some words."}))
    entry = _entry("summary", report, problems=(_problem(Place(section="summary")),))
    assert entry.state is State.ATTENTION
    assert entry.why == "Something is wrong."
    assert entry.reopened
    assert not _entry("summary", report).reopened


def test_what_is_only_for_information_needs_no_attention() -> None:
    report = make_report({"summary": "Some words."})
    info = _problem(Place(section="summary")).model_copy(update={"severity": "info"})
    assert _entry("summary", report, problems=(info,)).state is State.IN_PROGRESS


def test_a_missing_section_is_not_started_rather_than_at_fault() -> None:
    problem = _problem(Place(section="summary"))
    assert _entry("summary", make_report(), problems=(problem,)).state is State.NOT_STARTED


def test_a_section_that_an_answer_makes_irrelevant_says_which_answer() -> None:
    manifest = MANIFEST.replace(
        'id = "background"\ntitle', 'id = "background"\nonly = { purpose = "For Decision" }\ntitle'
    )
    entry = _entry("background", make_report(), make_pack(manifest))
    assert entry.state is State.NOT_NEEDED
    assert entry.why == "Only asked for when “Purpose” is For Decision."
    assert entry.gone
    assert not _entry("background", make_report()).gone


def test_parts_leave_and_come_back_with_an_answer() -> None:
    manifest = MANIFEST.replace(
        'id = "background"\ntitle', 'id = "background"\nonly = { purpose = "For Decision" }\ntitle'
    )
    pack = make_pack(manifest)
    before, after = (entries(make_report(fields={"purpose": each}), pack) for each in ("For Decision", "None"))
    left, came = left_and_came(before, after)
    assert [[entry.id for entry in each] for each in (left, came)] == [["background"], []]
    left, came = left_and_came(after, before)
    assert [[entry.id for entry in each] for each in (left, came)] == [[], ["background"]]
    assert left_and_came(after, after) == ((), ())


def test_the_header_is_done_when_its_author_says_so() -> None:
    assert _entry(HEADER, _answered()).state is State.IN_PROGRESS
    assert _entry(HEADER, apply(SetDetailsDone(done=True), _answered())).state is State.DONE


def test_a_header_with_an_open_question_is_not_done_whatever_its_author_says() -> None:
    report = apply(SetDetailsDone(done=True), make_report(fields={"subject": "Parks"}))
    entry = _entry(HEADER, report)
    assert entry.state is State.ATTENTION
    assert entry.reopened


def test_a_warning_opens_a_header_again_that_was_called_done() -> None:
    warning = _problem(Place(field="subject")).model_copy(update={"severity": "warning"})
    assert _entry(HEADER, _answered(), problems=(warning,)).state is State.ATTENTION
    assert not _entry(HEADER, _answered(), problems=(warning,)).reopened
    entry = _entry(HEADER, apply(SetDetailsDone(done=True), _answered()), problems=(warning,))
    assert (entry.state, entry.why, entry.reopened) == (State.ATTENTION, "Something is wrong.", True)


def test_a_wrong_answer_in_the_header_needs_attention() -> None:
    report = make_report(fields={"subject": "Parks"})
    assert _entry(HEADER, report, problems=(_problem(Place(field="subject")),)).state is State.ATTENTION


def test_a_question_that_was_passed_over_needs_attention_and_one_still_to_come_does_not() -> None:
    order = [spec.id for spec in PACK.manifest.field if "." not in spec.id]
    first, answered, last = order[0], order[1], order[-1]
    report = make_report(fields={first: "", answered: "Something", last: ""})
    passed, ahead = (
        Problem(rule="field-missing", severity="error", place=Place(field=name), message="It is blank.")
        for name in (first, last)
    )
    assert _entry(HEADER, report, problems=(passed,)).state is State.ATTENTION
    assert _entry(HEADER, report, problems=(ahead,)).state is State.IN_PROGRESS


def test_no_part_with_a_warning_in_it_is_simply_done() -> None:
    pack = shipped("city-of-london-2023")
    report = give_ids(sample(pack))
    place = Place(field="authors.name", row=0)
    warning = Problem(rule="carried-over", severity="warning", place=place, message="See whether it is still theirs.")
    entry = _entry(AUTHORS, report, pack)
    assert entry.state is State.DONE
    entry = _entry(AUTHORS, report, pack, (warning,))
    assert (entry.state, entry.why) == (State.ATTENTION, "See whether it is still theirs.")


def test_the_log_is_optional_and_counts_as_no_part_that_could_be_done() -> None:
    asking = make_pack(MANIFEST.replace('title = "Summary"', 'title = "Summary"\nconsult = ["Legal"]'))
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "Words."}))
    listed = entries(report, asking)
    log = next(each for each in listed if each.id == LOG)
    assert (log.state, log.note) == (State.NOT_STARTED, "optional")
    assert progress(listed) == "1 of 2 parts done"


def test_listed_appendices_count_as_begun() -> None:
    report = make_report().model_copy(update={"appendices": (Appendix(id="a", number="1", title="Plan"),)})
    assert _entry("appendices", report).state is State.IN_PROGRESS


def test_the_tray_is_listed_only_while_something_is_in_it() -> None:
    assert TRAY not in [entry.id for entry in entries(make_report(), PACK)]
    report = make_report().model_copy(update={"tray": (TrayItem(text="left over"),)})
    assert TRAY in [entry.id for entry in entries(report, PACK)]


def test_every_place_belongs_to_a_part() -> None:
    assert part_of(None) == CHECK
    assert part_of(Place(section="summary", block="b1")) == "summary"
    assert part_of(Place(appendix="a")) == "appendices"
    assert part_of(Place(field="authors.name", row=0)) == AUTHORS
    assert part_of(Place(field="subject")) == HEADER


def test_progress_counts_what_is_wanted() -> None:
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "Some words."}))
    assert progress(entries(report, PACK)) == "1 of 2 parts done"
    assert progress(entries(report, PACK, (_problem(Place(section="summary")),))) == (
        "0 of 2 parts done, 1 needs attention"
    )


@pytest.mark.parametrize(
    ("edit", "only_words"),
    [
        (SetBlocks(section="summary", blocks=blocks("Other words.")), True),
        (SetBlocks(section="summary", blocks=()), False),
        (SetBlocks(section="background", blocks=blocks("First words.")), False),
        (SetDone(section="summary", done=True), False),
        (SetDetailsDone(done=True), False),
        (SetField(field="subject", value=FieldValue(text="Parks")), False),
    ],
)
def test_the_list_stays_as_it_is_while_only_words_change(edit: Edit, only_words: bool) -> None:
    before = make_report({"summary": "Some words."})
    after = apply(edit, before)
    assert only_words_changed(before, after, changes(before, after)) is only_words
    if only_words:
        assert entries(before, PACK) == entries(after, PACK)


def _answered() -> Report:
    report = make_report(fields={"subject": "Parks"})
    row = {"name": report.field("subject"), "date": report.field("subject")}
    return report.model_copy(update={"repeats": {"committees": (row,)}})


def _problem(place: Place) -> Problem:
    return Problem(rule="r", severity="error", place=place, message="Something is wrong.")


def _entry(part_id: str, report: Report, pack: Pack = PACK, problems: tuple[Problem, ...] = ()) -> Entry:
    return next(entry for entry in entries(report, pack, problems) if entry.id == part_id)
