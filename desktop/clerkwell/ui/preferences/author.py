"""The page of settings on the author, for new reports."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Your details",
    (
        Option("author_name", "&Name"),
        Option("author_post", "&Post"),
        Option("author_department", "&Department"),
        Option("author_telephone", "&Telephone"),
        Option("author_email", "&E-mail"),
    ),
    "These are put into each new report. Your name also stands under what you set aside or accept.",
)
