"""An exported document as pages: through LibreOffice or Word where there is one, and otherwise approximately."""

from clerkwell.printing.engines import Choice, Engine, engines
from clerkwell.printing.errors import PrintingError
from clerkwell.printing.making import Made, PageMaker, StoppedError, to_pdf

__all__ = ["Choice", "Engine", "Made", "PageMaker", "PrintingError", "StoppedError", "engines", "to_pdf"]
