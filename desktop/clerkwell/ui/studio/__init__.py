"""Making and checking packs.

`CheckPackDialog` says what is wrong with the pack in a folder.
"""

from clerkwell.ui.studio.check_pack import CheckPackDialog

__all__ = ["CheckPackDialog"]
