"""Moving blocks to another section: one edit, with what hangs on them."""

from datetime import UTC, datetime

from clerkwell.model import Note, Place, Reference, apply, words
from clerkwell.model.pins import stands
from clerkwell.packs import numbers
from clerkwell.session.moving import moving, putting, sections_to_move_to
from helpers.building import MANIFEST, make_pack, make_report

OWN_ORDER = MANIFEST.replace('numbering = "paragraphs"', 'numbering = "paragraphs"\norder = "report"')
OWN_ORDER += '\n[[section]]\nid = "other"\ntitle = "Other"\nnumbered = true\n'


def test_blocks_go_to_the_end_or_the_beginning_and_keep_their_ids() -> None:
    pack = make_pack()
    report = make_report({"background": "One\n\nTwo\n\nThree", "options": "Four"})
    ids = [block.id for block in report.blocks("background")]

    last = apply(moving(report, pack, "background", frozenset(ids[1:]), "options", first=False), report)
    first = apply(moving(report, pack, "background", frozenset(ids[:1]), "options", first=True), report)

    assert [words(block) for block in last.blocks("options")] == ["Four", "Two", "Three"]
    assert [block.id for block in last.blocks("options")][1:] == ids[1:]
    assert [words(block) for block in last.blocks("background")] == ["One"]
    assert [words(block) for block in first.blocks("options")] == ["One", "Four"]


def test_notes_and_references_go_along() -> None:
    pack = make_pack()
    report = make_report({"background": "One\n\nTwo words", "options": "Four"})
    block = report.blocks("background")[1].id
    note = Note(
        id="n", place=Place(section="background", block=block, start=4, end=9), quote="words", text="?", by="",
        when=datetime(2026, 3, 2, tzinfo=UTC),
    )  # fmt: skip

    after = apply(moving(report, pack, "background", frozenset({block}), "options", first=False), report)

    assert stands(after, note.place, note.quote) == Place(section="options", block=block, start=4, end=9)
    assert numbers(after, pack).paragraphs[Reference(to="paragraph", target=block).target] == 3


def test_an_answer_that_there_is_nothing_to_say_makes_way() -> None:
    report = make_report({"background": "One", "options": "None."})
    ids = frozenset(block.id for block in report.blocks("background"))

    after = apply(moving(report, make_pack(), "background", ids, "options", first=False), report)

    assert [words(block) for block in after.blocks("options")] == ["One"]
    assert after.blocks("background") == ()


def test_a_section_that_has_not_begun_begins_where_the_outline_shows_it() -> None:
    pack = make_pack(OWN_ORDER)
    report = make_report({"options": "One\n\nTwo"}, pack=pack)
    ids = [block.id for block in report.blocks("options")]

    after = apply(moving(report, pack, "options", frozenset(ids[:1]), "background", first=False), report)

    assert [section.id for section in after.sections] == ["background", "options"]
    assert [words(block) for block in after.blocks("options")] == ["Two"], "what was moved does not come back"
    assert putting(after, pack, "options", ()).kind == "set-blocks"


def test_it_is_offered_every_other_section_of_text() -> None:
    report = make_report({"background": "One"})

    offered = [part.id for part in sections_to_move_to(report, make_pack(), "background")]

    assert "background" not in offered
    assert "options" in offered
    assert "appendices" not in offered
