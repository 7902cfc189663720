"""The page of settings on folders."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Folders",
    (
        Option("documents", "Your &reports", path="folder"),
        Option("shared_packs", "&Templates shared by everybody", path="folder"),
        Option("libreoffice", "&LibreOffice’s program", path="file"),
    ),
    "Leave a line empty for the usual place. Your reports: the folder that new reports are offered to be saved in. "
    "LibreOffice’s program (soffice) is found by itself on most computers. Folders are used from the next start on, "
    "LibreOffice at once.",
)
