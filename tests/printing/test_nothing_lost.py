"""Every row of a table reaches the PDF, where LibreOffice loses rows of the document as it stands."""

import re
import shutil

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from clerkwell.printing import engines, to_pdf
from clerkwell.word.writer import write_document
from helpers.shipped import shipped
from helpers.torture import PICTURES, torture

YEARS = {f"20{year}/{year + 1}" for year in range(20, 70)}


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not here")
@pytest.mark.parametrize("draft", [True, False])
def test_no_row_of_a_table_that_goes_over_pages_is_lost(draft: bool) -> None:
    pack = shipped("city-of-london-2023")
    document = write_document(torture(pack), pack, draft=draft, attachments=PICTURES)
    made = to_pdf(document, lambda: engines("libreoffice"))
    opened = pypdfium2.PdfDocument(made.data)
    text = "\n".join(page.get_textpage().get_text_range() for page in opened)
    opened.close()
    assert set(re.findall(r"20\d\d/\d\d", text)) >= YEARS
