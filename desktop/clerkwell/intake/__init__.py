"""Text and documents from elsewhere, recognised as a report: headings, labels, lists into sections, fields, tray.

Nothing vanishes: what is not placed is in the tray, and every change is said in a finding.
"""

from clerkwell.intake.documents import import_document
from clerkwell.intake.homecoming import DraftMark, draft_of, read_draft
from clerkwell.intake.importing import import_lines, import_text
from clerkwell.intake.results import Finding, Imported, Mapped, NotAReportError

__all__ = [
    "DraftMark", "Finding", "Imported", "Mapped", "NotAReportError", "draft_of", "import_document", "import_lines",
    "import_text", "read_draft",
]  # fmt: skip
