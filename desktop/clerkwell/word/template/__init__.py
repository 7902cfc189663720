"""What a council's template holds, for whoever looks after it: its lines, its looks, and what was left in it."""

from clerkwell.word.template.lines import Spot, TemplateLine, template_lines
from clerkwell.word.template.looks import StyleLook, template_looks
from clerkwell.word.template.marks import Mark, template_marks
from clerkwell.word.template.pages import template_pages

__all__ = [
    "Mark",
    "Spot",
    "StyleLook",
    "TemplateLine",
    "template_lines",
    "template_looks",
    "template_marks",
    "template_pages",
]
