"""Rules about what a report points at and shows: references that hold, pictures that say what they show."""

from collections.abc import Iterator

from clerkwell.model import Image, Reference, Report, Table, all_blocks, plain
from clerkwell.packs import Pack
from clerkwell.rules.rule import Finding, Rule


def _broken(report: Report, _: Pack) -> Iterator[Finding]:
    blocks = [block for _, block in all_blocks(report)]
    targets = {
        "appendix": {appendix.id for appendix in report.appendices},
        "section": {section.id for section in report.sections},
        "paragraph": {block.id for block in blocks},
        "table": {block.id for block in blocks if isinstance(block, Table)},
    }
    for place, block in all_blocks(report):
        runs = getattr(block, "runs", ())
        for index, run in enumerate(runs):
            if isinstance(run, Reference) and run.target not in targets[run.to]:
                at = len(plain(runs[:index]))
                message = (
                    f"This reference points at a {run.to} that is no longer in the report. "
                    "Point it at another, or take it out."
                )
                yield Finding(message, place.model_copy(update={"start": at, "end": at + 1}))


def _pictures(report: Report, _: Pack) -> Iterator[Finding]:
    for place, block in all_blocks(report):
        if isinstance(block, Image) and not block.decorative and not block.alt.strip():
            message = "A picture has no alternative text. Describe it in a sentence, or say that it is decoration."
            yield Finding(message, place)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "reference-broken", "error", "A reference points at nothing",
            "The number that a reader would look for is not there.", _broken,
        ),
        Rule(
            "picture-without-words", "warning", "A picture has no alternative text",
            "Public Sector Bodies Accessibility Regulations 2018: a screen reader reads the alternative text.",
            _pictures,
        ),
    )  # fmt: skip
