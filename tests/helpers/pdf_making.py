"""PDFs put together by hand, object by object, as no library here writes what hides in them."""

from collections.abc import Mapping

_END = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"


def make_pdf(
    page: str = "Open", *, more: Mapping[int, bytes] | None = None, catalogue: str = "", on_page: str = ""
) -> bytes:
    """A PDF of one page with these words; `more` are objects from number 6 on."""
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalogue}>>".encode(),
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>{on_page}>>"
        ).encode(),
        4: stream(_shown(page)),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **(more or {}),
    }
    data, places = b"%PDF-1.7\n", []
    for number, content in sorted(objects.items()):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table) + _END % (size, len(data))


def added_to(data: bytes, page: str) -> bytes:
    """The same file with its page's words written over in an incremental update: the old ones stay in it."""
    before = data.rindex(b"startxref\n")
    first = int(data[before:].split()[1])
    at = len(data)
    data += b"4 0 obj\n%b\nendobj\n" % stream(_shown(page))
    table = len(data)
    data += b"xref\n4 1\n%010d 00000 n \ntrailer<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        at,
        first,
        table,
    )
    return data


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<</Length {len(content)}{entries}>>stream\n".encode() + content + b"\nendstream"


def _shown(words: str) -> bytes:
    return f"BT /F1 9 Tf 20 700 Td ({words}) Tj ET".encode() if words else b""
