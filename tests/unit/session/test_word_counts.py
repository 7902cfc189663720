"""Counting words as a word processor does."""

from clerkwell.model import Appendix, Cell, Landscape, Paragraph, Table, Text
from clerkwell.packs.manifest import WordLimits
from clerkwell.session.lengths import Lengths
from clerkwell.session.word_counts import Count, PartCount, count_blocks, count_parts, count_report, count_text
from helpers.building import make_pack, make_report

PACK = make_pack()
TABLE = Table(
    caption="Two words", rows=((Cell(paragraphs=((Text(text="one"),),)), Cell(paragraphs=((Text(text="two"),),))),)
)


def test_words_characters_and_paragraphs_are_counted() -> None:
    assert count_text("Parks are busy.\u2029\u2029At noon") == Count(words=5, letters=19, characters=22, paragraphs=2)
    assert count_text("") == Count()


def test_a_reference_or_a_footnote_mark_is_no_word() -> None:
    assert count_text("see \ufffc").words == 1


def test_tables_and_what_stands_on_a_landscape_page_count_once() -> None:
    count = count_blocks((Paragraph(runs=(Text(text="Three more words"),)), Landscape(blocks=(TABLE,))))
    assert (count.words, count.paragraphs) == (7, 3)


def test_the_report_is_counted_as_under_the_list_of_parts() -> None:
    report = make_report({"summary": "One two", "background": (TABLE, Landscape(blocks=(TABLE,)))}, pack=PACK)
    assert count_report(report).words == Lengths().of(report).words == 10


def test_every_part_with_words_or_advice_is_listed_and_appendices_last() -> None:
    report = make_report({"summary": "One two", "background": "Three"}, pack=PACK)
    own = Appendix(id="a", number="1", blocks=(Paragraph(runs=(Text(text="Own words"),)),))
    report = report.model_copy(update={"appendices": (own, Appendix(id="b", number="2", title="A file"))})
    listed = count_parts(report, PACK)
    assert [(part.title, part.count.words) for part in listed if part.count.words] == [
        ("Summary", 2), ("Background", 1), ("Appendix 1", 2),
    ]  # fmt: skip


def test_how_a_part_stands_against_its_advice_is_said() -> None:
    limits = WordLimits(least=5, most=1200)

    def told(words: int) -> str:
        return PartCount("a", "A", Count(words=words), limits).against

    assert [told(0), told(4), told(5), told(1200), told(2500)] == [
        "",
        "1 short",
        "Within it",
        "Within it",
        "1,300 over",
    ]
    assert PartCount("a", "A", Count(), limits).advice == "5 to 1,200"
    assert PartCount("a", "A", Count(words=3)).against == ""
