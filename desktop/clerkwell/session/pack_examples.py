"""What a pack's rules for dates, files and properties come to, by the example of its sample report."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from clerkwell.model import Appendix, Place, Report
from clerkwell.model.days import in_words
from clerkwell.packs import Pack
from clerkwell.packs.deadlines import Meeting, deadline_of
from clerkwell.packs.publishing import withheld_title
from clerkwell.session.document_names import document_name, short_about
from clerkwell.session.filenames import file_name
from clerkwell.session.publication import deadline_words
from clerkwell.session.set_folders import set_names
from clerkwell.word.writer.properties import said

_TUESDAY: Final = 1


@dataclass(frozen=True)
class Named:
    """Something with what it is called or says."""

    what: str
    words: str


def example_meeting(today: date) -> date:
    """A meeting shortly after the next New Year, where clear days are hardest to count: the second Tuesday."""
    first = date(today.year + 1, 1, 1)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 7)


def deadline_examples(pack: Pack, meeting: date) -> tuple[str, ...]:
    """Until when a report to this meeting is published, and a key decision announced, in sentences."""
    told = []
    found = deadline_of(Meeting(meeting, Place(), ""), pack)
    told.append(deadline_words(found, pack) if found else "No day is told until which a report has to be published.")
    days = pack.manifest.deadlines.notice_days
    if days:
        last = in_words(meeting - timedelta(days=days + 1))
        told.append(f"Announce a key decision by {last}: {days} clear days before, closed days among them.")
    else:
        told.append("No notice of key decisions is asked for.")
    return tuple(told)


def file_examples(report: Report, pack: Pack) -> tuple[Named, ...]:
    """What the files and folders of a report are called."""
    files = pack.manifest.files
    subject = " ".join(report.field("subject").text.split())
    own = report.appendices[0] if report.appendices else Appendix(id="a", number="1", title="Costs")
    title = {"number": own.number or "1", "title": own.title or "Costs", "subject": subject}
    public, private = set_names(pack, short_about(report, pack))
    return (
        Named("The document", document_name(report, pack, files.document)),
        Named("The document, where some of it is not public", document_name(report, pack, files.non_public_document)),
        Named("An appendix", file_name(files.appendix, title, ".pdf")),
        Named("The folder for the public", public),
        Named("The folder for those who may see all", private),
    )


def withheld_examples(pack: Pack) -> tuple[Named, ...]:
    """What the public reads where something is withheld, and what the others do."""
    exempt = Appendix(id="a", number="1", title="Tenders", status="exempt", exempt_paragraphs=(3,))
    found = [
        Named("In place of a paragraph", pack.manifest.sets.paragraph),
        Named("In the list of appendices", f"Appendix 1 – {withheld_title(exempt, pack)}"),
    ]
    if pack.manifest.sets.mark:
        found.append(Named("At the head of every page that is not public", pack.manifest.sets.mark))
    return tuple(found)


def property_examples(report: Report, pack: Pack) -> tuple[Named, ...]:
    """What the document says of itself, to Word, to search and to readers who listen."""
    told = said(report, pack)
    return (
        Named("Title", told.title),
        Named("Subject", told.subject or "nothing"),
        Named("Author", told.author or "nothing"),
        Named("Keywords", told.keywords or "nothing"),
    )
