"""The page of settings on files."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Files",
    (
        Option("save_by_itself", "&Save a report by itself after each change, once it has a file"),
        Option("keep_private_days", "&Delete copies after", suffix=" days", lowest="0 days: at once"),
        Option("backup_folder", "&Folder for more copies", path="folder"),
        Option(
            "backup_copies",
            "Copies of &each report",
            note="Each report that you save is copied into that folder too, and its last few states stay there, ten "
            "minutes apart at the least. Exempt, part-exempt and confidential reports are not, unless IT has said so. "
            "Leave the line empty for none.",
        ),
    ),
    "For recovery, this computer keeps copies of its own. If a report is exempt, part-exempt or confidential, its "
    "copies are deleted this many days after you close it. Your reports themselves stay where you saved them. More: "
    "“Data protection” in the help.",
)
