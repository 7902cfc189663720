"""What IT is given says what the program knows: the page, the file to begin with, and the policy editor's templates."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from clerkwell.rules import catalogue
from clerkwell.system import Settings, load_settings, resources_folder
from clerkwell.system.policy import MANAGED_BY, RECOMMENDED
from clerkwell.system.registry import POLICIES, Key
from clerkwell.system.settings import OPTIONS, can_be, kind_of
from helpers.policies import registry
from manual.make import policy_files
from manual.policy_keys import EXAMPLES, example, policy_pages

SPACE = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
ADMX = ElementTree.fromstring(policy_files()["clerkwell.admx"].encode())
ADML = ElementTree.fromstring(policy_files()["en-US/clerkwell.adml"].encode())


def test_what_lies_there_is_what_the_chore_makes() -> None:
    for name, text in policy_files().items():
        made = (resources_folder() / "policy" / name).read_text(encoding="utf-8")
        assert made == text, "run: python3 chores.py help-pages"
    [(name, text)] = policy_pages().items()
    assert (resources_folder() / "help" / name).read_text(encoding="utf-8") == text, "run: python3 chores.py help-pages"


def test_every_setting_has_an_example_that_can_be_and_says_something() -> None:
    assert set(EXAMPLES) <= set(OPTIONS)
    for name in OPTIONS:
        assert can_be(name, example(name)), name
        assert example(name) not in ("", (), {}), name
    rules = {rule.id: rule for rule in catalogue()}
    levels = EXAMPLES["check_levels"]
    assert isinstance(levels, dict)
    assert not any(rules[each].locked for each in levels)


def test_the_file_to_begin_with_is_taken_as_it_stands_and_with_all_of_it_set(tmp_path: Path) -> None:
    text = policy_files()["settings.example.toml"]
    assert tomllib.loads(text) == {}
    every = "\n".join(line.removeprefix("# ") if re.match(r"# \w+ = ", line) else line for line in text.split("\n"))
    path = tmp_path / "settings.toml"
    path.write_text(every, encoding="utf-8")
    found = load_settings(tmp_path / "none", path)
    assert found.notes == ()
    assert {name: getattr(found, name) for name in OPTIONS} == {name: example(name) for name in OPTIONS}
    assert set(tomllib.loads(every)) == {*OPTIONS, "locked", "managed_by"}


def test_the_policy_editor_writes_every_setting_where_it_is_read() -> None:
    written = {policy.get("name"): policy for policy in ADMX.iterfind(".//p:policy", SPACE)}
    ruled = {name for name in OPTIONS if OPTIONS[name][1].owner == "it" or kind_of(name) == "table"}
    assert set(written) == {*OPTIONS, MANAGED_BY, *(f"{name}_recommended" for name in set(OPTIONS) - ruled)}
    for name, policy in written.items():
        assert name is not None
        own = name.removesuffix("_recommended")
        assert policy.get("key") == (f"{POLICIES}\\{RECOMMENDED}" if name != own else POLICIES)
        named = [policy.get("valueName"), *(each.get("valueName") for each in policy.iterfind("p:elements/*", SPACE))]
        table = policy.find("p:elements/p:list", SPACE)
        assert [each for each in named if each] == ([] if table is not None else [own])
        if table is not None:
            assert table.get("key") == f"{POLICIES}\\{own}"


def test_all_that_the_editor_shows_has_words() -> None:
    strings = {each.get("id"): each.text or "" for each in ADML.iterfind(".//p:string", SPACE)}
    shown = {each.get("id") for each in ADML.iterfind(".//p:presentation", SPACE)}
    text = policy_files()["clerkwell.admx"]
    assert set(re.findall(r"\$\(string\.(\w+)\)", text)) == set(strings)
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", text)) == shown
    assert all(strings.values())


@pytest.mark.parametrize("name", list(OPTIONS))
def test_what_the_editor_writes_is_understood(tmp_path: Path, name: str) -> None:
    """As Windows writes it: a number for yes or no, a list of texts, a key for a table."""
    value = example(name)
    match kind_of(name):
        case "yes-no":
            policy = ADMX.find(f".//p:policy[@name='{name}']/p:enabledValue/p:decimal", SPACE)
            assert policy is not None
            key, value = Key({name: int(policy.get("value", ""))}), True
        case "list":
            assert isinstance(value, tuple)
            key = Key({name: list(value)})
        case "table":
            assert isinstance(value, dict)
            key = Key({}, {name: Key(value)})
        case "choice":
            choices = ADMX.iterfind(f".//p:policy[@name='{name}']/p:elements/p:enum/p:item/p:value/p:string", SPACE)
            value = [each.text for each in choices][-1]
            key = Key({name: value})
        case _:
            key = Key({name: value})
    found = load_settings(tmp_path / "user", tmp_path / "machine", registry({"HKLM": key}))
    assert (getattr(found, name), found.notes) == (value, ())
    assert found.locked == {name}


def test_every_title_is_one_settings_own() -> None:
    titles = [meaning.title for _, meaning in OPTIONS.values()]
    assert len(set(titles)) == len(titles)
    assert all(meaning.words for _, meaning in OPTIONS.values())
    assert Settings().locked == frozenset()
