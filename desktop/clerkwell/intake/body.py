"""The body as it is found: its sections so far, and the edits that a walk through its lines makes."""

from dataclasses import dataclass, field, replace

from clerkwell.intake.drafts import BEFORE_HEADINGS, Draft, SectionDraft, Stray
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import Heading, Headings, is_capitals, parted
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.results import Mapped
from clerkwell.model.runs import cut
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack


@dataclass
class Body:
    """What the body held, in the source's order, and the state of walking through it."""

    pack: Pack
    headings: Headings
    labels: Labels
    filled: set[str]
    sections: list[SectionDraft] = field(default_factory=list)
    by_id: dict[str, SectionDraft] = field(default_factory=dict)
    owns: int = 0
    strays: list[Stray] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    mapped: list[Mapped] = field(default_factory=list)
    # Labels that say how to reach somebody, with nothing beside them.
    blank: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    current: SectionDraft | None = None
    where: str = BEFORE_HEADINGS
    mark: int = 0
    strong: bool = False
    number: int = 0
    left_out: list[str] = field(default_factory=list)
    # The numbers of the lines that are headings with a number and no stop.
    heads: frozenset[int] = frozenset()
    # Those of the lines that are headings with a letter.
    lettered: frozenset[int] = frozenset()
    # Whether no line heads the recommendations.
    unheaded: bool = False
    # Whether one that speaks of a recommendation does, so that "Decision" is no heading of them.
    recommends: bool = False
    # The section that text right under a group's heading belongs to, while no section of the group has begun.
    opening: str = ""

    @property
    def keeps_order(self) -> bool:
        """Whether the report keeps its own sections in its own order."""
        return self.pack.manifest.pack.order == "report"

    @property
    def kind(self) -> str:
        """The kind of the section the walk is in."""
        spec = self.pack.section(self.current.id) if self.current else None
        return spec.kind if spec else "text"

    def begun(self, section_id: str) -> SectionDraft | None:
        """The section of this id, if the walk has met it."""
        return self.by_id.get(section_id)

    def open(self, section: SectionDraft) -> None:
        """Begin this section: what comes next stands in it."""
        self.sections.append(section)
        self.by_id[section.id] = section
        self.current = section
        self.opening = ""


def add(body: Body, draft: Draft) -> None:
    """Add a line to the section the walk is in; where it is in none, to what has no place."""
    if body.current is None and body.opening:
        body.inferred.append(body.opening)
        body.open(SectionDraft(body.opening))
    if body.current is not None:
        body.current.drafts.append(draft)
    elif body.strays and body.strays[-1].where == body.where:
        body.strays[-1].lines.append(draft.line)
    else:
        body.strays.append(Stray(body.where, [draft.line]))


def begin_group(body: Body, found: Heading, line: Line) -> None:
    """Begin a group: until one of its sections begins, text has no place but in the one that opens the group."""
    body.groups.add(found.id)
    body.current = None
    spec = body.pack.group(found.id)
    body.opening = spec.opening if spec and spec.opening and not body.begun(spec.opening) else ""
    body.where = f"under “{found.words.rstrip(':').strip()}”"
    body.mark = line.mark
    printed = line.text if not found.run_in else f"{found.number} {found.words}"
    body.mapped.append(Mapped(printed.strip(), "heading"))


def begin(body: Body, found: Heading, line: Line) -> None:
    """Begin the section of the pack that a heading names."""
    spec = body.pack.section(found.id)
    words = _without_marks(found.words).strip().rstrip(":").strip()
    colon = found.colon if found.run_in else line.text.endswith(":")
    body.mark = line.mark
    numbered = body.pack.manifest.pack.numbering == "headings"
    old = body.begun(found.id)
    if old is not None:
        # The pack has the heading once: the second becomes a sub-heading of it.
        body.current = old
        start = line.text.find(found.words) if found.run_in else 0
        end = start + len(found.words) if found.run_in else found.end
        old.drafts.append(Draft(replace(line, runs=cut(line.runs, start, end), cells=()), "sub"))
        return
    section = SectionDraft(found.id, head=line)
    body.strong = is_strong(line) or (body.strong and not body.keeps_order)
    # The number of a run-in heading is its first paragraph's, and goes with the text after it.
    number = "" if found.run_in else found.number
    title = (spec.title if spec else "").rstrip(":").strip()
    if body.keeps_order and colon:
        # The report's own words stand as they are, stops too.
        words = f"{words}:"
    same = words == title if body.keeps_order else folded(words) == folded(title)
    count(body, number)
    if number and numbered and spec and spec.numbered:
        section.number = number
    elif number and body.keeps_order:
        words, same = f"{number} {words}", False
    elif number:
        body.left_out.append(number.rstrip("."))
        body.mapped.append(Mapped(number, "number"))
    if same:
        body.mapped.append(Mapped(words, "heading"))
    else:
        section.heading = words
    if section.number:
        body.mapped.append(Mapped(section.number, "number"))
    body.open(section)


def _without_marks(text: str) -> str:
    """A heading's words without the marks of its notes, which go with the text under it."""
    return text.replace(OBJECT, "").strip()


def count(body: Body, number: str) -> None:
    """Remember the number of a heading, to know the next one by."""
    if number:
        body.number = int(number.strip("().").split(".")[0])


def begin_own(body: Body, line: Line, titled: frozenset[str]) -> None:
    """Begin a section of the report's own; or one of the pack's whose title the heading contains."""
    known = body.headings.like(line.text)
    fits = known and known not in titled and not body.begun(known)
    body.owns += not fits
    section = SectionDraft(known if fits else f"own-{body.owns}", heading=_without_marks(line.text), head=line)
    body.mark = line.mark
    count(body, parted(line)[0])
    body.strong = body.strong or is_strong(line)
    body.open(section)


def is_strong(line: Line) -> bool:
    """Whether a line is marked as a heading, bold, or in capitals."""
    return bool(line.mark or line.bold or is_capitals(line))
