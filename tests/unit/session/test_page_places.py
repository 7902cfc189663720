"""The places of a report are found on the pages made of its document."""

import shutil
from collections.abc import Iterator
from itertools import pairwise

import pytest

from clerkwell.model import Place, Report, SetBlocks, apply, give_ids, walk, words
from clerkwell.packs import Pack, outline
from clerkwell.printing import PageMaker
from clerkwell.printing.engines import Choice, engines
from clerkwell.printing.page_map import PageMap, find_places
from clerkwell.printing.pdf import Pdf
from clerkwell.session.page_places import sought, spot_of
from clerkwell.word.writer import write_document
from helpers.building import blocks
from helpers.shipped import kept, sample, shipped

PACKS = ("city-of-london-2023", "city-of-london-2017", "north-somerset-executive-2022", "generic-english-council")
WAYS = [
    pytest.param("approximation"),
    pytest.param(
        "libreoffice",
        marks=(
            pytest.mark.libreoffice,
            pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
        ),
    ),
]


@pytest.fixture
def opened() -> Iterator[list[Pdf]]:
    pdfs: list[Pdf] = []
    yield pdfs
    for each in pdfs:
        each.close()


def pages_of(report: Report, pack: Pack, way: Choice, opened: list[Pdf]) -> PageMap:
    maker = PageMaker(lambda: engines(way))
    try:
        made = maker.make(write_document(report, pack, draft=True, attachments=kept(pack)))
    finally:
        maker.close()
    opened.append(Pdf(made.data))
    return find_places(opened[-1], sought(report, pack))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pack_id", PACKS)
def test_every_part_and_paragraph_of_a_sample_is_found_in_order(pack_id: str, way: Choice, opened: list[Pdf]) -> None:
    pack = shipped(pack_id)
    report = give_ids(sample(pack))
    pages = pages_of(report, pack, way, opened)
    found = []
    for part in outline(report, pack):
        if part.stands:
            found.append(spot_of(Place(section=part.id), report, pages))
            for block in walk(part.section.blocks if part.section else ()):
                if block.kind not in ("landscape", "image") and words(block).strip():
                    found.append(spot_of(Place(section=part.id, block=block.id), report, pages))
    assert len(found) > 30
    assert None not in found
    places = [(spot.page, spot.top) for spot in found if spot]
    # A heading that runs into its paragraph stands on its line.
    for one, other in pairwise(places):
        assert one[0] < other[0] or (one[0] == other[0] and one[1] <= other[1] + 6)


def test_answers_of_the_header_are_found(opened: list[Pdf]) -> None:
    pack = shipped("city-of-london-2023")
    report = give_ids(sample(pack))
    pages = pages_of(report, pack, "approximation", opened)
    subject, author = Place(field="subject"), Place(field="authors.email", row=0)
    first, last = spot_of(subject, report, pages), spot_of(author, report, pages)
    assert first
    assert last
    assert first.page == 0 < last.page


def test_a_paragraph_that_no_page_shows_yet_is_where_the_words_before_it_are(opened: list[Pdf]) -> None:
    pack = shipped("generic-english-council")
    report = give_ids(apply(SetBlocks(section="summary", blocks=blocks("One thing is asked.")), sample(pack)))
    pages = pages_of(report, pack, "approximation", opened)
    longer = (*report.blocks("summary"), *blocks("Written since the pages were made."))
    report = give_ids(apply(SetBlocks(section="summary", blocks=longer), report))
    first, fresh = report.blocks("summary")
    there = spot_of(Place(section="summary", block=first.id), report, pages)
    assert there
    assert spot_of(Place(section="summary", block=fresh.id, start=3, end=3), report, pages) == there
