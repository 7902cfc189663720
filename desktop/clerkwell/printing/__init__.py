"""An exported document as pages: through LibreOffice or Word where there is one, and otherwise approximately."""
