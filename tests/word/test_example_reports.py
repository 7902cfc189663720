"""The reports that packs ship in `samples/`, one for each purpose: they fit, they are sound, and they are exported."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack, outline
from clerkwell.packs.openness import openness
from clerkwell.rules import check
from clerkwell.session.sets import export_sets
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from helpers.docx_making import parts_of
from helpers.packs_changed import with_file
from helpers.shipped import IDS, shipped


def examples() -> Iterator[tuple[str, str]]:
    for pack_id in IDS:
        for file in shipped(pack_id).examples.values():
            yield pack_id, file


def example(pack: Pack, file: str) -> Report:
    return Report.model_validate_json(pack.files[file])


def test_every_pack_shows_every_purpose() -> None:
    for pack_id in IDS:
        pack = shipped(pack_id)
        wanted = {"For information", "Exempt appendix"}
        # Only a council with an executive takes key decisions; a report of any council may be one.
        if pack.manifest.pack.executive or pack.manifest.pack.order == "report":
            wanted |= {"Key decision"}
        assert set(pack.examples) == wanted


@pytest.mark.parametrize(("pack_id", "file"), tuple(examples()))
def test_nothing_stands_against_an_example_and_it_is_exported(pack_id: str, file: str) -> None:
    pack = shipped(pack_id)
    report = example(pack, file)
    assert report.pack == pack.ref
    assert [each.message for each in check(report, pack) if each.severity != "info"] == []
    final = parts_of(write_document(report, pack, draft=False))["word/document.xml"].decode()
    for part in outline(report, pack):
        assert not part.section or part.heading.rstrip(":") in final.replace("&amp;", "&")
    assert "showingPlcHdr" not in final


@pytest.mark.parametrize("pack_id", IDS)
def test_an_example_has_one_kind_of_apostrophe(pack_id: str) -> None:
    pack = shipped(pack_id)
    # Who is asked is called what the template calls them.
    asked = {each for spec in pack.manifest.section for each in spec.consult}
    for file in ("sample.json", *pack.examples.values()):
        words = pack.files[file].decode()
        for name in asked:
            words = words.replace(name, "")
        assert re.findall(r"\w+'\w+", words) == [], file


@pytest.mark.parametrize("pack_id", IDS)
def test_what_is_exempt_is_in_no_public_document(pack_id: str, tmp_path: Path) -> None:
    pack = shipped(pack_id)
    report = example(pack, pack.examples["Exempt appendix"])
    assert openness(report, pack) == "part-exempt"
    sets = export_sets(report, pack, {}, tmp_path)
    documents = [path for path in sets.public if path.suffix == ".docx"]
    assert documents
    for path in documents:
        assert not any(b"18,400" in data for data in parts_of(path.read_bytes()).values())


def test_options_stand_only_where_a_decision_is_asked_for() -> None:
    pack = shipped("maidstone-2022")
    heading = b"Available Options"
    information = write_document(example(pack, pack.examples["For information"]), pack, draft=False)
    decision = write_document(example(pack, pack.examples["Key decision"]), pack, draft=False)
    assert heading not in parts_of(information)["word/document.xml"]
    assert heading in parts_of(decision)["word/document.xml"]


def test_an_example_that_no_longer_fits_is_told() -> None:
    pack = shipped("maidstone-2022")
    file = pack.examples["For information"]
    worse = pack.files[file].replace(b'"maidstone-2022"', b'"other"').replace(b'"wards"', b'"parishes"')
    told = [each.message for each in check_pack(with_file(pack, file, worse)) if each.where == file]
    assert told == [
        "The sample is of other 1.0.0, not this pack.",
        "The sample answers “parishes”, which the pack does not ask.",
    ]
    [broken] = [each for each in check_pack(with_file(pack, file, b"{")) if each.where == file]
    assert broken.severity == "error"
