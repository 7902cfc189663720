"""Sections that somebody began in a draft by typing a heading, and those whose controls were taken out."""

from collections.abc import Mapping

from clerkwell.intake.folding import folded
from clerkwell.intake.homecoming.flow import Line
from clerkwell.intake.homecoming.printed import Printed, is_content, single, without_number
from clerkwell.intake.homecoming.styles import Meanings, folded_style
from clerkwell.packs import OTHER, Pack

_LONGEST = 120


class Openings:
    """Says which section a line begins by itself; `tags` are the places that the document has."""

    def __init__(self, pack: Pack, printed: Printed, meanings: Meanings, tags: frozenset[str]) -> None:
        self._pack = pack
        self._styles = printed.headings - {meanings.name("sub-heading"), meanings.name("paragraph")}
        self._titles = _titles(pack)
        self._held = {tag.partition(":")[2] for tag in tags if tag.startswith(("section:", "heading:", "body:"))}
        self._from = ""
        self._to = ""

    def opened(self, line: Line) -> str:
        """The id of the section that a line is the typed heading of; "" for any other line."""
        paragraph = line.paragraph
        if paragraph is None or line.spot or line.story != "body" or not line.shows or len(line.words) > _LONGEST:
            return ""
        if any(is_content(each) and each.kind != "body" for each in line.stands):
            return ""
        if any(is_content(each) for piece in line.pieces for each in piece.stands):
            return ""
        if folded_style(paragraph.style) not in self._styles:
            return ""
        words = single(without_number(line.words))
        known = self._titles.get(folded(words))
        if known is not None:
            return "" if known in self._held else known
        if self._pack.manifest.pack.order != "report" or self._pack.section(OTHER) is None:
            return ""
        number = 1
        while f"own-{number}" in self._held:
            number += 1
        return f"own-{number}"

    def begin(self, section: str, inside: str) -> None:
        """From here on what stands where the heading does, `inside` another section or none, is in its section."""
        self._held.add(section)
        self._from, self._to = inside, section

    def section(self, own: str) -> str:
        """The section of a line that stands in the places of section `own`, or in none."""
        if self._to and own == self._from:
            return self._to
        if own:
            self._from = self._to = ""
        return own


def _titles(pack: Pack) -> Mapping[str, str]:
    done: dict[str, str] = {}
    for spec in pack.manifest.section:
        if spec.id != OTHER and spec.heading == "block":
            for title in (spec.title, *spec.aliases):
                done.setdefault(folded(title), spec.id)
    return done
