"""The public version: what is private goes, and what readers know by a number keeps it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import (
    Appendix,
    Block,
    Cell,
    Consultation,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Note,
    Paragraph,
    Place,
    Quotation,
    Reference,
    Report,
    SubHeading,
    Table,
    Text,
    TrayItem,
    Waiver,
    all_blocks,
    give_ids,
    walk,
    words,
)
from clerkwell.model.lists import ordinals
from clerkwell.packs import Pack, numbers
from clerkwell.packs.openness import holds_private, is_withheld, openness, private_files
from clerkwell.packs.publishing import public_version
from helpers.building import MANIFEST, make_pack, make_report
from helpers.everything import WHEN
from helpers.strategies import reports

STATUS = """
[[field]]
id = "public-status"
title = "Public status"
kind = "status"
choices = ["Public", "Part exempt", "Exempt", "Confidential"]
"""
PACK = make_pack(MANIFEST.replace("[[section]]", STATUS + "\n[[section]]", 1))
WORDS = "[Not for publication.]"


def text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


def said(report: Report, section: str = "background") -> list[str]:
    return [words(block) for block in report.blocks(section)]


def public(*blocks: Block, section: str = "background", pack: Pack = PACK) -> Report:
    return public_version(make_report({section: blocks}), pack)


def secret(kind: Any, **more: Any) -> Any:  # noqa: ANN401 - any kind of block
    return kind(private=True, **more)


def test_a_report_without_anything_private_stays_the_same_blocks() -> None:
    report = make_report({"summary": "One", "background": "Two"})
    assert public_version(report, PACK).sections == report.sections
    assert not holds_private(report, PACK)


def test_a_withheld_paragraph_keeps_its_number_and_references_to_it_hold() -> None:
    report = make_report(
        {
            "background": (
                Paragraph(runs=text("One")),
                Paragraph(id="b7", runs=text("The secret"), private=True),
                Paragraph(runs=(Text(text="As paragraph "), Reference(to="paragraph", target="b7"))),
            )
        }
    )
    made = public_version(report, PACK)
    assert said(made)[:2] == ["One", WORDS]
    assert numbers(made, PACK) == numbers(report, PACK)
    assert made.blocks("background")[2] == report.blocks("background")[2]


def test_private_paragraphs_that_follow_one_another_keep_a_number_each() -> None:
    made = public(*[secret(Paragraph, runs=text("x"))] * 2, Paragraph(runs=text("y")))
    assert said(made) == [WORDS, WORDS, "y"]
    assert list(numbers(made, PACK).paragraphs.values()) == [1, 2, 3]


def test_a_stretch_without_numbers_becomes_one_statement() -> None:
    made = public(
        Paragraph(runs=text("before")),
        secret(SubHeading, runs=text("The dispute")),
        secret(Paragraph, runs=text("x"), plain=True),
        secret(Quotation, runs=text("y")),
        secret(Table, rows=((Cell(paragraphs=(text("z"),)),),)),
        secret(Image, attachment="a.png", alt="A face"),
        secret(Paragraph),
        Paragraph(runs=text("after")),
    )
    assert said(made) == ["before", WORDS, "after"]
    assert isinstance(made.blocks("background")[1], Paragraph)
    assert list(numbers(made, PACK).paragraphs.values()) == [1, 2]


def test_what_follows_a_withheld_number_needs_no_statement_of_its_own() -> None:
    made = public(
        secret(SubHeading, runs=text("h")), secret(Paragraph, runs=text("x")), secret(ListItem, runs=text("i"))
    )
    assert said(made) == [WORDS]
    assert list(numbers(made, PACK).paragraphs.values()) == [1]


def test_withheld_bullets_are_one_bullet() -> None:
    made = public(ListItem(runs=text("a")), *[secret(ListItem, runs=text("x"), level=1)] * 3, ListItem(runs=text("b")))
    assert said(made) == ["a", WORDS, "b"]
    assert [getattr(block, "level", None) for block in made.blocks("background")] == [0, 1, 0]


def test_items_of_a_numbered_list_keep_their_numbers() -> None:
    blocks = (
        ListItem(runs=text("a"), ordered=True),
        secret(ListItem, runs=text("x"), ordered=True),
        ListItem(runs=text("b"), ordered=True),
        secret(SubHeading, runs=text("Again")),
        ListItem(runs=text("c"), ordered=True),
    )
    made = public(*blocks)
    assert said(made) == ["a", WORDS, "b", WORDS, "c"]
    assert list(ordinals(made.blocks("background")).values()) == [1, 2, 3, 1]


def test_a_captioned_table_and_picture_keep_their_captions_place() -> None:
    made = public(
        secret(Table, caption="Offers", rows=((Cell(paragraphs=(text("z"),)),),), rag_columns=(0,)),
        secret(Image, attachment="face.png", alt="A face", caption="The accused"),
    )
    table, picture = made.blocks("background")
    assert table == Table(caption=WORDS)
    assert picture == Image(attachment="", decorative=True, caption=WORDS)


def test_inside_a_turned_stretch_only_what_is_private_goes() -> None:
    inner = (Paragraph(runs=text("open")), Paragraph(runs=text("x"), private=True))
    made = public(Landscape(blocks=inner))
    assert said(made) == [f"open\n{WORDS}"]


@pytest.mark.parametrize("whole", [True, False], ids=["the stretch is marked", "everything in it is"])
def test_a_private_turned_stretch_turns_no_page(whole: bool) -> None:
    made = public(Landscape(private=whole, blocks=(Paragraph(runs=text("x"), private=not whole),)))
    assert [block.kind for block in made.blocks("background")] == ["paragraph"]
    assert said(made) == [WORDS]


def test_the_authors_heading_over_a_section_that_is_private_throughout_is_withheld() -> None:
    report = make_report({"background": (secret(Paragraph, runs=text("x")), Paragraph())})
    named = tuple(each.model_copy(update={"heading": "The dismissal"}) for each in report.sections)
    made = public_version(report.model_copy(update={"sections": named}), PACK)
    assert made.sections[0].heading == ""
    own = tuple(each.model_copy(update={"id": "own-1"}) for each in named)
    assert public_version(report.model_copy(update={"sections": own}), PACK).sections[0].heading == WORDS
    open_too = (*named[0].blocks, Paragraph(runs=text("open")))
    partly = (named[0].model_copy(update={"blocks": open_too}),)
    assert public_version(report.model_copy(update={"sections": partly}), PACK).sections[0].heading == "The dismissal"


def test_what_is_no_readers_business_is_not_in_it() -> None:
    report = make_report({"summary": "One"}).model_copy(
        update={
            "notes": (Note(id="n1", place=Place(section="summary"), text="x"),),
            "waivers": (Waiver(rule="a", reason="x", when=WHEN),),
            "consultations": (Consultation(who="x"),),
            "tray": (TrayItem(text="x"),),
        }
    )
    made = public_version(report, PACK)
    assert (made.notes, made.waivers, made.consultations, made.tray, made.versions) == ((), (), (), (), ())


class TestAppendices:
    def test_a_withheld_one_is_listed_by_its_number_and_the_reason(self) -> None:
        exempt = Appendix(
            id="a1", number="2", title="The offer", status="exempt", exempt_paragraphs=(3, 5, 10), attachment="a.pdf",
            link="https://example.org/offer", blocks=(Paragraph(runs=text("x")),),
        )  # fmt: skip
        made = public_version(make_report().model_copy(update={"appendices": (exempt,)}), PACK).appendices[0]
        assert made.number == "2"
        assert made.title == (
            "Not for publication by virtue of paragraphs 3 and 5 of Part 1 of Schedule 12A "
            "to the Local Government Act 1972"
        )
        assert (made.attachment, made.link, made.blocks) == ("", "", ())

    def test_a_council_outside_england_names_no_english_paragraph(self) -> None:
        pack = make_pack(MANIFEST.replace('"england"', '"wales"'))
        exempt = Appendix(id="a1", number="2", title="The offer", status="exempt", exempt_paragraphs=(3,))
        made = public_version(make_report().model_copy(update={"appendices": (exempt,)}), pack)
        assert made.appendices[0].title == "Not for publication"

    def test_a_pack_may_list_the_titles(self) -> None:
        pack = make_pack(MANIFEST + "\n[sets]\nlist_titles = true\n")
        exempt = Appendix(id="a1", number="2", title="The offer", status="confidential", exempt_paragraphs=(3,))
        made = public_version(make_report().model_copy(update={"appendices": (exempt,)}), pack)
        assert made.appendices[0].title == "The offer – Not for publication"

    @pytest.mark.parametrize(
        ("status", "report_status", "withheld"),
        [
            ("public", "Part exempt", False),
            ("", "Public", False),
            ("", "", False),
            ("", "Part exempt", True),
            ("", "Something else", True),
            ("part-exempt", "Public", True),
            ("exempt", "Public", True),
            ("confidential", "Public", True),
        ],
    )
    def test_in_doubt_one_is_withheld(self, status: Any, report_status: str, withheld: bool) -> None:  # noqa: ANN401
        report = make_report(fields={"public-status": report_status})
        appendix = Appendix(id="a1", number="1", title="x", status=status, attachment="x.pdf")
        assert is_withheld(appendix, report, PACK) is withheld

    def test_a_part_exempt_one_of_blocks_is_split_by_its_marks(self) -> None:
        split = Appendix(
            id="a1", number="1", title="Costs", status="part-exempt",
            blocks=(Paragraph(runs=text("open")), Paragraph(runs=text("x"), private=True)),
        )  # fmt: skip
        made = public_version(make_report().model_copy(update={"appendices": (split,)}), PACK).appendices[0]
        assert made.title == "Costs"
        assert [words(block) for block in made.blocks] == ["open", WORDS]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (FieldValue(text="public", value="Public"), "public"),
        (FieldValue(text="x", value="Part exempt"), "part-exempt"),
        (FieldValue(text="x", value="Exempt"), "exempt"),
        (FieldValue(text="x", value="Confidential"), "confidential"),
        (FieldValue(text="Restricted"), "unknown"),
        (FieldValue(), "public"),
    ],
)
def test_the_reports_status_is_what_was_understood_and_never_guessed(answer: FieldValue, status: str) -> None:
    report = make_report().model_copy(update={"fields": {"public-status": answer}})
    assert openness(report, PACK) == status


def test_private_files_are_those_that_nothing_public_shows() -> None:
    report = make_report(
        {
            "background": (
                Image(attachment="both.png", alt="a"),
                Image(attachment="both.png", alt="a", private=True),
                Image(attachment="face.png", alt="a", private=True),
            )
        }
    )
    report = report.model_copy(
        update={"appendices": (Appendix(id="a1", number="1", status="exempt", attachment="offer.pdf"),)}
    )
    assert private_files(report, public_version(report, PACK), PACK) == {"face.png", "offer.pdf"}


@st.composite
def marked(draw: st.DrawFn) -> Report:
    """A report of any shape with marks in any place."""
    report = draw(reports)

    def mark(block: Any) -> Any:  # noqa: ANN401 - any kind of block
        update: dict[str, object] = {"private": draw(st.booleans())}
        if isinstance(block, Landscape):
            update["blocks"] = tuple(mark(inner) for inner in block.blocks)
        return block.model_copy(update=update)

    return give_ids(
        report.model_copy(
            update={
                "sections": tuple(
                    each.model_copy(update={"blocks": tuple(mark(block) for block in each.blocks)})
                    for each in report.sections
                )
            }
        )
    )


@given(marked())
def test_numbers_agree_between_both_versions_and_nothing_marked_is_left(report: Report) -> None:
    made = public_version(report, PACK)
    assert not any(block.private for _, block in all_blocks(made))
    before, after = numbers(report, PACK), numbers(made, PACK)
    assert before == after
    for section in report.sections:
        old = counted(section.blocks)
        new = counted(made.blocks(section.id))
        assert {name: new[name] for name in new} == {name: old[name] for name in new}
        assert {name for name in old if name in {block.id for block in made.blocks(section.id)}} <= set(new)
    assert public_version(made, PACK).sections == made.sections
    kept = [block for section in report.sections for block in walk(section.blocks) if not block.private]
    assert all(
        isinstance(block, Landscape) or block.id in ids(made) for block in kept if not inside_private(block, report)
    )


def counted(blocks: Any) -> dict[str, int]:  # noqa: ANN401 - the blocks of a section or of a stretch
    return {blocks[index].id: count for index, count in ordinals(blocks).items()}


def ids(report: Report) -> set[str]:
    return {block.id for _, block in all_blocks(report)}


def inside_private(block: Block, report: Report) -> bool:
    return any(
        isinstance(each, Landscape) and each.private and block in walk(each.blocks)
        for section in report.sections
        for each in section.blocks
    )


def test_a_footnote_goes_with_its_paragraph() -> None:
    made = public(secret(Paragraph, runs=(Text(text="x"), Footnote(runs=text("the note")))))
    assert "the note" not in made.model_dump_json()
