"""Templates made of published reports set in Word: they pass the check, and none of the report's text is in them."""

from datetime import date
from pathlib import Path

import pytest

from clerkwell.model import Report
from clerkwell.session.from_word import make_pack, open_word
from clerkwell.word.template import template_lines
from helpers.seeds import REPORTS, imported, shipped_packs, source
from helpers.word_reports import paragraphs_of_text, set_in_word

pytestmark = pytest.mark.seeds

# A heading or a label has fewer words.
_TEXT = 25


@pytest.mark.parametrize("name", REPORTS)
def test_a_published_report_makes_a_template_that_passes_the_check(seeds: Path, name: str) -> None:
    packs = shipped_packs()
    document = set_in_word(paragraphs_of_text(source(seeds, name)), styled=False)
    made = make_pack(open_word(document, f"{name}.docx", packs), "A Council", "Its report", date(2026, 4, 1), packs)
    assert [each.message for each in made.problems if each.severity == "error"] == []
    left = [line.shown for line in template_lines(made.files["template.docx"]) if len(line.shown.split()) >= _TEXT]
    assert [words for words in left if not words.endswith("?")] == []
    # What an import of the text finds a section for, the sample has in one.
    sample = Report.model_validate_json(made.files["sample.json"])
    known = {each.id for each in imported(seeds, name).report.sections}
    assert len(known & {each.id for each in sample.sections}) * 3 >= len(known) * 2
    assert made.own_words >= len(sample.sections) // 2
