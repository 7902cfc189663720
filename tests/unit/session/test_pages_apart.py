"""The preview's pages from a process of their own: those of the report as it is, and nothing of it left behind."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from benchmarks.processes import FOLDERS, python
from clerkwell.model import FieldValue, Image, Place, ReplaceWords, Report, SetBlocks, SetField, apply, give_ids
from clerkwell.printing import PrintingError, StoppedError
from clerkwell.printing.page_map import PageMap
from clerkwell.printing.pdf import Pdf
from clerkwell.session import pages_apart
from clerkwell.session.page_places import spot_of
from clerkwell.session.pages_apart import Approximation, LostError, PagesApart
from clerkwell.system import folders
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader.lines import document_lines
from helpers.children import children, gone
from helpers.docx_making import png
from helpers.inventing import invented_report
from helpers.shipped import kept, sample, shipped

PACK = shipped("north-somerset-executive-2022")
FILES = kept(PACK)
# A process that answers nothing and ends as it is told to.
ENDS = "import os, sys, time\nsys.stdin.buffer.read(9)\n{how}\n"
# A process like ours, in which one thing goes wrong.
WRONG = """
import os
from clerkwell.session import pages_serving
from clerkwell.system.served import pipes
{how}
asks, answers = pipes()
pages_serving.serve(asks, answers, open(os.devnull, "wb"))
"""


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A throw-away profile, so that what is left in it can be looked for."""
    monkeypatch.setenv("CLERKWELL_HOME", str(tmp_path / "profile"))
    return folders().pages


@pytest.fixture
def apart() -> Iterator[PagesApart]:
    """The pages as the preview has them, from a real process."""
    made = PagesApart()
    yield made
    made.close()


@pytest.fixture
def report() -> Report:
    return give_ids(sample(PACK))


def words_on(made: Approximation) -> str:
    pdf = Pdf(made.data)
    try:
        return " ".join(" ".join(pdf.text(page) for page in range(len(pdf.sizes))).split())
    finally:
        pdf.close()


def colours_on(made: Approximation) -> set[bytes]:
    """The colours of every page, four bytes each."""
    pdf = Pdf(made.data)
    try:
        found = set()
        for page in range(len(pdf.sizes)):
            picture = pdf.picture(page, 0.5)
            assert picture is not None
            found |= {picture.data[at : at + 3] for at in range(0, len(picture.data), 4)}
        return found
    finally:
        pdf.close()


def retitled(report: Report, title: str) -> Report:
    return apply(SetField(field="subject", value=FieldValue(text=title)), report)


def test_the_pages_are_of_the_report_as_it_is_after_each_edit(apart: PagesApart, report: Report) -> None:
    files = FILES
    first = words_on(apart.pages(report, PACK, files))
    assert "DRAFT" in first
    before = "Hours of anything"
    for title in ("Hours of the parks", "Hours of the baths", "Hours of the halls"):
        report = retitled(report, title)
        words = words_on(apart.pages(report, PACK, files))
        assert title in words
        assert before not in words
        before = title
    block = report.blocks("summary")[0].id
    place = Place(section="summary", block=block, start=0, end=0)
    report = apply(ReplaceWords(place=place, words="Altogether "), report)
    assert "Altogether" in words_on(apart.pages(report, PACK, files))


def test_they_say_where_the_words_stand(apart: PagesApart, report: Report) -> None:
    made = apart.pages(report, PACK, FILES)
    pdf = Pdf(made.data)
    block = report.blocks("financial")[0].id
    spot = spot_of(Place(section="financial", block=block), report, PageMap(made.places, pdf))
    assert spot is not None
    assert spot.page > 0
    pdf.close()


def test_what_others_make_pages_of_and_where_the_words_stand_on_those(apart: PagesApart, report: Report) -> None:
    files = FILES
    document = apart.document(report, PACK, files)
    assert "DRAFT" in " ".join(line.text for line in document_lines(document))
    plain = apart.document(report, PACK, files, for_libreoffice=True)
    assert b"w:sdt" not in zipfile.ZipFile(io.BytesIO(plain)).read("word/document.xml")
    ours = apart.pages(report, PACK, files)
    assert apart.places(report, PACK, files, ours.data).found == ours.places.found


