"""The page of settings on previews and PDFs."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Pages",
    (
        Option(
            "make_pages_with",
            "&Make previews and PDFs with",
            (
                ("automatic", "Whatever is on this computer"),
                ("libreoffice", "LibreOffice"),
                ("word", "Microsoft Word"),
                ("approximation", "Clerkwell’s approximation"),
            ),
        ),
    ),
    "LibreOffice and Word give the pages that the document has. The approximation is quicker and needs neither, but "
    "its lines and page count may differ. If the one chosen is not on this computer, another is used.",
)
