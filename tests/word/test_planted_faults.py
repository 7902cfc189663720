"""Documents broken on purpose: the checks that every export goes through find each fault, or would be worth nothing."""

import re
from collections.abc import Callable
from functools import lru_cache

import pytest

from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.writer import write_document
from helpers.docx_making import docx, p, parts_of, zipped
from helpers.exports import FALSE_ALARMS, Export, Exports, audit_faults, features, quick_faults, sdk_faults
from helpers.shipped import shipped
from helpers.torture import PICTURES, torture

Change = Callable[[dict[str, bytes]], None]


@lru_cache(maxsize=1)
def whole() -> dict[str, bytes]:
    pack = shipped("city-of-london-2022")
    return parts_of(write_document(torture(pack), pack, draft=False, attachments=PICTURES))


def edited(pattern: str, replacement: str, part: str = "word/document.xml") -> Change:
    """The first place that this pattern finds, changed."""

    def change(parts: dict[str, bytes]) -> None:
        text, times = re.subn(pattern, replacement, parts[part].decode(), count=1, flags=re.DOTALL)
        assert times == 1, pattern
        parts[part] = text.encode()

    return change


def without(part: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        del parts[part]

    return change


STYLE = '<w:pPr><w:pStyle w:val="Heading2"/>'
PLANTED: dict[str, Change] = {
    "properties in another order": edited(STYLE, '<w:pPr><w:jc w:val="left"/><w:pStyle w:val="Heading2"/>'),
    "a value that is none": edited(STYLE, STYLE + '<w:jc w:val="middle"/>'),
    "an element that is none": edited("<w:body>", "<w:body><w:para/>"),
    "a relation that is not there": edited(r'(<w:hyperlink r:id=)"\w+"', r'\1"rId999"'),
    "a cell without a paragraph": edited(
        r"(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)(?:(?!</w:tc>).)*</w:tc>", r"\1</w:tc>"
    ),
    "a bookmark twice": edited(r"(<w:bookmarkStart [^>]*/>)", r"\1\1"),
    "a bookmark left open": edited(r"<w:bookmarkEnd [^>]*/>", ""),
    "a style that is not there": edited('w:val="Heading2"', 'w:val="NoSuchStyle"'),
    "a list that is not there": edited(STYLE, STYLE + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'),
    "a note that is not there": edited(r'<w:footnoteReference w:id="\d+"', '<w:footnoteReference w:id="999"'),
    "no styles": without("word/styles.xml"),
    "a picture that is gone": without("word/media/picture1.png"),
    "a content type that is none": edited("document.main", "documen.main", "[Content_Types].xml"),
    "XML cut short": edited("</w:body>", ""),
    "the page at the beginning": edited(
        r"<w:body>(.*)(<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>)</w:body>", r"<w:body>\2\1</w:body>"
    ),
    "a table without a grid": edited(r"<w:tblGrid>.*?</w:tblGrid>", ""),
    "two tables joined": edited(
        r"</w:tbl>", "</w:tbl><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    ),
    "a drawing twice": edited(r'(<wp:docPr id=)"\d+"', r'\1"3"'),
    "pages that turn in a cell": edited(
        r"(<w:tc><w:tcPr>.*?</w:tcPr><w:p><w:pPr>.*?)</w:pPr>", r"\1<w:sectPr/></w:pPr>"
    ),
}


def test_the_document_was_sound_before() -> None:
    data = zipped(whole())
    assert not quick_faults(data)
    assert not audit_faults(data)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    parts = dict(whole())
    PLANTED[fault](parts)
    data = zipped(parts)
    assert quick_faults(data) or audit_faults(data)


@pytest.mark.validator
def test_the_open_xml_sdk_finds_one_too() -> None:
    parts = dict(whole())
    PLANTED["a value that is none"](parts)
    [found] = sdk_faults([Export(zipped(parts), b"")])
    assert "middle" in found


@pytest.mark.pieces
def test_whatever_a_package_is_saved_as_is_looked_at_and_its_templates_faults_are_not_its_own() -> None:
    watched = Exports()
    parts = dict(whole())
    PLANTED["a style that is not there"](parts)
    sick = zipped(parts)
    with watched.watching():
        package = OpenPackage(docx(p("x")))
        package.touch("word/document.xml").clear()
        package.save()
        OpenPackage(sick).save()
    assert len(watched.fresh) == 2
    found = watched.settle()
    assert any("there is no body" in each for each in found)
    assert not any("NoSuchStyle" in each for each in found)


def test_the_fewest_documents_hold_all_that_the_others_hold() -> None:
    watched = Exports()
    template = docx(p("x"))
    for body in (p("x", "Normal"), p("x", "Normal") + "<w:tbl/>", "<w:tbl/>"):
        data = docx(body)
        watched.kept[body] = Export(data, template)
    assert [features(each.data) for each in watched.fewest()] == [features(docx(p("x", "Normal") + "<w:tbl/>"))]


def test_every_false_alarm_is_still_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    none = docx(p("x", "Normal", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'))
    believed = audit_faults(none)
    monkeypatch.setattr("helpers.exports.FALSE_ALARMS", ())
    audit_faults.cache_clear()
    said = audit_faults(none)
    audit_faults.cache_clear()
    assert len(set(said) - set(believed)) == len(FALSE_ALARMS) == 1
    assert all(alarm.why for alarm in FALSE_ALARMS)
