"""What the tests of the window stand on besides."""

import pytest

from clerkwell.printing.finding import NO_OFFICE


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of a window starts the LibreOffice of this computer; those that need one bring their own."""
    monkeypatch.setenv(NO_OFFICE, "1")
