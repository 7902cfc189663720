"""The findings of a letter as quotations, with where they come from."""

from collections.abc import Sequence
from itertools import groupby

from clerkwell.intake.letters.values import LetterFinding, LetterSource
from clerkwell.model import Block, Blocks, Paragraph, Quotation, Reference, Run, Text


def as_quotation(finding: LetterFinding, source: LetterSource, appendix: str = "") -> Blocks:
    """A finding in its own words, and under it where it comes from.

    `appendix` is the id of the appendix that the letter is; the source line then refers to it by its number.
    """
    return as_quotations((finding,), source, appendix)


def as_quotations(findings: Sequence[LetterFinding], source: LetterSource, appendix: str = "") -> Blocks:
    """Several findings; those that stood under one heading share a source line."""
    done: list[Block] = []
    for heading, group in groupby(findings, key=lambda finding: finding.heading):
        several = list(group)
        done += [Quotation(runs=(Text(text=finding.words),)) for finding in several]
        done.append(Paragraph(runs=_source_line(heading, several, source, appendix), plain=True))
    return tuple(done)


def _source_line(
    heading: str, findings: Sequence[LetterFinding], source: LetterSource, appendix: str
) -> tuple[Run, ...]:
    pages = sorted({finding.page for finding in findings if finding.page})
    where = f", under “{heading}”" if heading else ""
    if pages:
        where += f", page {pages[0]}" if len(pages) == 1 else f", pages {pages[0]} to {pages[-1]}"
    words = f"Source: {source.named[0].lower()}{source.named[1:]}{where}"
    if not appendix:
        return (Text(text=f"{words}."),)
    return (Text(text=f"{words} ("), Reference(to="appendix", target=appendix), Text(text=")."))
