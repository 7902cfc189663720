"""The manifest, `pack.toml`: what a council's template asks for, as frozen values. An unknown key is an error."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
# A field of a repeat is named after it: `committees.date`.
FieldId = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$", max_length=58)]


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_several)]
# `{ purpose = ["For Decision"], spending = "Yes" }`: keys are ANDed, the values of one key ORed.
Condition = Mapping[str, OneOrMore]

FieldKind = Literal["text", "lines", "date", "choice", "choices", "yes-no", "money", "telephone", "email", "status"]
Need = Literal["always", "when", "never"]
Grade = Literal["off", "info", "warning", "error"]
State = Literal["draft", "active", "archived"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Needed(_Entry):
    # Whether it must be there; `when` is the condition of required = "when".
    required: Need = "never"
    when: Condition = Field(default_factory=dict)
    # It has a place at all only while this holds; what was written is kept meanwhile.
    only: Condition = Field(default_factory=dict)

    @model_validator(mode="after")
    def _when_has_a_condition(self) -> "_Needed":
        if self.required == "when" and not self.when:
            raise ValueError('required = "when" needs a condition: when = { purpose = "For Decision" }')
        return self


class About(_Entry):
    """`[pack]`. `order = "report"` keeps the report's own order of sections and allows sections of its own.

    `state`: authors get only an active pack for a new report; a draft is still being made, an archived one stays for
    the reports that were written in it.
    """

    id: Slug
    series: Slug
    # Digits of the alphabet that numbers are made of here, and no more than a file's name has room for.
    version: str = Field(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$")
    effective_from: date
    effective_to: date | None = None
    state: State = "active"
    nation: Literal["england", "wales", "scotland", "northern-ireland"]
    council: str
    title: str
    description: str = ""
    executive: bool = False
    order: Literal["pack", "report"] = "pack"
    language: str = "en-GB"
    numbering: Literal["paragraphs", "headings", "none"] = "none"


class RepeatSpec(_Entry):
    """`[[repeat]]`: a part of the header or the end that comes once for each committee, author, …, typed row by row.

    Repeats that fill themselves (recommendations, implications, outcomes, …) are told in `clerkwell.packs.repeating`.
    """

    id: Slug
    title: str
    singular: str
    required: Need = "never"
    guidance: str = ""


class FieldSpec(_Needed):
    """`[[field]]`. `labels` are how the label is printed: the first by this pack's document, the others in older ones.

    `prefix` and `suffix` are printed with the value and vanish with it. `optional` says that a line of the document
    that holds nothing else but its label goes when the field is empty. `wording` gives, for an answer of this field,
    the standard words for other fields. `SECTION-sign-off` says who signed a section off, in a table of implications.
    `exempt-paragraphs` and `public-interest` are asked only where something is withheld (`clerkwell.packs.exemption`).
    One that is not `printed` is for the form and the checks alone: the document has no place for it. `several` says
    that more than one person or post may be named, each for itself: they are printed as "A, B and C".
    """

    id: FieldId
    title: str
    labels: OneOrMore = ()
    kind: FieldKind = "text"
    vocab: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    prefix: str = ""
    suffix: str = ""
    optional: bool = False
    printed: bool = True
    several: bool = False
    guidance: str = ""
    example: str = ""
    wording: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)


class WordLimits(_Entry):
    """Words a section may have. `advice` says so as a warning; `limit` as an error."""

    least: int = 0
    most: int
    grade: Literal["advice", "limit"] = "advice"


class GroupSpec(_Entry):
    """`[[group]]`: a heading over sections. One that is not `printed` only orders the parts list.

    In the document `group:ID` goes round what stands only with one of its sections: the heading, or a whole table, in
    which `repeat:ID` may be one row that serves them all (`clerkwell.packs.repeating`).
    `opening` is the section that an import puts text in that stands right under the group's heading; without it such
    text has no place.
    """

    id: Slug
    title: str
    printed: bool = True
    aliases: tuple[str, ...] = ()
    opening: Slug | None = None


class SectionSpec(_Needed):
    """`[[section]]`. `title` is its heading as printed; `aliases` are other headings it is known by.

    `heading = "run-in"` prints the heading and `separator` at the beginning of the first paragraph's line.
    `kind` says whether the appendices or the background papers are listed here.
    `nil`: may the answer be that there is nothing to say: "no", "yes", or only with a "reason".
    `paragraph` is the role of its top-level paragraphs, where that is not the pack's ordinary one, and `item` that of
    its list items.
    """

    id: Slug
    title: str
    group: Slug | None = None
    aliases: tuple[str, ...] = ()
    kind: Literal["text", "appendices", "background-papers"] = "text"
    heading: Literal["block", "run-in"] = "block"
    separator: str = " – "
    numbered: bool = False
    nil: Literal["no", "reason", "yes"] = "reason"
    words: WordLimits | None = None
    subheadings: tuple[str, ...] = ()
    guidance: str = ""
    wordings: tuple[str, ...] = ()
    consult: tuple[str, ...] = ()
    paragraph: str = ""
    item: str = ""


class VocabEntry(_Entry):
    """One name of a list: with the other ways people write it, and the dates between which it holds."""

    name: str
    aliases: tuple[str, ...] = ()
    effective_from: date | None = None
    effective_to: date | None = None


class Vocab(_Entry):
    """`[vocab.NAME]`: a list to choose from, and what it is called. An `open` list takes other answers too."""

    title: str = ""
    entries: tuple[VocabEntry, ...] = ()
    open: bool = True


class Rules(_Entry):
    """`[rules]`: rules switched or graded otherwise than by default, and this council's prompts and house forms.

    `date_form` is how dates in the header are written; without one, a date that is picked is written in full, and one
    that is typed stays as it is.
    """

    grades: Mapping[str, Grade] = Field(default_factory=dict)
    prompts: tuple[str, ...] = ()
    date_form: Literal["", "d month yyyy", "weekday d month yyyy", "dd/mm/yyyy"] = ""


class Language(_Entry):
    """`[language]`: how this council writes.

    `words` are spelt right here, whatever the dictionary says; `acronyms` need no expansion. A sentence of more than
    `sentence_note` words is counted, one of more than `sentence_most` is named; 0 for neither.

    `dates`, `times`, `money` (millions), `per_cent` and `numbers` show, by an example, how the council writes them in
    its text; where one is left out, only what a report writes in two ways is told. The form of dates in the header is
    `date_form` of `[rules]`.
    """

    words: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    sentence_note: int = Field(default=25, ge=0)
    sentence_most: int = Field(default=40, ge=0)
    dates: Literal["", "7 February 2022", "7th February 2022", "7 Feb 2022", "February 7, 2022", "07/02/2022"] = ""
    times: Literal["", "5.30pm", "5:30pm", "5.30 pm", "5:30 pm", "5.30 p.m.", "5:30 p.m.", "17:30"] = ""
    money: Literal["", "£1.5 million", "£1.5m"] = ""
    per_cent: Literal["", "5%", "5 per cent", "5 percent"] = ""
    numbers: Literal["", "12,000", "12000"] = ""


class Wording(_Entry):
    """`[wording.ID]`: a standard wording to insert."""

    title: str
    text: str


class Deadlines(_Entry):
    """`[deadlines]`: how long before the meeting the report is published, in clear days; 0 for no such deadline.

    Weekends, bank holidays and the council's own `closed` days (the days between Christmas and New Year, say) do not
    count. `notice_days` are the clear days, closed ones among them, for which a key decision is announced beforehand.
    """

    clear_days: int = Field(default=5, ge=0, le=60)
    notice_days: int = Field(default=28, ge=0, le=365)
    closed: tuple[date, ...] = ()
    note: str = ""


class Files(_Entry):
    """`[files]`: what exported files are called. `{subject}`, `{number}` and `{title}` stand for its own words.

    `public` and `non_public` are the folders of the two sets. `non_public_document` is what the document of the
    non-public set is called: not as the public one, so that nobody sends one for the other.
    """

    document: str = "{subject}"
    non_public_document: str = "{subject} - not for publication"
    appendix: str = "Appendix {number} - {title}"
    public: str = "Public"
    non_public: str = "Non-public"

    @model_validator(mode="after")
    def _told_apart(self) -> "Files":
        if self.public.strip().casefold() == self.non_public.strip().casefold():
            raise ValueError(f'both sets would go into one folder "{self.public}"; name public and non_public apart')
        for pattern in (self.document, self.non_public_document, self.appendix):
            for name in re.findall(r"\{(.*?)\}", pattern):
                if name not in ("subject", "number", "title"):
                    raise ValueError(
                        f'"{pattern}": {{{name}}} is not known; there are {{subject}}, {{number}} and {{title}}'
                    )
        return self


class Sets(_Entry):
    """`[sets]`: what the public set says where something is withheld.

    `paragraph` stands in place of a paragraph, table or picture that is not for publication, `appendix` in place of
    the title of such an appendix, unless `list_titles` says that titles of withheld appendices are published.
    `reason` follows the words of an appendix that is exempt under known paragraphs of Schedule 12A (England only);
    `{paragraphs}` in it becomes "paragraph 3" or "paragraphs 1 and 3". `mark` stands at the head of every page of the
    non-public document; "" for nothing.
    """

    paragraph: str = Field(default="[Not for publication.]", pattern=r"\S")
    appendix: str = Field(default="Not for publication", pattern=r"\S")
    reason: str = "by virtue of {paragraphs} of Part 1 of Schedule 12A to the Local Government Act 1972"
    list_titles: bool = False
    mark: str = "NOT FOR PUBLICATION"


class Pages(_Entry):
    """`[pages]`: how long the council likes its reports, in pages of the document without its appendices.

    `smallest` are the points that its letters have at least; 0 for no such rule.
    """

    most: int | None = Field(default=None, ge=1)
    note: str = ""
    smallest: float = Field(default=0, ge=0, le=72)


class Properties(_Entry):
    """`[properties]`: what the document's own properties say of it. The first of several that comes to any words holds.

    `{subject}` stands for the answer of the field of that id, `{authors.name}` for that of each row, `{pack.title}` and
    `{pack.council}` for the pack's own. One whose fields are all blank comes to nothing.
    """

    title: OneOrMore = ("{subject}", "{pack.title}")
    subject: OneOrMore = ("{pack.title}",)
    author: OneOrMore = ("{report-author}", "{author}", "{authors.name}", "{pack.council}")
    keywords: OneOrMore = ()

    @property
    def asked(self) -> frozenset[str]:
        """What stands in brackets in the patterns that the pack itself gives."""
        given = (pattern for key in self.model_fields_set for pattern in getattr(self, key))
        return frozenset(name for pattern in given for name in re.findall(r"\{([^{}]*)\}", pattern))


class Recognition(_Entry):
    """`[recognise]`: words by which a text shows that it was written in this layout."""

    always: tuple[str, ...] = ()
    often: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Manifest(_Entry):
    """A whole `pack.toml`."""

    pack: About
    recognise: Recognition = Recognition()
    repeat: tuple[RepeatSpec, ...] = ()
    field: tuple[FieldSpec, ...] = ()
    group: tuple[GroupSpec, ...] = ()
    section: tuple[SectionSpec, ...] = ()
    roles: Mapping[str, str] = Field(default_factory=dict)
    vocab: Mapping[str, Vocab] = Field(default_factory=dict)
    rules: Rules = Rules()
    language: Language = Language()
    wording: Mapping[str, Wording] = Field(default_factory=dict)
    deadlines: Deadlines = Deadlines()
    files: Files = Files()
    sets: Sets = Sets()
    pages: Pages = Pages()
    properties: Properties = Properties()

    @model_validator(mode="after")
    def _consistent(self) -> "Manifest":
        _no_doubles("repeat", [each.id for each in self.repeat])
        _no_doubles("field", [each.id for each in self.field])
        _no_doubles("group", [each.id for each in self.group])
        _no_doubles("section", [each.id for each in self.section])
        repeats = {each.id for each in self.repeat}
        groups = {each.id for each in self.group}
        for spec in self.field:
            repeat, dot, _ = spec.id.partition(".")
            if dot and repeat not in repeats:
                raise ValueError(f'field "{spec.id}" belongs to the repeat "{repeat}", which has no [[repeat]]')
            if spec.vocab and spec.vocab not in self.vocab:
                raise ValueError(
                    f'field "{spec.id}" takes its answers from "{spec.vocab}", which has no [vocab.{spec.vocab}]'
                )
        for name in sorted(self.properties.asked - {each.id for each in self.field} - {"pack.title", "pack.council"}):
            raise ValueError(f'[properties] asks for "{{{name}}}", which is no field of the pack')
        sections = {each.id: each.group for each in self.section}
        for group in self.group:
            if group.opening is not None and sections.get(group.opening) != group.id:
                raise ValueError(
                    f'group "{group.id}" opens with the section "{group.opening}", which is not one of its sections'
                )
        for section in self.section:
            if section.group is not None and section.group not in groups:
                raise ValueError(f'section "{section.id}" is in the group "{section.group}", which has no [[group]]')
            for wording in section.wordings:
                if wording not in self.wording:
                    raise ValueError(
                        f'section "{section.id}" offers the wording "{wording}", which has no [wording.{wording}]'
                    )
        return self


def _no_doubles(what: str, ids: list[str]) -> None:
    for each, number in Counter(ids).items():
        if number > 1:
            raise ValueError(f'two {what}s have the id "{each}"; give each its own')
