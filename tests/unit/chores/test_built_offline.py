"""A built program has nothing in it with which it could talk to another machine."""

from pathlib import Path

import pytest

from housekeeping.running import ChoreError
from installing.offline import prove_offline, talkers
from installing.transcript import Transcript

SOUND = ("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/QtWidgets.abi3.so", "clerkwell", "libcrypto.so.3", "typst/lib.so")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name in SOUND:
        _put(tmp_path / "built", name)
    return tmp_path / "built"


def _put(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).touch()


def _transcript(built: Path) -> Transcript:
    return Transcript(built.parent / "report.txt", "A build")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.pyd",
        "Frameworks/QtNetwork",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "libssl.so.3",
        "_ssl.pyd",
        "PySide6/Qt/lib/libQt6WebSockets.so.6",
    ],
)
def test_what_could_talk_ends_a_build(built: Path, name: str) -> None:
    _put(built, name)
    assert talkers(built) == (name,)
    with pytest.raises(ChoreError, match="could talk to other machines"):
        prove_offline(built, _transcript(built))


def test_what_cannot_is_a_built_program(built: Path) -> None:
    assert talkers(built) == ()
    prove_offline(built, _transcript(built))


def test_an_empty_folder_proves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ChoreError, match="There is no built program"):
        prove_offline(tmp_path / "built", _transcript(tmp_path / "built"))
