"""What is not for publication is known again by its words and by where it stood, whatever became of it."""

from collections.abc import Sequence

import pytest

from clerkwell.comparing import Withheld, kept_withheld
from clerkwell.model import (
    Appendix,
    Block,
    Cell,
    Footnote,
    Image,
    Landscape,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
    TrayItem,
)
from helpers.building import make_pack, make_report

PACK = make_pack()
SECRET = "The lowest tender came from the second of the firms."


def p(name: str, text: str, *, private: bool = False) -> Paragraph:
    return Paragraph(id=name, private=private, runs=(Text(text=text),))


def report(*blocks: Block, heading: str = "", **update: object) -> Report:
    section = Section(id="summary", heading=heading, blocks=blocks)
    return make_report().model_copy(update={"sections": (section,), "appendices": (), **update})


FIRST, LAST = p("a", "Four firms sent a tender for the work."), p("z", "Work begins in spring.")
BEFORE = report(FIRST, p("s", SECRET, private=True), LAST)


def marked(*blocks: Block, before: Report = BEFORE) -> Sequence[bool]:
    done = kept_withheld(report(*blocks), (before,), PACK).report
    return [each.private for each in done.sections[0].blocks]


def test_a_report_with_nothing_private_stays_the_very_same() -> None:
    before, after = report(FIRST, LAST), report(FIRST, p("n", SECRET))
    assert kept_withheld(after, (before,), PACK) == Withheld(after)
    assert kept_withheld(after, (before,), PACK).report is after


def test_a_private_block_that_lost_its_mark_has_it_again() -> None:
    assert marked(FIRST, p("s", "Something else altogether."), LAST) == [False, True, False]


def test_both_halves_of_a_parted_one_are_private() -> None:
    halves = p("s", "The lowest", private=True), p("n", "tender came from the second.")
    assert marked(FIRST, *halves, LAST) == [False, True, True, False]


def test_what_it_was_joined_to_is_private() -> None:
    assert marked(p("a", f"Four firms sent a tender for the work. {SECRET}"), LAST) == [True, False]


def test_a_copy_elsewhere_is_private_and_what_only_sounds_like_it_is_not() -> None:
    kept = p("s", SECRET, private=True)
    copied = p("n", "As said, the lowest tender came from the second.")
    other = p("m", "Four firms sent a tender for it.")
    assert marked(FIRST, kept, LAST, copied, other) == [False, True, False, True, False]


def test_the_few_words_of_a_short_one_are_private_wherever_they_are_put() -> None:
    before = report(FIRST, p("s", "Acme: £48,000.", private=True), LAST)
    assert marked(FIRST, p("z", "Work by Acme begins in spring."), before=before) == [False, True]
    assert marked(FIRST, p("z", "Work begins for £48,000 in spring."), before=before) == [False, True]


def test_what_was_typed_in_its_place_is_private() -> None:
    assert marked(FIRST, p("n", "Somebody was cheap."), p("m", "Very."), LAST) == [False, True, True, False]


def test_what_was_typed_among_private_ones_is_private_and_beside_one_it_is_not() -> None:
    before = report(FIRST, p("s", SECRET, private=True), p("t", "So be it then.", private=True), LAST)
    kept = before.sections[0].blocks
    assert marked(*kept[:2], p("n", "New."), *kept[2:], before=before) == [False, True, True, True, False]
    assert marked(*kept[:3], p("n", "New."), LAST, before=before) == [False, True, True, False, False]


def test_words_that_the_public_has_are_no_secret() -> None:
    before = report(p("a", SECRET), p("s", SECRET, private=True))
    assert marked(p("a", SECRET), p("s", SECRET, private=True), p("n", SECRET), before=before) == [False, True, False]


def test_what_was_made_public_here_stays_public() -> None:
    now = report(FIRST, p("s", SECRET), LAST)
    assert kept_withheld(now, (BEFORE, now), PACK).report == now


def test_what_was_made_private_here_is_known_in_what_comes() -> None:
    sent = report(FIRST, p("s", SECRET), LAST)
    after = report(FIRST, p("s", "The lowest tender", private=True), p("n", "came from the second of the firms."), LAST)
    done = kept_withheld(after, (sent, BEFORE), PACK)
    assert [each.private for each in done.report.sections[0].blocks] == [False, True, True, False]
    assert done.marked == {"n"}


def test_what_was_private_in_the_whole_document_is_so_in_the_part_of_it_that_comes_in() -> None:
    whole = report(FIRST, p("z", "Work begins in spring, by Acme.", private=True))
    before = report(FIRST, p("s", "Acme did it.", private=True), LAST)
    after = report(FIRST, p("s", "Acme did it.", private=True), p("z", "Work begins in spring, by Acme."))
    done = kept_withheld(after, (before,), PACK, (whole,))
    assert [each.private for each in done.report.sections[0].blocks] == [False, True, True]


@pytest.mark.parametrize("where", ["cell", "caption", "note"])
def test_words_in_cells_captions_and_notes_are_known(where: str) -> None:
    cell = Cell(paragraphs=((Text(text=SECRET if where == "cell" else "x"),),))
    table = Table(id="n", caption=SECRET if where == "caption" else "", rows=((cell,),))
    noted = Paragraph(id="n", runs=(Text(text="See"), Footnote(runs=(Text(text=SECRET),))))
    assert marked(FIRST, LAST, noted if where == "note" else table) == [False, False, True]


def test_a_private_picture_stays_private_where_it_is_put_in_again() -> None:
    before = report(FIRST, Image(id="s", attachment="plan.png", private=True), LAST)
    assert marked(FIRST, LAST, Image(id="n", attachment="plan.png"), before=before) == [False, False, True]


def test_what_leaves_a_private_page_is_private() -> None:
    before = report(FIRST, Landscape(id="page", private=True, blocks=(p("s", "Short."),)), LAST)
    assert marked(FIRST, p("s", "Short."), LAST, before=before) == [False, True, False]


def test_an_appendix_listed_anew_in_place_of_a_withheld_one_has_its_status() -> None:
    before = report(FIRST, appendices=(Appendix(id="a1", number="1", title="Tenders", status="exempt"),))
    after = report(FIRST, appendices=(Appendix(id="r1", number="1", title="Tenders received"),))
    done = kept_withheld(after, (before,), PACK)
    assert [each.status for each in done.report.appendices] == ["exempt"]
    assert done.marked == {"r1"}


def test_what_stands_where_nothing_can_be_marked_is_named() -> None:
    after = report(FIRST, LAST, heading=SECRET, tray=(TrayItem(text=SECRET, came_from="the end"),))
    assert kept_withheld(after, (BEFORE,), PACK).loose == (("summary", SECRET), ("tray", SECRET))
