"""Reviewing what came back: the dialog, and the one step of undo that its decisions become."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clerkwell.model import Return
from clerkwell.session.coming_home.deciding import bring_in
from clerkwell.session.coming_home.results import Outcome
from clerkwell.session.coming_home.returned import Returned, ReturnError, resume
from clerkwell.session.days import day
from clerkwell.ui.kit import Offer
from clerkwell.ui.review import Decided, ReviewDialog
from clerkwell.word.ooxml import WordError

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools


class Reviewing:
    """The flow of a review."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def review(self, returned: Returned) -> None:
        """Let the changes be decided, and take what was decided into the report."""
        opened = self._tools.frame.opened
        if opened is None:
            return
        session = opened.session
        if not returned.items and not returned.notes:
            self._tools.messages.notice(
                f"{returned.name} came back as it was sent: there is nothing in it to decide.", "good"
            )
            return

        def find(decided: Decided, done: Callable[[Outcome], None]) -> None:
            report = session.report

            def job() -> Outcome | ReturnError:
                try:
                    return returned.outcome(decided.accepted, decided.open, decided.choices, report=report)
                except ReturnError as error:
                    return error

            def hand_on(result: Outcome | ReturnError) -> None:
                if isinstance(result, Outcome):
                    done(result)
                else:
                    dialog.reject()
                    self._tools.messages.notice(str(result), "bad")

            opened.runner.run(job, hand_on)

        dialog = ReviewDialog(
            returned, f"which came back on {day(returned.came)}", find, self._tools.messages, self._tools.frame.widget
        )
        accepted, outcome = dialog.exec() == ReviewDialog.DialogCode.Accepted, dialog.outcome
        decided = dialog.decided
        dialog.deleteLater()
        if accepted and outcome is not None:
            known = {note.id for note in session.report.notes}
            bring_in(session, returned, outcome)
            notes = sum(note.id not in known for note in session.report.notes)
            self._tell(returned, decided, notes, outcome.said)

    def resume(self, kept: Return) -> None:
        """Take up again what was left for later."""
        opened = self._tools.frame.opened
        if opened is None:
            return
        session = opened.session
        report, pack, versions, files = session.report, session.pack, session.versions.files, session.attachments

        def job() -> Returned | str:
            try:
                return resume(kept, report, pack, versions, files)
            except (ReturnError, WordError) as error:
                return str(error)

        def go_on(result: Returned | str) -> None:
            if isinstance(result, str):
                self._tools.messages.notice(result, "bad")
            else:
                self.review(result)

        self._tools.work.do(f"Reading {kept.name}", job, go_on)

    def resume_first(self) -> None:
        """Take up again what came back first and is not decided yet."""
        opened = self._tools.frame.opened
        returns = opened.session.report.returns if opened else ()
        if returns:
            self.resume(returns[0])
        else:
            self._tools.messages.say("No changes are waiting to be decided.")

    def tell_of_open(self) -> None:
        """Say in the strip that changes are still to be decided, with the way to them."""
        opened = self._tools.frame.opened
        returns = opened.session.report.returns if opened else ()
        if returns:
            names = ", ".join(f"“{each.name}”" for each in returns)
            # A document that was put off by an earlier version of the program does not say how many.
            left = sum(len(each.open) for each in returns) if all(each.open for each in returns) else 0
            what = "Changes are" if not left else "1 change is" if left == 1 else f"{left} changes are"
            self._tools.messages.notice(
                f"{what} still to decide in {names}.", "plain", (Offer("&Decide now…", self.resume_first),)
            )

    def _tell(self, returned: Returned, decided: Decided, notes: int, said: tuple[str, ...]) -> None:
        count, left = len(decided.accepted), len(decided.open)
        taken = "No change came in" if not count else "1 change came in" if count == 1 else f"{count} changes came in"
        told = [f"{taken} from {returned.name}; undo takes it back."]
        if notes:
            told.append("1 comment is among the notes." if notes == 1 else f"{notes} comments are among the notes.")
        offers: tuple[Offer, ...] = ()
        if left:
            told.append("1 change is still to decide." if left == 1 else f"{left} changes are still to decide.")
            offers = (Offer("&Decide now…", self.resume_first),)
        self._tools.messages.notice(" ".join([*told, *said]), "bad" if said else "good", offers)
