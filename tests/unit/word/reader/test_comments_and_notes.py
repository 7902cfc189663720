"""Comments, footnotes and endnotes."""

from datetime import UTC, datetime

from clerkwell.word.reader.document import Comment, Span, WordParagraph
from helpers.docx_making import p
from helpers.wordprocessing import W15, only, paragraphs, read, t

EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def comment(number: int, words: str, who: str = "Ann", paragraph: str = "") -> str:
    body = p(t(words)).replace("<w:p>", f'<w:p w14:paraId="{paragraph}">')
    return f'<w:comment w:id="{number}" w:author="{who}" w:date="2026-03-01T10:00:00Z">{body}</w:comment>'


def begins(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def ends(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def called(kind: str, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="2" {more}/></w:r>'


def test_a_comment_is_pinned_to_the_words_in_its_range() -> None:
    found = read(
        p(t("a ") + begins(0) + t("b ") + begins(1) + t("c") + ends(0) + t(" d") + ends(1)),
        parts={"comments.xml": comment(0, "First?") + comment(1, "Second.", "Bob")},
    )
    assert only(found).spans == (
        Span("a "),
        Span("b ", comments=("0",)),
        Span("c", comments=("0", "1")),
        Span(" d", comments=("1",)),
    )
    when = datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert found.comments == (Comment("0", "First?", "Ann", when), Comment("1", "Second.", "Bob", when))


def test_a_range_may_go_over_paragraphs() -> None:
    found = read(p(begins(0) + t("a")) + p(t("b") + ends(0)) + p(t("c")), parts={"comments.xml": comment(0, "x")})
    assert [each.spans[0].comments for each in paragraphs(found.blocks)] == [("0",), ("0",), ()]


def test_a_comment_without_a_range_is_pinned_to_what_stands_before_it() -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    assert only(read(p(t("a") + mark + t("b")))).spans == (Span("a", comments=("0",)), Span("b"))
    assert only(read(p(mark + t("b")))).spans == (Span(comments=("0",)), Span("b"))


def test_answers_name_what_they_answer_and_whether_it_is_done() -> None:
    extended = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="AA" w15:done="1"/>'
        '<w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/></w15:commentsEx>'
    )
    found = read(
        p(begins(0) + t("a") + ends(0)),
        parts={"comments.xml": comment(0, "Why?", paragraph="AA") + comment(1, "Because.", "Bob", "BB")},
        relations={"ext": (EXTENDED, "commentsExtended.xml", False)},
        files={"word/commentsExtended.xml": extended.encode()},
    )
    assert [(each.id, each.parent, each.done) for each in found.comments] == [("0", "", True), ("1", "0", False)]


def test_notes_stand_where_they_are_called_for_with_their_looks() -> None:
    note = p(
        "<w:r><w:footnoteRef/></w:r>" + t(" See ") + t("all", "<w:i/>") + '<w:hyperlink r:id="x">' + t("x")
        + "</w:hyperlink>"
    )  # fmt: skip
    separator = f'<w:footnote w:id="0" w:type="separator">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
    found = read(
        p(t("a") + called("footnote") + t("b")),
        parts={"footnotes.xml": separator + f'<w:footnote w:id="2">{note}</w:footnote>'},
    )
    first, mark, last = only(found).spans
    assert (first, last) == (Span("a"), Span("b"))
    assert mark.note == (WordParagraph((Span("See "), Span("all", italic=True), Span("x")), "Normal", size=20),)


def test_endnotes_are_notes_too() -> None:
    found = read(p(called("endnote")), parts={"endnotes.xml": f'<w:endnote w:id="2">{p("end")}</w:endnote>'})
    [mark] = only(found).spans
    assert mark.note is not None
    assert [each.text for each in mark.note] == ["end"]


def test_a_mark_of_somebodys_own_is_not_read_beside_its_note() -> None:
    inner = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>' + t("b")
    found = read(p(inner), parts={"footnotes.xml": f'<w:footnote w:id="2">{p("n")}</w:footnote>'})
    assert [(each.text, each.note is not None) for each in only(found).spans] == [("", True), ("b", False)]


def test_a_note_that_is_missing_is_named() -> None:
    found = read(p(t("some words") + called("footnote")))
    assert found.unread == ("a footnote that is missing in the file after “some words”",)
    assert only(found).spans == (Span("some words"),)


def test_a_note_that_calls_for_itself_is_read_once() -> None:
    note = f'<w:footnote w:id="2">{p(t("n") + called("footnote"))}</w:footnote>'
    found = read(p(called("footnote")), parts={"footnotes.xml": note})
    [mark] = only(found).spans
    assert mark.note is not None
    assert [each.text for each in mark.note] == ["n"]
