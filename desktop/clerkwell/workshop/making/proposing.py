"""Proposing a template: what a council's own Word document seems to be made of, every guess with its reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from clerkwell.packs import Pack
from clerkwell.word.template.asked import Asked
from clerkwell.word.template.boxes import template_boxes
from clerkwell.word.template.plain import LeftOut, plain_template
from clerkwell.word.template.shapes import LineShape, template_shapes
from clerkwell.workshop.making.boxes import read_boxes
from clerkwell.workshop.making.cells import section_rows, sections_begin, tables_of
from clerkwell.workshop.making.ending import read_ending, sign_off
from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.header import find_bold_title, find_title, read_header, sweep, what_stays
from clerkwell.workshop.making.headings import Heading, headings, with_recommendations
from clerkwell.workshop.making.known import Known
from clerkwell.workshop.making.labels import is_prompt
from clerkwell.workshop.making.left_out import words_of
from clerkwell.workshop.making.looks import read_styles
from clerkwell.workshop.making.marking_up import stem_of
from clerkwell.workshop.making.named import council_in, title_in
from clerkwell.workshop.making.needed import with_needs
from clerkwell.workshop.making.parts import read_sections
from clerkwell.workshop.making.proposal import Guess, Hole, Proposal
from clerkwell.workshop.making.typed_numbers import read_numbers

# A sentence has so many words; headings and labels have fewer.
_SENTENCE: Final = 12


def propose(data: bytes, name: str, packs: Sequence[Pack]) -> Proposal:
    """What a template made of this document would have. `packs` are those whose labels and headings are known.

    `WordError` says why a file is no Word document. Nothing in it is run.
    """
    plain = plain_template(data)
    shapes = template_shapes(plain.data)
    gathering = Gathering(shapes, Known(packs), plain.asked)
    stop = next((n for n, shape in enumerate(shapes) if shape.line.at.part), len(shapes))
    tables = tables_of(shapes, 0, stop)
    rows = {number: told for number, own in tables.items() if (told := section_rows(own, shapes, gathering.known))}
    found = with_recommendations(headings(shapes, gathering.known), gathering.known)
    begins = min(
        [each.line for each in found] + [sections_begin(tables[at], own, shapes) for at, own in rows.items()],
        default=stop,
    )
    read_header(gathering, 0, begins)
    find_title(gathering, 0, begins)
    find_bold_title(gathering, 0, begins)
    end = sign_off(gathering, found[-1].line + 1 if found else begins, stop)
    if (last := _before_the_end(found, shapes, end)) is not None:
        # "Contact" over who wrote the report is a heading of theirs, and no section.
        found, end = tuple(each for each in found if each.line != last), last
    running = read_sections(gathering, found, rows, end)
    read_ending(gathering, end, stop)
    sweep(gathering, begins, end)
    gathering.settle_rows()
    texts = _texts(shapes, found, end)
    read_numbers(gathering, texts, running)
    read_styles(gathering, plain.data, texts)
    report = _is_report(shapes, found, plain.asked, plain.left_out, end)
    what_stays(gathering, 0, begins, report=report)
    heads = [each.line for each in found] + [row.heading.first for own in rows.values() for row in own]
    read_boxes(gathering, template_boxes(plain.data), begins, end, heads, report=report)
    gathering.guesses = with_needs(gathering.guesses, shapes, gathering.known, report=report)
    for each in plain.left_out:
        gathering.add("removed", "removed", words_of(each), words=each.words)
    proposal = Proposal(
        name=name,
        data=plain.data,
        guesses=tuple(gathering.guesses),
        report=report,
        council=council_in(shapes),
        # The name of an old report is that of its subject.
        title="Committee report" if report else title_in(name),
        prompts=_prompts(gathering),
        end=end,
    )
    return replace(proposal, guesses=(*proposal.guesses, *_stem(proposal, shapes)))


def _before_the_end(found: Sequence[Heading], shapes: Sequence[LineShape], end: int) -> int | None:
    """The line of a heading, unknown as a section, that has nothing under it but the end matter; None for none."""
    last = next((each for each in reversed(found) if each.line < end), None)
    if last is None or last.spec is not None or last.run_in or end >= len(shapes):
        return None
    return None if any(shape.raw.strip() for shape in shapes[last.line + 1 : end]) else last.line


def _stem(proposal: Proposal, shapes: Sequence[LineShape]) -> tuple[Guess, ...]:
    """The words before the recommendations, which become a question."""
    line = stem_of(proposal, [each for each in proposal.guesses if each.taken], shapes)
    if line is None:
        return ()
    words = shapes[line].raw.strip()
    reason = (
        f"“{words}” stands before the recommendations, which go on from it. It becomes a question: what a report says "
        "there, with these words as the usual answer."
    )
    return (
        Guess(
            number=len(proposal.guesses), part="sections", what="stem", reason=reason, at=shapes[line].line.at,
            words=words, title="Words before the recommendations", id="recommendation-stem", found=words,
            where=Hole(line, 0, len(shapes[line].raw)),
        ),
    )  # fmt: skip


def _texts(shapes: Sequence[LineShape], found: Sequence[Heading], end: int) -> tuple[int, ...]:
    """The lines of the sections' texts."""
    heads = {each.line for each in found}
    first = min(heads, default=end)
    return tuple(
        n for n in range(first, end) if n not in heads and shapes[n].raw.strip() and not shapes[n].line.at.table
    )


def _is_report(
    shapes: Sequence[LineShape], found: Sequence[Heading], asked: Sequence[Asked], left: Sequence[LeftOut], end: int
) -> bool:
    """Whether a document is a filled-in report: it has sentences, and little that asks for words."""
    heads = {each.line for each in found}
    texts = [each.raw for n, each in enumerate(shapes[:end]) if n not in heads and not each.line.at.table]
    sentences = [each for each in texts if len(each.split()) >= _SENTENCE and not is_prompt(each)]
    asking = [each for each in texts if is_prompt(each)]
    template = any(each.kind == "template" for each in left) or len(asked) > 2
    return not template and len(sentences) >= 3 and len(sentences) > 2 * len(asking)


def _prompts(gathering: Gathering) -> tuple[str, ...]:
    """The words by which the document asked for others."""
    found = [each.found for each in gathering.guesses if each.prompt]
    found += [each.words for each in gathering.asked if each.prompt]
    return tuple(dict.fromkeys(each for each in found if 8 <= len(each) <= 120))[:40]
