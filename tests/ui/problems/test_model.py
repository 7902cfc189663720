"""The Qt model of the list: whatever it is shown, it ends as that, and what stays keeps its index."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from clerkwell.ui.problems.model import ProblemsModel
from clerkwell.ui.problems.wording import Group, Line

IDS = ("error", "to-do", "warning", "info", "set-aside")
keys = st.lists(st.integers(0, 8), unique=True, max_size=7)
lists = st.tuples(keys, keys, keys, keys, keys)


def made(lists_of_keys: tuple[list[int], ...], heading: str = "") -> tuple[Group, ...]:
    return tuple(
        Group(
            name, f"{len(each)} {name} {heading}", tuple(Line((key,), "Error", f"{key}", "", "", None) for key in each)
        )
        for name, each in zip(IDS, lists_of_keys, strict=True)
        if each
    )


@given(st.lists(lists, min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_every_refresh_ends_with_what_is_to_be_shown(steps: list[tuple[list[int], ...]]) -> None:
    model = ProblemsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for count, step in enumerate(steps):
        held = {
            (model.parent(index).data(Qt.ItemDataRole.UserRole).id, index.data(Qt.ItemDataRole.UserRole).key):
            QPersistentModelIndex(index)
            for index in model.line_indexes()
        }  # fmt: skip
        groups = made(step, str(count))
        model.show_groups(groups)
        assert model.groups == groups
        shown = [index.data(Qt.ItemDataRole.UserRole) for index in model.line_indexes()]
        assert shown == [line for group in groups for line in group.lines]
        for (_, key), index in held.items():
            # An index either still shows its line or is gone; it never shows another.
            assert not index.isValid() or index.data(Qt.ItemDataRole.UserRole).key == key
    del tester


def test_what_is_read_out_has_the_severity_as_a_word() -> None:
    model = ProblemsModel()
    model.show_groups((Group("error", "1 error", (Line(("a",), "Error", "It is blank.", "Summary", "Law.", None),)),))
    (index,) = model.line_indexes()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Error: It is blank. Summary."
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Error: It is blank."
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Law."
