"""The page of settings on files."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Files",
    (
        Option("save_by_itself", "&Save a report by itself after each change, once it has a file"),
        Option("keep_private_days", "&Delete copies after", suffix=" days", lowest="0 days: at once"),
    ),
    "For recovery, this computer keeps copies of its own. Those of exempt, part-exempt and confidential reports are "
    "deleted so many days after you leave them. Your reports themselves stay where you saved them. More: “Data "
    "protection” in the help.",
)
