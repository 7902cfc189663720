"""What is told of files without their names."""

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.system import FileError, folders, read_bytes, start_logging, templates_folder
from clerkwell.system.masking import told_error, told_file

NAMES = st.text(st.characters(exclude_characters="/\\\\:.\0", exclude_categories=["Cs"]), min_size=3, max_size=30)
ROOTS = st.sampled_from(("/home/sam/Reports/", "C:\\Users\\sam\\", "\\\\files\\exempt$\\Committees\\", ""))


@given(ROOTS, NAMES, NAMES, st.sampled_from((".clerkwell", ".docx", "")))
def test_neither_a_files_name_nor_its_folders_are_told(root: str, folder: str, name: str, kind: str) -> None:
    told = told_file(f"{root}{folder}/{name}{kind}")
    assert told.endswith(f"…{kind}")
    for hidden in ("sam", "Committees", "Reports"):
        assert hidden not in told
    assert len(told) <= len("\\\\files\\exempt$\\…") + len(kind)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/home/sam/Redundancies.docx", "/….docx"),
        ("C:\\Users\\sam\\Redundancies.clerkwell", "C:\\….clerkwell"),
        ("\\\\files\\reports\\Redundancies.docx", "\\\\files\\reports\\….docx"),
        ("Redundancies.docx", "….docx"),
        ("Re. the closure of Example Street", "…"),
        ("", "…"),
    ],
)
def test_the_drive_and_the_kind_are_told(path: str, told: str) -> None:
    assert told_file(path) == told


def test_what_is_the_programs_own_is_told_whole() -> None:
    for own in (folders().settings, folders().recovery / "held", templates_folder() / "x" / "pack.toml"):
        assert told_file(own) == str(own)


def test_an_error_tells_what_went_wrong_and_not_where(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_bytes(tmp_path / "Redundancies.docx")
    assert told_error(caught.value) == "missing, /….docx"
    assert caught.value.__cause__ is not None
    assert told_error(OSError(28, "No space left", "/mnt/Redundancies.docx")) == "[Errno 28] No space left: '/….docx'"
    assert told_error(OSError("Redundancies.docx")) == ""
    assert told_error(ValueError("Redundancies")) == ""
    assert told_error(ModuleNotFoundError("No module named 'typst'")) == "No module named 'typst'"


def test_the_log_tells_no_file_by_its_name(tmp_path: Path) -> None:
    stop = start_logging(tmp_path / "logs")
    log = logging.getLogger("clerkwell.session")
    log.info("opened %s", Path("/home/sam/Redundancies.docx"))
    log.info("not opened: %s", FileError("There is no file Redundancies.docx.", Path("/home/sam/Redundancies.docx")))
    stop()
    kept = (tmp_path / "logs" / "clerkwell.log").read_text()
    assert "opened /….docx" in kept
    assert "not opened: other, /….docx" in kept
    assert "Redundancies" not in kept
