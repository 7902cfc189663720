"""Words that are not for publication are found where they are said again, and everybody's words are not."""

import pytest

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Blocks,
    Cell,
    FieldValue,
    Footnote,
    Image,
    Paragraph,
    Report,
    Section,
    SubHeading,
    Table,
    Text,
    give_ids,
)
from clerkwell.packs import Pack
from clerkwell.rules import WordRuns, bare_address, can_accept
from clerkwell.rules.law.statute import statutory_runs
from clerkwell.rules.law.withheld import rules
from clerkwell.rules.law.word_runs import runs_of
from helpers.building import MANIFEST, make_pack, make_report
from helpers.sound import found

SECRET = "The officer was dismissed after the audit of the harbour fund."
STATUS = """
[[field]]
id = "public-status"
title = "Public status"
kind = "status"
"""
LINK = "https://example.org/offers/harbour?id=7"


@pytest.fixture
def pack() -> Pack:
    return make_pack(MANIFEST.replace("[[section]]", STATUS + "\n[[section]]", 1))


def text(words: str, link: str = "") -> tuple[Text, ...]:
    return (Text(text=words, link=link),)


def private() -> Paragraph:
    return Paragraph(runs=(*text(SECRET), *text("the offer", LINK)), private=True)


def report_of(*blocks: object, status: str = "Part exempt", **more: object) -> Report:
    made = make_report({"background": (private(), *blocks)})  # type: ignore[arg-type]  # any blocks
    return give_ids(
        made.model_copy(update={"fields": {"public-status": FieldValue(text=status, value=status)}, **more})
    )


def repeated(report: Report, pack: Pack) -> list[str]:
    return [problem.quote for problem in found(report, pack, "private-words-repeated")]


AGAIN = "they said THE OFFICER was dismissed, after the\naudit of something else"
SHARED = "THE OFFICER was dismissed, after the\naudit of"


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(runs=text(AGAIN)),
        SubHeading(runs=text(AGAIN)),
        Paragraph(runs=(Text(text="x"), Footnote(runs=text(AGAIN)))),
        Table(caption=AGAIN, rows=((Cell(),),)),
        Table(rows=((Cell(paragraphs=(text("x"), text(AGAIN))),),)),
        Image(attachment="a.png", alt=AGAIN),
        Image(attachment="a.png", alt="x", caption=AGAIN),
    ],
    ids=["paragraph", "heading", "footnote", "caption", "cell", "alternative text", "caption of a picture"],
)
def test_private_words_in_any_public_block_are_found(pack: Pack, block: object) -> None:
    assert repeated(report_of(block), pack) == [SHARED]


def test_private_words_in_fields_headings_appendices_and_papers_are_found(pack: Pack) -> None:
    places = {
        "fields": {"subject": FieldValue(text=AGAIN)},
        "appendices": (Appendix(id="a1", number="1", title=AGAIN, status="public"),),
        "background_papers": (BackgroundPaper(title=AGAIN),),
        "repeats": {"committees": ({"name": FieldValue(text=AGAIN)},)},
    }
    for name, value in places.items():
        assert repeated(report_of().model_copy(update={name: value}), pack) == [SHARED], name
    headed = report_of()
    headed = headed.model_copy(
        update={"sections": (*headed.sections, Section(id="own-1", heading=AGAIN, blocks=(Paragraph(runs=text("x")),)))}
    )
    assert repeated(headed, pack) == [SHARED]


def test_the_place_is_where_the_words_are(pack: Pack) -> None:
    (problem,) = found(report_of(Paragraph(runs=text(AGAIN))), pack, "private-words-repeated")
    assert problem.place is not None
    assert AGAIN[problem.place.start : problem.place.end] == SHARED
    assert problem.severity == "error"
    assert not can_accept(problem)


def test_the_title_and_blocks_of_a_withheld_appendix_are_private(pack: Pack) -> None:
    inside = (Paragraph(runs=text("Nobody outside the room may know what this says.")),)
    withheld = Appendix(id="a1", number="2", title=SECRET, status="exempt", blocks=inside)
    said = make_report(
        {"background": (Paragraph(runs=text(AGAIN)), Paragraph(runs=text("nobody outside the room may know it")))}
    )
    assert repeated(said.model_copy(update={"appendices": (withheld,)}), pack) == [
        SHARED,
        "nobody outside the room may know",
    ]


def test_five_words_in_common_are_an_accident(pack: Pack) -> None:
    assert not repeated(
        report_of(Paragraph(runs=text("The officer was dismissed after lunch, and the audit went on."))), pack
    )


def test_words_of_the_pack_and_of_the_law_are_everybodys(pack: Pack) -> None:
    law = (
        "It is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972."
    )
    asked = "Does this need extra spending? asked"
    blocks: Blocks = (
        Paragraph(runs=text(law), private=True), Paragraph(runs=text(law)),
        Paragraph(runs=text(asked), private=True), Paragraph(runs=text("x Does this need extra spending? x")),
    )  # fmt: skip
    assert not repeated(report_of(*blocks), pack)


@pytest.mark.parametrize(
    ("link", "hit"),
    [
        (LINK, True),
        ("http://www.example.org/offers/harbour?id=7/", True),
        ("https://example.org/offers/harbour", False),
        ("https://example.org/", False),
    ],
)
def test_an_address_of_a_private_part_is_found_in_the_public_one(pack: Pack, link: str, hit: bool) -> None:
    assert bool(repeated(report_of(Paragraph(runs=text("see here", link))), pack)) is hit


