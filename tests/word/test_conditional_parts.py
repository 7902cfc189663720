"""Whatever of a template is left out, no hole stays: invented templates of every shape, with any answers."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from clerkwell.packs import outline
from clerkwell.word.writer import write_document
from helpers.conditional import Case, cases, reported
from helpers.docx_making import W, pack_of, parts_of
from helpers.shipped import IDS, kept, sample, shipped


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(w("t")))


@settings(
    max_examples=120,
    report_multiple_bugs=False,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(cases())
def test_nothing_that_is_left_out_leaves_a_hole(case: Case) -> None:
    whole, answers = case.whole, case.answers
    pack = pack_of(case.body, case.manifest)
    before = etree.fromstring(parts_of(pack.template)["word/document.xml"])
    assume(not touching_tables(before))
    written = write_document(reported(answers), pack, draft=not answers.final)
    after = etree.fromstring(parts_of(written)["word/document.xml"])
    assert text(after) == "".join(whole.said(answers))
    assert_no_empty_paragraphs(after)
    assert_tables_are_whole(after)
    assert not touching_tables(after)
    assert_pages_keep_their_size(before, after)
    empty = [each for each in after.iter(w("sdtContent")) if not len(each)]
    assert all(each.getparent().getparent().tag == w("p") for each in empty)  # type: ignore[union-attr]  # controls have both


def assert_no_empty_paragraphs(root: etree._Element) -> None:
    """But one that a cell or the body has to end with, that parts two tables, or that a draft's empty field is in."""
    for holder in root.iter(w("body"), w("tc")):
        blocks = [each for each in flat(holder) if each.tag in (w("p"), w("tbl"))]
        for index, block in enumerate(blocks):
            if block.tag != w("p") or text(block) or next(block.iter(w("sectPr"), w("drawing")), None) is not None:
                continue
            after_table = index > 0 and blocks[index - 1].tag == w("tbl")
            last = index + 1 == len(blocks)
            needed = after_table and (last or blocks[index + 1].tag == w("tbl"))
            alone = holder.tag == w("tc") and len(blocks) == 1
            assert needed or alone or holds_field(block), etree.tostring(holder)


def holds_field(block: etree._Element) -> bool:
    around = [*block.iter(w("sdt")), *block.iterancestors(w("sdt"))]
    tags = [each.find(f"{w('sdtPr')}/{w('tag')}") for each in around]
    return any(each is not None and each.get(w("val"), "").startswith("field:") for each in tags)


def flat(holder: etree._Element) -> list[etree._Element]:
    """What stands in a body or a cell, whatever controls are round it."""
    done: list[etree._Element] = []
    for each in holder:
        done += flat(each[-1]) if each.tag == w("sdt") else [each]
    return done


def assert_tables_are_whole(root: etree._Element) -> None:
    for grid in root.iter(w("tbl")):
        rows = [each for each in grid.iter(w("tr")) if next(each.iterancestors(w("tbl"))) is grid]
        assert rows
        assert any(each.find(f"{w('trPr')}/{w('tblHeader')}") is None for each in rows)
        for row in rows:
            assert len([each for each in row.iter(w("tc")) if next(each.iterancestors(w("tr"))) is row]) == 2
            assert text(row) or row.find(f".//{w('sdt')}") is not None


def touching_tables(root: etree._Element) -> bool:
    """Whether two tables stand one after the other: Word joins them."""
    tags = [[each.tag for each in flat(holder)] for holder in root.iter(w("body"), w("tc"))]
    return any(pair == (w("tbl"), w("tbl")) for each in tags for pair in pairwise(each))


def assert_pages_keep_their_size(before: etree._Element, after: etree._Element) -> None:
    """Each word of the template's own that is still there stands on the size of page that it stood on."""
    was, now = sizes(before), sizes(after)
    for word, size in now.items():
        if word.startswith("word"):
            assert was[word] == size, word


def sizes(root: etree._Element) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    waiting: list[str] = []
    for each in root.iter(w("p"), w("body")):
        if each.tag == w("p"):
            waiting += [word.text or "" for word in each.iter(w("t"))]
        section = each.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            found.update(dict.fromkeys(waiting, page_size(section)))
            waiting = []
    last = root.find(f"{w('body')}/{w('sectPr')}")
    assert last is not None
    return {**found, **dict.fromkeys(waiting, page_size(last))}


def page_size(section: etree._Element) -> str | None:
    size = section.find(w("pgSz"))
    return None if size is None else size.get(w("w"))


@pytest.mark.parametrize("pack_id", IDS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_shipped_pack_has_holes_whatever_a_report_leaves_out(pack_id: str, data: st.DataObject) -> None:
    pack = shipped(pack_id)
    whole = sample(pack)

    def some(names: Iterable[str]) -> set[str]:
        return {name for name in names if data.draw(st.booleans(), label=name)}

    fields, sections = some(whole.fields), some(section.id for section in whole.sections)
    repeats = {
        name: tuple({key: row[key] for key in some(row)} for row in rows[: data.draw(st.integers(0, len(rows)))])
        for name, rows in whole.repeats.items()
    }
    report = whole.model_copy(
        update={
            "fields": {name: whole.fields[name] for name in fields},
            "repeats": {name: rows for name, rows in repeats.items() if rows},
            "sections": tuple(each for each in whole.sections if each.id in sections),
            "appendices": whole.appendices[: data.draw(st.integers(0, 2))],
            "background_papers": whole.background_papers[: data.draw(st.integers(0, 2))],
        }
    )
    written = write_document(report, pack, draft=data.draw(st.booleans()), attachments=kept(pack))
    root = etree.fromstring(parts_of(written)["word/document.xml"])
    assert_no_empty_paragraphs(root)
    assert not touching_tables(root)
    for grid in root.iter(w("tbl")):
        rows = list(grid.iter(w("tr")))
        assert any(each.find(f"{w('trPr')}/{w('tblHeader')}") is None for each in rows)
        assert all(text(each) or each.find(f".//{w('sdt')}") is not None for each in rows)
    headings = [each for each in root.iter(w("p")) if "Implications" in text(each) and "Corporate" in text(each)]
    standing = {each.spec.group for each in outline(report, pack) if each.stands}
    group = pack.group("implications")
    if group is not None and group.printed and group.title.startswith("Corporate"):
        assert bool(headings) == ("implications" in standing)
