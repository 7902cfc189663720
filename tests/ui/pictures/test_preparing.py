"""Pictures are made ready for Word: kind, size, which way up, and nothing of the camera's notes."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from clerkwell.ui.editors.pictures.preparing import (
    MOST_DOTS,
    NotAPictureError,
    prepare,
    prepare_file,
    prepare_image,
)
from clerkwell.word.writer.pictures import picture_file
from helpers.picturing import from_camera, image, picture_bytes

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.mark.parametrize(("kind", "name"), [("png", "plan.png"), ("jpeg", "plan.jpg")])
def test_a_picture_that_word_takes_stays_as_it_is(kind: str, name: str) -> None:
    data = picture_bytes(kind)
    made = prepare(data, f"plan.{kind}")
    assert (made.name, made.told) == (name, ())
    assert QImage.fromData(made.data) == QImage.fromData(data)


@pytest.mark.parametrize("kind", ["bmp", "webp", "tiff"])
def test_another_kind_becomes_one_that_word_takes(kind: str) -> None:
    made = prepare(picture_bytes(kind), f"Site plan.{kind}")
    found = picture_file(made.data)
    assert found is not None
    assert made.name == "Site plan.png"
    assert QImage.fromData(made.data).size() == image().size()


def test_a_photograph_is_turned_upright_and_the_notes_of_the_camera_go() -> None:
    made = prepare(from_camera(picture_bytes("jpeg"), 6), "IMG_1.jpg")
    shown = QImage.fromData(made.data)
    assert (shown.width(), shown.height()) == (30, 60)
    assert b"GPS" not in made.data
    assert b"Exif" not in made.data
    upright = prepare(from_camera(picture_bytes("jpeg"), 1), "IMG_2.jpg")
    assert b"GPS" not in upright.data


@pytest.mark.parametrize(("width", "height"), [(MOST_DOTS * 2, 40), (40, MOST_DOTS * 2)])
@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp"])
def test_a_picture_with_more_dots_than_print_needs_is_made_smaller_and_says_so(
    kind: str, width: int, height: int
) -> None:
    made = prepare(picture_bytes(kind, width, height), f"large.{kind}")
    shown = QImage.fromData(made.data)
    assert max(shown.width(), shown.height()) == MOST_DOTS
    assert min(shown.width(), shown.height()) == 20
    assert any("220 dots an inch" in each for each in made.told)


def test_a_smaller_picture_is_as_large_on_paper_as_it_was() -> None:
    large = image(MOST_DOTS * 2, 60)
    large.setDotsPerMeterX(8000)
    large.setDotsPerMeterY(8000)
    found = picture_file(prepare_image(large).data)
    assert found is not None
    assert found.width == pytest.approx(MOST_DOTS * 2 / 8000 / 0.0254 * 914400, rel=0.01)


def test_a_picture_from_the_clipboard_has_a_name() -> None:
    made = prepare_image(image())
    assert made.name == "picture.png"
    assert QImage.fromData(made.data).size() == image().size()


@pytest.mark.parametrize("data", [b"", b"Minutes of the meeting", b"%PDF-1.7\n%", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(NotAPictureError, match=r"“minutes\.txt” is (not|damaged)"):
        prepare(data, "minutes.txt")


def test_a_damaged_picture_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "half.png"
    file.write_bytes(picture_bytes("png", 4000, 3000)[:2000])
    with pytest.raises(NotAPictureError, match="damaged"):
        prepare_file(file)
    with pytest.raises(NotAPictureError):
        prepare_file(tmp_path / "gone.png")


def test_a_picture_that_claims_to_be_enormous_is_refused() -> None:
    data = bytearray(picture_bytes("png"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(NotAPictureError):
        prepare(bytes(data), "bomb.png")


def test_a_name_that_no_folder_takes_is_made_plain() -> None:
    assert prepare(picture_bytes("png"), "C:\\plans\\what? <a>|b.png").name == "what ab.png"
