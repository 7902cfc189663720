"""What is asked of a section and of a heading over sections: the forms of the parts' page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clerkwell.packs import GroupSpec, Pack, SectionSpec
from clerkwell.packs.manifest import WordLimits
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.boxes import NamesRow, ParagraphRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import ChoiceRow, NumberRow, TickRow
from clerkwell.ui.studio.parts.conditions import WHEN, When, WhenRow
from clerkwell.ui.studio.parts.words import PartForm, TitleRow, shown_if
from clerkwell.ui.studio.ticks import TicksRow
from clerkwell.workshop.draft.groups import change_group, may_be_printed, print_group, rename_group
from clerkwell.workshop.draft.moving import move_section
from clerkwell.workshop.draft.sections import Spot, change_section, rename_section

_NEEDED = (("always", "In every report"), (WHEN, "Only with certain answers"), ("never", "It may be left out"))
_PLACED = (("", "In every report"), (WHEN, "Only with certain answers"))
_BESIDE = "The author reads it beside the section."
_NIL = (
    ("no", "No: something has to be written"),
    ("reason", "Yes, with a reason: “None, because …”"),
    ("yes", "Yes: “None” alone is enough"),
)


class SectionForm(PartForm):
    """Asks everything about one section; `about` is its id."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge)
        self.title = TitleRow(
            bridge,
            Asked(
                "Heading",
                "As it is printed. The one it had before is kept as a name that imports and older reports know.",
                lambda pack: self._spec(pack).title,
                lambda pack, text: rename_section(pack, self.about, text),
                self._title_fault,
                "Rename the section",
            ),
            needed=True,
        )
        self.under = ChoiceRow(
            bridge,
            Asked(
                "Stands under",
                "The heading over it. It moves to the end of that part, in the Word document too.",
                lambda pack: self._spec(pack).group or "",
                self._put_under,
                step="Move the section",
            ),
            (),
        )
        self.guidance = ParagraphRow(bridge, self._asks("guidance", "What to write", _BESIDE))
        self.needed = WhenRow(
            bridge,
            Asked(
                "When it is needed",
                "A report that lacks a needed section cannot be made final.",
                lambda pack: (self._spec(pack).required, self._spec(pack).when),
                self._need,
                step="Change when the section is needed",
            ),
            _NEEDED,
        )
        self.placed = WhenRow(
            bridge,
            Asked(
                "Where it has a place",
                "Elsewhere authors do not see it at all; what was written in it is kept.",
                lambda pack: (WHEN if self._spec(pack).only else "", self._spec(pack).only),
                lambda pack, value: change_section(pack, self.about, {"only": value[1]}),
                step="Change where the section has a place",
            ),
            _PLACED,
        )
        self.nil = ChoiceRow(
            bridge,
            self._asks("nil", "May the answer be that there is nothing to say?", "“None”, “N/A”."),
            _NIL,
        )
        self.most = NumberRow(bridge, self._limits("most"), 0, 9999, "words", "No limit")
        self.least = NumberRow(bridge, self._limits("least"), 0, 9999, "words", "None")
        self.grade = ChoiceRow(
            bridge, self._limits("grade"), (("advice", "It is advice"), ("limit", "A longer one cannot be made final"))
        )
        self.subheadings = NamesRow(
            bridge, self._asks("subheadings", "Usual sub-headings", "One on each line. The author can put them in.")
        )
        self.wordings = TicksRow(
            bridge,
            self._asks(
                "wordings",
                "Standard wordings offered",
                "The author puts one in with a click. Their words are on the page “Wordings”.",
            ),
        )
        self.consult = NamesRow(
            bridge,
            self._asks("consult", "People to consult", "Posts or teams, one on each line."),
        )
        self.aliases = NamesRow(
            bridge,
            self._asks(
                "aliases",
                "Other headings it is known by",
                "One on each line. A report with one of these headings is understood.",
            ),
        )
        self.numbered = TickRow(
            bridge,
            self._asks("numbered", "Its paragraphs are numbered", "In one run through the report."),
        )
        self.add(self.title, self.under, self.guidance, self.needed, self.placed, self.nil)
        self.heading("How long")
        self.add(self.most, self.least, self.grade)
        self.heading("Help for the author")
        self.add(self.wordings, self.subheadings, self.consult)
        self.heading("More")
        self.add(self.aliases, self.numbered)

    def show_pack(self) -> None:
        """Show what the pack says of the section, as far as it can be asked."""
        pack = self._bridge.pack
        spec = self._spec(pack)
        self.needed.about = self.placed.about = self.about
        self.under.offer((("", "No heading"), *((each.id, each.title) for each in pack.manifest.group)))
        offered = tuple((name, each.title) for name, each in pack.manifest.wording.items())
        self.wordings.offer(offered, self.grade.list)
        text = spec.kind == "text"
        for row in (self.nil, self.most, self.subheadings):
            shown_if(row, text)
        for row in (self.least, self.grade):
            shown_if(row, text and spec.words is not None)
        shown_if(self.wordings, text and bool(pack.manifest.wording))
        shown_if(self.under, bool(pack.manifest.group))
        shown_if(self.numbered, text and pack.manifest.pack.numbering == "paragraphs")
        super().show_pack()

    def _spec(self, pack: Pack) -> SectionSpec:
        return pack.section(self.about) or SectionSpec(id="x", title="")

    def _asks(self, name: str, label: str, why: str) -> Asked[Any]:
        return Asked(
            label,
            why,
            lambda pack: getattr(self._spec(pack), name),
            lambda pack, value: change_section(pack, self.about, {name: value}),
        )

    def _limits(self, name: str) -> Asked[Any]:
        said = {
            "most": ("At most", "The author sees how many words there are, and how many there may be."),
            "least": ("At least", "Fewer words than this are told of."),
            "grade": ("How strict", ""),
        }
        label, why = said[name]

        def read(pack: Pack) -> Any:  # noqa: ANN401 - a number or a word, as the limits have it
            words = self._spec(pack).words
            return getattr(words, name) if words is not None else "advice" if name == "grade" else 0

        def write(pack: Pack, value: Any) -> Pack:  # noqa: ANN401 - as above
            now = self._spec(pack).words or WordLimits(most=0)
            new = now.model_copy(update={name: value})
            return change_section(pack, self.about, {"words": new if new.most else None})

        return Asked(label, why, read, write, self._limit_fault(name), "Change how long the section may be")

    def _limit_fault(self, name: str) -> Callable[[Any], str]:
        def fault(value: Any) -> str:  # noqa: ANN401 - as above
            words = self._spec(self._bridge.pack).words
            if name == "least" and words is not None and value > words.most:
                return f"That is more than it may have at most, {words.most}."
            if name == "most" and words is not None and 0 < value < words.least:
                return f"That is fewer than it has at least, {words.least}."
            return ""

        return fault

    def _need(self, pack: Pack, value: When) -> Pack:
        return change_section(pack, self.about, {"required": value[0], "when": value[1]})

    def _put_under(self, pack: Pack, group: str) -> Pack:
        spec = self._spec(pack)
        specs = [each for each in pack.manifest.section if each.id != self.about]
        last = [each.id for each in specs if each.group == (group or spec.group)]
        at = next(at for at, each in enumerate(pack.manifest.section) if each.id == self.about)
        before = pack.manifest.section[at - 1].id if at else ""
        return move_section(pack, self.about, Spot(last[-1] if last else before, group or None))

    def _title_fault(self, title: str) -> str:
        same = [each for each in self._bridge.pack.manifest.section if each.id != self.about and each.title == title]
        return f"There is a section “{title}” already." if same else ""


