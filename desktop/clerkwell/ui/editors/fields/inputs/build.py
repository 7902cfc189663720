"""Which control a kind of field gets."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from clerkwell.packs import FieldSpec, Pack, options
from clerkwell.packs.exemption import PARAGRAPHS
from clerkwell.ui.editors.fields.inputs.base import FieldInput
from clerkwell.ui.editors.fields.inputs.choice import ClosedChoice, OpenChoice
from clerkwell.ui.editors.fields.inputs.choices import ChoicesInput
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.fields.inputs.exempt import ExemptInput
from clerkwell.ui.editors.fields.inputs.few import FewChoices
from clerkwell.ui.editors.fields.inputs.people import PeopleInput
from clerkwell.ui.editors.fields.inputs.text import LinesInput, TextInput
from clerkwell.ui.editors.fields.inputs.yes_no import YesNoInput

# More answers than that are a list.
_FEW = 4
Builder = Callable[[FieldSpec, Pack], FieldInput]


def build_input(spec: FieldSpec, pack: Pack) -> FieldInput:
    """The control for a field, without a value and without its list."""
    if spec.id == PARAGRAPHS and pack.manifest.pack.nation == "england":
        return ExemptInput()
    if _is_yes_or_no(spec, pack):
        return FewChoices(_is_open(spec, pack))
    if spec.several:
        return PeopleInput()
    return builders()[spec.kind](spec, pack)


def builders() -> Mapping[str, Builder]:
    """A builder for each kind of field."""
    return {
        "text": lambda spec, _: OpenChoice() if spec.vocab else TextInput(),
        "lines": lambda *_: LinesInput(),
        "date": lambda _, pack: DateInput(pack.manifest.rules.date_form),
        "choice": lambda spec, pack: OpenChoice() if _is_open(spec, pack) else ClosedChoice(),
        "choices": lambda spec, pack: ChoicesInput(_is_open(spec, pack)),
        "status": lambda *_: ClosedChoice(),
        "yes-no": lambda *_: YesNoInput(),
        "money": lambda *_: TextInput(),
        "telephone": lambda *_: TextInput(Qt.InputMethodHint.ImhDialableCharactersOnly, width=30),
        "email": lambda *_: TextInput(Qt.InputMethodHint.ImhEmailCharactersOnly),
    }


def _is_yes_or_no(spec: FieldSpec, pack: Pack) -> bool:
    """Whether the list of a field is yes and no with little else, such as "N/A"."""
    listed = options(spec, pack) if spec.kind == "choice" else ()
    return {"Yes", "No"} <= {*listed} and len(listed) <= _FEW


def _is_open(spec: FieldSpec, pack: Pack) -> bool:
    """Whether the field takes answers that are not on its list; a list written into the field itself is closed."""
    return bool(spec.vocab) and pack.manifest.vocab[spec.vocab].open
