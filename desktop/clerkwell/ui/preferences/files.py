"""The page of settings on files."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Files",
    (
        Option("save_by_itself", "&Save a report by itself after each change, once it has a file"),
        Option("keep_private_days", "&Delete copies after", suffix=" days", lowest="0 days: at once"),
    ),
    "For recovery, this computer keeps copies of its own. If a report is exempt, part-exempt or confidential, its "
    "copies are deleted this many days after you close it. Your reports themselves stay where you saved them. More: "
    "“Data protection” in the help.",
)
