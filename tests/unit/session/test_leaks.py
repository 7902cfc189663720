"""The last search before a public set is written finds what no rule can see: private words in files."""

import io
import zipfile
from pathlib import Path

import pytest

from clerkwell.model import Paragraph, Report, SetBlocks, Text, apply
from clerkwell.packs import Pack
from helpers.planting import jpeg, open_docx, package, png
from helpers.shipped import shipped
from helpers.two_sets import SECRET, Export, exporter, names, part_exempt, refused, with_appendix

PATH = "word/document.xml"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped("city-of-london-2023")


@pytest.fixture
def report(pack: Pack) -> Report:
    return part_exempt(pack)


@pytest.fixture
def export(pack: Pack, tmp_path: Path) -> Export:
    return exporter(pack, tmp_path / "sets")


def pdf(page: str, title: str, link: str) -> bytes:
    """A PDF of one page, with a link and properties."""
    text = f"BT /F1 9 Tf 20 700 Td ({page}) Tj ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({link})>>>>".encode(),
        f"<</Title({title})/Author(Sam Example)>>".encode(),
    )
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    end = b"xref\n0 8\n0000000000 65535 f \n%btrailer<</Size 8/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF"
    return data + end % (table, len(data))


def test_private_words_in_a_public_appendix(export: Export, report: Report, tmp_path: Path) -> None:
    public = with_appendix(report, status="public", attachment="open.docx")
    (said,) = refused(export, public, {"open.docx": open_docx(f"They said that {SECRET}")})
    assert "Appendix 7 - A paper.docx has words in its text" in said
    assert "“The officer was dismissed" in said
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("part", "where"),
    [("word/comments.xml", "in its comments"), ("word/header1.xml", "in its header"),
     ("docProps/core.xml", "in its properties"), ("customXml/item1.xml", "in the data behind its text")],
)  # fmt: skip
def test_private_words_anywhere_in_it(export: Export, report: Report, part: str, where: str) -> None:
    halves = SECRET.split(" dismissed ")
    words = f"<t>{halves[0]} </t><t>dismissed {halves[1]}</t>"
    roots = {"word/comments.xml": "comments", "word/header1.xml": "hdr"}
    root = roots.get(part, "any")
    data = package({PATH: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
                    part: f"<{root}>{words}</{root}>"})  # fmt: skip
    public = with_appendix(report, status="public", attachment="open.docx")
    (said,) = refused(export, public, {"open.docx": data})
    assert where in said


def test_words_of_a_private_file(export: Export, report: Report) -> None:
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.docx")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    words = "Nobody outside the room may know what was offered"
    (said,) = refused(export, both, {"offer.docx": open_docx(words), "open.docx": open_docx(f"x {words} y")})
    assert words in said


def test_the_private_file_itself_under_another_name_and_inside_another(export: Export, report: Report) -> None:
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="face.png")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="copy.png")
    face = png("x")
    assert "is the file face.png" in refused(export, both, {"face.png": face, "copy.png": face})[0]
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as archive:
        archive.writestr("a/picture.png", face)
    assert "has face.png inside it" in refused(export, both, {"face.png": face, "copy.png": inside.getvalue()})[0]


def test_the_name_of_a_private_file_and_an_address(export: Export, report: Report) -> None:
    link = "https://example.org/offers/7"
    both = with_appendix(
        report, status="exempt", exempt_paragraphs=(3,), attachment="Offer of Ms Example.jpeg", link=link
    )
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    said = refused(
        export,
        both,
        {"Offer of Ms Example.jpeg": jpeg("x"), "open.docx": open_docx(f"See {link}, offer of ms example.JPEG")},
    )
    assert any("names a file" in each for each in said)
    assert any("has an address" in each for each in said)


def test_text_files_in_any_encoding(export: Export, report: Report) -> None:
    public = with_appendix(report, status="public", attachment="open.txt")
    for encoding in ("utf-8", "utf-16", "cp1252"):
        assert refused(export, public, {"open.txt": f"They said: {SECRET}".encode(encoding)}), encoding


def test_old_word_documents_and_spreadsheets(export: Export, report: Report) -> None:
    public = with_appendix(report, status="public", attachment="open.doc")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(505) + SECRET.encode("utf-16-le") + bytes(99)
    assert refused(export, public, {"open.doc": old})
    assert refused(export, public, {"open.doc": old[:512] + SECRET.encode("cp1252") + bytes(99)})
    public = with_appendix(report, status="public", attachment="open.xlsx")
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        first, rest = SECRET[:11], SECRET[11:]
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><r><t>{first}</t></r><r><t>{rest}</t></r></si></sst>")
    assert refused(export, public, {"open.xlsx": book.getvalue()})


