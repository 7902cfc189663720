"""Checks in a process of its own: the same answers, and nothing left behind, however it or the window ends."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.processes import FOLDERS, python
from clerkwell.model import FieldValue, Paragraph, Place, ReplaceWords, Report, SetBlocks, SetField, Text, apply
from clerkwell.rules import check
from clerkwell.rules.engine import PROGRAM_FAULT
from clerkwell.session.checking_apart import CheckApart
from helpers.building import make_pack, make_report
from helpers.children import children, gone
from helpers.inventing import invented_report

PACK = make_pack()
# A process that answers nothing and ends as it is told to.
ENDS = "import os, sys, signal, time\nsys.stdin.buffer.read(9)\n{how}\n"
# A process like ours, with rules that the test gives it.
RULES = """
import os, sys, time
from clerkwell.rules import serving
from clerkwell.system.served import pipes
from clerkwell.rules.rule import Finding, Rule
{rules}
rule = Rule("toy", "warning", "A toy", "So that there is one.", look, source="This test")
asks, answers = pipes()
serving.serve(asks, answers, open(os.devnull, "wb"), (rule,))
"""


@pytest.fixture
def apart() -> Iterator[CheckApart]:
    """The check as the program has it, with a real process."""
    made = CheckApart()
    yield made
    made.close()


def faulty() -> Report:
    return make_report({"summary": "Words.", "background": "[Insert text]", "financial": "N/A"}, pack=PACK)


def test_it_finds_what_a_check_here_finds(apart: CheckApart) -> None:
    report = faulty()
    assert apart(report, PACK) == check(report, PACK)
    assert len(apart(report, PACK)) > 1


def test_one_that_cannot_be_begun_is_done_without(caplog: pytest.LogCaptureFixture) -> None:
    apart = CheckApart(command=("no-such-program-anywhere",))
    apart.begin()
    assert apart(faulty(), PACK) == check(faulty(), PACK)
    caplog.clear()
    apart.close()


def test_it_follows_the_report_from_edit_to_edit(apart: CheckApart) -> None:
    report = faulty()
    apart(report, PACK)
    edits = (
        ReplaceWords(place=Place(section="background", block="b2"), words="The park opened long ago."),
        SetField(field="subject", value=FieldValue(text="Play area", value="Play area")),
        SetBlocks(section="options", blocks=(Paragraph(runs=(Text(text="[Insert text]"),)),)),
        SetBlocks(section="summary", blocks=()),
    )
    for edit in edits:
        report = apply(edit, report)
        assert apart(report, PACK) == check(report, PACK)


def test_what_was_found_before_is_the_same_object_again(apart: CheckApart) -> None:
    report = faulty()
    before = apart(report, PACK)
    after = apart(apply(SetField(field="subject", value=FieldValue(text="Park", value="Park")), report), PACK)
    same = [problem for problem in after if any(problem is other for other in before)]
    assert same
    assert len(same) == len([problem for problem in after if problem in before])


def test_a_report_that_is_late_for_its_meeting_is_told_so() -> None:
    rows = (
        {"name": FieldValue(text="Parks Committee"), "date": FieldValue(text="7 December 2022", value="2022-12-07")},
    )
    report = faulty().model_copy(update={"repeats": {"committees": rows}})
    made = CheckApart(today=lambda: date(2022, 12, 5))
    try:
        (told,) = [each for each in made(report, PACK) if each.rule == "publication-deadline"]
    finally:
        made.close()
    assert told.severity == "warning"
    assert "29 November 2022" in told.message


def test_another_report_and_another_pack_are_told_from_the_first(apart: CheckApart) -> None:
    first, other = faulty(), make_report({"summary": "Other words."}, pack=PACK)
    pack = make_pack()
    assert apart(first, PACK) == check(first, PACK)
    assert apart(other, pack) == check(other, pack)
    assert apart(first, PACK) == check(first, PACK)


def test_a_long_report_goes_over_whole(apart: CheckApart) -> None:
    long = invented_report(PACK, 20_000)
    assert apart(long, PACK) == check(long, PACK)


def test_the_authors_own_words_travel_with_it() -> None:
    words = [frozenset({"Quibblethorpe"})]
    rules = (
        "def look(passage, guide):\n"
        "    yield Finding(' '.join(sorted(guide.own_words)), passage.place)\n"
        "from clerkwell.rules.rule import Each\nlook = Each(look)"
    )
    apart = CheckApart(lambda: words[0], python(RULES.format(rules=rules)))
    report = make_report({"summary": "Words."}, pack=PACK)
    assert {problem.message for problem in apart(report, PACK)} == {"Quibblethorpe"}
    words[0] = frozenset({"Quibblethorpe", "Zetetic"})
    assert {problem.message for problem in apart(report, PACK)} == {"Quibblethorpe Zetetic"}
    apart.close()


def test_a_library_that_prints_does_not_come_between() -> None:
    rules = "def look(report, pack):\n    print('hello', flush=True)\n    os.write(1, b'hello')\n    yield Finding('x')"
    apart = CheckApart(command=python(RULES.format(rules=rules)))
    assert [problem.message for problem in apart(faulty(), PACK)] == ["x"]
    assert [problem.message for problem in apart(faulty(), PACK)] == ["x"]
    apart.close()


def test_a_rule_that_fails_is_logged_here_without_a_word_of_the_report(caplog: pytest.LogCaptureFixture) -> None:
    rules = "def look(report, pack):\n    raise ValueError(report.field('subject').text)\n    yield"
    apart = CheckApart(command=python(RULES.format(rules=rules)))
    report = apply(SetField(field="subject", value=FieldValue(text="Secret plans")), make_report(pack=PACK))

    (problem,) = apart(report, PACK)

    assert problem.rule == PROGRAM_FAULT
    assert "rule toy failed" in caplog.text
    assert "ValueError" in caplog.text
    assert "Secret" not in caplog.text
    caplog.clear()
    apart.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not list a process's children")
class TestProcesses:
    """What becomes of the process."""

    def test_one_that_was_begun_is_the_one_that_checks(self) -> None:
        before = children()
        apart = CheckApart()
        apart.begin()
        begun = children() - before
        assert len(begun) == 1
        apart(faulty(), PACK)
        assert children() - before == begun
        apart.close()
        assert children() == before

    def test_it_starts_with_the_first_check_and_ends_with_the_report(self) -> None:
        before = children()
        apart = CheckApart()
        assert children() == before
        apart(faulty(), PACK)
        (pid,) = children() - before
        apart.close()
        assert children() == before
        assert gone(pid)
        assert apart(faulty(), PACK) == ()
        assert children() == before

    def test_one_that_is_killed_is_started_again(self, caplog: pytest.LogCaptureFixture) -> None:
        before = children()
        apart = CheckApart()
        report = faulty()
        for _ in range(3):
            found = apart(report, PACK)
            (pid,) = children() - before
            os.kill(pid, signal.SIGKILL)
            assert found == check(report, PACK)
        assert apart(report, PACK) == check(report, PACK)
        apart.close()
        assert children() == before
        caplog.clear()

    def test_one_that_will_not_live_is_done_without(self, caplog: pytest.LogCaptureFixture) -> None:
        before = children()
        apart = CheckApart(command=python(ENDS.format(how="sys.exit(3)")))
        report = faulty()
        assert apart(report, PACK) == check(report, PACK)
        assert len(caplog.records) == 2
        assert apart(report, PACK) == check(report, PACK)
        assert len(caplog.records) == 2, "it is not started again and again"
        apart.close()
        assert children() == before
        caplog.clear()

    def test_one_that_cannot_be_started_is_done_without(self, caplog: pytest.LogCaptureFixture) -> None:
        apart = CheckApart(command=["no-such-program-here"])
        assert apart(faulty(), PACK) == check(faulty(), PACK)
        apart.close()
        caplog.clear()

    def test_what_brings_the_process_down_is_not_tried_in_the_window(self, caplog: pytest.LogCaptureFixture) -> None:
        apart = CheckApart(command=python(ENDS.format(how="os.kill(os.getpid(), signal.SIGSEGV)")))
        for _ in range(2):
            (problem,) = apart(faulty(), PACK)
            assert problem.rule == PROGRAM_FAULT
        apart.close()
        caplog.clear()

    def test_closing_ends_a_check_that_does_not_end(self) -> None:
        before = children()
        apart = CheckApart(command=python(ENDS.format(how="time.sleep(600)")))
        found: list[object] = []
        waiting = threading.Thread(target=lambda: found.append(apart(faulty(), PACK)))
        waiting.start()
        until = time.monotonic() + 5
        while children() == before and time.monotonic() < until:
            time.sleep(0.01)

        apart.close()
        waiting.join(5)

        assert found == [()]
        assert children() == before

    @pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
    def test_it_ends_when_the_window_is_killed(self, tmp_path: Path, *, busy: bool) -> None:
        """Also in the middle of a check."""
        rules = "def look(report, pack):\n    {}\n    yield Finding('x')".format("time.sleep(1)" if busy else "pass")
        window = (
            f"import sys, threading, time\nsys.path[:0] = {FOLDERS!r}\n"
            "from clerkwell.session.checking_apart import CheckApart\n"
            "from helpers.building import make_pack, make_report\n"
            f"apart = CheckApart(command={python(RULES.format(rules=rules))!r})\n"
            "apart(make_report(), make_pack())\n"
            "threading.Thread(target=lambda: apart(make_report(), make_pack())).start()\n"
            "print(apart._worker._child.pid, flush=True)\n"
            "time.sleep(600)\n"
        )
        started = subprocess.Popen([sys.executable, "-c", window], stdout=subprocess.PIPE, cwd=tmp_path)
        assert started.stdout is not None
        pid = int(started.stdout.readline())

        started.kill()
        started.wait()
        started.stdout.close()

        assert gone(pid)

    def test_it_holds_no_socket(self, apart: CheckApart) -> None:
        before = children()
        apart(faulty(), PACK)
        (pid,) = children() - before
        links = [str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()]
        assert links
        assert not [link for link in links if link.startswith("socket:")]
