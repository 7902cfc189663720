"""Which list each numbered item is in, so that Word's own count comes to the model's."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clerkwell.model import ListItem, SubHeading, Text
from clerkwell.model.lists import marker, ordinals
from clerkwell.word.ooxml.numbering import Labels, Numbering
from clerkwell.word.writer.laid import ListPlace
from clerkwell.word.writer.lists import ListPlanner
from helpers.docx_making import W, numbering


def test_a_list_goes_on_while_the_count_does() -> None:
    planner = ListPlanner()
    first = planner.place(0, 1)
    assert planner.place(0, 2) == first
    assert planner.place(1, 1) == first
    assert planner.place(0, 3) == first


def test_a_count_that_begins_again_is_another_list() -> None:
    planner = ListPlanner()
    assert [planner.place(0, ordinal).number for ordinal in (1, 2, 1, 2, 7)] == [0, 0, 1, 1, 2]


def test_a_nested_count_without_an_item_above_it_is_a_list_of_its_own() -> None:
    planner = ListPlanner()
    assert planner.place(1, 1) == ListPlace(0, begun=1, start=1)
    assert planner.place(0, 1) == ListPlace(1, begun=0, start=1)


def test_lists_are_left_at_the_end_of_a_section() -> None:
    planner = ListPlanner()
    planner.place(0, 1)
    planner.leave()
    assert planner.place(0, 2) == ListPlace(1, begun=0, start=2)


items = st.builds(
    ListItem,
    runs=st.just((Text(text="x"),)),
    level=st.integers(0, 2),
    ordered=st.booleans(),
    start=st.one_of(st.none(), st.none(), st.integers(0, 9)),
)


@given(st.lists(st.one_of(items, items, items, st.just(SubHeading(runs=(Text(text="h"),)))), max_size=30).map(tuple))
def test_words_count_comes_to_the_models_for_every_order_of_items(blocks: tuple[ListItem | SubHeading, ...]) -> None:
    planner = ListPlanner()
    counted = ordinals(blocks)
    wanted: list[str] = []
    placed: list[tuple[ListPlace, int]] = []
    for index, block in enumerate(blocks):
        if isinstance(block, ListItem) and block.ordered:
            placed.append((planner.place(block.level, counted[index]), block.level))
            # Word has no letter for nothing.
            wanted.append(marker(block.level, counted[index]))
    nums = {
        place.number: f'<w:num w:numId="{place.number + 10}"><w:abstractNumId w:val="3"/>'
        f'<w:lvlOverride w:ilvl="{place.begun}"><w:startOverride w:val="{place.start}"/></w:lvlOverride></w:num>'
        for place, _ in placed
    }
    xml = f'<w:numbering xmlns:w="{W}">{numbering()}{"".join(nums.values())}</w:numbering>'
    labels = Labels(Numbering(etree.fromstring(xml)))
    told = [labels.next(str(place.number + 10), level) for place, level in placed]
    unlike = [(ours, words) for ours, words in zip(wanted, told, strict=True) if ours != words]
    assert all("(0)" in ours or ours.strip("()").isdecimal() for ours, _ in unlike)
