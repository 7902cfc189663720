"""One control for each kind of answer."""

from clerkwell.ui.editors.fields.inputs.base import FieldInput
from clerkwell.ui.editors.fields.inputs.build import build_input

__all__ = ["FieldInput", "build_input"]
