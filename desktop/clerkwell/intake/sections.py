"""The body: headings begin sections, what stands under them belongs to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from clerkwell.intake.drafts import Draft, SectionDraft, Stray
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import (
    Heading,
    Headings,
    is_capitals,
    looks_like_heading,
    majors,
    numbered_heading,
    parted,
)
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words, trimmed
from clerkwell.intake.results import Mapped
from clerkwell.model.runs import cut
from clerkwell.packs import Pack, choice

RECOMMENDATIONS = "recommendations"
STEM = "recommendation-stem"
_LONG = 150
_LABEL_LINE = 250
_SENTENCE = 20


@dataclass
class Body:
    """What the body held, in the source's order, and the state of walking through it."""

    pack: Pack
    headings: Headings
    labels: Labels
    filled: set[str]
    sections: list[SectionDraft] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    mapped: list[Mapped] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    current: SectionDraft | None = None
    where: str = "before the first heading"
    mark: int = 0
    strong: bool = False
    number: int = 0
    left_out: list[str] = field(default_factory=list)

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
        return next((each for each in self.sections if each.id == section_id), None)


def walk(lines: Sequence[Line], pack: Pack, headings: Headings, labels: Labels, filled: set[str]) -> Body:
    """The sections of the lines. `filled` are the fields that the header has answered."""
    body = Body(pack, headings, labels, filled)
    decimals = majors(lines)
    titled = _titled(lines, body)
    tail = len(lines) * 6 // 10
    head = True
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken:
            continue
        after = lines[index + 1] if index + 1 < len(lines) else None
        head = head and len(line.text) < _LONG
        if _known(body, line, after, titled):
            continue
        if (head or index >= tail or body.kind != "text") and (used := _late_field(body, line, after)):
            taken = index + used - 1
            continue
        if _stem(body, line, after) or _unknown(body, line, after, decimals, titled):
            continue
        _add(body, Draft(line))
    return body


def _titled(lines: Sequence[Line], body: Body) -> frozenset[str]:
    """The sections that a line names by the pack's own title: an alias elsewhere is then a section of its own."""
    if not body.keeps_order:
        return frozenset()
    titles = {folded(spec.title): spec.id for spec in body.pack.manifest.section}
    short = (folded(parted(line)[1]) for line in lines if len(line.text) < 100 and not line.is_row)
    return frozenset(titles[words] for words in short if words in titles)


def _add(body: Body, draft: Draft) -> None:
    if body.current is not None:
        body.current.drafts.append(draft)
    elif body.strays and body.strays[-1].where == body.where:
        body.strays[-1].lines.append(draft.line)
    else:
        body.strays.append(Stray(body.where, [draft.line]))


def _known(body: Body, line: Line, after: Line | None, titled: frozenset[str]) -> bool:
    """Begin the section (or group) that a heading known to the pack names."""
    found = body.headings.whole(line)
    if found is None and (found := body.headings.begins(line)) is None:
        found = body.headings.begins_row(line)
        if found and not _lists(body, found):
            found = None
    if found is None or (not found.run_in and _is_list_item(line, after)):
        return False
    if found.kind == "group":
        _begin_group(body, found, line)
    elif body.keeps_order and (body.begun(found.id) or (found.id in titled and not _is_title(body, found))):
        if found.run_in:
            return False
        _begin_own(body, line, titled)
    else:
        _begin(body, found, line)
    if found.run_in:
        _add(body, Draft(_after_heading(line, found)))
    return True


def _lists(body: Body, found: Heading) -> bool:
    spec = body.pack.section(found.id) if found.kind == "section" else None
    return spec is not None and spec.kind != "text"


def _is_title(body: Body, found: Heading) -> bool:
    spec = body.pack.section(found.id)
    return spec is not None and folded(spec.title) == folded(found.words)


def _is_list_item(line: Line, after: Line | None) -> bool:
    """Whether a numbered line is one of several close together: a list that happens to name sections."""
    if line.marker is None or line.marker.kind != "number" or _is_strong(line):
        return False
    return (
        after is not None
        and not after.gap
        and after.marker is not None
        and after.marker.kind == "number"
        and after.marker.value == line.marker.value + 1
    )


def _begin_group(body: Body, found: Heading, line: Line) -> None:
    body.groups.add(found.id)
    body.current = None
    body.where = f"under “{found.words.rstrip(':').strip()}”"
    body.mark = line.mark
    printed = line.text if not found.run_in else f"{found.number} {found.words}"
    body.mapped.append(Mapped(printed.strip(), "heading"))


def _begin(body: Body, found: Heading, line: Line) -> None:
    spec = body.pack.section(found.id)
    words = found.words.strip().rstrip(":").strip()
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
    section = SectionDraft(found.id)
    body.strong = body.strong or _is_strong(line)
    # The number of a run-in heading is its first paragraph's, and goes with the text after it.
    number = "" if found.run_in else found.number
    title = (spec.title if spec else "").rstrip(":").strip()
    same = words == title if body.keeps_order else folded(words) == folded(title)
    _count(body, number)
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
    body.sections.append(section)
    body.current = section


def _count(body: Body, number: str) -> None:
    """Remember the number of a heading, to know the next one by."""
    if number:
        body.number = int(number.strip("().").split(".")[0])


