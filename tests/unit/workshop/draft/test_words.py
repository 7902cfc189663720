"""Wordings, checks and patterns of a pack: edits that keep it a pack, and words that come back as they were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.packs import Pack, load_folder, read_manifest
from clerkwell.packs.load import MANIFEST
from clerkwell.rules import catalogue
from clerkwell.system import templates_folder
from clerkwell.workshop import pack_changes
from clerkwell.workshop.draft.checks import GRADES, by_kind, grade_of, own_grade, why_fixed, with_grade
from clerkwell.workshop.draft.part import with_part
from clerkwell.workshop.draft.patterns import answer_names, as_kept, as_read, unknown
from clerkwell.workshop.draft.wordings import (
    can_move,
    new_wording_name,
    offered_in,
    with_moved,
    with_new_wording,
    with_offered,
    with_words,
    without_wording,
)

_PACK = load_folder(templates_folder() / "city-of-london-2023")
_SECTIONS = tuple(spec.id for spec in _PACK.manifest.section)
_TEXTS = st.text(alphabet=st.sampled_from('ab …-#\n“é{}\\"'), min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=5)
@given(st.lists(st.tuples(_TEXTS, st.sets(st.sampled_from(_SECTIONS), max_size=4)), min_size=1, max_size=2), st.data())
def test_wordings_come_and_go_and_leave_no_trace(new: list[tuple[str, set[str]]], data: st.DataObject) -> None:
    pack, names = _PACK, []
    for text, sections in new:
        name = new_wording_name(pack, "Of our own")
        names.append(name)
        pack = with_new_wording(name, "Of our own")(pack)
        pack = with_words(name, text=text)(pack)
        pack = with_offered(name, sections)(pack)
        assert set(offered_in(pack, name)) == sections
        assert pack.manifest.wording[name].text == text
        assert read_manifest(pack.files[MANIFEST], MANIFEST) == pack.manifest
    for name in data.draw(st.permutations(names)):
        pack = without_wording(name)(pack)
        assert not offered_in(pack, name)
    assert pack.manifest == _PACK.manifest


def test_a_section_keeps_the_order_of_its_wordings() -> None:
    spec = next(spec for spec in _PACK.manifest.section if len(spec.wordings) > 1)
    first = spec.wordings[0]
    others = set(offered_in(_PACK, first)) - {spec.id}
    again = with_offered(first, {*others, spec.id})(with_offered(first, others)(_PACK))
    section = again.section(spec.id)
    assert section is not None
    assert section.wordings == (*spec.wordings[1:], first)


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from((-1, 1))), min_size=1, max_size=8))
def test_wordings_are_moved_in_the_file_and_in_every_list_and_the_same_steps_back_undo_it(
    moves: list[tuple[int, int]],
) -> None:
    pack, done = _PACK, []
    for which, step in moves:
        names = list(pack.manifest.wording)
        name = names[which % len(names)]
        if not can_move(pack, name, step):
            assert with_moved(name, step)(pack) is pack
            continue
        at = names.index(name)
        names[at], names[at + step] = names[at + step], name
        before, pack = pack, with_moved(name, step)(pack)
        done.append((name, step))
        assert list(pack.manifest.wording) == names
        read = read_manifest(pack.files[MANIFEST], MANIFEST)
        assert (read, list(read.wording)) == (pack.manifest, names)
        for was, now in zip(before.manifest.section, pack.manifest.section, strict=True):
            both = {name, names[at]} <= set(now.wordings)
            assert sorted(now.wordings) == sorted(was.wordings)
            if both:
                assert (now.wordings.index(name) < now.wordings.index(names[at])) == (step < 0)
            else:
                assert now.wordings == was.wordings
    for name, step in reversed(done):
        pack = with_moved(name, -step)(pack)
    assert list(pack.manifest.wording) == list(_PACK.manifest.wording)


def test_wordings_that_only_stand_in_another_order_are_told_so() -> None:
    names = list(_PACK.manifest.wording)
    moved = with_moved(names[0], 1)(_PACK)
    assert [each.says for each in pack_changes(_PACK, moved) if each.subject == "Standard wordings"] == [
        "They are listed in another order."
    ]


def test_every_check_has_a_kind_and_a_grade_and_can_be_graded_and_left_alone_again() -> None:
    assert {rule.id for rules in by_kind().values() for rule in rules} == {rule.id for rule in catalogue()}
    free = next(rule for rule in catalogue() if not rule.locked and rule.severity == "warning")
    off = with_grade(free.id, "off")(_PACK)
    assert grade_of(free, off) == "off"
    assert own_grade(free.id)(off) == "off"
    assert with_grade(free.id, "")(off).manifest == _PACK.manifest
    assert all(grade_of(rule, _PACK) in GRADES for rule in catalogue())


def test_a_locked_check_stays_as_it_is_and_says_why() -> None:
    locked = next(rule for rule in catalogue() if rule.locked)
    assert grade_of(locked, with_grade(locked.id, "off")(_PACK)) == locked.severity
    assert "cannot be switched off" in why_fixed(locked, _PACK)
    english = next(rule for rule in catalogue() if rule.england and not rule.locked)
    welsh = with_part(_PACK, "pack", nation="wales")
    assert grade_of(english, welsh) == "off"
    assert "law of England" in why_fixed(english, welsh)


@pytest.fixture(scope="module")
def packs() -> tuple[Pack, ...]:
    return tuple(load_folder(folder) for folder in sorted(templates_folder().iterdir()) if folder.is_dir())


def test_every_answer_is_called_otherwise_than_the_others(packs: tuple[Pack, ...]) -> None:
    for pack in packs:
        names = [name.casefold() for name in answer_names(pack).values()]
        assert len(set(names)) == len(names)
        for key in ("title", "subject", "author", "keywords"):
            for pattern in getattr(pack.manifest.properties, key):
                assert as_kept(as_read(pattern, pack), pack) == pattern


@settings(max_examples=40)
@given(st.lists(st.sampled_from(sorted(answer_names(_PACK))) | st.sampled_from([" ", "–", "on "]), max_size=5))
def test_a_pattern_is_kept_as_it_was_read(parts: list[str]) -> None:
    names = answer_names(_PACK)
    pattern = "".join(f"{{{each}}}" if each in names else each for each in parts)
    assert as_kept(as_read(pattern, _PACK), _PACK) == pattern
    assert as_kept(as_read(pattern, _PACK).upper(), _PACK).casefold() == pattern.casefold()
    assert unknown(as_read(pattern, _PACK), _PACK) == ""


def test_a_pattern_that_asks_for_nothing_there_is_told() -> None:
    assert as_read("{subject} – {authors.name}", _PACK) == "{Subject} – {Authors: Name}"
    assert unknown("{Subject} {Chairman’s hat}", _PACK) == "Chairman’s hat"
