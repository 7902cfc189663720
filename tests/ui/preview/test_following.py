"""Pages follow the report: an approximation at the pause, better ones after a longer one, and stale ones never."""

from collections.abc import Callable, Iterator, Mapping
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Report, SetField
from clerkwell.packs import Pack
from clerkwell.printing import Engine, Made, PrintingError, StoppedError
from clerkwell.printing.page_map import Finder, Places
from clerkwell.printing.pdf import Pdf
from clerkwell.session.page_places import sought
from clerkwell.session.pages_apart import Approximation, LostError
from clerkwell.ui.preview import PreviewPane
from clerkwell.ui.preview.following import PageFollower
from clerkwell.word.ooxml import WordError
from helpers.building import make_report
from helpers.desk import Desk, open_desk
from helpers.pdfs import make_pdf
from helpers.shipped import shipped

PACK = shipped("north-somerset-executive-2022")
EXACT, OURS = 4, 5


class Others:
    """Makes four pages, as LibreOffice would; the test holds it, or has it fail."""

    def __init__(self) -> None:
        self.engines: tuple[Engine, ...] = (Engine("libreoffice"), Engine("approximation"))
        self.holds = Event()
        self.holds.set()
        self.fails: Exception | None = None
        self.asked: list[bytes] = []
        self.ready: list[bool] = []
        self.stopped = 0
        self.closed = False

    def ways(self) -> tuple[Engine, ...]:
        """What the test says."""
        return self.engines

    def make(self, document: bytes, stop: Event | None = None, *, ready: bool = False) -> Made:
        """The pages, once the test lets it."""
        self.asked.append(document)
        self.ready.append(ready)
        while not self.holds.wait(0.01):
            if stop is not None and stop.is_set():
                self.stopped += 1
                raise StoppedError
        if self.fails is not None:
            raise self.fails
        return Made(make_pdf(EXACT), self.engines[0], EXACT)

    def close(self) -> None:
        """Note it."""
        self.closed = True


class Ours:
    """Has five pages at once; the subjects of what it was asked for are kept."""

    def __init__(self) -> None:
        self.holds = Event()
        self.holds.set()
        self.fails: Exception | None = None
        self.asked: list[str] = []
        self.did: list[str] = []
        self.ready: list[bool] = []

    def pages(
        self, report: Report, pack: Pack, attachments: Mapping[str, bytes], stop: Event | None = None
    ) -> Approximation:
        """The pages, unless they fail."""
        del attachments, stop
        self.asked.append(report.field("subject").text)
        self.holds.wait(10)
        if self.fails is not None:
            raise self.fails
        data = make_pdf(OURS)
        pdf = Pdf(data)
        places = Finder().places(pdf, sought(report, pack))
        pdf.close()
        return Approximation(data, (), places)

    def document(
        self,
        report: Report,
        pack: Pack,
        attachments: Mapping[str, bytes],
        stop: Event | None = None,
        *,
        for_libreoffice: bool = False,
    ) -> bytes:
        """What tells which report it is of."""
        del pack, attachments, stop
        self.ready.append(for_libreoffice)
        if isinstance(self.fails, LostError):
            raise self.fails
        return report.field("subject").text.encode()

    def places(
        self, report: Report, pack: Pack, attachments: Mapping[str, bytes], pdf: bytes, stop: Event | None = None
    ) -> Places:
        """None."""
        del attachments, stop
        if isinstance(self.fails, LostError):
            raise self.fails
        opened = Pdf(pdf)
        found = Finder().places(opened, sought(report, pack))
        opened.close()
        return found

    def rest(self) -> None:
        """Note it."""
        self.did.append("rest")

    def leave(self) -> None:
        """Note it."""
        self.did.append("leave")

    def close(self) -> None:
        """Note it."""
        self.did.append("close")


@pytest.fixture
def others() -> Others:
    return Others()


@pytest.fixture
def ours() -> Ours:
    return Ours()


@pytest.fixture
def desk() -> Desk:
    return open_desk(make_report({"summary": "In short"}, {"subject": "Library hours"}, PACK), PACK)


Show = Callable[[], PreviewPane]


