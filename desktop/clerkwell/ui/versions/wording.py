"""What is said about versions and about what differs between two, worked out from the values alone."""

from collections.abc import Iterable

from clerkwell.comparing import Difference
from clerkwell.model import Version
from clerkwell.session.days import moment
from clerkwell.ui.kit import changed_words
from clerkwell.ui.kit.choices import Item

NOW = "The report as it is"
_KINDS = {"added": "Added", "removed": "Removed", "changed": "Changed", "moved": "Moved"}
_PICTURES = {"added": "add", "removed": "remove", "changed": "fix", "moved": "down"}
# Letters of a difference that stand in the list; all of it stands beside the list.
_SHORT = 70


def version_items(versions: Iterable[Version]) -> tuple[Item, ...]:
    """The versions, the newest first; those kept by name before those that were kept when a draft went out."""
    newest = sorted(enumerate(versions), key=lambda each: (each[1].made.astimezone(), each[0]), reverse=True)
    named = [version_item(each) for _, each in newest if not each.automatic]
    sent = [version_item(each) for _, each in newest if each.automatic]
    return (*named, *sent)


def version_item(version: Version) -> Item:
    """A version as a line of the list; its name tells it from the others."""
    group = "Kept when a draft went out" if version.automatic else "Kept by name"
    return Item(version.name, version.name, f"Kept on {moment(version.made)}", group, "recover")


def heading(difference: Difference) -> str:
    """What kind of difference it is, and where."""
    part = part_named(difference)
    return f"{_KINDS[difference.kind]}, in {part}" if part else _KINDS[difference.kind]


def part_named(difference: Difference) -> str:
    """The part it is in; a question with the page that asks it."""
    part = difference.part
    return f"Report details: {part}" if difference.place.field and part != "Report details" else part


def told(difference: Difference) -> str:
    """What a difference says that is not shown by its words: what was moved and where from, how words look."""
    words, whence = changed_words.moved(difference.pieces, difference.after)
    if difference.kind == "moved" and words:
        return f"“{words}”, {whence}"
    return difference.after or difference.before


def spoken(difference: Difference) -> str:
    """A difference as a screen reader says it."""
    told_of = changed_words.spoken(difference.pieces) if difference.worded else ""
    return f"{heading(difference)}: {told_of or told(difference)}"


def difference_item(difference: Difference) -> Item:
    """A difference as a line of the list."""
    before, after = _cut(difference.before), _cut(difference.after)
    detail = ""
    words, whence = changed_words.moved(difference.pieces, difference.after)
    if difference.kind == "moved" and words and not difference.worded:
        title, detail = f"Moved “{_cut(words)}”", f"{whence[:1].upper()}{whence[1:]}"
    elif not difference.worded:
        title = f"{_KINDS[difference.kind]}: {after or before}"
    elif before and after and before != after:
        title = f"Changed “{before}” to “{after}”"
    else:
        title = f"{_KINDS[difference.kind]} “{after or before}”"
    return Item(difference.id, title, detail, part_named(difference), _PICTURES[difference.kind], spoken(difference))


def counted(differences: Iterable[Difference]) -> str:
    """How much differs, in a sentence."""
    every = tuple(differences)
    if not every:
        return "They say the same."
    parts = len({each.part for each in every})
    number = "1 difference" if len(every) == 1 else f"{len(every)} differences"
    return f"{number} in {'1 part' if parts == 1 else f'{parts} parts'}."


def in_words(differences: Iterable[Difference]) -> str:
    """All of it as plain words, to copy: part by part, each difference on a line of its own."""
    lines: list[str] = []
    part: str | None = None
    for each in differences:
        if part_named(each) != part:
            part = part_named(each)
            lines += ["", part] if lines else [part]
        words = changed_words.spoken(each.pieces) if each.worded else ""
        lines.append(f"{_KINDS[each.kind]}: {words or told(each)}")
    return "\n".join(lines)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
