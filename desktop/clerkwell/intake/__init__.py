"""Text and documents from elsewhere, recognised as a report: headings, labels, lists into sections, fields, tray.

Nothing vanishes: what is not placed is in the tray, and every change is said in a finding. What is exported is loaded
when it is first asked for: to paste a sentence takes little of it.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand

if TYPE_CHECKING:
    from clerkwell.intake.documents import import_document
    from clerkwell.intake.homecoming import DraftMark, draft_of, read_draft
    from clerkwell.intake.importing import import_lines, import_text
    from clerkwell.intake.results import Finding, Imported, Mapped, NotAReportError

__all__ = [
    "DraftMark", "Finding", "Imported", "Mapped", "NotAReportError", "draft_of", "import_document", "import_lines",
    "import_text", "read_draft",
]  # fmt: skip

# Where in this room each of them is.
_WHERE: Final = {
    "DraftMark": "homecoming",
    "Finding": "results",
    "Imported": "results",
    "Mapped": "results",
    "NotAReportError": "results",
    "draft_of": "homecoming",
    "import_document": "documents",
    "import_lines": "importing",
    "import_text": "importing",
    "read_draft": "homecoming",
}

__getattr__ = on_demand(__name__, _WHERE)
