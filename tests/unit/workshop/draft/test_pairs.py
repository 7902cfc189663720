"""Questions that share a row of a table change places in the document too, where each has its own two cells."""

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from clerkwell.packs import Pack, load_folder
from clerkwell.system import templates_folder
from clerkwell.word.ooxml.names import TBL, TC, TR, VAL, w
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.template import TemplateLine, template_lines
from clerkwell.workshop import check_pack
from clerkwell.workshop.draft import with_template
from clerkwell.workshop.draft.fields import move_field, neighbour

# Two rows of two questions each, in the order of the form.
FOUR = ("spending", "spending-amount", "funding-source", "funding-agreed")
_SPAN = '<w:gridSpan w:val="2"/>'
_DOCUMENT = "word/document.xml"


@cache
def _paired(*, alone: bool = False) -> Pack:
    """The City's template with four of its rows as two of four cells; `alone`: the first keeps a row to itself."""
    pack = load_folder(templates_folder() / "city-of-london-2023")
    with zipfile.ZipFile(io.BytesIO(pack.template)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    root = etree.fromstring(files[_DOCUMENT])
    body, first = root[0], next(root.iter(TBL))
    rows = [_row(root, each) for each in FOUR]
    for each in rows:
        first.remove(each)
    columns = '<w:gridCol w:w="2300"/>' * 4
    inner = f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    between, table = pieces(f"<w:p/>{inner}")
    for some in [rows[:1], rows[1:2], rows[2:]] if alone else [rows[:2], rows[2:]]:
        cells = [cell for row in some for cell in row.iterchildren(TC)]
        for cell in cells:
            cell[0][:] = pieces(f'<w:tcW w:w="{9200 // len(cells)}" w:type="dxa"/>{"" if len(some) > 1 else _SPAN}')
        row = table.makeelement(TR, {})
        row.extend(cells)
        table.append(row)
    at = body.index(first) + 1
    body[at:at] = [between, table]
    files[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in files.items():
            target.writestr(name, data)
    return with_template(pack, made.getvalue())


def _row(root: etree._Element, field: str) -> etree._Element:
    tag = next(each for each in root.iter(w("tag")) if each.get(VAL) == f"field:{field}")
    return next(tag.iterancestors(TR))


def _lines(pack: Pack) -> list[TemplateLine]:
    return [line for line in template_lines(pack.template) if line.at.table == 2]


def _order(pack: Pack) -> list[str]:
    """The questions of the table in its order, each behind its own label."""
    lines = _lines(pack)
    found = []
    for label, answer in zip(lines[::2], lines[1::2], strict=True):
        (tag,) = answer.holds
        spec = pack.field(tag.partition(":")[2])
        assert spec is not None
        assert label.words in spec.labels
        found.append(spec.id)
    return found


def _asked(pack: Pack) -> list[str]:
    return [each.id for each in pack.manifest.field if each.id in FOUR]


@pytest.mark.parametrize("alone", [False, True])
@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FOUR), st.sampled_from((-1, 1))), min_size=1, max_size=6))
def test_however_they_are_moved_the_table_has_the_order_of_the_form(alone: bool, moves: list[tuple[str, int]]) -> None:
    pack = before = _paired(alone=alone)
    looks = [(line.style, line.at.row, line.at.cell) for line in _lines(pack)]
    for field, step in moves:
        if neighbour(pack.manifest, field, step) in FOUR:
            pack = move_field(pack, field, step)
    assert _order(pack) == _asked(pack)
    # The cells themselves stay: widths, looks, lines.
    assert [(line.style, line.at.row, line.at.cell) for line in _lines(pack)] == looks
    # What is told of the table quotes its words.
    assert [each.severity for each in check_pack(pack)] == [each.severity for each in check_pack(before)]


def test_a_step_and_a_step_back_leave_the_document_as_it_was() -> None:
    before = _paired()
    pack = move_field(move_field(before, "spending", 1), "spending", -1)
    assert pack.manifest == before.manifest
    assert template_lines(pack.template) == template_lines(before.template)


@pytest.mark.parametrize("field", ["public-status", "purpose"])
def test_where_a_cell_is_no_answers_alone_the_document_keeps_its_order(field: str) -> None:
    before = load_folder(templates_folder() / "city-of-london-2023")
    for step in (-1, 1):
        moved = move_field(before, field, step)
        assert moved.manifest != before.manifest
        assert moved.template == before.template
