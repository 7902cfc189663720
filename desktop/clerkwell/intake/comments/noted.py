"""Notes that went out as comments and came back: told from new ones, and brought up to date."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from clerkwell.model import Note, Reply
from clerkwell.word.writer.comment_parts import NOBODY


def merged_notes(
    existing: Sequence[Note], came: Sequence[Note], *, sent: Sequence[Note] | None = None
) -> tuple[Note, ...]:
    """The notes of a report after those of a document that came back, made of it by `pinned_notes`.

    `sent` are the notes that went out in it, as they were then; without it those that are shared now, and none counts
    as taken out there. What was changed in one place only is as it was changed; words changed in both stay as they are
    here, with the others as a reply. One that was taken out there is resolved here, so that nothing written is lost;
    one that was taken out here comes back only with something new. Private notes stay as they are.
    """
    out = [each for each in (existing if sent is None else sent) if each.shared]
    pairs = dict(_pairs(out, came))
    here = {each.id: each for each in existing}
    updated: dict[str, Note] = {}
    fresh: list[Note] = []
    matched = {id(note) for note in pairs.values()}
    for before in out:
        now, then = here.get(before.id), pairs.get(before.id)
        if now is None:
            if then is not None and _is_news(before, then):
                fresh.append(then)
        elif then is not None:
            updated[now.id] = _both(before, now, then)
        elif sent is not None and _said_in(before.text, before.by, came) is None:
            updated[now.id] = now.model_copy(update={"resolved": True})
    answers = {_key(each.text, each.by) for note in out for each in note.replies}
    for note in came:
        if id(note) in matched:
            continue
        # Programs that do not know answers make comments of them.
        if not note.replies and _key(note.text, note.by) in answers:
            continue
        fresh.append(note)
    done = [updated.get(each.id, each) for each in existing]
    taken = {each.id for each in done}
    number = 1
    for note in fresh:
        while f"note-{number}" in taken:
            number += 1
        taken.add(f"note-{number}")
        done.append(note.model_copy(update={"id": f"note-{number}"}))
    return tuple(done)


def _pairs(out: Sequence[Note], came: Sequence[Note]) -> Iterator[tuple[str, Note]]:
    """Each note that went out with the one that came of it: same words, author and time, or else two of these."""
    left, waiting = list(came), list(out)
    tellers: tuple[Callable[[Note], object], ...] = (
        lambda note: (*_key(note.text, note.by), _moment(note.when), note.quote),
        lambda note: (*_key(note.text, note.by), _moment(note.when)),
        lambda note: _key(note.text, note.by),
        # Its words were changed there: nobody begins two comments in one second.
        lambda note: (_name(note.by), _moment(note.when)) if note.when is not None else id(note),
    )
    for tell in tellers:
        for before in list(waiting):
            found = next((each for each in left if tell(each) == tell(before)), None)
            if found is not None:
                left = [each for each in left if each is not found]
                waiting.remove(before)
                yield before.id, found


def _both(before: Note, now: Note, then: Note) -> Note:
    """A note changed here and there since it went out."""
    replies = list(now.replies)
    known = {_key(each.text, each.by) for each in (*before.replies, *now.replies)}
    update: dict[str, object] = {}
    if _words(then.text) != _words(before.text):
        if _words(now.text) == _words(before.text):
            update["text"] = then.text
        elif _words(now.text) != _words(then.text) and _key(then.text, then.by) not in known:
            replies.append(Reply(text=then.text, by=then.by, when=then.when))
    replies += [each for each in then.replies if _key(each.text, each.by) not in known]
    if then.resolved != before.resolved:
        update["resolved"] = then.resolved
    return now.model_copy(update={**update, "replies": tuple(replies)})


def _is_news(before: Note, then: Note) -> bool:
    return _both(before, before, then) != before


def _said_in(text: str, by: str, came: Sequence[Note]) -> Note | None:
    return next((each for each in came if _key(each.text, each.by) == _key(text, by)), None)


def _key(text: str, by: str) -> tuple[str, str]:
    return _words(text), _name(by)


def _words(text: str) -> str:
    return " ".join(text.split())


def _name(by: str) -> str:
    """The name that a document says: a note without one went out under a general one."""
    return " ".join(by.split()) or NOBODY


def _moment(when: datetime | None) -> datetime | None:
    """A moment as a document tells it, in whole seconds; without a time zone it is universal time."""
    if when is None:
        return None
    return (when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)).replace(microsecond=0)
