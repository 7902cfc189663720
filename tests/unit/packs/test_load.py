"""Loading a pack: from its folder, and from the copy that a report carries."""

from pathlib import Path

import pytest

from clerkwell.packs import PackError, load_files, load_folder
from helpers.building import MANIFEST


def put(folder: Path, **files: bytes) -> Path:
    for name, data in {"pack.toml": MANIFEST.encode(), "template.docx": b"PK", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_a_folder_is_loaded_with_all_its_files(tmp_path: Path) -> None:
    pack = load_folder(put(tmp_path, **{"sample/plan.png": b"picture"}))
    assert set(pack.files) == {"pack.toml", "template.docx", "sample/plan.png"}
    assert pack.template == b"PK"


def test_the_copy_in_a_report_is_the_same_pack(tmp_path: Path) -> None:
    pack = load_folder(put(tmp_path))
    assert load_files(pack.files, "the report") == pack


def test_what_word_and_systems_leave_beside_a_pack_is_no_part_of_it(tmp_path: Path) -> None:
    left = {".DS_Store": b"x", "~$mplate.docx": b"x"}
    assert set(load_folder(put(tmp_path, **left)).files) == {"pack.toml", "template.docx"}


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"is not a template pack: it holds no pack\.toml"):
        load_folder(tmp_path)


def test_a_folder_that_is_not_there_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is not a template pack"):
        load_folder(tmp_path / "nowhere")


def test_a_pack_without_its_document_is_not_whole(tmp_path: Path) -> None:
    folder = put(tmp_path)
    (folder / "template.docx").unlink()
    with pytest.raises(PackError, match=r"holds no template\.docx"):
        load_folder(folder)


def test_a_pack_that_is_far_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    folder = put(tmp_path)
    with (folder / "film.mp4").open("wb") as film:
        film.truncate(51 * 1024 * 1024)
    with pytest.raises(PackError, match="too large"):
        load_folder(folder)


@pytest.mark.parametrize(
    ("value", "said"),
    [("[" * 5000, "nested more than 16"), ("{a=" * 5000, "nested more than 16"), ("9" * 5000, "too large a number")],
)
def test_a_value_that_python_gives_up_on_is_a_fault_of_the_pack(value: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        load_files({"pack.toml": f"{MANIFEST}\n[rules]\nx = {value}\n".encode(), "template.docx": b""}, "bomb")


@pytest.mark.parametrize(
    ("name", "size", "says"),
    [
        ("pack.toml", 256 * 1024 + 1, "pack.toml has more than 256 KB"),
        ("sample.json", 8 * 1024 * 1024 + 1, "more than 8 MB"),
    ],
)
def test_a_file_that_would_take_minutes_to_read_is_refused_unread(name: str, size: int, says: str) -> None:
    # It is no TOML and no JSON: whoever read it would say so.
    files = {"pack.toml": b"", "template.docx": b"", name: b"[" * size}
    with pytest.raises(PackError, match=says):
        load_files(files, "trial")


def test_a_folder_of_very_many_files_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").touch()
    for number in range(501):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(PackError, match="more than 500 files"):
        load_folder(tmp_path)


def test_a_link_in_a_pack_is_refused_for_it_could_lead_anywhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("private")
    pack = put(tmp_path / "pack")
    try:
        (pack / "note.txt").symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no links for an ordinary user")
    with pytest.raises(PackError, match=r"holds a link, note\.txt"):
        load_folder(pack)


def test_a_manifest_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    pack = put(tmp_path)
    with (pack / "pack.toml").open("r+b") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(PackError, match=r"its pack\.toml has more than 256 KB"):
        load_folder(pack)


def test_a_folder_full_of_folders_is_not_searched_to_the_end(tmp_path: Path) -> None:
    pack = put(tmp_path)
    for number in range(2001):
        (pack / f"folder-{number}").mkdir()
    with pytest.raises(PackError, match="more than 500 files"):
        load_folder(pack)


@pytest.mark.parametrize("version", ["1.0", "1.0.0-draft", "1.0.0\\n", f"1.0.{'9' * 5000}", "1.0.٣"])
def test_a_version_that_is_not_three_short_numbers_is_refused(tmp_path: Path, version: str) -> None:
    pack = put(tmp_path, **{"pack.toml": MANIFEST.replace('version = "1.0.0"', f'version = "{version}"').encode()})
    with pytest.raises(PackError, match=r"pack\.version"):
        load_folder(pack)
