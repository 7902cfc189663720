"""Word documents of any shape: no word is lost on the way in, and none is made up."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.intake import import_document
from clerkwell.word.reader.document import (
    ReadControl,
    Span,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)
from helpers.intake import packs, words_of
from helpers.word_accounts import counted, held_words

_KNOWN = (
    *("Summary", "Recommendations", "Financial implications", "Background Papers", "Appendices", "Subject: Trees"),
    *(
        "Appendix 1 – Plan",
        "N/A",
        "None.",
        "Members are asked to:",
        "Author:",
        "Date of meeting: 3 May 2024",
        "Table 1",
    ),
)
sayings = st.one_of(
    st.sampled_from(_KNOWN),
    st.lists(
        st.sampled_from(
            ("oak", "elm", "ash", "Birch", "lime,", "pear.", "yew:", "plum;", "12", "£4", "(a)", "2.1", "•", "é")
        ),
        min_size=1,
    ).map(" ".join),
)
notes = st.builds(lambda words: (WordParagraph(spans=(Span(text=words),)),), sayings)
spans = st.one_of(
    st.builds(
        Span,
        text=st.one_of(
            sayings.map(lambda words: f"{words} "), sayings.map(lambda words: f"{words}\n"), st.just("\t"), st.just(" ")
        ),
        bold=st.booleans(),
        italic=st.booleans(),
        link=st.sampled_from(("", "https://example.org/", "#there")),
        target=st.sampled_from(("", "", "", "mark")),
        controls=st.sampled_from(((), (), (1,))),
    ),
    st.builds(Span, note=notes),
)
labels = st.sampled_from(
    (
        *(("", ""), ("", ""), ("", ""), ("1.", "number"), ("7", "number"), ("2.1", "number"), ("(c)", "number")),
        *(("•", "bullet"), ("o", "bullet"), ("Article 4", "number"), ("B.", "number")),
    )
)


def paragraph(label: tuple[str, str], runs: list[Span], **more: object) -> WordParagraph:
    return WordParagraph(spans=tuple(runs), label=label[0], listed=label[1], **more)  # type: ignore[arg-type]  # drawn


paragraphs = st.builds(
    paragraph,
    labels,
    st.lists(spans, max_size=3),
    style=st.sampled_from(("Normal", "heading 1", "Title", "Quote", "toc 1", "caption")),
    heading=st.sampled_from((None, None, None, 1, 2, 3)),
    level=st.integers(0, 3),
    list_id=st.sampled_from(("", "1", "2")),
    indent=st.sampled_from((0, 720)),
    size=st.sampled_from((22, 22, 32)),
    strong=st.booleans(),
    bookmarks=st.sampled_from(((), ("mark",), ("there",))),
    box=st.booleans(),
    page=st.booleans(),
    landscape=st.booleans(),
    controls=st.sampled_from(((), (), (1,), (2,))),
)


def tables(inner: st.SearchStrategy[WordBlock]) -> st.SearchStrategy[WordBlock]:
    cells = st.builds(
        WordCell,
        blocks=st.lists(inner, max_size=3).map(tuple),
        across=st.sampled_from((1, 1, 2)),
        continues=st.sampled_from((False, False, True)),
    )
    rows = st.builds(WordRow, cells=st.lists(cells, max_size=3).map(tuple), header=st.booleans())
    return st.builds(WordTable, rows=st.lists(rows, max_size=4).map(tuple), landscape=st.booleans())


bodies = st.lists(st.recursive(paragraphs, tables, max_leaves=8), max_size=12).map(tuple)

_CONTROLS = {1: ReadControl(1, title="Report title"), 2: ReadControl(2, title="Wards", prompt=True)}
_REPORT = tuple(
    WordParagraph(spans=(Span(text=words),), strong=words == "Recommendations")
    for words in ("Report to: Parks Panel", "Subject: Limes", "Recommendations", "That the limes are kept.")
)


def shown(blocks: tuple[WordBlock, ...]) -> Iterator[str]:
    """The words of a document as it prints them."""
    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from shown(cell.blocks)
            continue
        yield block.label
        yield "".join(span.text if span.note is None else " " for span in block.spans)
        for span in block.spans:
            yield from shown(span.note or ())


@settings(max_examples=40, deadline=None)
@given(bodies, st.sampled_from(("generic-english-council", "city-of-london-2023", None)))
def test_every_word_is_in_the_report_the_tray_or_the_account(body: tuple[WordBlock, ...], pack_id: str | None) -> None:
    document = WordDocument(blocks=(*_REPORT, *body), controls=_CONTROLS)
    imported = import_document(document, packs(), pack_id)
    given_words = counted(shown(document.blocks))
    had = counted([*held_words(imported), *(each.words for each in imported.mapped)])
    # A place that holds no links has the address after the words.
    addresses = set(words_of("https://example.org/"))
    assert not given_words - had
    assert not {word for word in had - given_words if word not in addresses}
