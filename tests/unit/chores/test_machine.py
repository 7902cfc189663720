"""What Qt needs of the machine."""

import pytest

from housekeeping.machine import ALWAYS, SCREEN, Library, install_line, install_packages, missing
from housekeeping.running import ChoreError

NOWHERE = Library("libclerkwell-nowhere.so.9", "libclerkwell9", "clerkwell-libs")


def test_a_library_that_does_not_load_is_missing() -> None:
    assert missing([NOWHERE]) == [NOWHERE]


def test_every_library_is_listed_once_with_its_packages() -> None:
    every = ALWAYS + SCREEN

    assert len({library.file for library in every}) == len(every)
    assert all(library.debian and library.fedora for library in every)


def test_the_install_line_can_be_pasted() -> None:
    assert (
        install_line("apt-get", ["libegl1", "libgl1"]) == "sudo apt-get update && sudo apt-get install libegl1 libgl1"
    )
    assert install_line("dnf", ["mesa"]) == "sudo dnf install mesa"


def test_a_system_with_no_known_packager_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ChoreError, match=r"needs libraries.*libclerkwell9") as stopped:
        install_packages([NOWHERE.debian], [NOWHERE.fedora], "The window needs")

    assert stopped.value.code == 3