def test_the_authors_own_address_is_no_secret(pack: Pack) -> None:
    address = Paragraph(runs=text("ask", "mailto:robin@example.org"), private=True)
    public = Paragraph(runs=text("write", "mailto:robin@example.org"))
    assert repeated(report_of(address, public), pack)
    known = {
        "public-status": FieldValue(text="Part exempt", value="Part exempt"),
        "subject": FieldValue(text="robin@example.org"),
    }
    assert not repeated(report_of(address, public).model_copy(update={"fields": known}), pack)


def test_one_file_of_two_appendices_of_which_one_is_withheld(pack: Pack) -> None:
    appendices = (
        Appendix(id="a1", number="1", title="Open", status="public", attachment="a.pdf"),
        Appendix(id="a2", number="2", title="Not", status="exempt", attachment="a.pdf"),
    )
    (problem,) = found(report_of(appendices=appendices), pack, "private-words-repeated")
    assert "has the same file as Appendix 2" in problem.message


class TestStatus:
    def test_a_public_report_with_private_parts_is_an_error_that_nobody_can_accept(self, pack: Pack) -> None:
        (problem,) = found(report_of(status="Public"), pack, "private-in-public-report")
        assert problem.place is not None
        assert problem.place.field == "public-status"
        assert not can_accept(problem)
        assert not found(report_of(), pack, "private-in-public-report")

    def test_a_public_report_with_a_non_public_appendix_is_normal(self, pack: Pack) -> None:
        report = make_report({"background": "One"}, {"public-status": "Public"})
        appendix = Appendix(
            id="a1", number="1", title="Costs", status="part-exempt", exempt_paragraphs=(3,),
            blocks=(Paragraph(runs=text("x"), private=True),),
        )  # fmt: skip
        report = report.model_copy(update={"appendices": (appendix,)})
        assert not found(report, pack, "private-in-public-report")

    def test_a_part_exempt_report_has_something_marked(self, pack: Pack) -> None:
        bare = make_report({"background": "One"}, {"public-status": "Part exempt"})
        assert found(bare, pack, "part-exempt-unmarked")
        assert not found(report_of(), pack, "part-exempt-unmarked")
        appendix = Appendix(id="a1", number="1", title="Costs", status="exempt", exempt_paragraphs=(3,))
        assert not found(bare.model_copy(update={"appendices": (appendix,)}), pack, "part-exempt-unmarked")


def test_the_rules_that_keep_words_in_are_locked() -> None:
    assert {rule.id for rule in rules() if rule.locked} == {"private-words-repeated", "private-in-public-report"}


class TestRuns:
    @pytest.mark.parametrize(
        "other",
        [
            "one two three four five six",
            "ONE, TWO; THREE – FOUR (five) “six”",
            "one\ntwo\n\nthree-four five\u00a0six",
            "o\u00adne t\u200bwo three four five six",
        ],
    )
    def test_capitals_punctuation_and_breaks_hide_nothing(self, other: str) -> None:
        runs = WordRuns(["x one two three four five six y"])
        (shared,) = runs.found_in(f"before {other} after")
        assert shared.words == other.rstrip("”").lstrip("“") or shared.words in other

    def test_apostrophes_and_letters_with_marks_are_the_same_however_they_are_written(self) -> None:
        runs = WordRuns(["the council’s café gave a naïve answer"])
        assert list(runs.found_in("the council's cafe\u0301 gave a nai\u0308ve answer"))

    @pytest.mark.parametrize(
        "other",
        [
            "the ﬁrm’s oﬀer of £1200 was ﬁrst",
            "THE FIRM'S OFFER OF £1,200 WAS FIRST",
            "the firm‘s offer of £1,200 was first",
            "the ﬁrmʼs of\u200efer of £1,\u2060200 was first",
            "the f\ufe0firm's off\u034fer,of £1,200 was\u00a0first",
            "\u202athe firm`s\u202c offer of £1200 was first",
        ],
    )
    def test_ligatures_unseen_characters_and_commas_in_figures_hide_nothing(self, other: str) -> None:
        assert list(WordRuns(["the firm's offer of £1,200 was first"]).found_in(other))

    def test_a_longer_stretch_is_found_as_one(self) -> None:
        runs = WordRuns([" ".join("abcdefghij")])
        assert [shared.words for shared in runs.found_in("x a b c d e f g h y")] == ["a b c d e f g h"]

    def test_two_stretches_are_two(self) -> None:
        runs = WordRuns(["a b c d e f"])
        assert len(list(runs.found_in("a b c d e f x a b c d e f"))) == 2

    def test_known_words_are_left_out(self) -> None:
        assert not WordRuns(
            ["information relating to the financial or business affairs of any particular person"], (), statutory_runs()
        )

    def test_the_runs_of_a_text(self) -> None:
        assert list(runs_of("a b c d e f g")) == [tuple("abcdef"), tuple("bcdefg")]


@pytest.mark.parametrize(
    ("link", "bare"),
    [
        ("https://www.Example.org/Plan/", "example.org/plan"),
        ("mailto:robin@example.org", "robin@example.org"),
        ("example.org/plan.", "example.org/plan"),
    ],
)
def test_an_address_is_the_same_however_it_is_written(link: str, bare: str) -> None:
    assert bare_address(link) == bare
