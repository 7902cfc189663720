"""The page of settings on how the program looks."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Appearance",
    (
        Option(
            "theme",
            "&Look",
            (
                ("system", "As the system"),
                ("light", "Light"),
                ("dark", "Dark"),
                ("high-contrast-light", "High contrast, dark on light"),
                ("high-contrast-dark", "High contrast, light on dark"),
            ),
        ),
        Option("text_size", "&Text size", suffix=" pt"),
    ),
)
