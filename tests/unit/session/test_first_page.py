"""Pictures of packs' first pages."""

from threading import Event

from clerkwell.packs import load_folder
from clerkwell.packs.picture import picture_name
from clerkwell.session.first_page import first_page
from clerkwell.system import resources_folder, templates_folder

PACKS = [load_folder(folder) for folder in sorted(templates_folder().iterdir()) if folder.is_dir()]


def test_every_pack_that_ships_has_a_picture_of_what_it_is_now() -> None:
    """If this fails, a template was changed: python packaging/pictures/packs.py takes it anew."""
    shipped = {path.name for path in (resources_folder() / "pictures").glob("*.png")}
    assert shipped == {picture_name(pack) for pack in PACKS}


def test_a_pack_without_a_picture_gets_one_by_the_approximation() -> None:
    made = first_page(PACKS[0], 240)
    assert made is not None
    assert made.width == 240
    assert 320 < made.height < 360
    # It is paper with something on it.
    assert {b"\xff\xff\xff\xff", b"\xff\xff\xff\x00"} & {made.data[:4]}
    assert len(set(made.data)) > 8


def test_nothing_is_made_once_nobody_waits() -> None:
    stop = Event()
    stop.set()
    assert first_page(PACKS[0], 240, stop=stop) is None
