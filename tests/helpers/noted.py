"""Notes on the words of a report, for the tests of comments."""

from collections.abc import Iterator
from datetime import datetime

from clerkwell.model import Block, Note, Place, Reply, Report, Text
from clerkwell.model.pins import Stretch, stretches
from clerkwell.model.report import all_blocks

WHEN = datetime(2026, 6, 3, 14, 5)


def on_words(report: Report, words: str, text: str, **more: object) -> Note:
    """A shared note on the first of these words in any section or appendix."""
    for place, block in all_blocks(report):
        if block.kind == "landscape":
            continue
        for each in stretches((block,)):
            start = each.text.find(words)
            if words and start >= 0:
                there = {"path": each.path, "start": start, "end": start + len(words)}
                return note(place.model_copy(update=there), text, quote=words, **more)
    raise AssertionError(f"{words!r} is nowhere in the report")


def note(place: Place, text: str, **more: object) -> Note:
    """A shared note at a place."""
    kept = {"id": f"note-{text.split()[0]}", "by": "Ade Bright", "when": WHEN, "shared": True, **more}
    return Note(place=place, text=text, **kept)


def noted(report: Report) -> Report:
    """A report with notes on everything that it has: words, whole blocks, cells, fields, parts, and what is gone."""
    found: list[Note] = []

    def add(place: Place, text: str, **more: object) -> None:
        found.append(note(place, f"{len(found)} {text}", id=f"n{len(found)}", **more))

    add(Place(field="subject", start=0, end=3), "on the subject", quote=report.field("subject").text[:3])
    for repeat, rows in report.repeats.items():
        for row, values in enumerate(rows):
            for name in values:
                add(Place(field=f"{repeat}.{name}", row=row), f"on {repeat} {name} {row}", by="")
    for section in report.sections:
        add(Place(section=section.id), f"on the section {section.id}", resolved=True)
    for place, block in all_blocks(report):
        add(place, f"on the whole {block.kind}")
        for each in _some(block):
            end = len(each.text)
            for start, stop in ((0, end // 2), (end // 3, end), (end // 2, end // 2 + 5)):
                if each.text[start:stop].strip():
                    there = {"path": each.path, "start": start, "end": min(stop, end)}
                    add(
                        place.model_copy(update=there),
                        f"on words of {block.kind}",
                        quote=each.text[start:stop],
                        by="Bo Okafor-Lane",
                        replies=(Reply(text="Yes,\nit is.", by="Ade Bright", when=WHEN), Reply(text="Good <& well>.")),
                    )
    for appendix in report.appendices:
        add(Place(appendix=appendix.id), f"on appendix {appendix.number}")
    add(Place(section="no-such-section", block="b0", start=3, end=9), "on what is gone", quote="nowhere")
    add(Place(), "on the whole report")
    return report.model_copy(update={"notes": tuple(found)})


def _some(block: Block) -> Iterator[Stretch]:
    """The words of a block; of a table those of a third of its cells."""
    if block.kind != "landscape":
        yield from (each for each in stretches((block,)) if sum(each.path) % 3 == 0)


def plain_words(words: str) -> tuple[Text, ...]:
    """Runs of plain words."""
    return (Text(text=words),)
