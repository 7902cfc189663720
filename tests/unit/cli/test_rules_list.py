"""`clerkwell rules`: everything that is looked for, with its source and examples."""

import json

import pytest

from clerkwell.cli import main
from clerkwell.rules import catalogue
from clerkwell.word.accessibility import accessibility_rules


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert main(["rules", "--json"]) == 0
    return {each["rule"]: each for each in json.loads(capsys.readouterr().out)}


def test_every_rule_is_listed_once_with_all_there_is_to_know(capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(capsys)
    assert list(told) == [*(each.id for each in catalogue()), *(each.id for each in accessibility_rules())]
    keys = {
        "rule", "severity", "title", "why", "source", "locked", "policy", "acceptable", "fix", "nation", "of",
        "examples",
    }  # fmt: skip
    assert all(set(each) == keys for each in told.values())
    assert all(each["source"] for each in told.values())


def test_a_rule_says_what_holds_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(capsys)
    prompt, heading, exempt = told["prompt-left"], told["heading-by-bold"], told["exempt-reason"]
    assert (prompt["locked"], prompt["acceptable"], prompt["fix"]) == (True, False, None)
    assert (heading["locked"], heading["acceptable"], heading["fix"]) == (False, True, "Make it a sub-heading")
    assert (heading["nation"], exempt["nation"]) == (None, "england")
    examples = heading["examples"]
    assert isinstance(examples, dict)
    assert min(len(examples["caught"]), len(examples["left"])) >= 5


def test_a_person_reads_the_same_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("prompt-left (error): A prompt of the template is still in the report")
    entry = lines[at : lines.index("", at)]
    assert entry[1].startswith("    Why: ")
    assert any(line.startswith("    Source: ") for line in entry)
    assert "    No template can switch it off." in entry
    assert "    It can never be accepted for a final document." in entry
    assert any(line.startswith("    Caught: ") for line in entry)
    assert all(len(line) <= 100 for line in lines if not line.startswith("http"))
