"""What a clipboard holds, as blocks: HTML of Word, Outlook, Excel, browsers and LibreOffice, and plain text of PDFs."""
