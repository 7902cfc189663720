"""Rules about appendices: those that are listed are cited, and those that are cited are listed."""

import re
from collections import Counter
from collections.abc import Iterator

from clerkwell.model import Place, Reference, Report, Table, all_blocks, words
from clerkwell.packs import Pack
from clerkwell.rules.rule import Finding, Rule
from clerkwell.rules.words import texts

_NUMBER = r"(?:\d{1,2}|[A-Z])(?![\w])"
_CITED = re.compile(
    rf"\b(?P<word>[Aa]ppendix|[Aa]ppendices|APPENDIX|APPENDICES|[Aa]nnex|[Aa]nnexes)\s+(?P<list>{_NUMBER}"
    rf"(?:\s*(?:,|and|&|to|–|-|,\s*and)\s*{_NUMBER})*)"
)
_ENTRY = re.compile(r"(?:annex|appendix)\s+(?P<number>\d{1,2}|[A-Z])\b", re.IGNORECASE)
_TITLED_ENTRY = re.compile(r"(?:annex|appendix)\s+(?P<number>\d{1,2}|[A-Z])\s*(?::|\s[-–—])\s", re.IGNORECASE)
# Quick to look for first, on a long report.
_HINT = re.compile(r"[Pp]pend|PPEND|nnex")
# "Appendix 2 of the guidance", "Appendix A to the Act": another document's.
_ELSEWHERE = re.compile(r"\s+(?:of|to|in)\s+(?:the|that|its|their|[A-Z])")


def _citations(report: Report) -> Iterator[tuple[Place, str, str, bool]]:
    """Every citation: where, its words, the number cited, and whether it may be another document's appendix."""
    for place, text in texts(report):
        if place.appendix or place.section == "appendices" or not _HINT.search(text):
            continue
        for found in _CITED.finditer(text):
            at = place.model_copy(update={"start": found.start(), "end": found.end()})
            elsewhere = _ELSEWHERE.match(text, found.end()) is not None
            for number in _numbers(found["list"]):
                yield at, found.group(), number, elsewhere


def _numbers(listed: str) -> Iterator[str]:
    parts = re.findall(r"\d+|[A-Z]|to|–|-", listed)
    for index, part in enumerate(parts):
        if part in ("to", "–", "-"):
            low, high = parts[index - 1], parts[index + 1]
            if low.isdigit() and high.isdigit():
                yield from (str(number) for number in range(int(low) + 1, int(high)))
            elif low.isalpha() and high.isalpha():
                yield from (chr(letter) for letter in range(ord(low) + 1, ord(high)))
        else:
            yield part


def _live(report: Report) -> set[str]:
    """The ids of appendices that a live reference points at."""
    found = set()
    for _, block in all_blocks(report):
        runs = (
            [run for row in block.rows for cell in row for each in cell.paragraphs for run in each]
            if isinstance(block, Table)
            else getattr(block, "runs", ())
        )
        found |= {run.target for run in runs if isinstance(run, Reference) and run.to == "appendix"}
    return found


def _not_cited(report: Report, _: Pack) -> Iterator[Finding]:
    cited = {number for _, _, number, _ in _citations(report)}
    live = _live(report)
    for appendix in report.appendices:
        if appendix.number and appendix.number not in cited and appendix.id not in live:
            quote = f"Appendix {appendix.number}"
            yield Finding(
                f"{quote} is listed, but the report never mentions it. Refer to it where it matters, or take it out.",
                Place(appendix=appendix.id),
                quote,
            )


def _not_listed(report: Report, _: Pack) -> Iterator[Finding]:
    listed = {appendix.number for appendix in report.appendices} | _listed_as_text(report)
    for place, quote, number, elsewhere in _citations(report):
        if number not in listed and not elsewhere:
            word = "Annex" if quote.casefold().startswith("annex") else "Appendix"
            message = f"The report refers to {word} {number}, which is not in the list of appendices. Add it there."
            yield Finding(message, place, quote)


def _listed_as_text(report: Report) -> set[str]:
    """The numbers of annexes, and of appendices listed in words of the report's own: "Annex B: Costs"."""
    found = set()
    for section in report.sections:
        entry = _ENTRY if section.id == "appendices" else _TITLED_ENTRY
        lines = [line for block in section.blocks for line in words(block).split("\n")]
        found |= {match["number"].upper() for line in lines if (match := entry.match(line.strip()))}
    return found


def _untitled(report: Report, _: Pack) -> Iterator[Finding]:
    numbers = Counter(appendix.number for appendix in report.appendices)
    for appendix in report.appendices:
        place = Place(appendix=appendix.id)
        if not appendix.title.strip():
            yield Finding(f"Appendix {appendix.number} has no title. Say what it is.", place)
        if not appendix.number.strip():
            yield Finding(f"The appendix “{appendix.title}” has no number. Give it one.", place)
        elif numbers[appendix.number] > 1:
            yield Finding(f"Two appendices are numbered {appendix.number}. Give each its own number.", place)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "appendix-not-cited",
            "warning",
            "An appendix is listed and never mentioned",
            "A reader of the report is not told what the appendix is for.",
            _not_cited,
        ),
        Rule(
            "appendix-not-listed",
            "warning",
            "An appendix is mentioned and not listed",
            "A reader looks for it in the list and in the pack of papers.",
            _not_listed,
        ),
        Rule(
            "appendix-entry",
            "error",
            "An appendix has no title, or no number of its own",
            "Appendices are listed by number and title, so that each can be found.",
            _untitled,
        ),
    )
