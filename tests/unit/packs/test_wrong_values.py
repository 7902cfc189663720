"""Whatever is wrong with a value of `pack.toml`, it is told on its line in plain words, never in the schema's own."""

import re
import time
import tomllib
import typing
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from clerkwell.packs import PackError, read_manifest
from clerkwell.packs.bounds import DEEPEST, MOST_TABLES, too_much
from clerkwell.packs.manifest import Manifest
from clerkwell.system import templates_folder
from helpers.building import MANIFEST

# How the schema and TOML's reader put it, which is for programmers.
_THEIRS = re.compile(
    r"[Ii]nput should|validat|[Ii]nvalid|\bvalid\b|pattern|[Vv]alue error|\[type=|pydantic|[Ee]xpected|instance of"
    r"|parse|string|integer|boolean|tuple|dictionary|mapping|greater than|less than or equal|namespace|column \d"
)
# One value of every kind that TOML has, each wrong for some keys: texts, numbers, days, lists, tables.
_VALUES = (
    '"two"', '""', '"   "', "7", "-7", "3.5", "-0.5", "nan", "inf", "99999999999999999999", "true", "2026-05-31",
    "2026-05-31T10:00:00", "10:30:00", "[]", '["one"]', "[1, 2]", "[[1]]", "[true]", "{}", '{ a = "b" }', "{ a = 1 }",
    '{ a = ["b"] }', "{ a = { b = 1 } }", '[{ a = "b" }]', '"2026-02-30"', '"One"', f'"{"x" * 90}"',
)  # fmt: skip


def _refusal(text: str) -> str:
    with pytest.raises(PackError) as caught:
        read_manifest(text.encode(), "pack.toml")
    return str(caught.value)


def _said(text: str) -> str | None:
    try:
        read_manifest(text.encode(), "pack.toml")
    except PackError as error:
        return str(error)
    return None


