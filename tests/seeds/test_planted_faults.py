"""A fault planted in a copy of a published report is found: a section cut, a date broken, a field emptied."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.intake import import_text
from clerkwell.packs import Pack
from clerkwell.rules import check
from helpers.seeds import REPORTS, shipped_packs, source

pytestmark = pytest.mark.seeds


def bare(line: str) -> str:
    """A line without its markup, number and closing colon: what a heading is compared by."""
    line = re.sub(r"</?b>|\*\*|^\s*#+", "", line).strip()
    return re.sub(r"^\d+\.\s*", "", line).rstrip(": ").casefold()


def titles(pack: Pack) -> dict[str, set[str]]:
    """The headings of each section, as they may be printed."""
    found = {
        spec.id: {title.rstrip(": ").casefold() for title in (spec.title, *spec.aliases)}
        for spec in pack.manifest.section
    }
    groups = {spec.id: {title.casefold() for title in (spec.title, *spec.aliases)} for spec in pack.manifest.group}
    return {**groups, **found}


def cut_sections(text: str, pack: Pack) -> Iterator[tuple[str, str]]:
    """Each section of the text that has to be there, with the text as it is without it."""
    lines = text.splitlines()
    known = titles(pack)
    starts = [
        (index, section)
        for index, line in enumerate(lines)
        for section, names in known.items()
        if bare(line) in names or any(bare(line).startswith(f"{name} –") for name in names)
    ]
    ends = [index for index, _ in starts[1:]] + [len(lines)]
    for (start, section), end in zip(starts, ends, strict=True):
        spec = pack.section(section)
        if spec is None or spec.required != "always" or spec.kind != "text":
            continue
        if section == "conclusion" or section == pack.manifest.section[-1].id:
            end = next(
                (index for index in range(start + 1, len(lines)) if bare(lines[index]) in known["appendices"]), end
            )
        yield section, "\n".join([*lines[:start], *lines[end:]])


def emptied_fields(text: str, pack: Pack) -> Iterator[tuple[str, str]]:
    """Each answered line of the header, with the text as it is when the answer is taken out."""
    lines = text.splitlines()
    for spec in pack.single_fields:
        if spec.required != "always" or spec.kind == "status":
            continue
        for index, line in enumerate(lines[:40]):
            clean = re.sub(r"</?b>", "", line)
            label = next((label for label in spec.labels if clean.startswith(label)), None)
            if label is None:
                continue
            answer, tab, rest = clean[len(label) :].partition("\t")
            if not answer.strip():
                answer, rest = rest, ""
            # An answer that goes on over the next line would only be shortened.
            if answer.strip() and not answer.rstrip().endswith(","):
                emptied = f"{label}{tab}{rest}"
                yield spec.id, "\n".join([*lines[:index], emptied, *lines[index + 1 :]])
            break


def faults(text: str, pack_id: str) -> set[tuple[str, str]]:
    result = import_text(text, shipped_packs(), pack_id)
    return {
        (each.rule, each.place.field or each.place.section) for each in check(result.report, result.pack) if each.place
    }


@pytest.mark.parametrize("name", REPORTS)
def test_a_section_that_was_cut_is_missed(seeds: Path, name: str) -> None:
    text, pack_id = source(seeds, name), REPORTS[name][1]
    pack = next(each for each in shipped_packs() if each.id == pack_id)
    planted = list(cut_sections(text, pack))
    assert len(planted) >= 3
    for section, cut in planted:
        assert ("section-missing", section) in faults(cut, pack_id), section


@pytest.mark.parametrize("name", REPORTS)
def test_a_heading_with_its_words_taken_out_is_empty(seeds: Path, name: str) -> None:
    text, pack_id = source(seeds, name), REPORTS[name][1]
    pack = next(each for each in shipped_packs() if each.id == pack_id)
    for section, cut in cut_sections(text, pack):
        spec = pack.section(section)
        assert spec is not None
        if spec.heading == "run-in":
            continue
        lines, left = text.splitlines(), cut.splitlines()
        start = next(index for index, (one, other) in enumerate(zip(lines, left, strict=False)) if one != other)
        emptied = "\n".join([*left[:start], lines[start], "", *left[start:]])
        found = faults(emptied, pack_id)
        assert ("section-empty", section) in found, section


@pytest.mark.parametrize("name", REPORTS)
def test_an_emptied_field_is_missed(seeds: Path, name: str) -> None:
    text, pack_id = source(seeds, name), REPORTS[name][1]
    pack = next(each for each in shipped_packs() if each.id == pack_id)
    planted = list(emptied_fields(text, pack))
    assert len(planted) >= 3
    for field, emptied in planted:
        assert ("field-missing", field) in faults(emptied, pack_id), field


@pytest.mark.parametrize(
    ("name", "field"), [("S0", "committees.date"), ("S1", "committees.date"), ("S3", "meeting-date")]
)
@pytest.mark.parametrize(
    "broken",
    [
        "32/01/2023",
        "23/13/2023",
        "07/02//2022",
        "2023",
        "soon",
        "29/02/2023",
        "31 April 2023",
        "23 Januray 2023",
        "23-01/2023",
        "23/01/23/",
        "23/01",
        "January 2023",
        "23.01..2023",
        "2023/01/23",
        "23/O1/2023",
        "23rd",
    ],
)
def test_a_broken_date_is_found(seeds: Path, name: str, field: str, broken: str) -> None:
    text = source(seeds, name)
    first = {"S0": "23/01/2023", "S1": "7/06/2017", "S3": "December 7th 2022"}[name]
    assert first in text
    assert ("date-malformed", field) in faults(text.replace(first, broken, 1), REPORTS[name][1])


def found_in(text: str) -> tuple[str, set[tuple[str, str]]]:
    """The pack that a text is recognised as, and what is found in it at warning and above."""
    result = import_text(text, shipped_packs())
    problems = [each for each in check(result.report, result.pack) if each.severity != "info"]
    return result.pack.id, {
        (each.rule, (each.place.field or each.place.section or each.place.appendix) if each.place else "")
        for each in problems
    }


def changed(text: str, pattern: str, words: str) -> str:
    """The text with the first match of a pattern replaced; it has to be there."""
    after, count = re.subn(pattern, words, text, count=1)
    assert count == 1, pattern
    return after


SPENDING = r"(spending\?)\tN\n"
OUTCOMES = r"(impact directly\?)\t[^\n]*"
STATUS = r"(Subject:[^\n]*\t)Public"
LEGAL = r"(?<=Legal implications:\n\n10\. )[^\n]*"
CONSULTED = r"(?<=4\. Consultation\n\n)[^\n]*"
# Name of the report, what is replaced by what, and the fault that has to be found then.
PLANTED = [
    *(("S0", SPENDING, rf"\1\t{each}\n", "answer-not-recognised", "spending")
      for each in ("Maybe", "Y/N", "TBC", "N/A")),
    ("S0", SPENDING, r"\1\t\n", "field-missing", "spending"),
    ("S0", SPENDING, r"\1\tY\n", "field-nil", "spending-amount"),
    *(("S3", "Key Decision: No", f"Key Decision: {each}", "answer-not-recognised", "key-decision")
      for each in ("Maybe", "Yes/No", "TBC", "N/A")),
    ("S3", "Key Decision: No", "Key Decision:", "field-missing", "key-decision"),
    ("S3", r"Reason: [^\n]*", "Reason:", "field-missing", "key-decision-reason"),
    ("S3", r"Author:[^\n]*", "Author:", "field-missing", "author"),
    ("S3", r"Author:[^\n]*\n", "", "field-missing", "author"),
    ("S0", OUTCOMES, r"\1\t", "field-missing", "outcomes"),
    ("S0", OUTCOMES, r"\1\tAll of them", "answer-not-recognised", "outcomes"),
    *((name, STATUS, rf"\1{each}", "answer-not-recognised", "public-status")
      for name in ("S0", "S1") for each in ("Pubic", "Yes", "TBC", "Public/Non-Public")),
    *((name, STATUS, r"\1", "field-missing", "public-status") for name in ("S0", "S1")),
    *((name, STATUS, rf"\1{each}", "exempt-reason", "public-status")
      for name in ("S0", "S1") for each in ("Non-public", "Exempt – paragraph 9", "Part exempt")),
    ("S4", "<b>Public</b>", "<b>Pubilc</b>", "answer-not-recognised", "public-status"),
    ("S1", r" – For Information\t", r"\t", "field-missing", "committees.purpose"),
    ("S1", r"Safeguarding Sub Committee – For Information\t", r"\t", "field-missing", "committees.name"),
    ("S1", r"Safeguarding Sub Committee[^\n]*\n", "", "field-missing", "committees.name"),
    ("S4", r"Safeguarding Sub-Committee[^\n]*\n", "", "field-missing", "committees.name"),
    ("S0", r"(Services)\tFor Information", r"\1\tFor Infomation", "answer-not-recognised", "purpose"),
    ("S0", r"- Appendix 1 – [^\n]*\n", "", "appendix-not-listed", "summary"),
    ("S0", r"- Appendix 2 – [^\n]*\n", "", "appendix-not-listed", "background"),
    ("S0", r"(- Appendix 1) – [^\n]*", r"\1 –", "appendix-entry", "appendix-1"),
    ("S0", r"- Appendix 2 –", "- Appendix 1 –", "appendix-entry", "appendix-2"),
    ("S0", r"- Appendix 2 –", "- Appendix 3 – Costs\n- Appendix 2 –", "appendix-not-cited", "appendix-2"),
    ("S0", "see Appendix 1", "see Appendix 3", "appendix-not-listed", "background"),
    ("S4", r"\nNone\.\n", r"\n", "section-empty", "appendices"),
    ("S1", r"Appendices\n\nAppendix 1[^\n]*\n", "", "section-missing", "appendices"),
    ("S3", r"Appendices:\n", "", "section-missing", "appendices"),
    ("S3", r"Background Papers:\n\n[^\n]*", "", "background-papers-missing", "background-papers"),
    *((name, r"(?m)^(?:- )?Note the report\.\n", "", "section-empty", "recommendations")
      for name in ("S0", "S1", "S4")),
    ("S0", r"(\n - [^\n]*\n)(?= - )", r"\1 - \n", "list-item-empty", "background"),
    ("S0", r"(- Note the report\.\n)", r"\1-\n", "list-item-empty", "recommendations"),
    ("S4", r"\n### \*\*Options", r"\n14.\n\n### **Options", "list-item-empty", "current-position"),
    *((name, where, nil, "nil-without-reason", section)
      for name, where, section in (("S0", LEGAL, "legal"), ("S3", CONSULTED, "consultation"))
      for nil in ("N/A", "n/a", "NA", "None.", "Nil", "Not applicable.", "–", "No implications", "None identified",
                  "No legal implications.", "None at this time.", "There are none.", "TBC")),
    *((name, where, prompt, "prompt-left", section)
      for name, where, section in (("S0", LEGAL, "legal"), ("S3", CONSULTED, "consultation"))
      for prompt in ("[Click here to enter text]", "Click or tap here to enter text.", "[insert details]", "[TBC]",
                     "<insert name>", "Choose an item.", "[to be completed]", "[Officer to complete]", "(insert date)",
                     "[DN: check this]", "Drafting note: check", "A sentence with XXXX in it.", "[Please complete]")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pattern", "words", "rule", "part"), PLANTED)
def test_a_planted_fault_is_found_in_the_pack_the_program_chose(
    seeds: Path, name: str, pattern: str, words: str, rule: str, part: str
) -> None:
    pack_id, problems = found_in(changed(source(seeds, name), pattern, words))
    assert pack_id == REPORTS[name][1]
    assert (rule, part) in problems


@pytest.mark.parametrize(
    "sentence",
    [
        "None, because no contract is let.",
        "N/A – this report is for information only.",
        "Not applicable: no staff are affected.",
        "There are none, as nothing changes.",
    ],
)
@pytest.mark.parametrize(("name", "where"), [("S0", LEGAL), ("S3", CONSULTED)])
def test_a_nil_answer_with_its_reason_adds_no_problem(seeds: Path, name: str, where: str, sentence: str) -> None:
    text = source(seeds, name)
    assert found_in(changed(text, where, sentence)) == found_in(text)


def test_several_faults_at_once_are_all_found(seeds: Path) -> None:
    text = source(seeds, "S0")
    for pattern, words in (
        ("23/01/2023", "32/01/2023"),
        (SPENDING, r"\1\tMaybe\n"),
        (STATUS, r"\1"),
        (LEGAL, "N/A"),
        (r"- Appendix 1 – [^\n]*\n", ""),
        (r"Conclusion\n(?s:.*?)(?=\nAppendices)", ""),
    ):
        text = changed(text, pattern, words)
    pack_id, problems = found_in(text)
    assert pack_id == "city-of-london-2023"
    assert {
        ("date-malformed", "committees.date"),
        ("answer-not-recognised", "spending"),
        ("field-missing", "public-status"),
        ("nil-without-reason", "legal"),
        ("appendix-not-listed", "summary"),
        ("section-missing", "conclusion"),
        ("section-missing", "financial"),
    } <= problems
