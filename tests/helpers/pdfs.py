"""Small PDFs, written out by hand."""


def make_pdf(pages: int = 1, size: tuple[int, int] = (595, 842), words: str = "Page") -> bytes:
    """A PDF of so many pages, each with a few words on it."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(pages))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for at in range(pages):
        stream = f"BT /F1 24 Tf 72 700 Td ({words} {at + 1}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    done = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(done))
        done += f"{number} 0 obj\n{each}\nendobj\n".encode()
    start = len(done)
    done += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    done += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return done + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
