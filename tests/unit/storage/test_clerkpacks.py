"""A pack travels as one file, and whatever happened to it on its way is told."""

import io
import json
import random
import zipfile
from collections.abc import Mapping

import pytest

from clerkwell.packs import PackError
from clerkwell.storage import from_clerkpack, to_clerkpack
from helpers.shipped import IDS, shipped

PACK = "north-somerset-executive-2022"


def files() -> Mapping[str, bytes]:
    return shipped(PACK).files


def with_entries(change: Mapping[str, bytes | None]) -> bytes:
    """The one file of the pack, with these entries in it otherwise, besides, or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(to_clerkpack(files()))) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**held, **change}.items():
            if data is not None:
                archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("pack_id", IDS)
def test_a_pack_comes_out_as_it_went_in(pack_id: str) -> None:
    data = to_clerkpack(shipped(pack_id).files)
    assert from_clerkpack(data, "trial") == dict(shipped(pack_id).files)
    assert to_clerkpack(shipped(pack_id).files) == data


def test_what_is_no_pack_is_not_made_into_one() -> None:
    with pytest.raises(PackError, match="holds no template"):
        to_clerkpack({"pack.toml": files()["pack.toml"]})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"template.docx": b"changed"}, r"template\.docx was changed, added or lost"),
        ({"more.txt": b"added"}, r"more\.txt was changed, added or lost"),
        ({"sample.json": None}, r"sample\.json was changed, added or lost"),
        ({"clerkpack.json": None}, "its list of files is missing"),
        ({"clerkpack.json": b"[1]"}, "its list of files is missing"),
        ({"clerkpack.json": b"[" * 100_000}, "its list of files is missing"),
        ({"clerkpack.json": json.dumps({"format": 2, "files": {}}).encode()}, "made by a newer version"),
        ({"../evil.txt": b"x"}, "points outside it"),
        ({"C:\\evil.txt": b"x"}, "points outside it"),
        ({"bomb.bin": bytes(300_000_000)}, "unpacks to far more"),
        ({"pack.toml": b"#" * 100_000_000}, "unpacks to far more"),
        ({"pack.toml": random.Random(7).randbytes(2_000_000)}, r"its pack\.toml has more than 256 KB"),
        ({f"{number}.txt": b"" for number in range(501)}, "more than 500 files"),
    ],
)
def test_whatever_happened_to_it_is_told(change: Mapping[str, bytes | None], says: str) -> None:
    with pytest.raises(PackError, match=says):
        from_clerkpack(with_entries(change), "trial")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip at all"])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    with pytest.raises(PackError, match="cut short, or is no pack"):
        from_clerkpack(data, "trial")


def test_one_that_was_cut_short_is_told() -> None:
    data = to_clerkpack(files())
    for left in (len(data) // 2, len(data) - 100, len(data) - 1):
        with pytest.raises(PackError, match="cut short"):
            from_clerkpack(data[:left], "trial")


def test_a_single_changed_byte_is_told() -> None:
    data = bytearray(to_clerkpack(files()))
    for at in range(200, len(data), len(data) // 12):
        broken = bytes(data[:at]) + bytes([data[at] ^ 0x55]) + bytes(data[at + 1 :])
        try:
            assert from_clerkpack(broken, "trial") == dict(files())
        except PackError:
            continue


def test_one_that_unpacks_to_more_than_a_pack_holds_is_refused_unopened() -> None:
    noise = random.Random(7).randbytes(600_000)
    with pytest.raises(PackError, match="more than 50 MB once unpacked"):
        from_clerkpack(with_entries({"large.bin": noise + bytes(60_000_000)}), "trial")
