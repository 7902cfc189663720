"""The page "Check your report": what stands in the way, the whole report in short, and the ways out."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from clerkwell.model import Problem, Report
from clerkwell.packs.openness import holds_private
from clerkwell.rules import SectionFigures, readable_blocks, standing_errors
from clerkwell.session.answers import answers
from clerkwell.session.todo import still_to_do
from clerkwell.session.waiving import bring_back
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import button, focus_first, row, title, words
from clerkwell.ui.problems import ProblemsPanel
from clerkwell.ui.problems.wording import aside_lines, to_do
from clerkwell.ui.shell.answers_list import AnswersList, Line
from clerkwell.ui.shell.ways_out import WaysOut

# Lines of text that the list of problems has room for at the least, with what is round it, where it is longer.
_LEAST = 14
# Paragraphs that are read in one go, to tell how easy the report is to read.
_AT_ONCE = 20


class CheckPage(QScrollArea):
    """The verdict in a sentence, every problem with a way to it, the report in short, and the exports.

    It scrolls as a whole, so that everything on it has its room in a small window and in large text. The list of
    problems is as high as it is long; a longer one than the page scrolls by itself, with its buttons in sight.
    """

    place_requested = Signal(object)
    export_requested = Signal(str)
    went = Signal(object)

    def __init__(self, bridge: SessionBridge, author: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._eased: Report | None = None
        self._figures = SectionFigures()
        self._further = QTimer(self)
        self._further.setSingleShot(True)
        self._further.timeout.connect(self._go_on_reading)
        self._listed: tuple[object, ...] = ()
        self._gone_to: object = None
        self._verdict = words()
        self._to_export = button("Go to the exports", self.show_exports)
        self._ease = words(muted=True)
        self._problems = ProblemsPanel(bridge, author=author, by_kind=True)
        self._problems.place_requested.connect(self.place_requested)
        self._problems.went.connect(self.went)
        # The verdict says the same, and what it means.
        self._problems.summary.hide()
        own = self._problems.layout()
        if own is not None:
            own.setContentsMargins(0, 0, 0, 0)
        self.answers = AnswersList()
        self.aside = AnswersList()
        self._aside_title = title("Accepted and set aside", 1.25)
        self.exports = WaysOut()
        self.exports.wanted.connect(self.export_requested)
        if bridge.no_drafts:
            self.exports.forbid_drafts(bridge.no_drafts)
        # What the chosen line says more, and what is folded, is known once the list is laid out again.
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._make_room)
        listed = self._problems.list
        listed.verticalScrollBar().rangeChanged.connect(lambda *_: self._fitting.start(0))
        self._lay_out()
        bridge.problems_changed.connect(self.refresh)
        bridge.changed.connect(self._on_changed)
        bridge.exported.connect(self._show_export)
        self.refresh()
        self._show_export()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP_LARGE)
        self._problems_title = title("What to look at", 1.25)
        for widget in (
            self._verdict,
            row(self._to_export),
            self._problems_title,
            self._problems,
            title("Your report", 1.25),
            self.answers,
            self._ease,
            self._aside_title,
            self.aside,
            title("Export", 1.25),
            self.exports,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest button needs: words wrap."""
        widest = max(each.sizeHint().width() for each in self.exports.buttons.values())
        return QSize(widest + 4 * GAP, super().minimumSizeHint().height())

    @property
    def verdict(self) -> str:
        """Whether the report can go out, in the words that are shown."""
        return self._verdict.text()

    def refresh(self, _: object = None) -> None:
        """Word the verdict anew, and list what there is."""
        session = self._bridge.session
        self._make_room()
        if session.problems_revision < 0:
            self._verdict.setText("The report is being checked.")
        else:
            standing = standing_errors(session.problems, session.report)
            ahead = still_to_do(session.problems, session.report, session.pack)
            self._verdict.setText(verdict(session.problems, standing, ahead))
        self._show_report()

    def showEvent(self, event: QShowEvent) -> None:
        """List the report only for who looks."""
        super().showEvent(event)
        self._make_room()
        self._show_report()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the lines elsewhere."""
        super().resizeEvent(event)
        self._fitting.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text takes more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def show_first(self) -> None:
        """Put the keyboard on the first thing that stands in the way."""
        self._problems.show_first()
        self.verticalScrollBar().setValue(0)
        self.ensureWidgetVisible(self._problems.list, 0, 0)

    def step(self, by: int) -> None:
        """Go to the problem that is chosen here, or to the next where none is or that one was gone to before;
        `by` less than 0: to the one before."""
        line = self._problems.current()
        if by < 0:
            self._problems.previous_problem()
        elif line is None or line.key == self._gone_to:
            self._problems.next_problem()
        else:
            self._problems.go_to_current()
        line = self._problems.current()
        self._gone_to = line.key if line is not None else None

    def show_top(self) -> None:
        """Begin with the verdict, and with everything that there is to look at."""
        self._problems.clear_filter()
        self.verticalScrollBar().setValue(0)

    def show_exports(self) -> None:
        """Go to the ways out."""
        chosen = self.exports.buttons["final"]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.exports, 0, 0)
        self.ensureWidgetVisible(chosen, 0, GAP)

    def _make_room(self) -> None:
        """Give the list of problems its room, whatever size the text has; none where there are none."""
        lines = self._problems.lines_in_all
        for each in (self._problems_title, self._problems):
            each.setVisible(lines > 0)
        if lines and self.isVisible():
            self._fit_list()
        self.setFocusProxy(self._problems.list if lines else self._to_export)

    def _fit_list(self) -> None:
        room = max(self.viewport().height(), _LEAST * self.fontMetrics().lineSpacing())
        high = min(self._problems.high(self._problems.width()), room)
        if high != self._problems.height():
            self._problems.setFixedHeight(high)

    def _on_changed(self, _: object) -> None:
        if self.isVisible():
            self._show_report()

    def _show_report(self) -> None:
        session = self._bridge.session
        now = (session.report, session.problems)
        if self.isVisible():
            self._show_ease()
        if not self.isVisible() or now == self._listed:
            return
        self._listed = now
        self.answers.show_lines(
            (
                group.heading,
                tuple(
                    Line(
                        line.asked,
                        line.said,
                        "Change",
                        f"Change {line.what}",
                        partial(self.place_requested.emit, line.place),
                        line.missing,
                    )
                    for line in group.lines
                ),
            )
            for group in answers(session.report, session.pack, session.problems)
        )
        kept = aside_lines(session.report, session.pack)
        self.aside.show_lines(
            [
                (
                    "",
                    tuple(
                        Line(
                            f"{line.word}: {line.where}",
                            f"{line.message}. {line.why}",
                            "Bring back",
                            f"Bring back: {line.message}, {line.where}",
                            partial(self._bring_back, at),
                        )
                        for at, line in enumerate(kept)
                    ),
                )
            ]
        )
        for each in (self._aside_title, self.aside):
            each.setVisible(bool(kept))
        self.exports.offer_sets(holds_private(session.report, session.pack))

    def _bring_back(self, at: int) -> None:
        session = self._bridge.session
        if at < len(session.report.waivers):
            session.apply(bring_back(session.report, session.report.waivers[at]), "Bring back a problem")
            session.recheck()
            if not session.report.waivers:
                focus_first(self)

    def _show_export(self) -> None:
        last = self._bridge.last_export
        if last is not None:
            self.exports.show_last(*last)

    def _show_ease(self) -> None:
        report = self._bridge.session.report
        if report is self._eased:
            return
        self._eased = report
        self._go_on_reading()

    def _go_on_reading(self) -> None:
        """Read a little further, between whatever else there is to do; at the end, say how easy it all is to read."""
        report = self._bridge.session.report
        if report is not self._eased or not self.isVisible():
            # Whoever looks next begins anew, and what has been read is known.
            self._eased = None
            return
        blocks = readable_blocks(report, self._bridge.session.pack)
        if not self._figures.look(blocks, _AT_ONCE):
            self._further.start(0)
            return
        whole = self._figures.of(blocks)
        self._ease.setText(f"Reading ease {round(whole.ease)} of 100")
        self._ease.setToolTip(f"The whole report has {whole.in_words}. 60 and more is plain English. A hint only.")
        self._ease.setAccessibleDescription(self._ease.toolTip())
        self._ease.setVisible(whole.enough)


def verdict(problems: tuple[Problem, ...], standing: tuple[Problem, ...], ahead: tuple[Problem, ...]) -> str:
    """Whether the report can go out, in a sentence or two. `standing` are the errors that nobody has accepted, `ahead`
    those of the problems that are only still to do: while no error is among them, they are warnings like others."""
    if not any(problem in standing for problem in ahead):
        ahead = ()
    warnings = sum(problem.severity == "warning" and problem not in ahead for problem in problems)
    advice = f" There {_count(warnings, 'warning')} to look at." if warnings else ""
    errors = sum(problem not in ahead for problem in standing)
    why = [f"there {_count(errors, 'error')} to put right"] if errors else []
    if ahead:
        why.append(to_do(ahead))
    if not why:
        return f"Nothing stands in the way of the final export.{advice}"
    return f"The final export has to wait: {', and '.join(why)}.{advice}"


def _count(count: int, what: str) -> str:
    return f"is 1 {what}" if count == 1 else f"are {count} {what}s"
