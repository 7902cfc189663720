"""What the end matter's pages change."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Appendix, Paragraph, apply
from clerkwell.ui.endmatter.listing import (
    next_id,
    next_number,
    other_words,
    renumbered,
    say_none,
    say_nothing,
    says_none,
    with_appendices,
)
from helpers.building import make_pack, make_report

PACK = make_pack()


def made(*numbers: str) -> tuple[Appendix, ...]:
    return tuple(Appendix(id=f"appendix-{at + 1}", number=number, title=f"t{at}") for at, number in enumerate(numbers))


def test_the_next_number_goes_on_in_the_way_of_the_last() -> None:
    assert next_number(()) == "1"
    assert next_number(made("1", "2")) == "3"
    assert next_number(made("A")) == "B"
    assert next_number(made("Annex one")) == "2"


@given(st.integers(1, 12), st.sampled_from(["1", "A"]), st.data())
def test_a_moved_appendix_is_numbered_by_its_new_place(count: int, first: str, data: st.DataObject) -> None:
    before = made(*(str(at + 1) if first == "1" else chr(ord("A") + at) for at in range(count)))
    after = data.draw(st.permutations(before))
    fresh = renumbered(after, before)
    assert [each.id for each in fresh] == [each.id for each in after]
    assert [each.number for each in fresh] == [each.number for each in before]


def test_numbers_of_ones_own_are_left_alone() -> None:
    odd = made("1", "1a", "7")
    assert renumbered(odd[::-1], odd) == odd[::-1]


def test_an_id_is_given_once() -> None:
    appendices = (*made("1"), Appendix(id="appendix-3", number="2"))
    assert next_id(appendices) not in {each.id for each in appendices}


def test_none_is_a_nil_answer_in_the_section() -> None:
    report = apply(say_none("appendices"), make_report(pack=PACK))
    (block,) = report.blocks("appendices")
    assert isinstance(block, Paragraph)
    assert block.nil
    assert says_none(report, "appendices")
    assert other_words(report, "appendices") == ""
    assert apply(say_nothing(report, "appendices"), report).section("appendices") is None


def test_none_makes_way_for_the_first_appendix() -> None:
    report = apply(say_none("appendices"), make_report(pack=PACK))
    report = apply(with_appendices(report, PACK, made("1")), report)
    assert report.appendices == made("1")
    assert not says_none(report, "appendices")


def test_words_besides_the_list_are_told() -> None:
    report = make_report({"appendices": "See the folder"}, pack=PACK)
    assert other_words(report, "appendices") == "See the folder"
    report = apply(with_appendices(report, PACK, made("1")), report)
    assert other_words(report, "appendices") == "See the folder"
