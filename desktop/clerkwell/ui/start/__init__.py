"""The start page: a new report, a recent one, another one, or unsaved work.

`StartPage` is the widget; `RecentReports` keeps the list of reports worked on lately.
"""

from clerkwell.ui.start.page import StartPage
from clerkwell.ui.start.pictures import PackPictures
from clerkwell.ui.start.recents import Recent, RecentReports, recent_of

__all__ = ["PackPictures", "Recent", "RecentReports", "StartPage", "recent_of"]
