"""Whether a Word document can be read by everyone: facts of any document, and rules over them, each with its source."""

from clerkwell.word.accessibility.checking import Checked, accessibility_rules, check_document, graded, made_with
from clerkwell.word.accessibility.rule import DocumentRule

__all__ = ["Checked", "DocumentRule", "accessibility_rules", "check_document", "graded", "made_with"]
