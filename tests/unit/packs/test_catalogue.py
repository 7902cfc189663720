"""The catalogue: which packs there are, and which one a new report gets."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from clerkwell.model import PackRef
from clerkwell.packs import Catalogue, Faulty, Pack, PackNotFoundError, find_packs
from helpers.building import MANIFEST, make_pack
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


def test_a_draft_does_not_stand_before_the_same_version_in_use(tmp_path: Path) -> None:
    put(tmp_path, "a-trial", MANIFEST.replace("[pack]", '[pack]\nstate = "draft"'))
    put(tmp_path, "b")
    assert [pack.told.state for pack in find_packs([tmp_path]).packs] == ["active"]


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


def dated(number: str, since: str, state: str = "active", pack_id: str = "test-council") -> Pack:
    text = version(number).replace("2020-01-01", since).replace('id = "test-council"', f'id = "{pack_id}"')
    return make_pack(text.replace("[pack]", f'[pack]\nstate = "{state}"'))


def versions(*packs: Pack) -> Catalogue:
    return Catalogue(tuple(sorted(packs, key=lambda pack: (pack.id, pack.told.number), reverse=True)))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2019, 1, 1), "1.0.0"),
        (date(2026, 3, 31), "1.1.0"),
        (date(2026, 4, 1), "2.0.0"),
        (date(2030, 1, 1), "2.0.0"),
    ],
)
def test_a_new_report_gets_the_version_in_date_for_its_meeting_and_no_draft(day: date, number: str) -> None:
    catalogue = versions(
        dated("1.0.0", "2020-01-01"),
        dated("1.1.0", "2021-01-01"),
        dated("2.0.0", "2026-04-01"),
        dated("2.1.0", "2026-04-01", "archived"),
        dated("3.0.0", "2020-01-01", "draft"),
    )
    assert catalogue.to_start("test-council", day).told.version == number
    assert [pack.told.version for pack in catalogue.offered(day)] == [number]


@pytest.mark.parametrize(("state", "why"), [("draft", "is a draft still"), ("archived", "is archived")])
def test_what_is_not_in_use_is_not_offered_and_it_is_said_why(state: str, why: str) -> None:
    catalogue = versions(dated("1.0.0", "2020-01-01", state))
    assert catalogue.offered(date(2026, 1, 1)) == ()
    assert catalogue.newest_of("test-council", date(2026, 1, 1)) is None
    with pytest.raises(PackNotFoundError, match=why):
        catalogue.to_start("test-council", date(2026, 1, 1))
    assert catalogue.get("test-council").told.state == state, "reports of it open all the same"
    assert [pack.told.state for pack in catalogue.known(date(2026, 1, 1))] == ([] if state == "draft" else [state])


def test_a_report_is_told_of_what_is_in_date_for_its_meeting_later_or_earlier() -> None:
    first, second = dated("1.0.0", "2020-01-01"), dated("2.0.0", "2026-04-01")
    catalogue = versions(first, second)
    assert catalogue.in_date(first, date(2026, 4, 1)) == second
    assert catalogue.in_date(first, date(2026, 3, 31)) is None
    assert catalogue.in_date(second, date(2026, 3, 31)) == first
    assert catalogue.in_date(second, date(2026, 4, 1)) is None


def test_a_report_in_the_layout_before_is_told_of_its_successor_in_the_series() -> None:
    old, new = dated("1.0.0", "2020-01-01"), dated("1.0.0", "2026-04-01", pack_id="test-council-2026")
    assert versions(old, new).in_date(old, date(2026, 5, 1)) == new


def test_a_later_version_than_any_here_stays_unless_it_is_no_longer_offered() -> None:
    ours, theirs = dated("1.0.0", "2020-01-01"), dated("1.2.0", "2020-01-01")
    assert versions(ours).in_date(theirs, date(2026, 1, 1)) is None
    dropped = dated("1.2.0", "2020-01-01", "archived")
    assert versions(ours, dropped).in_date(theirs, date(2026, 1, 1)) == ours


def test_what_stays_in_use_is_said_with_what_cannot_be_used() -> None:
    sound, broken = dated("1.0.0", "2020-01-01"), dated("2.0.0", "2020-01-01")
    catalogue = Catalogue((sound,), (Faulty(Path("a.clerkpack"), "It was cut short."),))
    assert catalogue.trouble == ("a.clerkpack cannot be used: It was cut short.",)
    told = Faulty(Path("a.clerkpack"), "It has no subject.", broken.told)
    assert catalogue.why_not(told) == (
        "Version 2.0.0 of “Test report” cannot be used: It has no subject. Version 1.0.0 stays in use."
    )
