"""PDFs, both sets and the blank form, exported as a person meets them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import docx
import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Appendix, Report
from clerkwell.packs import Pack, understand
from clerkwell.printing import StoppedError
from clerkwell.rules import check
from clerkwell.session import Session
from clerkwell.session.pdf import PdfPages, PrintingError
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport
from clerkwell.system import Settings
from clerkwell.ui.kit import Offer, QtRunner
from clerkwell.ui.kit.messages import Tone
from clerkwell.ui.shell import cancelling, makings
from clerkwell.ui.shell.dialogs import FoundDialog
from clerkwell.ui.shell.exporting import Exporting
from clerkwell.ui.shell.makings import Making, Source, Terms, blank_form, both_sets, document, pdf
from helpers.desk import Clock, Desk, Inline, Recorder, open_desk
from helpers.shipped import kept, sample, shipped
from helpers.windows import Chosen

PACK = "north-somerset-executive-2022"
SETTINGS = Settings()


@dataclass
class Told(Recorder):
    """Keeps the tone of the last notice, and its offers alone."""

    tone: Tone = "plain"

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """Keep it."""
        self.offers.clear()
        super().notice(text, tone, offers)
        self.tone = tone

    def offer(self, words: str) -> Offer:
        """The offer that says so."""
        return next(each for each in self.offers if words in each.text.replace("&", ""))


@pytest.fixture
def pack() -> Pack:
    return shipped(PACK)


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.stop()


@dataclass(frozen=True)
class Opened:
    """An open report with its files, checked."""

    session: Session


def opened(report: Report, pack: Pack, files: dict[str, bytes] | None = None) -> Opened:
    stored = StoredReport(report, pack.files, attachments=files or {})
    clock = Clock()
    session = Session(
        stored, pack, path=None, check=check, scheduler=clock, runner=Inline(), recovery=None, now=clock.now
    )
    session.recheck()
    return Opened(session)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing takes long here, however busy the machine is."""
    monkeypatch.setattr(cancelling, "SHORT", 60_000)


@pytest.fixture
def sound(pack: Pack) -> Iterator[Opened]:
    """The pack's sample: nothing stands in its way."""
    made = opened(sample(pack), pack, kept(pack))
    yield made
    made.session.close()


@pytest.fixture
def empty(pack: Pack) -> Iterator[Desk]:
    """A report with everything still to do."""
    made = open_desk(new_report(pack, datetime(2026, 3, 2, 9, 0, tzinfo=UTC)), pack, check)
    made.session.recheck()
    made.clock.pass_time()
    yield made
    made.session.close()


def made_pdf(document: bytes, **_: object) -> PdfPages:
    assert document.startswith(b"PK"), "a Word document"
    return PdfPages(b"%PDF-1.7", "LibreOffice", False, 3)


def export(open_report: Opened | Desk, making: Making, to: Path | None, runner: QtRunner, told: Told) -> Chosen:
    chosen = Chosen(to)
    flow = Exporting(told, chosen, Path.home(), lambda: None, None, lambda found: told.said.extend(found))
    flow.export(open_report.session, runner, making)
    return chosen


