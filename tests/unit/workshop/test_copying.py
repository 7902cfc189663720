"""Beginning with a copy: what is the same, what is the copy's own, and that it can be used as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from clerkwell.model import Report
from clerkwell.packs import Pack, find_packs, load_files
from clerkwell.packs.load import SAMPLE
from clerkwell.packs.manifest import Slug
from clerkwell.system import templates_folder
from clerkwell.workshop import check_pack
from clerkwell.workshop.copying import CHANGES, edition_after, next_edition, own_copy, pack_id

SHIPPED = find_packs([templates_folder()])
CITY = SHIPPED.get("city-of-london-2023")


@pytest.mark.parametrize("pack", SHIPPED.packs, ids=lambda pack: pack.id)
def test_a_copy_of_each_shipped_pack_is_as_sound_as_the_pack(pack: Pack) -> None:
    files = own_copy(pack, "Our own report", "Example Council", [each.id for each in SHIPPED.packs])
    made = load_files(files, "copy")
    assert (made.id, made.told.series, made.told.version) == ("our-own-report", "our-own-report", "1.0.0")
    assert made.manifest.pack.state == "draft"
    assert Report.model_validate_json(files[SAMPLE]).pack == made.ref
    assert [each for each in check_pack(made) if each.severity != "info"] == []
    assert made.manifest.model_copy(update={"pack": pack.manifest.pack}) == pack.manifest


def test_the_next_version_is_of_the_same_series_and_its_changes_begin_above_the_old_ones() -> None:
    files = next_edition(CITY)
    made = load_files(files, "next")
    assert (made.id, made.told.series, made.told.version) == (
        CITY.id,
        CITY.told.series,
        edition_after(CITY.told.version),
    )
    text = files[CHANGES].decode()
    assert text.index(f"## {made.told.version}") < text.index(f"## {CITY.told.version}")
    assert text.splitlines()[0] == CITY.files[CHANGES].decode().splitlines()[0]


def test_a_long_title_is_cut_between_words() -> None:
    made = pack_id("Tarn Valley District Council: committee report", [])
    assert made == "tarn-valley-district-council-committee"
    assert pack_id("x" * 50, []) == "x" * 40


@given(st.text(max_size=60), st.lists(st.sampled_from(["template", "a", "a-2", "a-3"]), unique=True))
def test_any_title_makes_an_id_that_is_new_and_can_be_one(title: str, taken: list[str]) -> None:
    made = pack_id(title, taken)
    assert made not in taken
    assert TypeAdapter(Slug).validate_python(made) == made
