"""A PDF as pages and pictures."""

import threading

import pytest

from clerkwell.printing import PrintingError
from clerkwell.printing.pdf import LARGEST, Pdf, page_count
from clerkwell.session.pdf_texts import pdf_texts
from helpers.pdfs import make_pdf


def test_pages_are_counted_and_measured() -> None:
    pdf = Pdf(make_pdf(3, (400, 500)))

    assert pdf.sizes == ((400.0, 500.0),) * 3
    assert page_count(make_pdf(12)) == 12
    pdf.close()


@pytest.mark.parametrize("data", [b"", b"words", b"%PDF-1.7\n", make_pdf()[:200]])
def test_what_is_no_pdf_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(PrintingError, match=r"^What was made is .*\.$"):
        Pdf(data)


def test_a_picture_has_ink_on_paper() -> None:
    pdf = Pdf(make_pdf(1, (400, 800)))
    picture = pdf.picture(0, 0.5)

    assert picture is not None
    assert (picture.width, picture.height) == (200, 400)
    assert len(picture.data) == picture.stride * picture.height
    assert picture.data[:3] == b"\xff\xff\xff"
    assert min(picture.data) < 100
    pdf.close()


def test_no_picture_is_larger_than_memory_allows() -> None:
    pdf = Pdf(make_pdf(1, (2000, 14000)))
    picture = pdf.picture(0, 10.0)

    assert picture is not None
    assert max(picture.width, picture.height) <= LARGEST + 1
    pdf.close()


def test_a_closed_one_gives_no_pictures() -> None:
    pdf = Pdf(make_pdf())
    pdf.close()
    pdf.close()

    assert pdf.picture(0, 1.0) is None


def test_several_threads_may_ask_at_once() -> None:
    pdfs = [Pdf(make_pdf(2, words=f"Report {at}")) for at in range(3)]
    alone = [pdf.picture(1, 0.5) for pdf in pdfs]
    found: dict[int, list[object]] = {}

    def ask(at: int) -> None:
        found[at] = [pdfs[at].picture(1, 0.5) for _ in range(20)]
        # An appendix may be read while pages are drawn.
        read = [pdf_texts(make_pdf(5, words=f"Letter {at}")) for _ in range(20)]
        assert all(each is not None and f"Letter {at} 5" in each.pages[4] for each in read)

    threads = [threading.Thread(target=ask, args=(at,)) for at in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(found[at] == [alone[at]] * 20 for at in range(3))
    for pdf in pdfs:
        pdf.close()
