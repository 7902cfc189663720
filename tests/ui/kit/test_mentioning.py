"""An appendix that nothing refers to is mentioned where its author wrote last."""

from clerkwell.model import Appendix, Place, Problem, Reference, SetAppendices, apply, plain
from clerkwell.rules import check
from clerkwell.ui.kit.mentioning import NOT_CITED, mention
from clerkwell.ui.kit.remedies import remedies
from helpers.building import make_pack, make_report
from helpers.desk import open_desk

PACK = make_pack()
REPORT = apply(
    SetAppendices(appendices=(Appendix(id="a", number="1", title="Map", link="https://www.example.org/map"),)),
    make_report({"background": "The map shows it. It is new.\n- an item", "appendices": ""}, pack=PACK),
)


def problem() -> Problem:
    return next(each for each in check(REPORT, PACK) if each.rule == NOT_CITED)


def test_the_reference_stands_before_the_full_stop_and_silences_the_check() -> None:
    last = Place(section="background", block=REPORT.blocks("background")[0].id, start=3, end=3)
    told = mention(problem(), REPORT, last)
    assert told is not None
    assert told[0] == "Mention it after “The map shows it. It is new.”"
    after = apply(told[1], REPORT)
    runs = getattr(after.blocks("background")[0], "runs", ())
    assert plain(runs) == "The map shows it. It is new (see \ufffc)."
    assert Reference(to="appendix", target="a") in runs
    assert not [each for each in check(after, PACK) if each.rule == NOT_CITED]


def test_where_nobody_wrote_yet_or_the_paragraph_is_gone_nothing_is_offered() -> None:
    assert mention(problem(), REPORT, None) is None
    assert mention(problem(), REPORT, Place(section="background", block="gone")) is None
    other = Problem(rule="misspelt", severity="warning", place=Place(appendix="a"), message="Wrong.")
    last = Place(section="background", block=REPORT.blocks("background")[1].id)
    assert mention(other, REPORT, last) is None


def test_it_is_among_what_can_be_done_and_is_one_step_of_undo() -> None:
    desk = open_desk(REPORT, PACK)
    desk.bridge.patience.moved(Place(section="background", block=REPORT.blocks("background")[1].id))
    # The keyboard has gone to the list of problems.
    desk.bridge.patience.moved(None)
    (remedy,) = [each for each in remedies(problem(), desk.bridge) if each.text.startswith("Mention it")]
    remedy.run()
    assert plain(getattr(desk.report.blocks("background")[1], "runs", ())) == "an item (see \ufffc)"
    desk.session.undo()
    assert desk.report == REPORT
    desk.bridge.let_go()
    desk.session.close()