@pytest.fixture
def show(qtbot: QtBot, desk: Desk, others: Others, ours: Ours, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    monkeypatch.setattr(PageFollower, "SHORT", 0.02)
    monkeypatch.setattr(PageFollower, "PAUSE", 0.15)
    panes: list[PreviewPane] = []

    def shown() -> PreviewPane:
        pane = PreviewPane(desk.bridge, lambda: others, quick=lambda: ours)
        panes.append(pane)
        qtbot.addWidget(pane)
        pane.resize(500, 700)
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    yield shown
    others.holds.set()
    ours.holds.set()
    for pane in panes:
        pane.close_down()


def write(desk: Desk, subject: str) -> None:
    desk.session.apply(SetField(field="subject", value=FieldValue(text=subject)), "Change the subject")


def until_pages(qtbot: QtBot, pane: PreviewPane, count: int) -> None:
    qtbot.waitUntil(lambda: pane.view.count == count, timeout=10000)


def test_the_approximation_comes_first_and_the_better_pages_take_its_place(
    qtbot: QtBot, show: Show, others: Others, ours: Ours
) -> None:
    others.holds.clear()
    pane = show()
    until_pages(qtbot, pane, OURS)
    assert pane.about.text() == "5 pages, approximated until LibreOffice has made them."
    assert not pane.doing.isVisible()
    others.holds.set()
    until_pages(qtbot, pane, EXACT)
    assert pane.about.text() == "4 pages. Made by LibreOffice from the exported document."
    assert others.asked == [b"Library hours"]
    assert others.ready == ours.ready == [True]


def test_word_has_the_document_as_it_is(qtbot: QtBot, show: Show, others: Others, ours: Ours) -> None:
    others.engines = (Engine("word"), Engine("approximation"))
    pane = show()
    until_pages(qtbot, pane, EXACT)
    assert others.ready == ours.ready == [False]
    assert "Made by Microsoft Word" in pane.about.text()


def test_only_the_last_pages_are_counted_as_the_reports(qtbot: QtBot, desk: Desk, show: Show, others: Others) -> None:
    others.holds.clear()
    pane = show()
    counted: list[int] = []
    pane.follower.made.connect(lambda fresh: counted.append(fresh.made.pages))
    until_pages(qtbot, pane, OURS)
    others.holds.set()
    until_pages(qtbot, pane, EXACT)
    write(desk, "Other hours")
    until_pages(qtbot, pane, OURS)
    until_pages(qtbot, pane, EXACT)
    assert counted == [EXACT, EXACT]


def test_a_key_calls_the_better_pages_off_at_once(
    qtbot: QtBot, desk: Desk, show: Show, others: Others, ours: Ours
) -> None:
    others.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(others.asked) == 1)
    pane.follower.SHORT = pane.follower.PAUSE = 60.0
    pane.follower.pause = 60.0
    write(desk, "Other hours")
    qtbot.waitUntil(lambda: others.stopped == 1)
    assert ours.asked == ["Library hours"]
    assert pane.view.count == OURS


def test_while_somebody_types_nothing_is_asked_of_the_others(
    qtbot: QtBot, desk: Desk, show: Show, others: Others, ours: Ours
) -> None:
    pane = show()
    until_pages(qtbot, pane, EXACT)
    # Far longer than any gap between two keys of this test, on a slow machine too.
    pane.follower.PAUSE = 3.0
    for at in range(8):
        write(desk, f"Hours {at}")
        qtbot.wait(70)
    assert len(others.asked) == 1
    assert len(ours.asked) > 3
    qtbot.waitUntil(lambda: others.asked[-1] == b"Hours 7", timeout=30_000)
    until_pages(qtbot, pane, EXACT)
    assert len(others.asked) == 2
    assert ours.asked[-1] == "Hours 7"


def test_pages_that_come_in_the_middle_of_a_word_are_shown_at_the_pause(
    qtbot: QtBot, desk: Desk, show: Show, others: Others, ours: Ours
) -> None:
    others.engines = (Engine("approximation"),)
    ours.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(ours.asked) == 1)
    pane.follower.pause = 0.6
    write(desk, "Other hours")
    ours.holds.set()
    qtbot.wait(250)
    assert pane.view.count == 0
    ours.holds.clear()
    until_pages(qtbot, pane, OURS)
    assert ours.asked[0] == "Library hours"
    ours.holds.set()
    qtbot.waitUntil(lambda: ours.asked[-1] == "Other hours")


def test_what_was_undone_before_its_pages_came_has_them_made_again(
    qtbot: QtBot, desk: Desk, show: Show, others: Others, ours: Ours
) -> None:
    others.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(others.asked) == 1)
    write(desk, "Other hours")
    desk.session.undo()
    others.holds.set()
    until_pages(qtbot, pane, EXACT)
    assert others.asked[-1] == b"Library hours"
    assert ours.asked[-1] == "Library hours"


