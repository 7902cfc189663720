"""What is asked of a question of the header, and of rows of questions: the forms of the parts' page."""

from __future__ import annotations

from typing import Any

from clerkwell.packs import FieldSpec, Pack, RepeatSpec
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.boxes import NamesRow, ParagraphRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import ChoiceRow, LineRow, TickRow
from clerkwell.ui.studio.parts.conditions import WHEN, When, WhenRow
from clerkwell.ui.studio.parts.standard import StandardRow
from clerkwell.ui.studio.parts.words import AnswersRow, ExactRow, PartForm, TitleRow, shown_if
from clerkwell.workshop.draft.conditions import answers_of
from clerkwell.workshop.draft.fields import (
    change_field,
    change_repeat,
    hide_field,
    label_field,
    print_field,
    rename_field,
)
from clerkwell.workshop.draft.lists import list_title
from clerkwell.workshop.draft.printing import print_after, printed_after, printed_fields

_KINDS = (
    ("text", "A line of words"),
    ("lines", "Words on several lines"),
    ("choice", "One answer to choose"),
    ("choices", "Several answers to choose"),
    ("yes-no", "Yes or No"),
    ("date", "A date"),
    ("money", "A sum of money"),
    ("telephone", "A telephone number"),
    ("email", "An email address"),
    ("status", "Public, exempt or confidential"),
)
_LISTED = frozenset({"choice", "choices", "status", "text"})
_NEEDED = (("always", "In every report"), (WHEN, "Only with certain answers"), ("never", "It may stay empty"))
_ASKED = (("", "In every report"), (WHEN, "Only with certain answers"))


