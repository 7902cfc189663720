"""Answers to what words need of a document, without one."""

from clerkwell.model import Footnote, Reference
from clerkwell.word.writer.words import Needs, Pointer


class Supply:
    """Needs that are answered without a document."""

    link_style = "Hyperlink"
    note_style: str | None = None

    def link(self, link: str) -> str | None:
        """One relation for whatever is on the web."""
        return "rId7" if link.startswith("https:") else None

    def footnote(self, note: Footnote) -> int:
        """Every note is the third, but for one without words."""
        return 3 if note.runs else 2

    def reference(self, reference: Reference, before: str) -> tuple[str, tuple[Pointer, ...]]:
        """A paragraph and a section are there."""
        found: dict[str, Pointer] = {"b1": ("_Ref1", "8", "\\r"), "background": ("_Ref2", "Background", "")}
        assert "\ufffd" not in before
        return "", tuple(found[each] for each in found if each == reference.target)


NEEDS: Needs = Supply()
