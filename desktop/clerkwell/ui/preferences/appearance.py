"""The page of settings on how the program looks."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Appearance",
    (
        Option("theme", "&Look", (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))),
        Option("text_size", "&Text size", suffix=" pt"),
    ),
)
