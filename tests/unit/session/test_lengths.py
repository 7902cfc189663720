"""How long a report is, in words and pages."""

from clerkwell.model import Block, Cell, Image, Landscape, SetBlocks, Table, apply
from clerkwell.session.lengths import Length, Lengths, Pages, length_in_words
from helpers.building import blocks, make_report


def test_words_of_all_sections_are_counted() -> None:
    lengths = Lengths()
    report = make_report({"summary": "Three short words.", "background": "# Before\n- one two\nFour more words here."})
    assert lengths.of(report).words == 10
    assert lengths.of(apply(SetBlocks(section="summary", blocks=blocks("One.")), report)).words == 8
    assert lengths.of(report).words == 10


def test_an_empty_report_has_no_length_to_speak_of() -> None:
    assert length_in_words(a_length(0, 3)) == ""


def test_pages_are_guessed_until_they_have_been_made() -> None:
    assert length_in_words(a_length(1, 1)) == "about 1 page · 1 word"
    assert length_in_words(a_length(3450, 16)).endswith(" pages · 3,450 words")
    # As LibreOffice made it of so many words in the sixteen sections of City of London's pack.
    assert length_in_words(a_length(3024, 16)).startswith("about 8 pages")
    assert length_in_words(a_length(6048, 16)).startswith("about 14 pages")


def test_pages_that_were_made_are_told_for_certain_while_no_word_is_written() -> None:
    assert length_in_words(a_length(1200, 5), Pages(6, 1200)) == "6 pages · 1,200 words"
    assert length_in_words(a_length(1201, 5), Pages(6, 1200)) == "about 6 pages · 1,201 words"


def test_what_is_written_since_is_added_to_the_pages_that_were_made() -> None:
    few, many = (length_in_words(a_length(1000 + more, 5), Pages(6, 1000)) for more in (10, 4000))
    assert few.startswith("about 6 pages")
    assert int(many.split()[1]) in range(13, 19)
    assert length_in_words(a_length(1, 5), Pages(6, 4000)).startswith("about 1 page ")


def a_length(words: int, sections: int) -> Length:
    empty = make_report({f"s{number}": "" for number in range(sections)})
    return Length(words, Lengths().of(empty).room)


def test_pictures_tables_and_turned_pages_take_room() -> None:
    def room(block: Block) -> float:
        return Lengths().of(make_report({"summary": (block,)})).room

    bare = room(Table())
    assert (
        bare < room(Table(rows=((Cell(),),) * 10)) < room(Image(attachment="plan.png")) < room(Landscape()) < bare + 3
    )
