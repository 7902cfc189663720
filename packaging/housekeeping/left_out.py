"""A pytest plug-in: which tests were left out, for want of what, and how to get them.

With `--nothing-left-out` (CI) a test that was left out fails the run, unless its reason is one of `ALLOWED`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import pytest

# Marker -> (what is missing, how to get it).
HOW = {
    "libreoffice": ("LibreOffice", "python3 chores.py setup-proofs"),
    "validator": ("the Open XML validators", "python3 chores.py setup-proofs"),
    "display": (
        "a screen to open real windows on, or what reads them (Xvfb, a window manager, xdotool, AT-SPI)",
        "python3 chores.py setup-proofs",
    ),
    "seeds": ("the published reports", "set CLERKWELL_SEEDS to their folder"),
}
# Deselected unless asked for (pyproject.toml).
HEAVY = "python3 chores.py heavy"
# Reasons that are no fault of the machine that everything was installed on.
ALLOWED = ("the published reports are not here", "only on Windows", "only on macOS", "only root can be two users")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that CI runs with."""
    parser.addoption("--nothing-left-out", action="store_true", help="fail if a test was left out")


def left_out(skipped: Iterable[tuple[str, Iterable[str]]]) -> list[str]:
    """A sentence for each reason, from the reason and the markers of each test that was left out."""
    reasons: Counter[tuple[str, str]] = Counter()
    for reason, marks in skipped:
        mark = next((mark for mark in HOW if mark in marks), None)
        reasons[HOW[mark] if mark else (reason, "")] += 1
    return [
        f"{_tests(count)}, for want of {what}. To run them too: {how}" if how else f"{_tests(count)}: {what}"
        for (what, how), count in reasons.most_common()
    ]


def _tests(count: int) -> str:
    return f"{count} {'test' if count == 1 else 'tests'}"


def _skipped(stats: Mapping[str, list[pytest.TestReport]]) -> list[tuple[str, list[str]]]:
    return [(_reason(report), list(report.keywords)) for report in stats.get("skipped", [])]


def _reason(report: pytest.TestReport) -> str:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was left out, after everything else and before pytest's closing line."""
    lines = left_out(_skipped(terminalreporter.stats))
    heavy = [item for item in terminalreporter.stats.get("deselected", []) if "heavy" in item.keywords]
    if heavy:
        lines.append(f"{_tests(len(heavy))}, long proofs. To run them: {HEAVY}")
    if lines:
        terminalreporter.section("left out")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where nothing may be left out, something left out is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not session.config.getoption("--nothing-left-out"):
        return
    found = [reason for reason, _ in _skipped(reporter.stats) if not reason.startswith(ALLOWED)]
    if found and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"\nA test was left out where none may be: {found[0]}", red=True)
