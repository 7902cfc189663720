"""Versions of a report: kept by name, compared with each other or with a Word file, brought back.

`VersionsDialog` lists them; `ComparisonDialog` shows what differs; `NameDialog` asks what a version is called.
"""

from clerkwell.ui.versions.asking import NameDialog, keep_version
from clerkwell.ui.versions.comparison import ComparisonDialog
from clerkwell.ui.versions.dialog import VersionsDialog

__all__ = ["ComparisonDialog", "NameDialog", "VersionsDialog", "keep_version"]