def _keys(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key that the schema has, tables' own ones too."""
    for name, field in model.model_fields.items():
        yield (*path, name)
        for inner in _models(field.annotation):
            yield from _keys(inner, (*path, name))


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in typing.get_args(annotation):
        yield from _models(each)


_KEYS = sorted(set(_keys(Manifest)))


def _with(path: tuple[str, ...], value: str) -> str:
    """A sound manifest but for this value of this key, on the last line that says anything of it."""
    *tables, key = path
    if not tables:
        return f"{key} = {value}\n" + re.sub(rf"(?ms)^\[+{key}\b.*?(?=^\[(?!\[?{key}\.)|\Z)", "", MANIFEST)
    table = tables[0]
    begin = {
        "repeat": '[[repeat]]\nid = "more"\ntitle = "More"\nsingular = "one"\n',
        "field": '[[field]]\nid = "more"\ntitle = "More"\n',
        "group": '[[group]]\nid = "more"\ntitle = "More"\n',
        "section": '[[section]]\nid = "more"\ntitle = "More"\n',
        "vocab": '[vocab.more]\ntitle = "More"\n',
        "wording": '[wording.more]\ntitle = "More"\ntext = "More."\n',
    }.get(table, f"[{table}]\n")
    rest = MANIFEST
    if begin == f"[{table}]\n" and (found := re.search(rf"(?m)^\[{table}\]\n((?:(?!\[).*\n)*)", MANIFEST)):
        begin, rest = found.group(), MANIFEST.replace(found.group(), "")
    if len(tables) > 1:
        inner = f'{{ name = "One", {key} = {value} }}' if tables[1] == "entries" else f"{{ {key} = {value} }}"
        key, value = tables[1], f"[{inner}]" if tables[1] == "entries" else inner
    kept = "".join(line for line in begin.splitlines(keepends=True) if not re.match(rf"{key}\s*=", line))
    return f"{rest}\n{kept}{key} = {value}\n"


@pytest.mark.parametrize("path", _KEYS, ids=".".join)
def test_no_wrong_value_of_any_key_is_told_in_the_schemas_words(path: tuple[str, ...]) -> None:
    told = 0
    for value in _VALUES:
        text = _with(path, value)
        said = _said(text)
        if said is None:
            continue
        told += 1
        assert not _THEIRS.search(said), said
        assert said.startswith("pack.toml, line "), said
        assert said.endswith("."), said
    # No key takes whatever there is.
    assert told


def test_the_keys_are_all_that_the_schema_has() -> None:
    assert len(_KEYS) > 90
    assert {("pack", "version"), ("vocab", "entries", "effective_to"), ("section", "words", "most")} <= set(_KEYS)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("pack", "version"), '"two"', "has to be three numbers with full stops between them, such as 1.0.0; it is “t"),
        (("pack", "version"), "2", "has to be text in quotation marks; it is the number 2."),
        (("pack", "id"), '"Our Report"', "has to be made of small letters, figures and hyphens, such as main-report"),
        (("pack", "effective_from"), '"soon"', "has to be a day that there is, written like 2026-05-31; it is “soon”."),
        (("pack", "nation"), '"france"', 'has to be one of "england", "wales", "scotland" and "northern-ireland"'),
        (("pack", "executive"), '"maybe"', "has to be true or false, without quotation marks; it is “maybe”."),
        (("deadlines", "clear_days"), "-1", "may not be less than 0; it is the number -1."),
        (("deadlines", "clear_days"), "61", "may not be more than 60; it is the number 61."),
        (("deadlines", "clear_days"), "2.5", "has to be a whole number, such as 5; it is the number 2.5."),
        (("sets", "paragraph"), '"  "', "cannot be blank."),
        (("pack", "effective_from"), "2026-05-31T10:00:00", "written like 2026-05-31; it is a day with a time."),
        (("deadlines", "clear_days"), "nan", "; it is no number."),
        (("language", "times"), '"noon"', 'has to be one of "5.30pm", "5:30pm"'),
        (("field",), '"subject"', "has to be tables of their own, each under [[field]]"),
        (("section", "aliases"), '"One"', 'has to be a list in square brackets, such as ["One", "Two"]; it is “One”.'),
        (("section", "when"), '"For Decision"', "has to be a table: keys with their values"),
        (("section", "id"), f'"{"x" * 50}"', "may have 40 characters at most"),
        (("pages", "smallest"), '"large"', "has to be a number, such as 11 or 10.5"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_it_has_to_be(path: tuple[str, ...], value: str, said: str) -> None:
    text = _with(path, value)
    message = _refusal(text)
    assert said in message
    assert f'"{".".join(path)}"' in message
    line = int(message.split(":")[0].split()[-1])
    assert re.match(rf"{path[-1]}\s*=", text.splitlines()[line - 1])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[pack]\nid = "a"\ntitle = \n', 3, "a value is missing"),
        ("[pack]\nid = a\n", 2, "no text in quotation marks"),
        ("[pack\nid = 1\n", 1, "does not end with ]"),
        ("[pack]\nid 1\n", 2, "has no = after it"),
        ('[pack]\nid = "a\n', 2, "inside quotation marks"),
        ('[pack]\nid = "a" "b"\n', 2, "stands behind a value"),
        ('[pack]\nid = "a"\nid = "b"\n', 3, "is given twice"),
        ("[pack]\n[pack]\n", 2, "is given twice"),
        ('[pack]\nwords = ["a"\n', 2, "does not end with ]"),
        ("[pack]\nday = 2026-02-30\n", 2, "one that there is not"),
        ('[pack]\nfolder = "C:\\Packs"\n', 2, "has a \\ alone"),
        ("[pack]\ntitle = '''a\n", 2, "does not end with three quotation marks"),
        ("[pack]\n= 1\n", 2, ""),
    ],
)
def test_what_is_no_toml_is_told_on_its_line_in_words(text: str, line: int, said: str) -> None:
    message = _refusal(text)
    assert message.startswith(f"pack.toml, line {line}: ")
    assert said in message
    assert not _THEIRS.search(message)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(MANIFEST)), st.integers(0, 12), st.text("\"[]{}=.,\\\n'#x1- ", max_size=6))
