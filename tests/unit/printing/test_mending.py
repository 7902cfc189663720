"""Mending LibreOffice's PDFs: what is put right, and that nothing else is touched."""

import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.printing import PrintingError
from clerkwell.printing.mending import mended
from clerkwell.printing.pdf import page_count
from clerkwell.word.typeset import ORNAMENT
from helpers.pdfs import make_pdf

# A page as LibreOffice 7.4 draws one: text with a tag, and a line beside it without.
DRAWN = (
    b"0.1 w\n/P<</MCID 0>>BDC\nq 0 0 0 rg\nBT\n72 700 Td\n(words) Tj\nET\nQ\nEMC\n0.5 0.5 0.5 RG\n"
    b"q 2.25 w 0 J 1 j\n116 471 m\n116 499 l S\nQ\n/P<</MCID 1>>BDC\nq 1 w 0 J 1 j\n1 1 m\n2 2 l S\nQ\nEMC\nQ "
)


def tagged(*, more: bytes = b"") -> bytes:
    """A small PDF, written as LibreOffice 7.4 writes a page with a note and a link back from it."""
    packed = zlib.compress(DRAWN)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R\n/StructTreeRoot 5 0 R\n/MarkInfo<</Marked true>>>>",
        b"<</Type/Pages/Kids[3 0 R ]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[\n9 0 R 10 0 R ]\n/Tabs(S)\n/StructParents 0\n"
        b"/Contents 4 0 R>>",
        b"<</Length 12 0 R/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream",
        b"<</Type/StructTreeRoot\n/ParentTree 11 0 R\n/RoleMap<</Quote/P\n/List#20Bullet/P\n/caption/P\n>>\n"
        b"/K[6 0 R ]\n>>",
        b"<</Type/StructElem\n/S/Document\n/P 5 0 R\n/Pg 3 0 R\n/K[7 0 R ]\n>>",
        b"<</Type/StructElem\n/S/Note\n/P 6 0 R\n/Pg 3 0 R\n/K[8 0 R ]\n>>",
        b"<</Type/StructElem\n/S/Footnote\n/P 7 0 R\n/Pg 3 0 R\n/K[0 ]\n>>",
        b"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[71 71 75 85]/Dest[3 0 R/XYZ 347 659 0]>>",
        b"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[347 644 351 659]/Dest[3 0 R/XYZ 75 85 0]/StructParent 1>>",
        b"<</Nums[\n0 [ 8 0 R ]\n1 6 0 R\n]>>",
        b"%d" % len(packed),
    ]
    out, places = b"%PDF-1.6\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root 1 0 R\n%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, start)


def test_what_was_there_stays_byte_for_byte_before_what_is_added() -> None:
    before = tagged()
    after = mended(before)

    assert after.startswith(before)
    assert len(after) > len(before)
    assert page_count(after) == 1


def test_tab_order_roles_and_notes_are_put_right() -> None:
    added = mended(tagged())[len(tagged()) :]

    assert b"/Tabs/S\n" in added
    assert b"/RoleMap<<\n/List#20Bullet/P\n/caption/P\n>>" in added
    assert b"/ID(note-1)" in added
    assert b"/IDTree<</Names[(note-1) 7 0 R]>>" in added


def test_the_link_from_a_note_gets_a_tag_of_its_own() -> None:
    added = mended(tagged())[len(tagged()) :]

    assert b"/K[<</Type/OBJR/Obj 9 0 R/Pg 3 0 R>>]" in added
    assert b"/K[13 0 R 8 0 R ]" in added
    # Its number in the tree of parents is the one it names itself.
    assert b"/StructParent 2>>" in added
    assert re.search(rb"1 6 0 R\n\s*2 13 0 R\n\]", added)


def test_a_line_beside_the_text_becomes_an_ornament_and_tagged_ones_stay() -> None:
    added = mended(tagged())[len(tagged()) :]
    packed = added[added.index(b"stream\n") + 7 :]
    drawn = zlib.decompressobj().decompress(packed)

    assert b"/Artifact BMC\nq 2.25 w 0 J 1 j\n116 471 m\n116 499 l S\nQ\nEMC\n" in drawn
    assert drawn.count(b"/Artifact") == 1
    assert drawn.replace(b"/Artifact BMC\n", b"").replace(b"Q\nEMC\n/P<</MCID 1", b"Q\n/P<</MCID 1") == DRAWN


def test_a_decorative_picture_is_no_figure_and_one_without_words_stays_one() -> None:
    alt = b"/Alt<FEFF" + ORNAMENT.encode("utf-16-be").hex().upper().encode() + b">"
    # In the places of the note and of what it holds, byte for byte as long as what was written there.
    before = tagged(more=b"").replace(b"/S/Footnote", b"/S/Figure" + alt)
    start = before.index(b"8 0 obj")
    moved = len(alt) - 2
    table = before.index(b"xref\n0 ")
    head, tail = before[:table], before[table:]
    tail = re.sub(rb"(\d{10}) 00000 n", lambda at: b"%010d 00000 n" % (int(at[1]) + moved * (int(at[1]) > start)), tail)
    tail = re.sub(rb"startxref\n\d+", b"startxref\n%d" % table, tail)
    after = mended(head + tail)[len(before) :]
    assert b"/S/NonStruct" in after
    assert b"/S/Figure" not in after
    assert alt not in after
    plain = mended(tagged().replace(b"/S/Footnote", b"/S/Figure  "))
    assert b"/S/NonStruct" not in plain


def test_mending_twice_changes_nothing_more() -> None:
    # What was added once is behind an older table; it is left alone.
    once = mended(tagged())

    assert mended(once) == once


@pytest.mark.parametrize("data", [b"", b"words", make_pdf(2), tagged(more=b"/Encrypt 3 0 R"), tagged()[:-40]])
def test_what_is_written_otherwise_is_left_as_it_is(data: bytes) -> None:
    assert mended(data) == data


@given(st.integers(0, len(tagged()) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_never_stops_the_export(at: int, noise: bytes) -> None:
    before = tagged()
    data = before[:at] + noise + before[at + len(noise) :]
    after = mended(data)

    assert after.startswith(data)
    try:
        count = page_count(data)
    except PrintingError:
        return
    assert count <= 1 or after == data