def test_another_picture_of_the_same_name_is_shown(apart: PagesApart, report: Report) -> None:
    report = apply(SetBlocks(section="summary", blocks=(Image(attachment="plan.png", alt="A plan", width=80),)), report)
    files = FILES
    red, blue = png(colour=bytes((250, 10, 20))), png(colour=bytes((10, 20, 250)))
    assert bytes((20, 10, 250)) in colours_on(apart.pages(report, PACK, {**files, "plan.png": red}))
    after = colours_on(apart.pages(report, PACK, {**files, "plan.png": blue}))
    assert bytes((250, 20, 10)) in after
    assert bytes((20, 10, 250)) not in after
    report = apply(SetBlocks(section="summary", blocks=()), report)
    none = colours_on(apart.pages(report, PACK, files))
    assert bytes((250, 20, 10)) not in none


def test_what_is_no_pdf_is_told_in_a_sentence_and_the_process_stays(apart: PagesApart, report: Report) -> None:
    with pytest.raises(PrintingError, match=r"^What was made is not a PDF that can be read\.$"):
        apart.places(report, PACK, {}, b"%PDF-nothing")
    assert apart.pages(report, PACK, FILES).data


def test_a_template_that_cannot_be_filled_is_told_in_a_sentence(apart: PagesApart, report: Report) -> None:
    broken = replace(PACK, files={**PACK.files, "template.docx": b"nothing"})
    with pytest.raises(WordError):
        apart.pages(report, broken, {})
    assert apart.pages(report, PACK, FILES).data


def test_pages_that_nobody_wants_any_more_are_not_made(apart: PagesApart, report: Report) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(StoppedError):
        apart.pages(report, PACK, {}, stop)


def test_what_was_not_foreseen_is_logged_without_a_word_of_the_report(
    report: Report, caplog: pytest.LogCaptureFixture
) -> None:
    how = "def fail(*_, **__):\n    raise ValueError('Secret plans')\npages_serving.write_document = fail"
    apart = PagesApart(python(WRONG.format(how=how)))
    for _ in range(3):
        with pytest.raises(LostError):
            apart.pages(report, PACK, {})
    assert len(caplog.records) == 2, "it is not tried again and again"
    assert "ValueError" in caplog.text
    assert "Secret" not in caplog.text
    caplog.clear()
    apart.close()


def test_pictures_lie_in_the_profile_and_go_with_the_process(report: Report, profile: Path) -> None:
    apart = PagesApart()
    files = FILES
    apart.pages(report, PACK, files)
    (place,) = profile.iterdir()
    assert place.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    text = report.field("subject").text.encode()
    assert not [each for each in place.rglob("*") if each.is_file() and text in each.read_bytes()]
    apart.rest()
    assert not list(profile.iterdir())
    apart.pages(report, PACK, files)
    assert list(profile.iterdir())
    apart.close()
    assert not list(profile.iterdir())


def test_one_that_cannot_be_started_is_done_without(
    report: Report, profile: Path, caplog: pytest.LogCaptureFixture
) -> None:
    apart = PagesApart(["no-such-program-anywhere"])
    apart.begin()
    with pytest.raises(LostError):
        apart.pages(report, PACK, {})
    apart.close()
    assert not list(profile.iterdir())
    caplog.clear()


def test_one_that_takes_too_long_is_not_tried_again_for_the_same_pages(
    report: Report, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pages_apart, "LONGEST", 0.2)
    apart = PagesApart(python(ENDS.format(how="time.sleep(0.5)\nsys.exit(1)")))
    with pytest.raises(PrintingError, match="did not come within"):
        apart.pages(report, PACK, {})
    assert len(caplog.records) == 1
    apart.close()
    caplog.clear()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not list a process's children")
