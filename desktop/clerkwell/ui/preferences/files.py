"""The page of settings on files."""

from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec("Files", (Option("save_by_itself", "&Save a report by itself after each change, once it has a file"),))