def test_hidden_it_makes_nothing_and_shown_again_it_owes_the_better_pages(
    qtbot: QtBot, desk: Desk, show: Show, others: Others, ours: Ours
) -> None:
    others.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(others.asked) == 1)
    pane.hide()
    qtbot.waitUntil(lambda: others.stopped == 1)
    others.holds.set()
    qtbot.wait(200)
    assert len(others.asked) == 1
    pane.show()
    until_pages(qtbot, pane, EXACT)
    assert ours.asked == ["Library hours"]
    pane.hide()
    write(desk, "Other hours")
    qtbot.wait(200)
    assert len(others.asked) == 2
    assert len(ours.asked) == 1


def test_where_there_is_nothing_better_the_approximation_is_what_there_is(
    qtbot: QtBot, show: Show, others: Others
) -> None:
    others.engines = (Engine("approximation"),)
    pane = show()
    until_pages(qtbot, pane, OURS)
    qtbot.wait(300)
    assert "Word’s lines and page count may differ" in pane.about.text()
    assert not others.asked


def test_better_pages_that_fail_leave_the_approximation_and_say_so(qtbot: QtBot, show: Show, others: Others) -> None:
    others.fails = PrintingError("LibreOffice did not finish within 60 seconds and was stopped.")
    pane = show()
    qtbot.waitUntil(pane.again.isVisible)
    assert pane.view.count == OURS
    assert pane.trouble.text() == (
        "LibreOffice did not finish within 60 seconds and was stopped. The pages shown are an approximation. "
        "Try again, or choose another way to make pages in Settings, under Pages."
    )
    others.fails = None
    pane.again.click()
    until_pages(qtbot, pane, EXACT)
    assert not pane.again.isVisible()


def test_without_the_process_the_others_make_all_pages(qtbot: QtBot, desk: Desk, show: Show, ours: Ours) -> None:
    ours.fails = LostError()
    pane = show()
    until_pages(qtbot, pane, EXACT)
    write(desk, "Other hours")
    qtbot.waitUntil(lambda: len(ours.asked) == 2)
    assert pane.view.count == EXACT


def test_an_approximation_that_fails_is_left_to_the_others(qtbot: QtBot, show: Show, ours: Ours) -> None:
    ours.fails = PrintingError("The approximation could not lay the pages out.")
    pane = show()
    until_pages(qtbot, pane, EXACT)
    assert not pane.again.isVisible()


def test_a_document_that_cannot_be_written_is_nobodys_to_make(
    qtbot: QtBot, show: Show, ours: Ours, others: Others
) -> None:
    ours.fails = WordError("The picture “plan.png” is not kept with the report.")
    pane = show()
    qtbot.waitUntil(pane.again.isVisible)
    assert "plan.png" in pane.trouble.text()
    assert not others.asked


def test_memory_is_given_back_after_a_while_and_the_next_key_makes_ready(
    qtbot: QtBot, desk: Desk, show: Show, ours: Ours, others: Others, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageFollower, "REST", 0.1)
    pane = show()
    until_pages(qtbot, pane, EXACT)
    qtbot.waitUntil(lambda: ours.did == ["rest"])
    qtbot.wait(200)
    assert ours.did == ["rest"]
    pane.follower.pause = 6.0
    others.holds.clear()  # or the better pages would take the place of ours before anybody looks
    write(desk, "Other hours")
    qtbot.waitUntil(lambda: ours.asked == ["Library hours", "Other hours"], timeout=5500)
    until_pages(qtbot, pane, OURS)
    assert ours.asked == ["Library hours", "Other hours", "Other hours"]


def test_a_long_report_gives_memory_back_sooner(
    qtbot: QtBot, show: Show, ours: Ours, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageFollower, "LONG", EXACT - 1)
    monkeypatch.setattr(PageFollower, "LONG_REST", 0.1)
    pane = show()
    until_pages(qtbot, pane, EXACT)
    qtbot.waitUntil(lambda: ours.did == ["rest"])


def test_closing_ends_what_waits_before_it_waits_for_it(qtbot: QtBot, show: Show, others: Others, ours: Ours) -> None:
    others.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(others.asked) == 1)
    pane.close_down()
    assert others.stopped == 1
    assert others.closed
    assert ours.did == ["leave", "close"]


def test_a_long_report_gives_memory_back_while_others_still_make_its_pages(
    qtbot: QtBot, show: Show, ours: Ours, others: Others, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageFollower, "LONG", 0)
    monkeypatch.setattr(PageFollower, "LONG_REST", 0.1)
    others.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(others.asked) == 1)
    qtbot.waitUntil(lambda: ours.did == ["rest"])
    others.holds.set()
    until_pages(qtbot, pane, EXACT)
    qtbot.waitUntil(lambda: ours.did == ["rest", "rest"])
