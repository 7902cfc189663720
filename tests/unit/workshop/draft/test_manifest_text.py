"""Writing pack.toml: whatever changes, the file says what the manifest says, and keeps what did not change."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.model import Report
from clerkwell.packs import Manifest, Pack, PackError, find_packs, read_manifest
from clerkwell.packs.load import MANIFEST, SAMPLE
from clerkwell.system import templates_folder
from clerkwell.workshop.draft import manifest_text, with_manifest

SHIPPED = find_packs([templates_folder()])
CITY = SHIPPED.get("city-of-london-2023")


def _source(pack: Pack) -> str:
    return pack.files[MANIFEST].decode()


def _changed(manifest: Manifest, **parts: object) -> Manifest:
    return manifest.model_copy(update=parts)


@pytest.mark.parametrize("pack", SHIPPED.packs, ids=lambda pack: pack.id)
def test_nothing_changed_is_nothing_written(pack: Pack) -> None:
    assert manifest_text(pack.manifest, pack.manifest, _source(pack)) == _source(pack)


@pytest.mark.parametrize("pack", SHIPPED.packs, ids=lambda pack: pack.id)
def test_a_manifest_written_from_nothing_is_read_as_it_was(pack: Pack) -> None:
    assert read_manifest(manifest_text(pack.manifest).encode(), MANIFEST) == pack.manifest


def test_one_entry_changed_leaves_every_other_line() -> None:
    fields = tuple(
        spec.model_copy(update={"guidance": "In a line."}) if spec.id == "subject" else spec
        for spec in CITY.manifest.field
    )
    after = with_manifest(CITY, _changed(CITY.manifest, field=fields))
    was, now = _source(CITY).splitlines(), _source(after).splitlines()
    assert len(was) == len(now)
    (other,) = [line for line, old in zip(now, was, strict=True) if line != old]
    assert other == 'guidance = "In a line."'


def test_comments_that_stand_alone_stay_where_they_are_when_entries_change_places() -> None:
    text = (
        "# The council's own.\n\n[pack]\n"
        + "".join(_source(CITY).partition("[pack]\n")[2].partition("[recognise]")[0])
        + '# --- Sections ---\n\n# The first.\n[[section]]\nid = "one"\ntitle = "One"\n\n'
        '[[section]]\nid = "two"\ntitle = "Two" # said so\n'
    )
    text = text.replace("# Words by which an imported text shows that it was written in this layout.\n", "")
    before = read_manifest(text.encode(), MANIFEST)
    after = manifest_text(_changed(before, section=before.section[::-1]), before, text)
    order = [after.index(each) for each in ("# The council", "# --- Sections", "# said so", "# The first.", '"one"')]
    assert order == sorted(order)
    assert read_manifest(after.encode(), MANIFEST).section == before.section[::-1]


def test_a_file_laid_out_otherwise_is_written_anew_with_the_comments_at_its_head() -> None:
    text = _source(CITY) + '\n[rules.grades]\nlong-sentence = "off"\n'
    before = read_manifest(text.encode(), MANIFEST)
    pack = Pack(before, {**CITY.files, MANIFEST: text.encode()})
    after = with_manifest(pack, _changed(before, group=before.group[::-1]))
    assert after.manifest.group == before.group[::-1]
    assert _source(after).splitlines()[:2] == text.splitlines()[:2]
    assert '[rules.grades]\nlong-sentence = "off"' in _source(after)


def test_parts_that_do_not_fit_each_other_are_refused_in_words() -> None:
    stray = CITY.manifest.section[0].model_copy(update={"wordings": ("nowhere",)})
    with pytest.raises(PackError, match="nowhere"):
        with_manifest(CITY, _changed(CITY.manifest, section=(stray, *CITY.manifest.section[1:])))


def test_a_new_version_takes_its_sample_along() -> None:
    about = CITY.manifest.pack.model_copy(update={"version": "9.1.0", "effective_from": date(2027, 4, 1)})
    after = with_manifest(CITY, _changed(CITY.manifest, pack=about))
    report = Report.model_validate_json(after.files[SAMPLE])
    assert report.pack == after.ref
    assert report.sections == Report.model_validate_json(CITY.files[SAMPLE]).sections


_PICKS = st.lists(st.sampled_from(range(len(CITY.manifest.section))), unique=True)


@settings(max_examples=30)
@given(
    order=_PICKS, added=st.sets(st.integers(0, 8), max_size=3), renamed=st.text(max_size=12), most=st.integers(0, 60)
)
def test_any_change_is_read_back_as_it_was_made(order: list[int], added: set[int], renamed: str, most: int) -> None:
    was = CITY.manifest
    sections = [was.section[at] for at in order if was.section[at].id not in {g.opening for g in was.group}]
    for at in sorted(added):
        spec = was.section[0].model_copy(update={"id": f"new-{at}", "title": renamed, "when": {"subject": (renamed,)}})
        sections.insert(at, spec)
    groups = tuple(each.model_copy(update={"opening": None}) for each in was.group)
    after = _changed(
        was,
        section=tuple(sections),
        group=groups,
        deadlines=was.deadlines.model_copy(update={"clear_days": most, "note": renamed}),
    )
    written = manifest_text(after, was, _source(CITY))
    assert read_manifest(written.encode(), MANIFEST) == after
