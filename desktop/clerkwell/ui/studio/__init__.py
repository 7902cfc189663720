"""Making and checking packs.

`CheckPackDialog` says what is wrong with the pack in a folder; `StudioWindow` is the template workshop, in which a
pack is made, and `StudioServices` what it is handed.
"""

from clerkwell.ui.studio.check_pack import CheckPackDialog
from clerkwell.ui.studio.services import StudioServices
from clerkwell.ui.studio.window import StudioWindow

__all__ = ["CheckPackDialog", "StudioServices", "StudioWindow"]
