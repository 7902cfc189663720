"""What is told of a Word document besides its words: what came in as something else, and what did not come in."""

from collections import Counter
from collections.abc import Iterator

from clerkwell.intake.foreign import Unfolded
from clerkwell.intake.results import Finding, Imported
from clerkwell.packs.openness import openness
from clerkwell.word.reader.document import WordDocument
from clerkwell.word.writer.properties import PRIVATE_PROPERTY

_IRREGULAR = {
    "small capitals": "small capitals",
    "capitals": "capitals",
    "raised or lowered text": "raised or lowered texts",
}
_KINDS = {"insertion": "insertion", "deletion": "deletion", "move-from": "move", "formatting": "change of formatting"}


def told(document: WordDocument, unfolded: Unfolded, imported: Imported, *, ours: bool) -> Iterator[Finding]:
    """The findings about a document as such. `document` still has its tracked changes."""
    yield from told_of_changes(document)
    if unfolded.prompts:
        listed = "; ".join(f"“{words}”" for words in dict.fromkeys(unfolded.prompts))
        yield Finding("noted", f"Prompts that nobody had answered were left out: {listed}.")
    if document.dropped:
        listed = ", ".join(counted(count, name) for name, count in document.dropped.items() if count)
        yield Finding("noted", f"Formatting that a report does not hold was left out: {listed}.")
    if unfolded.told.merged:
        yield Finding(
            "noted",
            f"Merged cells of tables were parted ({unfolded.told.merged}); their words stand in the first of them.",
        )
    if unfolded.told.inner:
        yield Finding(
            "noted",
            f"{counted(unfolded.told.inner, 'table').capitalize()} inside a table’s cell became lines of that cell.",
        )
    if unfolded.told.pictures:
        yield Finding(
            "noted",
            f"{counted(len(unfolded.told.pictures), 'picture')} in tables now stand after them: no cell holds one.",
        )
    for what in document.unread:
        yield Finding("noted", f"Not read: {what}.")
    if document.macros:
        yield Finding("noted", "The document holds macros. They were not run, and are not in the report.")
    if ours:
        yield from told_of_privacy(document, imported)


def told_of_privacy(document: WordDocument, imported: Imported) -> Iterator[Finding]:
    """That a document of ours has parts that are not for publication, which it cannot name."""
    private = document.properties.get(PRIVATE_PROPERTY, "") or openness(imported.report, imported.pack) != "public"
    if private:
        yield Finding(
            "noted",
            "A Word document does not say which of its paragraphs are not for publication; mark them again, or bring "
            "it into the report that it was made of, which knows them.",
        )


def told_of_changes(document: WordDocument) -> Iterator[Finding]:
    """Tracked changes: how many of which kind, by whom; and the words that they took out."""
    real = [change for change in document.changes if change.kind in _KINDS]
    if not real:
        return
    kinds = Counter(_KINDS[change.kind] for change in real)
    people = Counter(change.author or "somebody" for change in real)
    listed = ", ".join(counted(count, kind) for kind, count in kinds.items())
    by = ", ".join(f"{name} ({count})" for name, count in people.most_common())
    yield Finding("noted", f"Tracked changes were taken as accepted: {listed}, by {by}.")
    for change in real:
        if change.kind == "deletion" and change.words.strip():
            words = " ".join(change.words.split())
            yield Finding("noted", f"Taken out by {change.author or 'somebody'}: “{words}”")


def counted(count: int, name: str) -> str:
    """So many of something, in words: "2 text colours", "1 font"."""
    if count == 1:
        return f"1 {name}"
    if name == "change of formatting":
        return f"{count} changes of formatting"
    return f"{count} {_IRREGULAR.get(name, name + 's')}"
