"""Pins stay on their words, whatever happens round them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.model import (
    Appendix,
    Cell,
    FieldValue,
    Landscape,
    Paragraph,
    Place,
    ReplaceWords,
    Report,
    SetAppendices,
    SetBlocks,
    SetSections,
    Table,
    Text,
    apply,
)
from clerkwell.model.pins import stands, stretches, words_at
from helpers.building import make_report

REPORT = make_report(
    {"summary": "The park is worn out.\nThe park will be mended.\n- A bench", "options": "Do nothing."}
)


def place_of(report: Report, section: str, index: int, words: str) -> Place:
    each = list(stretches(report.blocks(section)))[index]
    start = each.text.index(words)
    return Place(section=section, block=each.block, path=each.path, start=start, end=start + len(words))


def test_a_pin_goes_along_with_its_words_in_their_block() -> None:
    place = place_of(REPORT, "summary", 1, "mended")
    after = apply(ReplaceWords(place=place.model_copy(update={"start": 0, "end": 3}), words="Next year the"), REPORT)
    found = stands(after, place, "mended")
    assert found is not None
    assert found.block == place.block
    assert words_at(after, found) == "mended"
    assert found != place


def test_of_two_same_words_in_a_block_the_nearer_one_is_meant() -> None:
    report = make_report({"summary": "park and park and park"})
    place = Place(section="summary", block=report.blocks("summary")[0].id, start=10, end=14)
    assert stands(report, place, "park") == place.model_copy(update={"start": 9, "end": 13})


def test_words_that_went_to_another_block_are_found_nearest_to_the_old_one() -> None:
    report = make_report({"summary": "old words\nfirst\npin here\nsecond\nold words"})
    ids = [each.id for each in report.blocks("summary")]
    place = Place(section="summary", block=ids[3], start=0, end=9)
    found = stands(report, place, "old words")
    assert found is not None
    assert found.block == ids[4]


def test_words_that_are_gone_have_no_place() -> None:
    place = place_of(REPORT, "summary", 0, "worn out")
    after = apply(ReplaceWords(place=place, words="fine"), REPORT)
    assert stands(after, place, "worn out") is None


def test_same_words_in_another_section_are_others() -> None:
    report = make_report({"summary": "gone", "options": "gone"})
    place = place_of(report, "summary", 0, "gone")
    after = apply(SetBlocks(section="summary", blocks=()), report)
    assert stands(after, place, "gone") is None


def test_a_block_that_went_to_another_section_takes_its_pins_along() -> None:
    place = place_of(REPORT, "summary", 0, "worn out")
    [first, *rest] = REPORT.blocks("summary")
    sections = tuple(
        each.model_copy(update={"blocks": tuple(rest) if each.id == "summary" else (*each.blocks, first)})
        for each in REPORT.sections
    )
    after = apply(SetSections(sections=sections), REPORT)
    assert stands(after, place, "worn out") == place.model_copy(update={"section": "options"})


def test_a_pin_without_words_stands_with_its_block() -> None:
    block = REPORT.blocks("summary")[1].id
    place = Place(section="summary", block=block)
    assert stands(REPORT, place) == place
    after = apply(SetBlocks(section="summary", blocks=REPORT.blocks("summary")[:1]), REPORT)
    assert stands(after, place) is None
    inside = Place(section="summary", block=block, start=4, end=4)
    assert stands(REPORT, inside) == inside
    shorter = apply(ReplaceWords(place=Place(section="summary", block=block, start=0, end=None), words="Two"), REPORT)
    assert stands(shorter, inside) == place


def test_a_pin_without_a_block_stands_with_its_part() -> None:
    assert stands(REPORT, Place(section="summary"), "Summary") == Place(section="summary")
    assert stands(REPORT, Place(section="legal")) is None
    assert stands(REPORT, Place()) == Place()
    appended = apply(SetAppendices(appendices=(Appendix(id="a1", number="1", title="Survey"),)), REPORT)
    assert stands(appended, Place(appendix="a1")) == Place(appendix="a1")
    assert stands(REPORT, Place(appendix="a1")) is None


def test_pins_in_tables_follow_their_words_from_cell_to_cell() -> None:
    def table(*rows: tuple[str, ...]) -> Table:
        return Table(
            id="t",
            caption="Costs of the park",
            rows=tuple(tuple(Cell(paragraphs=((Text(text=text),),)) for text in row) for row in rows),
        )

    before = make_report({"summary": (Landscape(blocks=(table(("Item", "Cost"), ("Swing", "£100")),)),)})
    place = Place(section="summary", block="t", path=(1, 1, 0), start=0, end=4)
    assert stands(before, place, "£100") == place
    after = make_report({"summary": (table(("Item", "Cost"), ("Slide", "£300"), ("Swing", "£100")),)})
    assert stands(after, place, "£100") == place.model_copy(update={"path": (2, 1, 0)})
    caption = Place(section="summary", block="t", start=9, end=17)
    assert stands(after, caption, "the park") == caption
    assert words_at(after, caption) == "the park"


def test_pins_in_fields_follow_their_words_from_row_to_row() -> None:
    rows = tuple({"name": FieldValue(text=text)} for text in ("Planning", "Parks and Gardens"))
    report = make_report({}, {"subject": "The park"}).model_copy(update={"repeats": {"committees": rows}})
    assert stands(report, Place(field="subject", start=0, end=4), "park") == Place(field="subject", start=4, end=8)
    found = stands(report, Place(field="committees.name", row=0, start=0, end=5), "Parks")
    assert found == Place(field="committees.name", row=1, start=0, end=5)
    assert words_at(report, found) == "Parks"
    assert stands(report, Place(field="committees.name", row=5)) is None
    assert stands(report, Place(field="wards")) == Place(field="wards")


WORDS = st.sampled_from(("park", "bench", "the", "worn out", "2026", "£100", ""))
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Report, Report, Place, str]:
    """A report, a place in it with its words, and the report after random edits that spare the place's own block."""
    lines = draw(st.lists(LINES, min_size=1, max_size=5))
    report = make_report({"summary": tuple(Paragraph(runs=(Text(text=each),)) for each in lines)})
    blocks = report.blocks("summary")
    index = draw(st.integers(0, len(blocks) - 1))
    text = list(stretches(blocks))[index].text
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    end = draw(st.integers(start, len(text)))
    place = Place(section="summary", block=blocks[index].id, start=start, end=end)
    others = [each for each in blocks if each is not blocks[index]]
    kept = [each for each in others if draw(st.booleans())]
    new = [Paragraph(runs=(Text(text=each),)) for each in draw(st.lists(LINES, max_size=4))]
    order = draw(st.permutations([blocks[index], *kept, *new]))
    return report, apply(SetBlocks(section="summary", blocks=tuple(order)), report), place, text[start:end]


@given(edited())
def test_edits_elsewhere_never_move_a_pin(case: tuple[Report, Report, Place, str]) -> None:
    _, after, place, quote = case
    assert stands(after, place, quote) == place


@given(edited(), st.integers(0, 30), st.integers(0, 9), WORDS)
@settings(max_examples=200)
def test_whatever_is_edited_a_pin_stands_on_its_own_words_or_nowhere(
    case: tuple[Report, Report, Place, str], at: int, length: int, words: str
) -> None:
    _, after, place, quote = case
    text = next(each.text for each in stretches(after.blocks("summary")) if each.block == place.block)
    start = min(at, len(text))
    spot = place.model_copy(update={"start": start, "end": min(start + length, len(text))})
    edited = apply(ReplaceWords(place=spot, words=words), after)
    found = stands(edited, place, quote)
    if not quote:
        assert found is not None
        assert found.block == place.block
        return
    texts = [each.text for each in stretches(edited.blocks("summary"))]
    if found is None:
        assert not any(quote in each for each in texts)
    else:
        assert words_at(edited, found) == quote
        own = next(each.text for each in stretches(edited.blocks("summary")) if each.block == place.block)
        assert (found.block == place.block) == (quote in own)
