"""Pictures, links, and what another program drew."""

import pytest

from clerkwell.word.reader.document import Picture, Span
from helpers.docx_making import p, png, sdt
from helpers.wordprocessing import DGM, A, C, Relation, document, field, lines, only, picture, read, spans, t

INSIDE: dict[str, Relation] = {"pic": ("image", "media/view.png", False)}
FILES = {"word/media/view.png": png()}
LINKS: dict[str, Relation] = {"web": ("hyperlink", "https://example.org/", True)}


def test_a_picture_is_read_with_what_it_says() -> None:
    found = read(p(t("a") + picture() + picture()), relations=INSIDE, files=FILES)
    shown = Picture("view.png", "A view")
    assert only(found).spans == (Span("a"), Span(picture=shown), Span(picture=shown))
    assert found.pictures == {"view.png": png()}


def test_a_picture_that_tells_nothing_says_so() -> None:
    mark = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'
    found = read(p(picture(properties="", more=mark)), relations=INSIDE, files=FILES)
    assert only(found).spans == (Span(picture=Picture("view.png", "", decorative=True)),)


def test_pictures_of_one_name_in_two_folders_are_two() -> None:
    relations: dict[str, Relation] = {"a": ("image", "media/x.png", False), "b": ("image", "other/x.png", False)}
    files = {"word/media/x.png": b"a", "word/other/x.png": b"b"}
    found = read(p(picture("a") + picture("b")), relations=relations, files=files)
    assert found.pictures == {"x.png": b"a", "x-2.png": b"b"}


def test_a_picture_of_older_documents_is_read() -> None:
    old = '<w:r><w:pict><v:shape alt="Old view"><v:imagedata r:id="pic"/></v:shape></w:pict></w:r>'
    assert only(read(p(old), relations=INSIDE, files=FILES)).spans == (Span(picture=Picture("view.png", "Old view")),)


@pytest.mark.parametrize(
    ("relation", "unread"),
    [
        (("image", "https://example.org/track/view.png", True),
         "a picture that is not in the document but elsewhere (view.png) after “words”"),
        (("image", "media/gone.png", False), "a picture that is missing in the file after “words”"),
    ],
)  # fmt: skip
def test_a_picture_that_is_not_there_is_named_and_never_fetched(relation: Relation, unread: str) -> None:
    found = read(p(t("words") + picture(how="link" if relation[2] else "embed")), relations={"pic": relation})
    assert found.unread == (unread,)
    assert only(found).spans[1].picture == Picture("", "A view")


@pytest.mark.parametrize(
    ("inner", "link"),
    [
        ('<w:hyperlink r:id="web">{}</w:hyperlink>', "https://example.org/"),
        ('<w:hyperlink r:id="web" w:anchor="part">{}</w:hyperlink>', "https://example.org/#part"),
        ('<w:hyperlink w:anchor="here">{}</w:hyperlink>', "#here"),
        ('<w:hyperlink r:id="dangling">{}</w:hyperlink>', ""),
    ],
)
def test_links_lead_where_they_lead(inner: str, link: str) -> None:
    assert spans(inner.format(t("words")) + t(" after"), LINKS) == (
        (Span("words", link=link), Span(" after")) if link else (Span("words after"),)
    )


@pytest.mark.parametrize(
    ("code", "link"),
    [
        (' HYPERLINK "https://example.org/a b" ', "https://example.org/a b"),
        ('HYPERLINK "mailto:name@example.org" \\o "Write to us" ', "mailto:name@example.org"),
        ('HYPERLINK \\l "here"', "#here"),
        ('HYPERLINK "C:\\\\\\\\folder\\\\\\\\file.docx" \\l "x"', "C:\\\\folder\\\\file.docx#x"),
        ('hyperlink example.org \\t "_blank"', "example.org"),
    ],
)
def test_links_that_are_fields_lead_where_their_codes_say(code: str, link: str) -> None:
    assert spans(field(code, t("words"))) == (Span("words", link=link),)


def test_a_reference_to_a_bookmark_of_the_document_names_it() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_Ref7"/>'
    inner = mark + t("see ") + field("REF _Ref7 \\r \\h", t("8")) + field("REF _Gone \\h", t("9"))
    assert spans(inner) == (Span("see "), Span("8", target="_Ref7"), Span("9"))


def test_a_chart_is_named_with_its_words_and_its_place() -> None:
    chart = (
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Spending</a:t></a:r>'
        "</a:p></c:rich></c:tx></c:title><c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>Roads</c:v></c:pt></c:strCache>"
        "</c:strRef></c:tx><c:cat><c:v>2025</c:v></c:cat></c:ser></c:chart></c:chartSpace>"
    )
    inner = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="ch"/></a:graphicData></a:graphic>'
    found = read(
        p("Costs rose") + p(inner + "</wp:inline></w:drawing></w:r>"),
        relations={"ch": ("chart", "charts/chart1.xml", False)},
        files={"word/charts/chart1.xml": chart.encode()},
    )
    assert found.unread == ("a chart (Spending, Roads) after “Costs rose”",)


def test_the_words_of_a_diagram_are_read() -> None:
    data = (
        f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t>'
        "</dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Do</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    )
    drawing = '<a:graphic><a:graphicData><dgm:relIds r:dm="dm"/></a:graphicData></a:graphic>'
    inner = f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"
    found = read(
        p(t("x") + inner),
        relations={"dm": ("diagramData", "diagrams/data1.xml", False)},
        files={"word/diagrams/data1.xml": data.encode()},
    )
    assert lines(found.blocks) == ["x", "Plan", "Do"]
    assert found.unread == ("the drawing of a diagram after “x”",)


def test_an_embedded_file_is_named_and_its_picture_read() -> None:
    held = '<v:shape><v:imagedata r:id="pic"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/>'
    inner = f"<w:r><w:object>{held}</w:object></w:r>"
    found = read(p(inner), relations=INSIDE, files=FILES)
    assert found.unread == ("an embedded Excel workbook at the beginning",)
    assert only(found).spans == (Span(picture=Picture("view.png")),)


def test_words_along_a_line_are_read() -> None:
    inner = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    assert lines(read(p(t("a") + inner)).blocks) == ["a", "DRAFT"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"plain\r\n\r\nlines", ["plain", "lines"]),
        (b"<html><head><title>no</title></head><body><h2>Head</h2><p>One <b>two</b></p><ul><li>three</li></ul></body>",
         ["Head", "One two", "three"]),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><p>mail</p></html>", ["mail"]),
    ],
)  # fmt: skip
def test_files_that_a_document_takes_in_whole_are_read_in_their_place(data: bytes, shown: list[str]) -> None:
    body = p("before") + '<w:altChunk r:id="chunk"/>' + p("after")
    found = read(body, relations={"chunk": ("aFChunk", "chunk.bin", False)}, files={"word/chunk.bin": data})
    assert lines(found.blocks) == ["before", *shown, "after"]


def test_a_document_in_a_document_is_read_and_one_in_that_is_named() -> None:
    chunk: dict[str, Relation] = {"chunk": ("aFChunk", "chunk.docx", False)}
    inner = document(p(sdt("x", t("inner"))) + '<w:altChunk r:id="chunk"/>', relations=chunk)
    body = p("outer") + '<w:altChunk r:id="chunk"/>' + '<w:altChunk r:id="chunk"/>'
    found = read(body, relations=chunk, files={"word/chunk.docx": inner})
    assert lines(found.blocks) == ["outer", "inner"]
    assert found.controls == {}
    assert found.unread == (
        "a document inserted in an inserted document after “inner” in an inserted document",
        "a part of the document that is inserted again after “outer”",
    )
