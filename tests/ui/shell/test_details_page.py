"""The form on the desk: where it opens."""

from pathlib import Path

import pytest

from clerkwell.ui.editors.fields import HeaderForm
from helpers.desk import Recorder
from helpers.shipped import shipped
from helpers.windows import Chosen, make_services, open_window

pytestmark = pytest.mark.usefixtures("qtbot")


def test_report_details_opens_at_the_top_and_report_author_at_the_author(tmp_path: Path) -> None:
    services = make_services(tmp_path, shipped("city-of-london-2023"))
    with open_window(services, Recorder(), Chosen(tmp_path / "a.clerkwell")) as window:
        window.commands.new_in("city-of-london-2023")
        desk = window.desk
        assert desk is not None
        desk.enter_part("authors")
        form = desk.pages.current().content
        assert isinstance(form, HeaderForm)
        bar = form.verticalScrollBar()
        assert bar.value() > 0
        desk.enter_part("header")
        top = bar.value()
        desk.enter_part("authors")
        desk.enter_part("summary")
        desk.show_part("header")
        assert (top, bar.value()) == (0, 0)