def _begin_own(body: Body, line: Line, titled: frozenset[str]) -> None:
    """Begin a section of the report's own; or one of the pack's whose title the heading contains."""
    known = body.headings.like(line.text)
    own = sum(1 for section in body.sections if section.id.startswith("own-")) + 1
    fits = known and known not in titled and not body.begun(known)
    section = SectionDraft(known if fits else f"own-{own}", heading=line.text.rstrip(":").strip())
    body.mark = line.mark
    _count(body, parted(line)[0])
    body.strong = body.strong or _is_strong(line)
    body.sections.append(section)
    body.current = section


def _after_heading(line: Line, found: Heading) -> Line:
    """The line without its run-in heading; a number before the heading stays before the text."""
    if line.is_row:
        return replace(line, runs=next(cell for cell in reversed(line.cells) if cell), cells=())
    rest = trimmed(cut(line.runs, found.end, len(line.text)))
    if line.marker is not None and found.number:
        rest = (*cut(line.runs, 0, line.marker.length), *rest)
    return replace(line, runs=rest, mark=0)


def _late_field(body: Body, line: Line, after: Line | None) -> int:
    """Fill a field whose label stands in the body ("Author: …" after the last section); how many lines it took."""
    text = in_words(line.runs) if not line.is_row else line.text
    if len(text) > _LABEL_LINE or line.marker is not None:
        return 0
    found = body.labels.at_start(text, loose=False)
    if found is None or "." in found.field or found.field in body.filled:
        return 0
    value, used = text[found.value :].strip(), 1
    if not value and after is not None and not after.gap and after.marker is None and len(after.text) < _LABEL_LINE:
        is_other = body.headings.whole(after) or body.headings.begins(after) or body.labels.at_start(after.text)
        if not is_other and not after.mark and not after.is_row:
            value, used = in_words(after.runs), 2
    body.filled.add(found.field)
    body.seen.add(found.field)
    body.fields[found.field] = value
    body.mapped.append(Mapped(text[: found.value].strip(), "label"))
    return used


def _stem(body: Body, line: Line, after: Line | None) -> bool:
    """Take the words before the recommendations. Without their heading, they begin the section all the same."""
    spec = body.pack.field(STEM)
    if spec is None or STEM in body.fields or line.marker is not None or line.is_row or after is None:
        return False
    text = in_words(line.runs)
    here = body.current is not None and body.current.id == RECOMMENDATIONS
    if here and body.current is not None and not body.current.drafts:
        if not text.endswith(":") or len(text.split()) > 60 or body.headings.whole(after):
            return False
    elif here or body.begun(RECOMMENDATIONS) or choice(spec, text, body.pack) is None:
        return False
    else:
        section = SectionDraft(RECOMMENDATIONS)
        body.sections.append(section)
        body.current = section
        body.inferred.append(RECOMMENDATIONS)
    body.fields[STEM] = text
    return True


def _unknown(body: Body, line: Line, after: Line | None, decimals: frozenset[int], titled: frozenset[str]) -> bool:
    """Take a heading that the pack does not know: a section of the report's own, or a sub-heading."""
    if body.current is not None and body.headings.is_sub(body.current.id, line):
        _add(body, Draft(line, "sub"))
        return True
    strong = _is_strong(line)
    numbered = numbered_heading(line, after, decimals)
    if numbered and not strong and not _is_next(body, numbered[0], decimals):
        return False
    if numbered is None:
        if line.marker is not None or not looks_like_heading(line, after):
            return False
        if not strong and (body.kind != "text" or (_in_recommendations(body) and not _ends_them(body, after))):
            return False
    if body.keeps_order and (numbered is not None or _is_own(body, line, strong, decimals)):
        _begin_own(body, line, titled)
    elif numbered is not None and (body.number or decimals):
        # A section of the source that the layout has no place for.
        body.current = None
        body.where = f"under “{line.text}”"
        _count(body, numbered[0])
        _add(body, Draft(line))
    elif body.current is None:
        return False
    else:
        _add(body, Draft(line, "sub"))
    return True


def _is_next(body: Body, number: str, decimals: frozenset[int]) -> bool:
    """Whether a number goes on from the last heading's, so that its line is more than an item of a list."""
    first = int(number.strip("().").split(".")[0])
    if first in decimals:
        return True
    return first == body.number + 1 and bool(body.number or body.keeps_order)


def _is_strong(line: Line) -> bool:
    return bool(line.mark or line.bold or is_capitals(line))


def _ends_them(body: Body, after: Line | None) -> bool:
    """Whether what follows a short line among the recommendations is too long to be one of them."""
    return body.keeps_order and after is not None and after.marker is None and len(after.text.split()) > _SENTENCE


def _in_recommendations(body: Body) -> bool:
    return body.current is not None and body.current.id == RECOMMENDATIONS


def _is_own(body: Body, line: Line, strong: bool, decimals: frozenset[int]) -> bool:
    """Whether an unknown heading without a number begins a section rather than a part of one."""
    if body.current is None:
        return True
    if line.mark and body.mark and line.mark <= body.mark:
        return True
    known = body.headings.like(line.text)
    if strong and known and not body.begun(known):
        return True
    if decimals or any(parted_number(section.heading) for section in body.sections):
        # Sections have numbers here, so what has none is inside one.
        return is_capitals(line) and not parted_number(body.current.heading)
    if line.mark and body.mark:
        return False
    return strong or not body.strong


def parted_number(heading: str) -> bool:
    """Whether a heading begins with a number."""
    return heading[:1].isdigit()
