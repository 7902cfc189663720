"""What a draft that comes home is made out from: titles, numbers of lists, run-in headings, rows, words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.intake.homecoming.fields import unprinted
from clerkwell.intake.homecoming.flow import Line, Piece
from clerkwell.intake.homecoming.leads import without_lead
from clerkwell.intake.homecoming.marks import draft_of
from clerkwell.intake.homecoming.ordinals import with_starts
from clerkwell.intake.homecoming.printed import printed_by
from clerkwell.intake.homecoming.rowing import rows_home
from clerkwell.intake.homecoming.rows import typed_row
from clerkwell.intake.homecoming.tags import tags_of
from clerkwell.intake.homecoming.wordings import runs_home
from clerkwell.model import FieldValue, ListItem, Paragraph, Reference, Runs, SubHeading, Text
from clerkwell.model.lists import marker, ordinals
from clerkwell.packs.manifest import FieldSpec, SectionSpec
from clerkwell.word.reader.document import ReadControl, Span, WordDocument, WordParagraph
from helpers.shipped import shipped
from helpers.strategies import runs
from helpers.tabled import tabled_pack, template

PACK = shipped("city-of-london-2023")


def t(text: str, **look: object) -> Runs:
    """Words in one look."""
    return (Text.model_validate({"text": text, **look}),)


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Subject", "field:subject"),
        ("Committee: committee (2)", "field:committees.name"),
        ("Summary: text", "body:summary"),
        ("Committees: once for each (13)", "repeat:committees"),
        ("Appendix page: number (2)", "field:appendix-pages.number"),
        ("Somebody's own control", None),
        ("", None),
    ],
)
def test_a_control_without_its_tag_is_known_by_its_title(title: str, tag: str | None) -> None:
    document = WordDocument(controls={7: ReadControl(7, title=title)})
    assert tags_of(document, PACK).get(7) == tag


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("repeat:implications (financial)", "section:financial"),
        ("field:implications.issue (legal)", "heading:legal"),
        ("field:implications.text (legal)", "body:legal"),
        ("field:implications.sign-off (legal)", "field:legal-sign-off"),
    ],
)
def test_a_row_that_was_made_for_one_section_is_known_by_its_title(title: str, tag: str) -> None:
    pack = tabled_pack(template(short=True))
    assert tags_of(WordDocument(controls={1: ReadControl(1, title=title)}), pack) == {1: tag}


def test_a_section_of_the_reports_own_is_known_by_its_title() -> None:
    pack = shipped("generic-english-council")
    document = WordDocument(controls={1: ReadControl(1, title="Section of the report's own: text (own-3)")})
    assert tags_of(document, pack) == {1: "body:own-3"}


def test_a_control_with_a_tag_that_names_no_place_is_none() -> None:
    assert tags_of(WordDocument(controls={1: ReadControl(1, tag="ref:x", title="Subject")}), PACK) == {}


def test_a_draft_says_its_pack_digest_and_sections() -> None:
    said = {
        "Clerkwell pack": PACK.id,
        "Clerkwell pack version": "1.1.0",
        "Clerkwell draft": "abc",
        "Clerkwell sections": "legal, risk",
    }
    mark = draft_of(WordDocument(properties=said))
    assert mark is not None
    assert (mark.pack, mark.version, mark.digest, mark.sections) == (PACK.id, "1.1.0", "abc", ("legal", "risk"))
    assert draft_of(WordDocument(properties={"Clerkwell pack": PACK.id})) is None
    assert draft_of(WordDocument(controls={1: ReadControl(1)})) is None


_ITEMS = st.builds(
    ListItem,
    runs=st.just(t("x")),
    level=st.integers(0, 2),
    ordered=st.booleans(),
    start=st.one_of(st.none(), st.integers(1, 30)),
)


@given(st.lists(st.one_of(_ITEMS, st.just(Paragraph(runs=t("y"))), st.just(SubHeading(runs=t("z")))), max_size=12))
def test_the_numbers_that_are_printed_tell_where_lists_begin_again(blocks: list[ListItem | Paragraph]) -> None:
    counted = ordinals(tuple(blocks))
    labels = [
        marker(block.level, counted[at]) if isinstance(block, ListItem) and at in counted else ""
        for at, block in enumerate(blocks)
    ]
    bare = [block.model_copy(update={"start": None}) if isinstance(block, ListItem) else block for block in blocks]
    told = with_starts(bare, labels)
    # Letters come twice as numbers of either kind ("(i)", "(v)"); which is meant is told by the level.
    assert ordinals(tuple(told)) == counted


@pytest.mark.parametrize(
    ("words", "heading", "rest"),
    [
        ("Financial implications – It costs £5.", "Financial implications", "It costs £5."),
        ("FINANCIAL IMPLICATIONS: It costs £5.", "FINANCIAL IMPLICATIONS", "It costs £5."),
        ("Money – It costs £5.", "Money", "It costs £5."),
        ("Financial implications", "Financial implications", None),
        ("It costs £5. That – at most.", None, "It costs £5. That – at most."),
    ],
)
def test_a_run_in_heading_is_taken_off(words: str, heading: str | None, rest: str | None) -> None:
    spec = SectionSpec(id="financial", title="Financial implications", heading="run-in")
    line = Line(WordParagraph(), (), (Piece(Span(text=words)),))
    found, left, alone = without_lead([(line, 0)], spec, "")
    assert found == heading
    assert [each.words for each, _ in left] == ([] if rest is None else [rest])
    assert alone == (rest is None)


def test_a_row_typed_without_places_is_read_by_the_form_of_its_row() -> None:
    form = printed_by(PACK).rows["committees"]
    assert typed_row([(0, "Parks Committee – For Decision")], form, PACK) == {
        "name": "Parks Committee",
        "purpose": "For Decision",
    }
    assert typed_row([(0, "Parks Committee")], form, PACK) == {"name": "Parks Committee"}
    listed = printed_by(PACK).rows["appendices"]
    assert typed_row([(0, "Appendix 3 – New plan")], listed, PACK) == {"number": "3", "title": "New plan"}


def test_what_a_pack_prints_with_a_field_is_no_part_of_it() -> None:
    spec = FieldSpec(id="x", title="X", prefix=" – ", suffix=" (member)")
    assert unprinted(spec, " – For Decision (member)") == "For Decision"
    assert unprinted(None, " – as it is") == " – as it is"


def test_rows_keep_what_is_known_of_them_here() -> None:
    value = FieldValue(text="23/01/2023", value="2023-01-23")
    base = ({"name": FieldValue(text="A", value="A"), "date": value}, {"name": FieldValue(text="B", value="B")})
    sent = [{"name": "A"}, {"name": "B"}]
    came = [{"name": "B"}, {"name": "C"}, {"name": "A"}]
    rows = rows_home(base, sent, came, lambda _, text: FieldValue(text=text, value=text))
    assert rows == (base[1], {"name": FieldValue(text="C", value="C")}, base[0])


@given(base=runs, sent=runs)
def test_words_that_say_what_was_sent_are_the_words_kept_here(base: Runs, sent: Runs) -> None:
    assert runs_home(base, sent, sent) == base


@given(base=runs, came=runs)
def test_words_that_were_sent_as_they_are_kept_are_those_that_came(base: Runs, came: Runs) -> None:
    assert runs_home(base, base, came) == came


def test_a_reference_that_the_draft_had_as_words_stays_alive_beside_changed_words() -> None:
    reference = Reference(to="section", target="gone")
    base: Runs = (Text(text="See "), reference, Text(text=" for costs."))
    sent, came = t("See [missing reference] for costs."), t("See [missing reference] for all costs.")
    assert runs_home(base, sent, came) == (Text(text="See "), reference, Text(text=" for all costs."))