class TestProcesses:
    """What becomes of the process."""

    def test_it_stays_from_pages_to_pages_and_ends_with_them(self, report: Report) -> None:
        before = children()
        apart = PagesApart()
        assert children() == before
        apart.begin()
        (pid,) = children() - before
        apart.pages(report, PACK, FILES)
        apart.pages(retitled(report, "Other"), PACK, FILES)
        assert children() - before == {pid}
        apart.rest()
        assert gone(pid)
        assert children() == before
        apart.pages(report, PACK, FILES)
        apart.close()
        assert children() == before
        with pytest.raises(StoppedError):
            apart.pages(report, PACK, FILES)
        assert children() == before

    def test_one_that_is_killed_is_started_again(self, report: Report, caplog: pytest.LogCaptureFixture) -> None:
        before = children()
        apart = PagesApart()
        for at in range(3):
            report = retitled(report, f"Hours, number {at}")
            assert f"number {at}" in words_on(apart.pages(report, PACK, FILES))
            (pid,) = children() - before
            os.kill(pid, signal.SIGKILL)
        apart.close()
        assert children() == before
        caplog.clear()

    def test_closing_ends_pages_that_do_not_come(self, report: Report, profile: Path) -> None:
        before = children()
        apart = PagesApart(python(ENDS.format(how="time.sleep(600)")))
        raised: list[Exception] = []

        def wait() -> None:
            try:
                apart.pages(report, PACK, FILES)
            except StoppedError as error:
                raised.append(error)

        waiting = threading.Thread(target=wait)
        waiting.start()
        until = time.monotonic() + 5
        while children() == before and time.monotonic() < until:
            time.sleep(0.01)

        began = time.monotonic()
        apart.leave()
        assert time.monotonic() - began < 0.5
        apart.close()
        waiting.join(5)

        assert len(raised) == 1
        assert children() == before
        assert not list(profile.iterdir())

    @pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
    def test_it_ends_when_the_window_is_killed(self, tmp_path: Path, profile: Path, *, busy: bool) -> None:
        how = "import time\npages_serving.sought = lambda *_: time.sleep(1) or ()" if busy else ""
        window = (
            f"import sys, threading, time\nsys.path[:0] = {FOLDERS!r}\n"
            "from clerkwell.session.pages_apart import PagesApart\n"
            "from helpers.shipped import kept, sample, shipped\n"
            f"pack = shipped({PACK.manifest.pack.id!r})\n"
            f"apart = PagesApart(command={python(WRONG.format(how=how))!r})\n"
            "apart.pages(sample(pack), pack, kept(pack))\n"
            "threading.Thread(target=lambda: apart.pages(sample(pack), pack, kept(pack))).start()\n"
            "print(apart._worker.child.pid, flush=True)\n"
            "time.sleep(600)\n"
        )
        started = subprocess.Popen([sys.executable, "-c", window], stdout=subprocess.PIPE, cwd=tmp_path)
        assert started.stdout is not None
        pid = int(started.stdout.readline())
        started.kill()
        started.wait()
        started.stdout.close()

        assert gone(pid)
        # What it left goes with the next pages of anybody's.
        assert list(profile.iterdir())
        apart = PagesApart()
        apart.begin()
        apart.close()
        assert not list(profile.iterdir())

    def test_it_holds_no_socket(self, apart: PagesApart, report: Report) -> None:
        before = children()
        apart.pages(report, PACK, FILES)
        (pid,) = children() - before
        links = [str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()]
        assert links
        assert not [link for link in links if link.startswith("socket:")]

    def test_it_holds_no_more_after_many_pages_than_after_a_few(self, apart: PagesApart) -> None:
        before = children()
        report = give_ids(invented_report(PACK, 10_000))
        held = []
        for at in range(14):
            report = retitled(report, f"Hours of the library, number {at}")
            apart.pages(report, PACK, FILES)
            (pid,) = children() - before
            held.append(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6)
        assert held[-1] < held[3] + 6, held
