"""What every test stands on: Qt offscreen, a throw-away profile, and no noise."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported anywhere.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run, and none failed for a busy machine: luck has no part in whether a change lands.
settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=60, suppress_health_check=(HealthCheck.too_slow,)
)
settings.load_profile("house")

if TYPE_CHECKING:
    from helpers.exports import Exports

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def throw_away_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a profile of its own, so that none reads or writes the user's."""
    home = tmp_path_factory.mktemp("profile")
    monkeypatch.setenv("CLERKWELL_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that a test did not expect fails it; `caplog.clear()` says that it was expected."""
    with caplog.at_level(logging.WARNING):
        yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not stray, f"unexpected log: {stray[0].getMessage()}"


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """No window, timer or thread outlives its test."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from helpers.leftovers import complain_of_qt_leftovers

        complain_of_qt_leftovers()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks back on the whole run comes last."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(scope="session")
def exports() -> Iterator["Exports"]:
    """Every document that is written while the tests run."""
    from helpers.exports import Exports

    watched = Exports()
    with watched.watching():
        yield watched


@pytest.fixture(autouse=True)
def every_export_is_sound(exports: "Exports", request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test writes passes the validators that are quick enough; see `helpers.exports`."""
    exports.fresh.clear()
    yield
    if request.node.get_closest_marker("pieces"):
        exports.fresh.clear()
    found = exports.settle(request.node.nodeid)
    assert not found, "\n".join(["a document that this test wrote is not sound:", *found])


@pytest.fixture
def seeds() -> Path:
    """The folder of published reports; a test that needs it is left out, saying so, where it is not there."""
    folder = Path(os.environ.get("CLERKWELL_SEEDS", ROOT.parent / "shared" / "seeds"))
    if not folder.is_dir():
        pytest.skip("the published reports are not here: set CLERKWELL_SEEDS to their folder")
    return folder
