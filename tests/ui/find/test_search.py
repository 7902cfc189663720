"""Finding and replacing words through a report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Cell,
    FieldValue,
    Footnote,
    Image,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
    all_blocks,
    apply,
    plain,
    words,
)
from clerkwell.ui.find.replacing import replacements, replacing
from clerkwell.ui.find.search import Found, Options, PatternError, search
from helpers.building import make_pack, make_report

PACK = make_pack()


def found(report: Report, looked_for: str, **options: bool) -> list[str]:
    return [each.words for each in search(report, PACK, looked_for, Options(**options))]


def replaced(report: Report, looked_for: str, put_in: str, **options: bool) -> Report:
    chosen = Options(**options)
    finds = search(report, PACK, looked_for, chosen)
    put = replacements(finds, put_in, looked_for, chosen)
    return apply(replacing(report, PACK, list(zip(finds, put, strict=True))), report)


def test_every_kind_of_text_is_searched_in_the_order_of_the_document() -> None:
    table = Table(rows=((Cell(paragraphs=((Text(text="a word"),),)), Cell()),))
    report = make_report({"background": (table,), "summary": "Word one\n- word two"}, {"subject": "The word"}, PACK)
    report = report.model_copy(update={"appendices": (Appendix(id="a", number="1", title="Words"),)})
    places = [each.place for each in search(report, PACK, "word")]
    assert [(place.field or place.section or place.appendix) for place in places] == [
        "subject", "summary", "summary", "background", "a",
    ]  # fmt: skip
    assert places[3].path == (0, 0, 0)


def test_capitals_and_whole_words_count_where_they_are_asked_for() -> None:
    report = make_report({"summary": "Report reports reporting REPORT"}, pack=PACK)
    assert len(found(report, "report")) == 4
    assert found(report, "report", whole=True) == ["Report", "REPORT"]
    assert found(report, "report", case=True) == ["report", "report"]


def test_quotes_and_dashes_are_found_however_they_are_written() -> None:
    report = make_report({"summary": "The children’s plan – 2022"}, pack=PACK)
    assert found(report, "children's plan - 2022") == ["children’s plan – 2022"]


def test_a_pattern_finds_and_fills_in_its_groups() -> None:
    report = make_report({"summary": "on 7/12/2022 and 8/1/2023"}, pack=PACK)
    after = replaced(report, r"(\d+)/(\d+)/(\d+)", r"\3-\2-\1", pattern=True)
    assert words(after.blocks("summary")[0]) == "on 2022-12-7 and 2023-1-8"


def test_a_pattern_that_looks_round_is_replaced_too() -> None:
    report = make_report({"summary": "foobar foo"}, pack=PACK)
    assert words(replaced(report, r"foo(?=bar)", r"\g<0>X", pattern=True).blocks("summary")[0]) == "fooXbar foo"


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(", "the round bracket at character 1 is never closed"),
        ("ab)", "the “)” at character 3 closes nothing"),
        ("x[a", "the square bracket at character 2 is never closed"),
        ("*", "the “*” at character 1 has nothing before it to repeat"),
        ("a**", "the “*” at character 3 repeats what is repeated already"),
        ("a\\", "it ends with a “\\”"),
        (r"a\y", r"“\y” at character 2 has no meaning"),
        ("[b-a]", "the range “b-a” at character 2 runs backwards"),
        ("a{3,2}", "the smaller has to come first"),
        (r"(a)\2", "“\\2” at character 5 means a pair of round brackets that is not there"),
        ("(?<=a+)b", "must always be as many characters"),
        ("(?z)", "is not finished, or not known"),
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_what_is_wrong_with_a_pattern_is_said_in_plain_words(pattern: str, told: str, whole: bool) -> None:
    with pytest.raises(PatternError) as raised:
        search(make_report(pack=PACK), PACK, pattern, Options(pattern=True, whole=whole))
    assert told in str(raised.value)
    assert str(raised.value).startswith("The pattern cannot be read")


def furnished() -> Report:
    noted = Paragraph(runs=(Text(text="Old words"), Footnote(runs=(Text(text="An old note"),)), Text(text=" old")))
    cell = Cell(paragraphs=((Text(text="old "), Footnote(runs=(Text(text="old in a cell"),))),))
    blocks = (
        noted,
        Table(caption="Old table", rows=((cell, Cell()),)),
        Image(attachment="a.png", alt="An old map", caption="The old map"),
    )
    report = make_report({"summary": blocks}, {"subject": "old"}, PACK)
    sections = tuple(each.model_copy(update={"heading": "Old heading"}) for each in report.sections)
    papers = Section(id="background-papers")
    appendix = Appendix(id="a", number="1", title="Old", blocks=(noted.model_copy(update={"id": "ap1"}),))
    return report.model_copy(
        update={
            "sections": (*sections, papers),
            "appendices": (appendix,),
            "background_papers": (BackgroundPaper(title="Old plan"), BackgroundPaper(title="The old, old map")),
        }
    )


def test_nothing_is_left_of_words_that_are_replaced_everywhere_they_can_stand() -> None:
    report = furnished()
    where = [each.spot.slot for each in search(report, PACK, "old")]
    assert where == [
        "", "heading", "", "", "footnote", "caption", "", "footnote", "caption", "alt",
        "paper", "paper", "paper", "title", "", "", "footnote",
    ]  # fmt: skip
    after = replaced(report, "old", "NEW")
    assert search(after, PACK, "old") == ()
    assert [(each.spot, each.words) for each in search(after, PACK, "NEW", Options(case=True))] == [
        (each.spot, "NEW") for each in search(report, PACK, "old")
    ]
    assert "old" not in after.model_dump_json().casefold().replace("bold", "")


def test_only_the_finds_that_are_wanted_are_replaced() -> None:
    report = furnished()
    finds = search(report, PACK, "old")
    after = apply(replacing(report, PACK, [(each, "NEW") for each in finds[1::2]]), report)
    assert [each.spot for each in search(after, PACK, "old")] == [each.spot for each in finds[::2]]


def test_the_caret_goes_to_the_mark_of_a_footnote() -> None:
    note = next(each for each in search(furnished(), PACK, "note") if each.spot.slot == "footnote")
    assert (note.place.start, note.place.end) == (9, 10)


def test_a_group_that_is_not_there_is_said() -> None:
    report = make_report({"summary": "a"}, pack=PACK)
    with pytest.raises(PatternError, match=r"use “\\2”, and the pattern has no round brackets"):
        replaced(report, "a", r"\2", pattern=True)
    with pytest.raises(PatternError, match="name a group"):
        replaced(report, "a", r"\g<name>", pattern=True)


def test_a_pattern_that_fits_nothing_finds_nothing() -> None:
    assert found(make_report({"summary": "bbb"}, pack=PACK), "a*", pattern=True) == []


def test_a_replaced_field_is_understood_anew() -> None:
    report = make_report(fields={"purpose": "For Decision"}, pack=PACK)
    assert replaced(report, "Decision", "Information").field("purpose") == FieldValue(
        text="For Information", value="For Information"
    )


def test_a_replaced_title_of_an_appendix() -> None:
    report = make_report(pack=PACK).model_copy(update={"appendices": (Appendix(id="a", number="1", title="Old old"),)})
    assert replaced(report, "old", "New").appendices[0].title == "New New"


pieces = st.text(alphabet="ab ’'é😀", max_size=14)


@given(
    st.lists(pieces, max_size=4),
    pieces,
    st.text(alphabet="abX’ ", max_size=4),
    st.text(alphabet="ab'", min_size=1, max_size=3),
)
@settings(max_examples=150, deadline=None)
def test_replacing_all_is_what_replacing_in_each_text_is(
    paragraphs: list[str], subject: str, put_in: str, looked_for: str
) -> None:
    table = Table(rows=((Cell(paragraphs=((Text(text=subject or "x"), Text(text="a b", bold=True)),)), Cell()),))
    report = make_report({"summary": "\n".join(paragraphs), "background": (table,)}, {"subject": subject}, PACK)
    after = replaced(report, looked_for, put_in, case=True)

    def by_hand(text: str) -> str:
        folded, done, at = text.replace("’", "'"), "", 0
        while (start := folded.find(looked_for, at)) >= 0:
            done += text[at:start] + put_in
            at = start + len(looked_for)
        return done + text[at:]

    assert after.field("subject").text == by_hand(report.field("subject").text)
    before_blocks, after_blocks = list(all_blocks(report)), list(all_blocks(after))
    assert len(before_blocks) == len(after_blocks)
    for (_, old), (_, new) in zip(before_blocks, after_blocks, strict=True):
        if isinstance(old, Table) and isinstance(new, Table):
            assert plain(new.rows[0][0].paragraphs[0]) == by_hand(plain(old.rows[0][0].paragraphs[0]))
        else:
            assert words(new) == by_hand(words(old))


@given(pieces, st.text(alphabet="ab’ ", min_size=1, max_size=3))
def test_a_find_stands_where_it_says(text: str, looked_for: str) -> None:
    report = make_report(fields={"subject": text}, pack=PACK)
    finds: tuple[Found, ...] = search(report, PACK, looked_for)
    for each in finds:
        folded = each.words.replace("’", "'")
        assert folded.casefold() == looked_for.replace("’", "'").casefold()
        assert report.field("subject").text[each.place.start : each.place.end] == each.words
