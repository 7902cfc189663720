"""The catalogue: which packs there are, and which one a new report gets."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from clerkwell.model import PackRef
from clerkwell.packs import Pack, PackNotFoundError, find_packs
from helpers.building import MANIFEST
from helpers.shipped import IDS, TEMPLATES


def put(folder: Path, name: str, manifest: str = MANIFEST) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "pack.toml").write_text(manifest, encoding="utf-8")
    (folder / name / "template.docx").write_bytes(b"PK")


def version(number: str) -> str:
    return MANIFEST.replace('version = "1.0.0"', f'version = "{number}"')


def test_the_shipped_packs_are_found() -> None:
    catalogue = find_packs([TEMPLATES])
    assert tuple(pack.id for pack in catalogue.packs) == IDS
    assert catalogue.faulty == ()


@pytest.mark.parametrize(
    ("day", "pack_id"),
    [
        (date(2017, 6, 7), "city-of-london-2017"),
        (date(2018, 12, 31), "city-of-london-2017"),
        (date(2019, 1, 1), "city-of-london-2022"),
        (date(2022, 2, 7), "city-of-london-2022"),
        (date(2022, 9, 30), "city-of-london-2022"),
        (date(2022, 10, 1), "city-of-london-2023"),
        (date(2030, 1, 1), "city-of-london-2023"),
    ],
)
def test_a_new_report_gets_the_layout_in_date_for_its_meeting(day: date, pack_id: str) -> None:
    found = find_packs([TEMPLATES]).newest_of("city-of-london", day)
    assert found is not None
    assert found.id == pack_id


def test_no_layout_is_in_date_before_the_first() -> None:
    assert find_packs([TEMPLATES]).newest_of("city-of-london", date(2016, 1, 1)) is None


def test_the_newest_version_of_a_pack_comes_first_by_number_and_not_by_letter(tmp_path: Path) -> None:
    for number in ("1.9.0", "1.10.0", "1.2.0"):
        put(tmp_path, number, version(number))
    catalogue = find_packs([tmp_path])
    assert [pack.manifest.pack.version for pack in catalogue.packs] == ["1.10.0", "1.9.0", "1.2.0"]
    assert catalogue.get("test-council").manifest.pack.version == "1.10.0"


def test_a_report_finds_the_very_version_it_was_written_in(tmp_path: Path) -> None:
    put(tmp_path, "old", version("1.0.0"))
    put(tmp_path, "new", version("2.0.0"))
    catalogue = find_packs([tmp_path])
    found = catalogue.exact(PackRef(id="test-council", version="1.0.0"))
    assert found is not None
    assert found.manifest.pack.version == "1.0.0"
    assert catalogue.exact(PackRef(id="test-council", version="3.0.0")) is None


def test_of_one_version_in_two_folders_the_first_counts(tmp_path: Path) -> None:
    put(tmp_path / "shipped", "pack")
    put(tmp_path / "own", "pack", MANIFEST.replace('title = "Test report"', 'title = "Mine"'))
    catalogue = find_packs([tmp_path / "shipped", tmp_path / "own"])
    assert [pack.manifest.pack.title for pack in catalogue.packs] == ["Test report"]


def test_a_faulty_pack_is_named_and_the_others_stay_in_use(tmp_path: Path) -> None:
    put(tmp_path, "good")
    put(tmp_path, "newer", version("2.0.0").replace("[[section]]", "[[sektion]]", 1))
    catalogue = find_packs([tmp_path])
    assert [pack.manifest.pack.version for pack in catalogue.packs] == ["1.0.0"]
    [faulty] = catalogue.faulty
    assert faulty.folder == tmp_path / "newer"
    assert "sektion" in faulty.reason


def test_the_last_good_version_stays_in_use_when_a_newer_one_fails_its_check(tmp_path: Path) -> None:
    put(tmp_path, "good", version("1.0.0"))
    put(tmp_path, "newer", version("2.0.0"))

    def check(pack: Pack) -> Iterable[str]:
        return ["The document has no place for the subject."] if pack.ref.version == "2.0.0" else []

    catalogue = find_packs([tmp_path], check)
    assert catalogue.get("test-council").ref.version == "1.0.0"
    assert [each.reason for each in catalogue.faulty] == ["The document has no place for the subject."]


def test_a_folder_that_is_not_there_holds_no_packs(tmp_path: Path) -> None:
    assert find_packs([tmp_path / "nowhere"]).packs == ()


def test_asking_for_a_pack_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(PackNotFoundError, match="Installed packs: city-of-london-2017, city-of-london-2022"):
        find_packs([TEMPLATES]).get("atlantis")


def test_asking_where_none_is_installed_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackNotFoundError, match="Installed packs: none"):
        find_packs([tmp_path]).get("atlantis")
