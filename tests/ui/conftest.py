"""What the tests of the window stand on besides."""

import gc
from collections.abc import Iterator

import pytest

from clerkwell.printing.finding import NO_OFFICE
from clerkwell.ui.kit.garbage import look


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of a window starts the LibreOffice of this computer; those that need one bring their own."""
    monkeypatch.setenv(NO_OFFICE, "1")


@pytest.fixture(autouse=True)
def garbage_is_taken_out_on_this_thread() -> Iterator[None]:
    """As in the program: see `clerkwell.ui.kit.garbage`."""
    gc.disable()
    yield
    look()
    gc.enable()
