"""What is asked before a document is made that holds also what is not for publication: both sets, or this one."""

from typing import Literal

from clerkwell.packs.openness import holds_private, openness, withheld_appendices
from clerkwell.session import Session
from clerkwell.ui.kit import Choice, Messages, Question

Answer = Literal["sets", "one", "no"]


def sets_or_one(session: Session, messages: Messages) -> Answer:
    """What is to be made: "one" without a question where all of the report is public, "no" for nothing."""
    report, pack = session.report, session.pack
    if not holds_private(report, pack):
        return "one"
    beside = sum(1 for each in withheld_appendices(report, pack) if each.attachment in session.attachments)
    files = {0: "This document is", 1: "This document and the appendix that goes beside it are"}
    told = f"{files.get(beside, f'This document and {beside} of the appendices beside it are')} not for publication."
    if openness(report, pack) in ("exempt", "confidential"):
        sets = "Of this report nothing is public, so both sets come to one: a folder that says so."
    else:
        sets = "Both sets are two folders: a copy that can be published, and the whole one for members."
    words = pack.manifest.sets.mark
    mark = f"It says {words} on every page. " if words else ""
    question = Question(
        "Not for publication",
        told,
        (Choice("sets", "Export &both sets…"), Choice("one", "This &one document…"), Choice("no", "Cancel")),
        "no",
        f"{sets}\n\nThis one document holds everything. {mark}The names of exempt files beside it say that they are "
        "not for publication. Do not publish them.",
    )
    answer = messages.ask(question)
    return "sets" if answer == "sets" else "one" if answer == "one" else "no"
