"""What the review says about changes that came back, worked out from the values alone."""

from collections.abc import Iterable, Mapping

from clerkwell.comparing import Conflict, Piece
from clerkwell.comparing.results import Choice
from clerkwell.model import Place
from clerkwell.session.coming_home.results import ReviewItem
from clerkwell.session.days import by_and_on, day
from clerkwell.ui.kit import changed_words
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.review.deciding import Decision

CONFLICTS = "Changed here too"
# A conflict's line in the list, told from the changes' by its id.
CONFLICT = "conflict:"
UNTRACKED = "not tracked"
STATES: Mapping[Decision, tuple[str, str]] = {
    "open": ("To decide", "state-not-started"),
    "accepted": ("Accepted", "state-done"),
    "rejected": ("Rejected", "close"),
}
CHOSEN: Mapping[Choice, str] = {
    "ours": "The report’s words stay",
    "theirs": "The document’s words come in",
    "both": "Both stay",
}
_KINDS = {"added": "Added", "removed": "Removed", "changed": "Changed", "moved": "Moved", "formatting": "Look changed"}
MOVED = "The words that were moved are underlined where they stand now."
# Letters of a change that stand in the list; all of it stands beside the list.
_SHORT = 70


def part_named(part: str, place: Place) -> str:
    """The part that something stands in; a question with the page that asks it."""
    return f"Report details: {part}" if place.field and part != "Report details" else part


def heading(item: ReviewItem) -> str:
    """Who did what, and when: "Added by J. Smith on 3 November 2026"."""
    who = by_and_on(item.author, item.when)
    return f"{_KINDS[item.kind]}{who}" if who else f"{_KINDS[item.kind]}, {UNTRACKED}"


def told(item: ReviewItem) -> str:
    """What a change says that is not shown by its words: what was moved and where from, how words look."""
    words, whence = changed_words.moved(item.pieces, item.after)
    return f"“{words}”, {whence}" if item.kind == "moved" and words else item.after or item.before


def gist(item: ReviewItem) -> str:
    """The change in a few words: "Changed “ten” to “twelve”"."""
    before, after = _cut(item.before), _cut(item.after)
    kind = _KINDS[item.kind]
    if not item.worded:
        words, _ = changed_words.moved(item.pieces, item.after)
        return f"Moved “{_cut(words)}”" if item.kind == "moved" and words else f"{kind}: {_cut(told(item))}"
    if before and after and before != after:
        return f"Changed “{before}” to “{after}”"
    return f"{kind} “{after or before}”" if after or before else f"{kind}: the end of a paragraph"


def spoken(item: ReviewItem) -> str:
    """The whole change as a screen reader says it."""
    words = changed_words.spoken(item.pieces) if item.worded else told(item)
    return f"{heading(item)}: {words or gist(item)}"


def line(item: ReviewItem, decision: Decision) -> Item:
    """The change as a line of the list."""
    state, picture = STATES[decision]
    who = ", ".join(filter(None, (item.author or UNTRACKED, day(item.when))))
    part = part_named(item.part, item.place)
    return Item(item.id, gist(item), f"{who} · {state}", part, picture, f"{spoken(item)} {state}. In {part}.")


def conflict_line(conflict: Conflict, choice: Choice | None) -> Item:
    """A conflict as a line of the list; conflicts stand together, above everything else."""
    state = CHOSEN[choice] if choice else "To choose"
    part = part_named(conflict.part, conflict.place)
    said = (
        f"Changed both here and in the document, in {part}. "
        f"The report has: {_whole(conflict.ours)} The document has: {_whole(conflict.theirs)} {state}."
    )
    return Item(
        CONFLICT + conflict.id,
        f"“{_cut(_whole(conflict.ours) or conflict.base)}”",
        f"{part} · {state}",
        CONFLICTS,
        "state-done" if choice else "warning",
        said,
    )


def counts(decisions: Iterable[Decision], conflicts: Iterable[Choice | None]) -> str:
    """How far the review has come, in a sentence or two."""
    every = tuple(decisions)
    number = "1 change" if len(every) == 1 else f"{len(every)} changes"
    if every and every.count("open") == len(every):
        return f"{number} to decide."
    made = [f"{every.count(each)} {name}" for each, name in _COUNTED if every.count(each)]
    said = f"{number}: {', '.join(made)}." if made else "There is nothing to decide."
    left = sum(choice is None for choice in conflicts)
    if left:
        said += " 1 conflict to choose." if left == 1 else f" {left} conflicts to choose."
    return said


def comments_said(count: int) -> tuple[str, ...]:
    """What becomes of the comments that came with the changes."""
    if not count:
        return ()
    return ("1 comment comes in as a note." if count == 1 else f"{count} comments come in as notes.",)


_COUNTED: tuple[tuple[Decision, str], ...] = (("accepted", "accepted"), ("rejected", "rejected"), ("open", "to decide"))


def verb(decisions: Iterable[Decision]) -> str:
    """What the button that ends the review says."""
    every = tuple(decisions)
    left = every.count("open")
    if not left:
        return "A&pply"
    return "Keep all &for later" if left == len(every) else f"A&pply, and keep {left} for later"


def _whole(pieces: tuple[Piece, ...]) -> str:
    """The words as they come out: with what was added, without what was removed."""
    return " ".join("".join(piece.text for piece in pieces if piece.kind != "removed").split())


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
