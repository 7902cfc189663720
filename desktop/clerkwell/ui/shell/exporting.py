"""Exporting as a person meets it: refused with the problems in view, or something made, named and ready to open."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from clerkwell.model import Problem, SetWaivers
from clerkwell.printing import StoppedError
from clerkwell.rules import can_accept, standing_errors
from clerkwell.session import Session
from clerkwell.session.appendix_files import word_findings
from clerkwell.session.document_names import whole_name
from clerkwell.session.exporting import ExportRefusedError, waivers_after
from clerkwell.session.todo import still_to_do
from clerkwell.storage import ReadOnlyError
from clerkwell.system import FileError, numbered_copy
from clerkwell.ui.kit import Choice, Messages, Offer, QtRunner, Question
from clerkwell.ui.kit.messages import Tone
from clerkwell.ui.problems.wording import to_do
from clerkwell.ui.shell.accepting import Acceptance
from clerkwell.ui.shell.cancelling import Stop, offer_cancel
from clerkwell.ui.shell.closed_first import sets_or_one
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.makings import Made, Making, Source, Terms, both_sets
from clerkwell.ui.shell.saving import suggested
from clerkwell.ui.shell.showing import show
from clerkwell.word.writer import WordError

_Outcome: TypeAlias = Made | ExportRefusedError | FileError | WordError | StoppedError
Ask = Callable[[tuple[Problem, ...]], Acceptance | None]
ShowFound = Callable[[tuple[str, ...]], object]
# Hears of what was made.
Told = Callable[[Making, Made], object]


# More sentences than these are read in a list of their own.
_IN_A_NOTICE = 2


class Exporting:
    """The flow of one export, whatever it makes. The work is done on another thread, on the frozen report.

    `refused` shows the problems; `ask` asks who accepts errors and why, and is None where policy forbids that.
    `found` shows sentences that a notice has no room for; `done` hears of what was made. `ruled` says whose word it is
    that no error may be accepted; without `drafts` none is offered in the place of a final document.
    """

    def __init__(
        self,
        messages: Messages,
        dialogs: FileDialogs,
        documents: Path,
        refused: Callable[[], None],
        ask: Ask | None = None,
        found: ShowFound | None = None,
        done: Told | None = None,
        final: Callable[[], None] | None = None,
        *,
        ruled: str = "",
        drafts: bool = True,
    ) -> None:
        self._messages = messages
        self._dialogs = dialogs
        self._documents = documents
        self._refused = refused
        self._ask = ask
        self._found = found
        self._told = done
        self._final = final
        self._ruled = ruled
        self._drafts = drafts

    def export(self, session: Session, runner: QtRunner, making: Making) -> None:
        """Ask where to, and make it; where errors stand in its way, only once somebody accepts them."""
        if session.partly_known and making.whole:
            self._messages.notice(
                "This report was made by a newer version of Clerkwell, and a document made here would lack what only "
                "that version knows. Export it there, or update Clerkwell.",
                "bad",
            )
            return
        errors = standing_errors(session.problems, session.report) if making.sound else ()
        if errors:
            self._refuse(session, runner, making, errors)
        else:
            self._place(session, runner, making, None)

    def _place(self, session: Session, runner: QtRunner, making: Making, given: Acceptance | None) -> None:
        if making.closed:
            answer = sets_or_one(session, self._messages)
            if answer == "no":
                return
            making = both_sets() if answer == "sets" else making
        to = making.place(self._dialogs, _own(session, self._documents), session.pack)
        if to is not None:
            self._look(to, session, runner, making, given)

    def _look(self, to: Path, session: Session, runner: QtRunner, making: Making, given: Acceptance | None) -> None:
        """Look into Word appendices before they go out with a final, and ask what is to become of what they hold."""
        report, pack, attachments = session.report, session.pack, session.attachments

        def ask(found: tuple[str, ...]) -> None:
            answer = self._messages.ask(_about_cleaning(found)) if found else "leave"
            if answer != "no":
                self._make(to, session, runner, making, given, clean=answer == "clean")

        if making.sound:
            runner.run(lambda: word_findings(report, pack, attachments), ask)
        else:
            ask(())

    def _make(
        self, to: Path, session: Session, runner: QtRunner, making: Making, given: Acceptance | None, *, clean: bool
    ) -> None:
        source = Source(session.report, session.pack, session.attachments)
        stop = Stop(runner.stopping)
        terms = Terms(given, self._ask is not None, stop, clean, stop.note)
        self._messages.say("Exporting…")
        end = offer_cancel(f"Exporting {to.name}", stop, self._messages, runner)

        def job() -> _Outcome:
            try:
                return making.make(source, to, terms)
            except (ExportRefusedError, FileError, WordError, StoppedError) as error:
                return error

        def tell(outcome: _Outcome) -> None:
            end()
            if not isinstance(outcome, Made | StoppedError):
                # "Exporting…" must not stand beside the notice that says why nothing came of it.
                self._messages.say("Not exported.")
            match outcome:
                case Made():
                    self._done(session, making, outcome)
                    if making.sound and self._final is not None:
                        self._final()
                case ExportRefusedError() if set(outcome.problems) <= set(session.problems):
                    self._refuse(session, runner, making, outcome.problems)
                case ExportRefusedError():
                    self._tell_refusal(outcome)
                case FileError(reason="held-open") if to.suffix:
                    copy = numbered_copy(to)
                    again = Offer(
                        f"Export to “{copy.name}”",
                        lambda: self._make(copy, session, runner, making, given, clean=clean),
                    )
                    self._messages.notice(str(outcome), "bad", (again,))
                case StoppedError():
                    self._messages.notice(f"The export of {to.name} was cancelled.")
                case _:
                    self._messages.notice(str(outcome), "bad")

        runner.run(job, tell)

    def _done(self, session: Session, making: Making, made: Made) -> None:
        self._messages.say("Exported.")
        if made.sent:
            # By it the draft is known again when it comes home. A report that is only read keeps nothing.
            with suppress(ReadOnlyError):
                session.versions.keep_sent(made.report)
        if made.accepted:
            session.apply(SetWaivers(waivers=waivers_after(made, session.report)), "Accept errors")
        offers: tuple[Offer, ...] = (Offer("Show fo&lder", lambda: show(made.folder, self._messages)),)
        if made.opens != made.folder:
            offers = (Offer("Ope&n", lambda: show(made.opens, self._messages)), *offers)
        open_still = _not_looked_at(session.problems) if making.sound else ""
        if open_still:
            offers = (*offers, Offer("Loo&k at them", self._refused))
        # Where the words have lines, it has one of its own.
        between = "" if not open_still else "\n" if "\n" in made.text else " "
        self._tell(f"{made.text}{between}{open_still}", made.tone, made.found, offers)
        if self._told is not None:
            self._told(making, made)

    def _tell_refusal(self, refusal: ExportRefusedError) -> None:
        """Say what was found only while it was made: it is not in the list of problems."""
        self._tell(str(refusal), "bad", tuple(problem.message for problem in refusal.problems), ())

    def _tell(self, text: str, tone: Tone, more: tuple[str, ...], offers: tuple[Offer, ...]) -> None:
        """A notice with a few more sentences in it, one a line, or an offer to read them where there are many."""
        show = self._found
        if len(more) > _IN_A_NOTICE and show is not None:
            text = f"{text} There are {len(more)} things to know about it."
            offers = (Offer("What to &know…", lambda: show(more)), *offers)
        else:
            text = "\n".join((text, *more))
        self._messages.notice(text, tone, offers)

    def _refuse(self, session: Session, runner: QtRunner, making: Making, errors: tuple[Problem, ...]) -> None:
        offers: tuple[Offer, ...] = ()
        ask = self._ask
        # One that can never be accepted stands in the way whatever is said about the others; and where a report is only
        # read, an acceptance could not be kept in it.
        if ask is not None and not session.read_only and all(can_accept(error) for error in errors):

            def accept() -> None:
                given = ask(errors)
                if given is not None:
                    self._place(session, runner, making, given)

            offers = (Offer("Accep&t and export…", accept),)
        instead = making.instead
        if instead is not None and self._drafts:
            offers = (*offers, Offer(instead[0], lambda: self.export(session, runner, instead[1])))
        ahead = still_to_do(errors, session.report, session.pack)
        wrong = len(errors) - len(ahead)
        # In the past tense: the notice stays while the errors are put right.
        told = [f"{_errors(wrong)} {'was' if wrong == 1 else 'were'} in the way"] if wrong else []
        told += [to_do(ahead, "was", "were")] if ahead else []
        self._messages.notice(
            f"The {making.name} {making.was} not made: {', and '.join(told)}. "
            f"What is listed in “Check your report” comes first{self._meanwhile()}",
            "bad",
            offers,
        )
        self._refused()

    def _meanwhile(self) -> str:
        """How the sentence on what comes first ends."""
        draft = "; a draft can be exported as it is." if self._drafts else "."
        return f"{draft} {self._ruled}".rstrip()


def _own(session: Session, documents: Path) -> Path:
    """Where the whole document is proposed to go: beside the report, called as the pack says."""
    own = suggested(session, documents, ".docx")
    if not session.report.field("subject").text.strip():
        return own
    return own.with_name(whole_name(session.report, session.pack))


def _about_cleaning(found: tuple[str, ...]) -> Question:
    clean = (
        "Clean copies lose their comments and the names of people, and have their tracked changes accepted. The files "
        "kept with the report stay as they are."
    )
    return Question(
        "What the appendices hold",
        "Appendices hold more than their text.",
        (Choice("clean", "&Make clean copies"), Choice("leave", "&Leave them as they are"), Choice("no", "Cancel")),
        "no",
        "\n\n".join((*found, clean)),
    )


def _not_looked_at(problems: tuple[Problem, ...]) -> str:
    """What went out with warnings that nobody has put right or set aside."""
    count = sum(problem.severity == "warning" for problem in problems)
    if not count:
        return ""
    return f"It went out with {count} {'warning' if count == 1 else 'warnings'} not looked at."


def _errors(count: int) -> str:
    return "an error" if count == 1 else f"{count} errors"
