"""The main window: start page or desk, menus, actions, the flows of opening, saving and exporting.

`MainWindow` is built by the program from `Services`; `Handover` keeps it the only one of its profile.
"""

from clerkwell.ui.shell.crash import LAST_TIME, CrashDialog, CrashPath
from clerkwell.ui.shell.handover import Handover, ask_first
from clerkwell.ui.shell.pack_watch import PackWatch
from clerkwell.ui.shell.services import Services
from clerkwell.ui.shell.standing import load_standing, save_standing
from clerkwell.ui.shell.window import MainWindow

__all__ = [
    "LAST_TIME",
    "CrashDialog",
    "CrashPath",
    "Handover",
    "MainWindow",
    "PackWatch",
    "Services",
    "ask_first",
    "load_standing",
    "save_standing",
]
