"""The help page of every key of `pack.toml`: values and defaults from the schema, its words from `pack_keys.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from clerkwell.packs import manifest

PAGE: Final = "pack-keys"
# The tables in the order of the page: how each begins in the file, and its model; none for one of any names.
TABLES: Final[Mapping[str, tuple[str, type[BaseModel] | None]]] = {
    "pack": ("[pack]", manifest.About),
    "recognise": ("[recognise]", manifest.Recognition),
    "field": ("[[field]]", manifest.FieldSpec),
    "repeat": ("[[repeat]]", manifest.RepeatSpec),
    "section": ("[[section]]", manifest.SectionSpec),
    "section.words": ("words = { … } of a section", manifest.WordLimits),
    "group": ("[[group]]", manifest.GroupSpec),
    "roles": ("[roles]", None),
    "vocab": ("[vocab.NAME]", manifest.Vocab),
    "vocab.entries": ("entries = [{ … }] of a list", manifest.VocabEntry),
    "wording": ("[wording.NAME]", manifest.Wording),
    "rules": ("[rules]", manifest.Rules),
    "language": ("[language]", manifest.Language),
    "deadlines": ("[deadlines]", manifest.Deadlines),
    "files": ("[files]", manifest.Files),
    "sets": ("[sets]", manifest.Sets),
    "pages": ("[pages]", manifest.Pages),
    "properties": ("[properties]", manifest.Properties),
}
_HEAD: Final = """# Every key of pack.toml

What a template asks for stands in its file `pack.toml`. The template workshop writes it for you, so you need not read
this page to look after a template: it is here to look things up. A key that is not on it is an error, and the check
names its line.

[Looking after a template](maintaining.md)
"""


class Told(NamedTuple):
    """What is said of a key: what it is for, and an example as it stands in the file."""

    says: str
    example: str


def told() -> Mapping[str, Mapping[str, Told]]:
    """What is said of every key, by table."""
    return {
        table: {key: Told(each["says"], each["example"]) for key, each in entry.get("keys", {}).items()}
        for table, entry in _source().items()
    }


def key_pages() -> Mapping[str, str]:
    """The page, by its file's name."""
    source, words = _source(), told()
    lines = [_HEAD]
    for table, (begins, model) in TABLES.items():
        lines += [f"## `{begins}`", "", source[table]["about"], ""]
        if model is None:
            lines += [f"Example: `{source[table]['example']}`", ""]
            continue
        for key, field in model.model_fields.items():
            says, example = words[table][key]
            default = _if_left_out(field)
            lines += [
                f"**{key}**: {says}", "",
                f"- Takes {_kind(field.annotation, field.metadata)}. {default}",
                f"- Example: `{key} = {example}`", "",
            ]  # fmt: skip
    return {f"{PAGE}.md": "\n".join(lines).rstrip() + "\n"}


def _source() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("pack_keys.toml").read_text(encoding="utf-8"))


def _if_left_out(field: FieldInfo) -> str:
    if field.is_required():
        return "It has to be given."
    return f"Without it: {_default(field.get_default(call_default_factory=True))}."


def _default(value: object) -> str:
    match value:
        case None | "" | () | {}:
            return "none"
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"`{value:g}`"
        case tuple():
            return "`[" + ", ".join(f'"{each}"' for each in value) + "]`"
        case _:
            return f'`"{value}"`'


def _kind(annotation: object, metadata: Sequence[object]) -> str:
    """What a key takes, in words."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(inner[0], list(inner[1:]))
    if origin in (Union, UnionType):
        return _kind(next(each for each in inner if each is not NoneType), metadata)
    if origin is Literal:
        return " or ".join(filter(None, [", ".join(f'`"{each}"`' for each in inner[:-1]), f'`"{inner[-1]}"`']))
    if annotation is bool:
        return "`true` or `false`"
    if annotation in (int, float):
        return "a number"
    if annotation is date:
        return "a day, year first and without quotation marks"
    if origin is tuple:
        of = inner[0]
        if of is date:
            return "several days in square brackets"
        return "several entries in square brackets" if _is_table(of) else "one or several texts in square brackets"
    if _is_table(annotation) or origin is not None:
        return "a table in curly brackets"
    return "a text in quotation marks" + (", small letters, figures and hyphens" if _is_slug(metadata) else "")


def _is_table(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_slug(metadata: Sequence[object]) -> bool:
    return any("a-z0-9" in str(getattr(each, "pattern", "") or each) for each in metadata)


def keys_of_the_schema() -> Iterator[tuple[str, str]]:
    """Every table and key that a pack can have."""
    for table, (_, model) in TABLES.items():
        for key in model.model_fields if model is not None else ():
            yield table, key
