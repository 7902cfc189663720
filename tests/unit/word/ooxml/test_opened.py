"""A document opened: parts read when asked for, written back only when changed."""

import gc
import weakref

import pytest

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import HEADER, HEADER_TYPE, HYPERLINK
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.relations import Relations
from helpers.docx_making import docx, p, parts_of, zipped

# Parts of any make, to see what becomes of them.
pytestmark = pytest.mark.pieces


def test_reading_a_part_does_not_change_it() -> None:
    data = docx(p("x"), {"header1.xml": p("y")})
    package = OpenPackage(data)
    package.tree("word/header1.xml")
    assert parts_of(package.save()) == parts_of(data)


def test_only_what_was_touched_is_written_anew() -> None:
    data = docx(p("x"), {"header1.xml": p("y"), "footer1.xml": p("z")})
    package = OpenPackage(data)
    package.touch("word/header1.xml")
    before, after = parts_of(data), parts_of(package.save())
    assert [name for name in after if after[name] != before[name]] == ["word/header1.xml"]


def test_a_new_part_has_a_content_type_and_a_relation() -> None:
    package = OpenPackage(docx(p("x")))
    name = package.free_name("word/header{}.xml")
    package.add(name, b"<hdr/>", HEADER_TYPE)
    assert package.relations(package.main).add(HEADER, name) == "rId3"
    after = parts_of(package.save())
    assert f'PartName="/{name}" ContentType="{HEADER_TYPE}"'.encode() in after["[Content_Types].xml"]
    assert b'Target="header1.xml"' in after["word/_rels/document.xml.rels"]


def test_a_picture_brings_the_type_of_its_ending_once() -> None:
    package = OpenPackage(docx(p("x")))
    package.add("word/media/a.png", b"a", "image/png")
    package.add("word/media/b.png", b"b", "image/png")
    assert parts_of(package.save())["[Content_Types].xml"].count(b"image/png") == 1


def test_an_address_is_related_once_however_often_it_is_asked_for() -> None:
    relations = OpenPackage(docx(p("x"))).relations("word/document.xml")
    first = relations.add(HYPERLINK, "https://example.org/", external=True)
    assert relations.add(HYPERLINK, "https://example.org/", external=True) == first
    assert relations.add(HYPERLINK, "https://example.org/other", external=True) != first
    assert relations.to_bytes().count(b'TargetMode="External"') == 2


def test_a_target_that_is_named_twice_can_be_dropped_twice() -> None:
    package = OpenPackage(docx(p("x")))
    relations = package.relations(package.main)
    first = relations.add(HYPERLINK, "https://example.org", external=True)
    twice = relations.to_bytes().replace(
        f'Id="{first}"'.encode(), b'Id="again" Type="x" Target="y"/><Relationship Id="first"'
    )
    again = twice.replace(b'Type="x" Target="y"', f'Type="{HYPERLINK}" Target="https://example.org"'.encode())
    again = again.replace(b'example.org"/>', b'example.org" TargetMode="External"/>')
    read = Relations(package.main, again)
    assert [each.id for each in read if each.kind == HYPERLINK] == ["again", "first"]
    for each in list(read):
        read.drop(each.id)
    assert not list(read)


def test_a_part_that_goes_takes_its_relations_and_type_along() -> None:
    data = docx(p("x"), {"header1.xml": p("y")})
    package = OpenPackage(zipped({**parts_of(data), "word/_rels/header1.xml.rels": b"<Relationships/>"}))
    package.drop("word/header1.xml")
    after = parts_of(package.save())
    assert not [name for name in after if "header1" in name]
    assert b"header1" not in after["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("word/document.xml", b"<w:document"), "word/document.xml cannot be read"),
        (("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document type declaration"),
        (("_rels/.rels", b"<Relationships/>"), "does not say where its text is"),
        (
            ("word/document.xml", b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
            "Strict Open XML",
        ),
    ],
)
def test_an_unsound_document_is_refused_in_words(change: tuple[str, bytes], said: str) -> None:
    with pytest.raises(WordError, match=said):
        OpenPackage(zipped({**parts_of(docx(p("x"))), change[0]: change[1]}))


def test_a_document_goes_at_once_when_it_is_let_go_of() -> None:
    """A long report's trees are ten megabytes: they must not wait until somebody looks for garbage."""
    gc.disable()
    try:
        package = OpenPackage(docx(p("x")))
        package.relations(package.main)
        gone = weakref.ref(package)
        del package
        assert gone() is None
    finally:
        gc.enable()
