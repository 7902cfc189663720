"""What a page of settings is: a title, the options it shows, and a control for each, by its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from clerkwell.system import Settings
from clerkwell.system.settings import OPTIONS
from clerkwell.ui.kit.controls import ComboBox, SpinBox
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.widgets import words
from clerkwell.ui.preferences.locked import LockedLine, in_words, labelled
from clerkwell.ui.preferences.path_line import PathLine


@dataclass(frozen=True)
class Option:
    """One setting as it is shown. `choices` are (value, words) for one that is chosen from a list; `lowest` is what a
    figure says in words where it is at its lowest; `path` what is chosen, where it is a place on this computer; `note`
    what there is to know of it, below it."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    suffix: str = ""
    lowest: str = ""
    path: Literal["", "folder", "file"] = ""
    note: str = ""


@dataclass(frozen=True)
class PageSpec:
    """One page. `about` says what its settings are for, where their names alone do not."""

    title: str
    options: tuple[Option, ...]
    about: str = ""


Read = Callable[[], object]


def build(spec: PageSpec, settings: Settings) -> tuple[QWidget, dict[str, Read]]:
    """The page's widget, and for each option how to read what it shows."""
    widget = QWidget()
    form = QFormLayout(widget)
    form.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
    form.setSpacing(GAP + GAP_SMALL)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    if spec.about:
        form.addRow(words(spec.about, muted=True))
    reads: dict[str, Read] = {}
    for option in spec.options:
        if option.name in settings.locked:
            locked = _locked(option, settings)
            label = labelled(option.label, locked)
            if isinstance(getattr(settings, option.name), bool):
                # What stands beside a box to tick is a whole sentence.
                form.addRow(label)
                form.addRow(locked)
            else:
                form.addRow(label, locked)
            continue
        control, reads[option.name] = _control(option, getattr(settings, option.name))
        control.setAccessibleName(option.label.replace("&", ""))
        control.setAccessibleDescription(option.note)
        if isinstance(control, QCheckBox):
            form.addRow(control)
        else:
            form.addRow(labelled(option.label, control), control)
        if option.note:
            form.addRow(words(option.note, muted=True))
    return widget, reads


def _locked(option: Option, settings: Settings) -> LockedLine:
    value = getattr(settings, option.name)
    said = dict(option.choices).get(value) if isinstance(value, str) else None
    if option.lowest and value == _limits(option.name)[0]:
        said = option.lowest
    name = option.label.replace("&", "")
    return LockedLine(said or in_words(value, option.suffix), settings.locks[option.name], name)


def _control(option: Option, value: object) -> tuple[QWidget, Read]:
    if option.choices:
        box = ComboBox()
        for each, label in option.choices:
            box.addItem(label, each)
        box.setCurrentIndex(max(0, box.findData(value)))
        return box, box.currentData
    if isinstance(value, bool):
        check = QCheckBox(option.label)
        check.setChecked(value)
        return check, check.isChecked
    if isinstance(value, int):
        spin = SpinBox()
        spin.setRange(*_limits(option.name))
        spin.setSuffix(option.suffix)
        spin.setSpecialValueText(option.lowest)
        spin.setValue(value)
        # No style sheet reaches the line inside; without this the figure touches the frame.
        spin.lineEdit().setTextMargins(GAP, 0, 0, 0)
        return spin, spin.value
    if option.path:
        place = PathLine(option.path, str(value), option.label.replace("&", ""))
        return place, place.text
    line = QLineEdit(str(value))
    line.setMaxLength(200)
    line.setMinimumWidth(line.fontMetrics().averageCharWidth() * 40)
    return line, line.text


def _limits(name: str) -> tuple[int, int]:
    """The lowest and the highest that a setting can be."""
    _, meaning = OPTIONS[name]
    return meaning.least, meaning.most or meaning.least
