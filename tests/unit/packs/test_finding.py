"""Finding packs in their folders: each a folder of its own, or one file."""

import pickle
from collections.abc import Mapping
from pathlib import Path

from clerkwell.packs import Pack, PackError, Remembered, find_packs
from clerkwell.packs.packed import Packed
from helpers.building import MANIFEST, make_pack

FILES = {"pack.toml": MANIFEST.encode(), "template.docx": b"PK", "note.txt": b"x"}


class Unpacker:
    """Takes the files of the test's pack out of any file that says "sound", and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, data: bytes, name: str) -> Mapping[str, bytes]:
        self.asked.append(name)
        if data != b"sound":
            raise PackError(f"{name} is not a whole template pack.")
        return FILES


def test_packs_lie_in_a_folder_as_files_too(tmp_path: Path) -> None:
    (tmp_path / "A.CLERKPACK").write_bytes(b"sound")
    (tmp_path / "cut.clerkpack").write_bytes(b"cut")
    (tmp_path / ".hidden.clerkpack").write_bytes(b"cut")
    (tmp_path / "minutes.docx").write_bytes(b"PK")
    found = find_packs([tmp_path], unpack=Unpacker())
    assert [(pack.id, pack.files) for pack in found.packs] == [("test-council", FILES)]
    assert [(each.folder.name, each.reason) for each in found.faulty] == [
        ("cut.clerkpack", "cut.clerkpack is not a whole template pack.")
    ]
    assert find_packs([tmp_path]).packs == (), "left alone by who cannot take them out"


def test_a_file_of_more_than_a_pack_can_hold_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.clerkpack").open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    (faulty,) = find_packs([tmp_path], unpack=Unpacker()).faulty
    assert faulty.reason == "large.clerkpack is too large for a template pack: more than 50 MB."


def test_what_is_remembered_is_not_taken_out_of_its_file_until_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.clerkpack").write_bytes(b"sound")
    unpack = Unpacker()

    def start() -> Pack:
        memory = Remembered(tmp_path / "state" / "packs.json", "1")
        return find_packs([tmp_path], lambda _: [], memory, unpack).packs[0]

    start()
    unpack.asked.clear()
    pack = start()
    assert (pack.told.title, unpack.asked) == ("Test report", [])
    assert pack.template == b"PK"
    assert dict(pack.files) == FILES
    assert unpack.asked == ["a.clerkpack"]
    assert pack == Pack(make_pack().manifest, FILES)


def test_another_process_gets_the_files_themselves() -> None:
    assert pickle.loads(pickle.dumps(Packed(b"sound", "a", Unpacker()))) == FILES


def test_what_a_pack_says_of_itself_goes_with_what_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.clerkpack").write_bytes(b"sound")
    (faulty,) = find_packs([tmp_path], lambda _: ["It has no subject."], unpack=Unpacker()).faulty
    assert faulty.told is not None
    assert (faulty.told.title, faulty.reason) == ("Test report", "It has no subject.")
