"""What the source lacked, and what an import changed: said in findings."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from clerkwell.intake.drafts import SectionDraft
from clerkwell.intake.folding import folded
from clerkwell.intake.results import Finding
from clerkwell.model import Paragraph, Report, SubHeading, plain
from clerkwell.packs import FieldSpec, Pack, numbers, outline, wanted


def lacking(
    report: Report, pack: Pack, seen: AbstractSet[str], groups: AbstractSet[str], inferred: Sequence[str]
) -> Iterator[Finding]:
    """What the layout asks for and the source did not have: fields, headings over sections, sections.

    `seen` are the fields whose labels the source had, `groups` the groups whose headings it had, `inferred` the
    sections that were recognised without their heading.
    """
    empty = {repeat.id for repeat in pack.manifest.repeat if not report.repeats.get(repeat.id)}
    for spec in pack.manifest.field:
        if spec.id.partition(".")[0] in empty and "." in spec.id:
            continue
        if wanted(spec, report) and (said := _field(spec, report, pack, seen)):
            yield Finding("lacking", said)
    for repeat in pack.manifest.repeat:
        if repeat.id in empty and repeat.required == "always":
            yield Finding("lacking", f"The source names no {repeat.singular}.")
    parts = outline(report, pack)
    standing = {part.spec.group for part in parts if part.stands}
    for group in pack.manifest.group:
        if group.printed and group.id in standing and group.id not in groups:
            yield Finding("lacking", f"The source has no heading “{group.title}”; the layout puts it in.")
    for part in parts:
        title = part.spec.title.rstrip(":").strip()
        if part.id in inferred:
            yield Finding("lacking", f"The source has no heading “{title}”; its text was recognised without.")
        elif part.wanted and not part.stands:
            yield Finding("lacking", f"The source has no section “{title}”, which this layout asks for.")


def _field(spec: FieldSpec, report: Report, pack: Pack, seen: AbstractSet[str]) -> str:
    repeat_id, dot, name = spec.id.partition(".")
    title = (spec.labels[0] if spec.labels else spec.title).rstrip(":").strip()
    if not dot:
        if report.field(spec.id).text.strip():
            return ""
    else:
        repeat = pack.repeat(repeat_id)
        if repeat is None or repeat.required != "always":
            return ""
        rows = report.repeats.get(repeat_id, ())
        if rows and all(row.get(name) and row[name].text.strip() for row in rows):
            return ""
        title = f"{spec.title} ({repeat.singular})"
    if spec.id in seen:
        return f"The source says nothing after “{title}”."
    return f"The source has no “{title}”."


def renumbered(
    report: Report, pack: Pack, drafts: Sequence[SectionDraft], paragraphs: Mapping[str, int]
) -> Iterator[Finding]:
    """Where the numbers of the report are not those that the source printed.

    `paragraphs` are the source's numbers by block id.
    """
    now = numbers(report, pack)
    paragraphs_moved = [
        (str(old), str(now.paragraphs.get(block, "")))
        for block, old in paragraphs.items()
        if now.paragraphs.get(block) != old
    ]
    yield from _afresh("paragraph", paragraphs_moved)
    sections_moved = [
        (old, new)
        for draft in drafts
        if (old := draft.number.rstrip(".").removesuffix(".0")) and (new := str(now.sections.get(draft.id, ""))) != old
    ]
    yield from _afresh("section", sections_moved)


def _afresh(what: str, moved: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    if moved:
        old, new = moved[0]
        others = ", and later ones change too" if len(moved) > 1 else ""
        yield Finding(
            "noted",
            f"{what.capitalize()}s are numbered afresh: {what} {old} of the source is {new or 'without a number'} now"
            f"{others}. References to numbers in the text may need changing.",
        )


def headless(report: Report, pack: Pack) -> Iterator[Finding]:
    """A bare nil answer after other text of a section: the heading it answered seems to have been lost."""
    now = numbers(report, pack).paragraphs
    for part in outline(report, pack):
        if part.section is None or part.spec.kind != "text":
            continue
        before = False
        for block in part.section.blocks:
            if isinstance(block, Paragraph) and block.nil and before:
                number = f"paragraph {now[block.id]}, " if block.id in now else ""
                title = part.heading.rstrip(":").strip()
                yield Finding(
                    "lacking", f"A heading seems to be missing before {number}“{plain(block.runs)}”, in “{title}”."
                )
            before = not isinstance(block, SubHeading)


def unnumbered(numbers_left_out: Sequence[str]) -> Iterator[Finding]:
    """Numbers of headings that the layout prints without."""
    if numbers_left_out:
        yield Finding(
            "noted",
            "This layout prints these headings without numbers, so the source's were left out: "
            + ", ".join(numbers_left_out)
            + ".",
        )


def unlinked(count: int) -> Finding:
    """References of a Word document that cannot follow what they point at."""
    several = count > 1
    return Finding(
        "noted",
        f"{count} cross-references stay the words that they showed, and no longer follow renumbering."
        if several
        else "A cross-reference stays the words that it showed, and no longer follows renumbering.",
    )


def reworded(drafts: Sequence[SectionDraft], pack: Pack) -> Iterator[Finding]:
    """Headings that the source words otherwise than the layout does; the report keeps the source's words."""
    if pack.manifest.pack.order == "report":
        return
    for draft in drafts:
        spec = pack.section(draft.id)
        if spec is not None and draft.heading and folded(draft.heading) != folded(spec.title):
            title = spec.title.rstrip(":").strip()
            yield Finding("noted", f"The source heads “{title}” with “{draft.heading}”; its words were kept.")
