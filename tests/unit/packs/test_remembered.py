"""What is known of packs from the last start."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from clerkwell.packs import Pack, Remembered, find_packs
from helpers.building import MANIFEST
from helpers.shipped import TEMPLATES


class Looks:
    """A check that counts, and finds fault with packs of version 2.0.0."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, pack: Pack) -> Iterable[str]:
        self.seen.append(pack.ref.version)
        return ["The document has no place for the subject."] if pack.ref.version == "2.0.0" else []


def put(folder: Path, version: str = "1.0.0") -> Path:
    pack = folder / "packs" / version
    pack.mkdir(parents=True)
    text = MANIFEST.replace('version = "1.0.0"', f'version = "{version}"')
    (pack / "pack.toml").write_text(text, encoding="utf-8")
    (pack / "template.docx").write_bytes(b"PK")
    return pack


def start(folder: Path, looks: Looks, maker: str = "1") -> tuple[Pack, ...]:
    return find_packs([folder / "packs"], looks, Remembered(folder / "state" / "packs.json", maker)).packs


def test_a_sound_pack_is_looked_at_once(tmp_path: Path) -> None:
    put(tmp_path)
    looks = Looks()

    first, second = start(tmp_path, looks), start(tmp_path, looks)

    assert looks.seen == ["1.0.0"]
    assert second == first


def test_what_is_remembered_of_the_shipped_packs_is_what_they_are(tmp_path: Path) -> None:
    find_packs([TEMPLATES], lambda _: [], Remembered(tmp_path / "packs.json", "1"))

    remembered = find_packs([TEMPLATES], lambda _: ["looked at"], Remembered(tmp_path / "packs.json", "1"))

    read = find_packs([TEMPLATES])
    assert [pack.told for pack in remembered.packs] == [pack.told for pack in read.packs]
    assert remembered == read


@pytest.mark.parametrize("name", ["pack.toml", "template.docx"])
def test_a_pack_whose_bytes_changed_is_looked_at_again(tmp_path: Path, name: str) -> None:
    pack = put(tmp_path)
    looks = Looks()
    start(tmp_path, looks)

    (pack / name).write_bytes((pack / name).read_bytes() + b"\n")
    start(tmp_path, looks)

    assert looks.seen == ["1.0.0", "1.0.0"]


def test_a_faulty_pack_is_named_at_every_start(tmp_path: Path) -> None:
    put(tmp_path, "2.0.0")
    looks = Looks()
    for _ in range(2):
        memory = Remembered(tmp_path / "state" / "packs.json", "1")
        (faulty,) = find_packs([tmp_path / "packs"], looks, memory).faulty
        assert faulty.reason == "The document has no place for the subject."


def test_another_version_of_the_program_looks_for_itself(tmp_path: Path) -> None:
    put(tmp_path)
    looks = Looks()

    start(tmp_path, looks, "1")
    start(tmp_path, looks, "2")

    assert looks.seen == ["1.0.0", "1.0.0"]


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"not json",
        b"[]",
        b'{"maker": "1"}',
        b'{"maker": "1", "packs": []}',
        b'{"maker": "1", "packs": {"a": 1}}',
        b"\xff\xfe",
    ],
)
def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path, kept: bytes) -> None:
    put(tmp_path)
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "packs.json").write_bytes(kept)
    looks = Looks()

    assert start(tmp_path, looks)
    assert looks.seen == ["1.0.0"]


def test_a_manifest_that_is_remembered_wrongly_is_read_again(tmp_path: Path) -> None:
    put(tmp_path)
    looks = Looks()
    (right,) = start(tmp_path, looks)
    file = tmp_path / "state" / "packs.json"
    kept = json.loads(file.read_bytes())
    kept["packs"] = dict.fromkeys(kept["packs"], '{"pack": {}}')
    file.write_text(json.dumps(kept), encoding="utf-8")

    assert start(tmp_path, looks) == (right,)
    assert looks.seen == ["1.0.0", "1.0.0"]


def test_a_manifest_that_was_kept_damaged_beyond_what_is_told_of_it_is_read_from_its_file(tmp_path: Path) -> None:
    put(tmp_path)
    looks = Looks()
    (right,) = start(tmp_path, looks)
    file = tmp_path / "state" / "packs.json"
    kept = json.loads(file.read_bytes())
    ((key, manifest),) = kept["packs"].items()
    kept["packs"] = {key: json.dumps({**json.loads(manifest), "colour": "blue"})}
    file.write_text(json.dumps(kept), encoding="utf-8")

    (found,) = start(tmp_path, looks)

    assert found.told == right.told
    assert found.manifest == right.manifest
    assert looks.seen == ["1.0.0"]


def test_a_pack_that_has_gone_is_forgotten(tmp_path: Path) -> None:
    pack = put(tmp_path)
    put(tmp_path, "1.1.0")
    looks = Looks()
    start(tmp_path, looks)
    (pack / "pack.toml").unlink()

    start(tmp_path, looks)

    assert len(json.loads((tmp_path / "state" / "packs.json").read_bytes())["packs"]) == 1


def test_a_memory_that_cannot_be_kept_costs_nothing_but_time(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "state").write_bytes(b"a file where the folder should be")
    looks = Looks()

    assert start(tmp_path, looks)
    assert start(tmp_path, looks)

    assert looks.seen == ["1.0.0", "1.0.0"]