def test_whatever_is_typed_into_a_manifest_it_is_told_in_words(at: int, gone: int, typed: str) -> None:
    said = _said(MANIFEST[:at] + typed + MANIFEST[at + gone :])
    # What is quoted of the file may hold any words.
    assert said is None or not _THEIRS.search(re.sub(r"“[^”]*”|\"[^\"]*\"", "", said)), said


_LARGEST = 256 * 1024
_HOSTILE: Mapping[str, str] = {
    "a key of a hundred thousand parts": ".".join("a" * (_LARGEST // 2)) + " = 1",
    "a table of a hundred thousand parts": f"[{'.'.join('a' * (_LARGEST // 2 - 2))}]",
    "keys of a thousand parts": f"{'.'.join('a' * 1000)} = 1\n" * 130,
    "tables in tables": "".join(f"[{'.'.join('a' * (1 + n % 400))}.b{n}]\n" for n in range(600)),
    "nested lists": "x = " + "[" * (_LARGEST - 4),
    "nested tables": "x = " + "{a=" * (_LARGEST // 3 - 2),
    "many tables": "".join(f"[t{n}.b.c]\n" for n in range(20_000)),
    "many questions": MANIFEST + "".join(f'[[field]]\nid="f{n}"\ntitle="T"\n' for n in range(7_500)),
    "many texts that do not end": '"\\"' * (_LARGEST // 3),
    "three quotation marks": '"""' * (_LARGEST // 3),
    "an endless number": "x = " + "9" * (_LARGEST - 4),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_manifest_of_full_size_is_refused_at_once_with_a_sentence(name: str) -> None:
    text = _HOSTILE[name][:_LARGEST]
    begun = time.process_time()
    message = _refusal(text)
    assert time.process_time() - begun < 1
    assert not _THEIRS.search(message)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".".join("a" * (DEEPEST + 2)) + " = 1", "a key of more than 16 parts"),
        ("x = " + "[" * (DEEPEST + 1), "values nested more than 16 deep"),
        # Before the marks that end a text may stand two that belong to it: what comes behind them counts all the same.
        ('x = ["""a"""", ' + "[" * DEEPEST, "values nested more than 16 deep"),
        ("x = ['''a''''', " + "[" * DEEPEST, "values nested more than 16 deep"),
        ("[t]\n" * (MOST_TABLES + 1), "more than 3,000 tables"),
        (".".join("a" * (DEEPEST + 1)) + " = 1", ""),
        ("x = " + "[" * DEEPEST, ""),
        ("[t]\n" * MOST_TABLES, ""),
    ],
)
def test_what_a_manifest_may_have_at_most_is_counted(text: str, said: str) -> None:
    assert too_much(text) == said


_MARKS = "[{a." * 20


@pytest.mark.parametrize(
    "text",
    [
        f'x = "{_MARKS}"', f"x = '{_MARKS}'",
        f'x = """\n[t]\n{_MARKS}"\n"""', f"x = '''\n{_MARKS}'\n'''", f"# {_MARKS}",
        f'x = "\\"{_MARKS}"', f'x = "a" # "{_MARKS}', f'x = """a\\"""{_MARKS}"""',
    ],
)  # fmt: skip
def test_marks_in_texts_and_comments_do_not_count(text: str) -> None:
    tomllib.loads(text)
    assert too_much(text) == ""


@pytest.mark.parametrize("pack", sorted(each.name for each in templates_folder().iterdir()))
def test_the_manifests_that_ship_are_far_from_any_bound(pack: str) -> None:
    source = (templates_folder() / pack / "pack.toml").read_text(encoding="utf-8")
    assert too_much(source) == ""
    assert source.count("\n[") * 10 < MOST_TABLES
    assert read_manifest(source.encode(), pack).pack.effective_from <= date.today()