def test_a_pdf_is_asked_for_by_its_name_and_leaves_the_word_document_as_it_is(
    qtbot: QtBot, sound: Opened, runner: QtRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asked for a .docx, and wrote over the one that had just been made."""
    monkeypatch.setattr(makings, "pdf_of", made_pdf)
    (tmp_path / "out.docx").write_bytes(b"Corrected in Word since.")
    told = Told()
    chosen = export(sound, pdf(SETTINGS), tmp_path / "out.pdf", runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed))
    assert chosen.suggested[0].suffix == ".pdf"
    assert "The final document is in “out.pdf”, a PDF of 3 pages." in told.noticed[0]
    assert told.tone == "good"
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-1.7"
    assert (tmp_path / "out.docx").read_bytes() == b"Corrected in Word since."


def test_a_pdf_that_only_approximates_is_called_that(
    qtbot: QtBot, sound: Opened, runner: QtRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rough(document: bytes, **given: object) -> PdfPages:
        return replace(made_pdf(document, **given), approximate=True, notes=("Word did not answer.",))

    monkeypatch.setattr(makings, "pdf_of", rough)
    told = Told()
    export(sound, pdf(SETTINGS), tmp_path / "out.pdf", runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed))
    assert "Word did not answer. It is an approximation" in told.noticed[0]


@pytest.mark.parametrize("there", [False, True])
def test_where_no_pdf_can_be_made_there_is_a_word_document_and_the_words_say_so(
    qtbot: QtBot, sound: Opened, runner: QtRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    def fails(_: bytes, **__: object) -> PdfPages:
        raise PrintingError("LibreOffice did not answer.")

    monkeypatch.setattr(makings, "pdf_of", fails)
    if there:
        (tmp_path / "out.docx").write_bytes(b"mine")
    told = Told()
    export(sound, pdf(SETTINGS), tmp_path / "out.pdf", runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed))
    assert "but no PDF was made: LibreOffice did not answer." in told.noticed[0]
    assert told.tone == "bad"
    made = [path for path in tmp_path.glob("out*.docx") if path.read_bytes() != b"mine"]
    assert [f"“{path.name}”" in told.noticed[0] for path in made] == [True]
    assert not (tmp_path / "out.pdf").exists()
    assert (tmp_path / "out.docx").read_bytes() == b"mine" or not there


def test_while_errors_stand_a_pdf_of_a_draft_is_offered(
    qtbot: QtBot, empty: Desk, runner: QtRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(makings, "pdf_of", made_pdf)
    told = Told()
    export(empty, pdf(SETTINGS), tmp_path / "out.pdf", runner, told)
    assert told.noticed[0].startswith("The PDF of the final document was not made: ")
    told.offer("PDF of a draft").run()
    qtbot.waitUntil(lambda: len(told.noticed) == 2)
    assert "The draft is in “out.pdf”, a PDF of 3 pages" in told.noticed[1]


def test_closing_the_report_calls_a_pdf_off_and_says_nothing(
    qtbot: QtBot, sound: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = Event()

    def waits(_: bytes, *, stop: Event, **__: object) -> PdfPages:
        began.set()
        assert stop.wait(20)
        raise StoppedError

    monkeypatch.setattr(makings, "pdf_of", waits)
    runner, told = QtRunner(), Told()
    export(sound, pdf(SETTINGS), tmp_path / "out.pdf", runner, told)
    qtbot.waitUntil(began.is_set)
    runner.stop()
    assert told.noticed == []


def test_the_blank_form_is_made_of_a_report_full_of_errors(
    qtbot: QtBot, empty: Desk, runner: QtRunner, tmp_path: Path
) -> None:
    told = Told()
    chosen = export(empty, blank_form(), tmp_path / "form.docx", runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed))
    assert chosen.suggested[0].name == "North Somerset Council report to the Executive (2022) - blank form.docx"
    assert "The blank form of “North Somerset" in told.noticed[0]
    assert (tmp_path / "form.docx").stat().st_size > 5000


def test_both_sets_are_made_and_counted(qtbot: QtBot, sound: Opened, runner: QtRunner, tmp_path: Path) -> None:
    told = Told()
    export(sound, both_sets(), tmp_path, runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed), timeout=15_000)
    first, public, non_public, *_ = told.noticed[0].splitlines()
    assert first == f"Both sets are in “{tmp_path.name}”."
    assert " – public”: " in public, "a line for each, as their names are long"
    assert " – non-public”: " in non_public
    assert [each.text.replace("&", "") for each in told.offers][-1] == "Show folder"
    assert sum(1 for path in tmp_path.rglob("*.docx")) >= 2


@pytest.mark.parametrize(
    ("what", "at"),
    [
        ("document", "Checking"),
        ("document", "Looking"),
        ("document", "Writing"),
        ("sets", "Making the non-public"),
        ("sets", "Making the public"),
        ("sets", "Writing"),
    ],
)
def test_a_word_export_that_is_cancelled_leaves_nothing_behind(
    sound: Opened, tmp_path: Path, what: str, at: str
) -> None:
    """Wherever it is when somebody cancels it."""
    session, stop = sound.session, Event()
    to = tmp_path / "out.docx" if what == "document" else tmp_path / "sets"
    if what == "document":
        to.write_bytes(b"An earlier export.")

    def hear(step: str) -> None:
        # It is heard at the next step: when a file is written by then, that goes again.
        if step.startswith(at):
            stop.set()

    making = document(draft=at == "Writing") if what == "document" else both_sets()
    plan = Appendix(id="another", number="9", title="Plan", status="public", attachment="plan.pdf")
    report = session.report.model_copy(update={"appendices": (*session.report.appendices, plan)})
    source = Source(report, session.pack, {**session.attachments, "plan.pdf": b"%PDF-1.7"})
    terms = Terms(None, False, stop, tell=hear)
    with pytest.raises(StoppedError):
        making.make(source, to, terms)
    left = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == ({"out.docx": b"An earlier export."} if what == "document" else {})
    assert not (tmp_path / "sets").exists()


def test_both_sets_wait_for_the_errors(empty: Desk, runner: QtRunner, tmp_path: Path) -> None:
    told = Told()
    chosen = export(empty, both_sets(), tmp_path, runner, told)
    assert told.noticed[0].startswith("The sets were not made: ")
    assert not chosen.suggested


def commented() -> bytes:
    """A Word document that names a person in a comment."""
    made = docx.Document()
    paragraph = made.add_paragraph("The survey.")
    made.add_comment(paragraph.runs, "Is this so?", author="Robin Example", initials="RE")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture
def with_word_appendix(pack: Pack) -> Iterator[Opened]:
    number = str(len(sample(pack).appendices) + 1)
    appendix = Appendix(id="x1", number=number, title="Survey", status="public", attachment="survey.docx")
    report = sample(pack).model_copy(update={"appendices": (*sample(pack).appendices, appendix)})
    made = opened(report, pack, {**kept(pack), "survey.docx": commented()})
    yield made
    made.session.close()


@pytest.mark.parametrize(("answer", "names"), [("clean", False), ("leave", True)])
def test_what_word_appendices_hold_is_asked_about_before_they_go_out(
    qtbot: QtBot,
    with_word_appendix: Opened,
    runner: QtRunner,
    tmp_path: Path,
    answer: str,
    names: bool,
) -> None:
    told = Told(answer=answer)
    export(with_word_appendix, document(), tmp_path / "out.docx", runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed), timeout=15_000)
    assert "Survey.docx holds" in told.asked[0].more
    [survey] = tmp_path.glob("*Survey.docx")
    with zipfile.ZipFile(survey) as archive:
        held = b"".join(archive.read(name) for name in archive.namelist())
    assert (b"Robin Example" in held) is names


def test_thinking_better_of_it_when_asked_writes_nothing(
    qtbot: QtBot, with_word_appendix: Opened, runner: QtRunner, tmp_path: Path
) -> None:
    told = Told()
    export(with_word_appendix, document(), tmp_path / "out.docx", runner, told)
    qtbot.waitUntil(lambda: bool(told.asked))
    assert list(tmp_path.iterdir()) == []


def test_a_draft_asks_nothing_about_its_appendices(
    qtbot: QtBot, with_word_appendix: Opened, runner: QtRunner, tmp_path: Path
) -> None:
    told = Told()
    export(with_word_appendix, document(draft=True), tmp_path / "out.docx", runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed))
    assert told.asked == []


def test_what_is_found_only_while_the_sets_are_made_is_said(qtbot: QtBot, runner: QtRunner, tmp_path: Path) -> None:
    city = shipped("city-of-london-2023")
    spec = next(each for each in city.manifest.field if each.kind == "status")
    report = sample(city)
    marked = report.model_copy(
        update={
            "fields": {**report.fields, spec.id: understand(spec, "Part exempt – paragraph 3", city)},
            "appendices": tuple(each.model_copy(update={"status": "public"}) for each in report.appendices),
        }
    )
    made = opened(marked, city, kept(city))
    told = Told()
    export(made, both_sets(), tmp_path, runner, told)
    qtbot.waitUntil(lambda: bool(told.noticed), timeout=15_000)
    assert told.tone == "bad"
    assert "\n" in told.noticed[0], "what was found stands on lines of its own"
    assert told.said[-1] == "Not exported.", "not “Exporting…” beside the notice"
    assert list(tmp_path.rglob("*.docx")) == []
    made.session.close()


def test_many_sentences_are_read_in_a_list_of_their_own(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FoundDialog(("Appendix 1 is exempt, and was withheld.", "Appendix 2 names its author."), parent)
    read = dialog.findChild(QPlainTextEdit)
    assert read is not None
    assert "withheld.\n\nAppendix 2" in read.toPlainText()
    assert read.accessibleName()
