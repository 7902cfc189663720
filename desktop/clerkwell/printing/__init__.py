"""An exported document as pages: through LibreOffice or Word where there is one, and otherwise approximately."""

from clerkwell.printing.errors import PrintingError

__all__ = ["PrintingError"]
