"""What the form shows of its questions as the report stands: which of them are asked, and what follows from a date."""

from collections.abc import Iterable
from datetime import date

from clerkwell.model import Changes, Report
from clerkwell.packs import Pack
from clerkwell.packs.deadlines import is_of_meeting
from clerkwell.packs.exemption import is_asked
from clerkwell.session.publication import is_late, longest_line, publication_line
from clerkwell.ui.editors.fields.answering import is_settled
from clerkwell.ui.editors.fields.row import FieldRow

# A question with the row of the repeat that it is about.
Questions = Iterable[tuple[FieldRow, int | None]]


def show_asked(questions: Questions, report: Report, pack: Pack, gone_to: FieldRow | None) -> None:
    """Show the questions that this report is asked. One that a No to another has settled is in view only while the
    checks say something about it, or while it is the one that somebody has `gone_to`."""
    for question, row in questions:
        settled = is_settled(question.spec, row, report, pack)
        wanted = not settled or bool(question.messages.shown) or question is gone_to
        question.setVisible(wanted and is_asked(question.spec, report, pack))


def show_deadline(questions: Questions, report: Report, pack: Pack, today: date) -> None:
    """Say under the date of the earliest meeting when the report has to be published, and under no other."""
    place, words = publication_line(report, pack, today) or (None, "")
    room = longest_line(pack)
    for question, row in questions:
        if question.spec.kind == "date":
            # Kept from the start, so that what is below stays where it is while a date is typed.
            question.keep_room(room if is_of_meeting(question.spec) else "")
            here = place is not None and (place.field, place.row) == (question.spec.id, row)
            question.tell(words if here else "", urgent=here and is_late(report, pack, today))


def show_earlier(questions: Questions, report: Report) -> None:
    """Under a question without an answer, say what the report that this one was made of had answered."""
    before = {each.field: each.text for each in report.earlier}
    for question, row in questions:
        unanswered = row is None and not report.field(question.spec.id).text.strip()
        question.remind(before.get(question.spec.id, "") if unanswered else "")


def concerns(differing: Changes | None, field_id: str) -> bool:
    """Whether a field is among what differs; every one is where nobody knows what does."""
    if differing is None:
        return True
    repeat, dot, _ = field_id.partition(".")
    return repeat in differing.repeats if dot else field_id in differing.fields