@pytest.mark.parametrize("where", ["page", "title", "link"])
def test_pdfs(export: Export, report: Report, where: str) -> None:
    link = "https://example.org/offers/7"
    said = pdf(page=SECRET if where == "page" else "Open", title=SECRET if where == "title" else "Open",
               link=link if where == "link" else "https://example.org/")  # fmt: skip
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), link=link)
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.pdf")
    assert refused(export, both, {"open.pdf": said})
    assert export(both, {"open.pdf": pdf("Open", "Open", "https://example.org/")}).public


def test_words_of_a_private_pdf(export: Export, report: Report) -> None:
    words = "Nobody outside the room may know what was offered"
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.pdf")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    files = {"offer.pdf": pdf(words, "x", "https://example.org/"), "open.docx": open_docx(f"x {words} y")}
    assert refused(export, both, files)


def test_the_author_of_a_pdf_is_named(export: Export, report: Report) -> None:
    public = with_appendix(report, status="public", attachment="open.pdf")
    made = export(public, {"open.pdf": pdf("Open", "Open", "https://example.org/")})
    assert any("names its author (Sam Example)" in said for said in made.found)


def test_the_offices_own_address_in_every_footer_is_no_leak(export: Export, report: Report) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    address = "Example Council, Town Hall, High Street, Exampletown, EX1 1EX"
    letter = {"word/header1.xml": f'<w:hdr xmlns:w="{w}"><w:p><w:r><w:t>{address}</w:t></w:r></w:p></w:hdr>'}

    def paper(words: str) -> bytes:
        body = f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
        return package({PATH: body, **letter})

    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.docx")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    assert export(both, {"offer.docx": paper("The offer"), "open.docx": paper("The plan")}).public
    assert refused(export, both, {"offer.docx": paper("The offer"), "open.docx": open_docx(address)})


def test_a_public_file_that_cannot_be_searched_is_named(export: Export, report: Report) -> None:
    public = with_appendix(report, status="public", attachment="open.docx")
    made = export(public, {"open.docx": b"PK\x03\x04 broken off"})
    assert any("was not searched" in said for said in made.found)


def test_a_short_title_of_a_withheld_appendix_is_mentioned(export: Export, report: Report) -> None:
    withheld = with_appendix(report, status="exempt", exempt_paragraphs=(3,), title="Bidder Seven")
    again = (*withheld.blocks("conclusion"), Paragraph(runs=(Text(text="We thank Bidder Seven."),)))
    made = export(apply(SetBlocks(section="conclusion", blocks=again), withheld))
    assert any("“Bidder Seven”" in said for said in made.found)


def test_of_a_redacted_copy_of_a_withheld_paper_not_every_stretch_is_listed(export: Export, report: Report) -> None:
    told = [f"number{n} is what was said of bidder{n} in all{n}" for n in range(30)]
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.docx")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    redacted = " [redacted] ".join(told)
    said = refused(export, both, {"offer.docx": open_docx(" and ".join(told)), "open.docx": open_docx(redacted)})
    assert len(said) == 6
    assert "has 25 more stretches" in said[-1]
    assert "redacted copy" in said[-1]


def test_short_private_words_in_a_public_file_are_mentioned(export: Export, report: Report) -> None:
    private = Paragraph(runs=(Text(text="Smith Ltd offered £1.2m."),), private=True)
    blocks = (*report.blocks("current-position"), private)
    again = (*report.blocks("conclusion"), Paragraph(runs=(Text(text="Smith Ltd is a firm. It has £1,200,000."),)))
    report = apply(SetBlocks(section="current-position", blocks=blocks), report)
    made = export(apply(SetBlocks(section="conclusion", blocks=again), report))
    (told,) = (said for said in made.found if "also stand in what is not for publication" in said)
    assert "“smith ltd”" in told
    assert "“£1,200,000”" in told


def test_a_private_name_in_a_public_appendix_is_mentioned(export: Export, report: Report) -> None:
    private = Paragraph(runs=(Text(text="Smith Ltd offered most."),), private=True)
    report = apply(SetBlocks(section="current-position", blocks=(*report.blocks("current-position"), private)), report)
    public = with_appendix(report, status="public", attachment="open.docx")
    made = export(public, {"open.docx": open_docx("The plan of Smith Ltd")})
    assert any(said.startswith("Appendix 7") and "“smith ltd”" in said for said in made.found)
