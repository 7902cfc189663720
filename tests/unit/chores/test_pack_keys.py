"""The help page of the keys of pack.toml says what the schema knows, and every example on it is taken."""

import tomllib
from typing import Any

from pydantic import create_model

from clerkwell.packs.manifest import Manifest
from clerkwell.system import resources_folder
from manual.pack_keys import TABLES, key_pages, keys_of_the_schema, told


def test_the_page_in_the_help_is_the_one_that_the_chore_makes() -> None:
    [(name, text)] = key_pages().items()
    assert (resources_folder() / "help" / name).read_text(encoding="utf-8") == text, "run: python3 chores.py help-pages"


def test_every_table_that_a_pack_can_have_is_on_it() -> None:
    assert {each for each in TABLES if "." not in each} == set(Manifest.model_fields)


def test_every_key_is_explained_and_nothing_besides() -> None:
    explained = {(table, key) for table, keys in told().items() for key in keys}
    assert explained == set(keys_of_the_schema())
    assert all(each.says.endswith(".") for keys in told().values() for each in keys.values())


def test_a_pack_takes_every_example() -> None:
    for table, (_, model) in TABLES.items():
        for key, field in model.model_fields.items() if model is not None else ():
            value = tomllib.loads(f"it = {told()[table][key].example}")["it"]
            kind: Any = field.annotation
            one = create_model("One", it=(kind, field))
            assert one.model_validate({"it": value}).model_dump()["it"] is not None, f"{table}.{key}"