class FieldForm(PartForm):
    """Asks everything about one question; `about` is its id."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge)
        self.title = TitleRow(
            bridge,
            Asked(
                "Question",
                "What the author is asked. A label of the same words in the document follows.",
                lambda pack: self._spec(pack).title,
                lambda pack, text: rename_field(pack, self.about, text),
                step="Rename the question",
            ),
            needed=True,
        )
        self.kind = ChoiceRow(
            bridge,
            self._asks("kind", "What kind of answer it has", "The author gets a control to match."),
            _KINDS,
        )
        self.list = ChoiceRow(
            bridge,
            self._asks("vocab", "The list to choose from", "A list can have dates; lists are on the page “Lists”."),
            (),
        )
        self.choices = AnswersRow(bridge, self._asks("choices", "The answers to choose from", "One on each line."))
        self.guidance = ParagraphRow(
            bridge, self._asks("guidance", "Explanation", "The author reads this right under the question."), least=2
        )
        self.example = LineRow(bridge, self._asks("example", "Example", "Shown after the explanation."))
        self.default = LineRow(bridge, self._asks("default", "Usual answer", "A new report has it already."))
        self.several = TickRow(
            bridge, self._asks("several", "More than one may be named", "They are printed as “A, B and C”.")
        )
        self.needed = WhenRow(
            bridge,
            Asked(
                "When it has to be answered",
                "A report without a needed answer cannot be made final.",
                lambda pack: (self._spec(pack).required, self._spec(pack).when),
                self._need,
                step="Change when the question has to be answered",
            ),
            _NEEDED,
        )
        self.placed = WhenRow(
            bridge,
            Asked(
                "When it is asked at all",
                "Otherwise the author does not see it; what was answered is kept.",
                lambda pack: (WHEN if self._spec(pack).only else "", self._spec(pack).only),
                lambda pack, value: change_field(pack, self.about, {"only": value[1]}),
                step="Change when the question is asked",
            ),
            _ASKED,
        )
        self.printed = TickRow(
            bridge,
            Asked(
                "It is printed in the document",
                "In a line or row of its own. Not printed, it is for the form and the checks alone.",
                lambda pack: self._spec(pack).printed,
                lambda pack, on: print_field(pack, self.about) if on else hide_field(pack, self.about),
                step="Print the question, or not",
            ),
        )
        self.after = ChoiceRow(
            bridge,
            Asked(
                "It is printed after",
                "Its line or row moves there, in the Word document too.",
                lambda pack: printed_after(pack, self.about),
                lambda pack, beside: print_after(pack, self.about, beside),
                step="Print the question elsewhere",
            ),
            (),
        )
        self.label = TitleRow(
            bridge,
            Asked(
                "Label in the document",
                "The words printed before the answer. They change in the Word document where they stand right before "
                "its place.",
                lambda pack: next(iter(self._spec(pack).labels), ""),
                lambda pack, text: label_field(pack, self.about, text),
                step="Change the label",
            ),
        )
        self.labels = NamesRow(
            bridge,
            Asked(
                "Labels it is known by",
                "One on each line, the printed one first. A report with one of these labels is understood.",
                lambda pack: self._spec(pack).labels[1:],
                self._know,
                step="Change other labels",
            ),
        )
        self.prefix = ExactRow(bridge, self._asks("prefix", "Printed before the answer", "It goes when there is none."))
        self.suffix = ExactRow(bridge, self._asks("suffix", "Printed after the answer", "It goes when there is none."))
        self.optional = TickRow(
            bridge,
            self._asks("optional", "Its line goes when it is empty", "With its label, which otherwise stays."),
        )
        self.standard = StandardRow(
            bridge,
            self._asks(
                "wording",
                "What an answer says for other questions",
                "The author’s answer fills them in at once; they can be changed.",
            ),
        )
        self.add(
            self.title, self.kind, self.list, self.choices, self.guidance, self.example, self.default, self.several
        )
        self.add(self.needed, self.placed)
        self.heading("In the document")
        self.add(self.printed, self.after, self.label, self.labels, self.prefix, self.suffix, self.optional)
        self.heading("More")
        self.add(self.standard)

    def show_pack(self) -> None:
        """Show what the pack says of the question, as far as it can be asked."""
        pack = self._bridge.pack
        spec = self._spec(pack)
        self.needed.about = self.placed.about = self.standard.about = self.about
        names = sorted(pack.manifest.vocab, key=lambda name: list_title(pack, name).casefold())
        none = "No list" if spec.kind == "text" else "The answers below"
        self.list.offer((("", none), *((name, list_title(pack, name)) for name in names)))
        shown_if(self.list, spec.kind in _LISTED)
        shown_if(self.choices, spec.kind in _LISTED and not spec.vocab)
        shown_if(self.several, spec.kind in ("text", "choice") and "." not in spec.id)
        printed = printed_fields(pack, self.about)
        others = tuple((each, self._title(pack, each)) for each in printed if each != self.about)
        self.after.offer((("", "None: it comes first"), *others))
        shown_if(self.after, self.about in printed and bool(others))
        for row in (self.label, self.prefix, self.suffix, self.optional):
            shown_if(row, spec.printed)
        shown_if(self.standard, "." not in spec.id and bool(answers_of(spec, pack.manifest)))
        super().show_pack()

    def _spec(self, pack: Pack) -> FieldSpec:
        return pack.field(self.about) or FieldSpec(id="x", title="")

    def _title(self, pack: Pack, field: str) -> str:
        spec = pack.field(field)
        return spec.title if spec is not None else ""

    def _asks(self, name: str, label: str, why: str) -> Asked[Any]:
        return Asked(
            label,
            why,
            lambda pack: getattr(self._spec(pack), name),
            lambda pack, value: change_field(pack, self.about, {name: value}),
        )

    def _need(self, pack: Pack, value: When) -> Pack:
        return change_field(pack, self.about, {"required": value[0], "when": value[1]})

    def _know(self, pack: Pack, names: tuple[str, ...]) -> Pack:
        first = self._spec(pack).labels[:1]
        return change_field(pack, self.about, {"labels": (*first, *(each for each in names if each not in first))})


class RepeatForm(PartForm):
    """Asks everything about rows of questions; `about` is their id."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge)
        self.title = TitleRow(bridge, self._asks("title", "What they are", "As in “Committees”."), needed=True)
        self.singular = TitleRow(
            bridge, self._asks("singular", "What one of them is", "In the singular: “committee”."), needed=True
        )
        self.guidance = ParagraphRow(
            bridge, self._asks("guidance", "Explanation", "The author reads this above the rows."), least=2
        )
        self.required = TickRow(
            bridge,
            Asked(
                "Every report has at least one",
                "A new report has an empty one already.",
                lambda pack: self._spec(pack).required == "always",
                lambda pack, on: change_repeat(pack, self.about, {"required": "always" if on else "never"}),
                step="Change whether the rows are needed",
            ),
        )
        self.add(self.title, self.singular, self.guidance, self.required)

    def _spec(self, pack: Pack) -> RepeatSpec:
        return pack.repeat(self.about) or RepeatSpec(id="x", title="", singular="")

    def _asks(self, name: str, label: str, why: str) -> Asked[Any]:
        return Asked(
            label,
            why,
            lambda pack: getattr(self._spec(pack), name),
            lambda pack, value: change_repeat(pack, self.about, {name: value}),
        )
