"""What exported documents and folders are called: after the report's subject, in the pack's patterns."""

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.packs.openness import holds_private
from clerkwell.session.filenames import file_name

# A folder's name is read in a narrow list, and its end tells the two sets apart.
_FOLDER = 60


def whole_name(report: Report, pack: Pack) -> str:
    """What the whole document is called: where it holds what is not for publication, its name says so."""
    files = pack.manifest.files
    return document_name(report, pack, files.non_public_document if holds_private(report, pack) else files.document)


def document_name(report: Report, pack: Pack, pattern: str) -> str:
    """The name of a Word document in one of the pack's patterns."""
    subject = about(report, pack)
    return file_name(pattern, {"subject": subject, "number": "", "title": subject}, ".docx")


def about(report: Report, pack: Pack) -> str:
    """What a report is about, in a line: its subject, or the pack's title where it has none yet."""
    return " ".join(report.field("subject").text.split()) or pack.manifest.pack.title


def short_about(report: Report, pack: Pack) -> str:
    """The same, no longer than a folder's name should be, cut between words."""
    words = about(report, pack)
    if len(words) <= _FOLDER:
        return words
    cut, _, _ = words[: _FOLDER + 1].rpartition(" ")
    return (cut or words[:_FOLDER]).rstrip(" .,;:-–&(")
