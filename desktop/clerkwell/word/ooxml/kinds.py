"""What a file is that is no Word document, said so that the person knows what to do with it."""

from collections.abc import Iterable
from typing import Final

OLE: Final = b"\xd0\xcf\x11\xe0"
# How names stand in the directory of an OLE file ([MS-CFB] 2.6.1): UTF-16.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHER_OFFICE: Final = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation"), ("visio/", "a drawing"))


def what_it_is(data: bytes) -> str:
    """One sentence about a file that cannot be opened as an archive: what it seems to be, and what to do."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        return "This file is empty, so there is no Word document in it: copy or download it again."
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            return "This Word document has a password. Open it in Word and save it without one."
        return "This is not a .docx file: it is an old .doc or it has a password. Save it as .docx without one."
    if data.startswith(b"PK"):
        return "This is not a whole .docx file: it breaks off before its end. Copy or download it again."
    if data.startswith(b"%PDF"):
        return "This is a PDF, not a whole .docx file. Import the Word document or the text that it was made from."
    if start.startswith(b"{\\rtf"):
        return "This is a Rich Text file, not a whole .docx file. Open it in Word and save it as .docx."
    if b'progid="word.document"' in start or b"<pkg:package" in start or b"<w:worddocument" in start:
        return "This is a Word document saved as one XML file, not a whole .docx file. Save it in Word as .docx."
    if start.startswith((b"<html", b"<!doctype html")) or b"<html" in start:
        return "This is a web page, not a whole .docx file. Open it in Word and save it as .docx."
    return "This is not a whole .docx file: the archive that it should be cannot be read."


def other_office(names: Iterable[str]) -> str:
    """One sentence about a package of another kind, told by the folders of its parts; "" for none that is known."""
    known = tuple(names)
    for folder, office in _OTHER_OFFICE:
        if any(name.startswith(folder) for name in known):
            return f"This is {office}, not a Word document."
    return ""


def what_archive_it_is(names: Iterable[str], kind: bytes) -> str:
    """One sentence about an archive that holds no Word document. `kind` is what an OpenDocument file says it is."""
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        return "This is an OpenDocument file, not a Word document. Open it and save it as .docx."
    return other_office(names) or "This is an archive, but not a Word document: its list of contents is missing."
