"""Sections, headings over them and questions, put into a template and taken out of it: nothing else is touched."""

import io
import zipfile
from collections import Counter

import pytest

from clerkwell.packs import load_folder
from clerkwell.system import templates_folder
from clerkwell.word.ooxml import WordError, template_places
from clerkwell.word.ooxml.names import VAL, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.template import template_lines
from clerkwell.word.template.parts import Where, add_heading, add_section, move_part, take_part, word_heading
from clerkwell.word.template.questions import Question, add_question, label_question, move_question, take_question

_AFTER_OPTIONS = Where(after="section:options", group="main-report")


@pytest.fixture
def template() -> bytes:
    return load_folder(templates_folder() / "city-of-london-2023").template


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_main_text_is_written_anew(template: bytes) -> None:
    changed = add_section(template, "options", _AFTER_OPTIONS, "digital", "Digital")
    changed = word_heading(changed, "heading:digital", ["Digital"], "Digital skills")
    changed = add_heading(changed, "digital", "section:options", "skills", "Skills")
    changed = move_part(changed, ["group:skills", "section:digital"], Where(after="section:conclusion"))
    changed = add_question(changed, "field:funding-source", Question("field:ward", "Ward", "Ward", "Ward:"))
    changed, labelled = label_question(changed, "field:ward", ["Ward:"], "Wards:")
    assert labelled
    before, after = _parts(template), _parts(changed)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert after.keys() == before.keys()


def test_what_is_added_has_numbers_and_titles_of_its_own(template: bytes) -> None:
    changed = template
    for at in range(3):
        changed = add_section(changed, "options", _AFTER_OPTIONS, f"s-{at}", "Same")
        changed = add_question(changed, "field:funding-source", Question(f"field:q-{at}", "Same", "Same", "Same:"))
    root = OpenPackage(changed).tree("word/document.xml")
    for name in ("id", "alias", "tag"):
        values = Counter(each.get(VAL) for each in root.iter(w(name)) if each.get(VAL))
        assert [value for value, times in values.items() if times > 1] == [], name


def test_what_was_added_and_taken_out_again_leaves_nothing(template: bytes) -> None:
    changed = add_section(template, "options", _AFTER_OPTIONS, "digital", "Digital")
    changed = add_question(changed, "field:funding-source", Question("field:ward", "Ward", "Ward", "Ward:"))
    changed = take_part(take_question(changed, ["field:ward"]), "section:digital")
    assert template_lines(changed) == template_lines(template)
    assert template_places(changed) == template_places(template)


def test_questions_that_share_a_row_do_not_change_places(template: bytes) -> None:
    assert move_question(template, "field:report-of", "field:funding-agreed") is None


def test_a_section_that_is_not_there_is_told(template: bytes) -> None:
    with pytest.raises(WordError, match="no place"):
        move_part(template, ["section:nowhere"], Where(after="section:options"))