class GroupForm(PartForm):
    """Asks everything about a heading over sections; `about` is its id."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge)
        self.title = TitleRow(
            bridge,
            Asked(
                "Heading",
                "It stands over its sections, and goes with the last of them that a report has.",
                lambda pack: self._spec(pack).title,
                lambda pack, text: rename_group(pack, self.about, text),
                step="Rename the heading",
            ),
            needed=True,
        )
        self.printed = TickRow(
            bridge,
            Asked(
                "It is printed in the document",
                "Otherwise it only orders the list of parts for the author.",
                lambda pack: self._spec(pack).printed,
                lambda pack, printed: print_group(pack, self.about, printed=printed),
                step="Print the heading, or not",
            ),
        )
        self.opening = ChoiceRow(
            bridge,
            Asked(
                "Text right under it belongs to",
                "An import puts words there that stand under this heading, before the first section.",
                lambda pack: self._spec(pack).opening or "",
                lambda pack, section: change_group(pack, self.about, opening=section or None),
                step="Change where text under the heading belongs",
            ),
            (),
        )
        self.aliases = NamesRow(
            bridge,
            Asked(
                "Other words it is known by",
                "One on each line. A report with one of these headings is understood.",
                lambda pack: self._spec(pack).aliases,
                lambda pack, names: change_group(pack, self.about, aliases=names),
                step="Change other words of the heading",
            ),
        )
        self.add(self.title, self.printed, self.opening, self.aliases)

    def show_pack(self) -> None:
        """Show what the pack says of the heading."""
        own = (each for each in self._bridge.pack.manifest.section if each.group == self.about)
        shown_if(self.printed, may_be_printed(self._bridge.pack) or self._spec(self._bridge.pack).printed)
        self.opening.offer((("", "Nothing"), *((each.id, each.title) for each in own)))
        super().show_pack()

    def _spec(self, pack: Pack) -> GroupSpec:
        return pack.group(self.about) or GroupSpec(id="x", title="")
