"""Every template opened and saved in LibreOffice: what that drops, and that the repair puts all of it back.

LibreOffice 7.4 keeps every word and style of a template. Of its places it drops: every tag and lock; the titles of
those in a line; those round rows altogether; of those round paragraphs all but one, which it puts inside the paragraph.
A picture that is only decorative is no longer marked so, and the control that takes the logo becomes two.
"""

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from clerkwell.packs import Pack, load_files
from clerkwell.word.ooxml import template_places
from clerkwell.word.template import template_lines
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.repairing import repair_pack
from helpers.docx_making import W
from helpers.independent import paragraphs_of
from helpers.office import saved_again
from helpers.shipped import IDS, kept, sample, shipped

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pack]:
    """The packs with their templates as LibreOffice saved them, in one start of it."""
    packs = [shipped(pack_id) for pack_id in IDS]
    documents = saved_again([pack.template for pack in packs], tmp_path_factory.mktemp("templates"))
    return {
        pack.id: load_files({**pack.files, "template.docx": document}, pack.id)
        for pack, document in zip(packs, documents, strict=True)
    }


def _properties(template: bytes) -> list[dict[str, str]]:
    """What each control of a document says of itself."""
    with zipfile.ZipFile(BytesIO(template)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [
        {etree.QName(each).localname: each.get(f"{{{W}}}val", "") for each in properties}
        for properties in root.iter(f"{{{W}}}sdtPr")
    ]


@pytest.mark.parametrize("pack_id", IDS)
def test_words_and_styles_stay_and_places_go(pack_id: str, saved: dict[str, Pack]) -> None:
    was, is_now = (
        # A footer says how many pages there are.
        [(each.shown, each.style.casefold()) for each in template_lines(pack.template) if not each.at.part]
        for pack in (shipped(pack_id), saved[pack_id])
    )
    assert is_now == was
    assert template_places(saved[pack_id].template).places == ()
    left = _properties(saved[pack_id].template)
    assert not any("tag" in each or "lock" in each for each in left)
    # Less than half of the places keep as much as a title.
    assert sum("alias" in each for each in left) < len(template_places(shipped(pack_id).template).places) / 2


@pytest.mark.parametrize("pack_id", IDS)
def test_the_repair_puts_every_place_back(pack_id: str, saved: dict[str, Pack]) -> None:
    pack = shipped(pack_id)
    repair = repair_pack(saved[pack_id], pack)
    mended = load_files({**pack.files, "template.docx": repair.document}, pack_id)
    assert repair.left == ()
    assert [each for each in check_pack(mended) if each.severity != "info"] == []
    was, is_now = (
        paragraphs_of(write_document(sample(pack), each, draft=False, attachments=kept(pack)))
        for each in (pack, mended)
    )
    assert [each for each in is_now if each.strip()] == [each for each in was if each.strip()]
