"""The header form: a control for each kind of answer, cards for what repeats, the checks' words beside each."""

from clerkwell.ui.editors.fields.form import HeaderForm

__all__ = ["HeaderForm"]
