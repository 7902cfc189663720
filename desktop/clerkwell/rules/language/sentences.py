"""Rules about sentences: those that are too long to be read at once, and those without their full stop."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import ListItem, Place
from clerkwell.model.text import OBJECT
from clerkwell.packs import outline
from clerkwell.proofing.text.endings import words_end
from clerkwell.proofing.text.lengths import LABEL, is_listing, length
from clerkwell.proofing.text.sentences import Stretch, sentences
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule, found

_READ: Final = frozenset(("paragraph", "item"))
_FEWEST_WORDS: Final = 4
# Words without which hardly a sentence of a report is made; a label has none. The second kind may begin a label.
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|shall|may|might|can|could|must|do|does|did|needs?)\b"
    r"|(?<=\w\s)(?:bring|brings|brought|costs?|takes?|took|rose|fell|begins?|began|holds?|held|comes?|came|goes|went"
    r"|gives?"
    r"|gave|makes?|made|meets?|met|runs?|ran|says?|said|shows?|showed|stands?|stood|uses?|used|works?|worked|pays?|paid"
    r"|opens?|opened|closes?|closed|remains?|remained|includes?|included|requires?|required)\b"
)
_CLOSERS: Final = "\"'”’»)] \t\u00a0\ufffc"
_ADDRESS_LAST: Final = re.compile(r"(?:://|www\.|@|\.uk\b|\.org\b|\.com\b)\S*\Z")


# After these a sentence cannot end; "the scheme that it is part of" can.
_BROKEN: Final = re.compile(
    r"[a-z,] (?P<word>the|an?|and|or|because|than|whose|our|their|of|is|are|was|were|will|to|by|has|which)\Z"
)
# What begins a sentence, and goes on with none that was broken at the end of a page.
_BEGINS_ANEW: Final = re.compile(
    r"(?:\(?[\da-z]{1,3}[.)]|\d+(?:\.\d+)+)\s|(?:The|This|These|It|In|Officers|Members|An?|There|As|If|For|We|On|At)\s"
)

# A passage, where its full stop is missing, and whether what follows begins anew for certain.
_Unstopped = tuple[Passage, int, bool]

_POINTS_ON: Final = re.compile(r"\b(?:below|follow(?:s|ing)?|here|next|overleaf)\b")


def sentences_of(passage: Passage, _: Guide) -> tuple[Stretch, ...]:
    """The sentences of a passage; kept with it, for all rules that ask."""
    return sentences(passage.text)


def _lengths(passage: Passage, guide: Guide) -> tuple[tuple[Stretch, int], ...]:
    """The sentences that are longer than the council likes, with how many words they have."""
    if passage.kind not in _READ:
        return ()
    language = guide.pack.manifest.language
    note, most = language.sentence_note, language.sentence_most
    least = min(note or most, most or note)
    text = passage.text
    # A passage of no more words has no sentence with more.
    if not least or len(text) < 2 * least or len(text.split(None, least)) <= least:
        return ()
    if passage.place.section == "recommendations" and any(mark in text for mark in ";:"):
        return ()
    done = []
    for start, end in passage.known(sentences_of, guide):
        if end - start < 2 * least or (count := length(text, start, end)) <= least:
            continue
        if not is_listing(text, start, end):
            done.append(((start, end), count))
    return tuple(done)


def _very_long(passage: Passage, guide: Guide) -> Iterator[Finding]:
    most = guide.pack.manifest.language.sentence_most
    for (start, end), count in passage.known(_lengths, guide):
        if most and count > most:
            first = " ".join(LABEL.sub("", passage.text[start:end], count=1).split()[:5])
            message = f"The sentence that begins “{first}” has {count} words. Make two of it, or cut it to {most}."
            yield found(passage, start, end, message)


def _long(reading: Reading) -> Iterator[Finding]:
    note = reading.pack.manifest.language.sentence_note
    if not note:
        return
    counted: dict[tuple[str, str], int] = {}
    for passage, lengths in reading.where(_lengths):
        if lengths and (count := sum(1 for _, words in lengths if words > note)):
            part = (passage.place.section, passage.place.appendix)
            counted[part] = counted.get(part, 0) + count
    if not counted:
        return
    titles = {part.id: part.heading.rstrip(": ") for part in outline(reading.report, reading.pack)}
    for (section, appendix), count in counted.items():
        name = titles.get(section, section) if section else _appendix_name(reading, appendix)
        sentences_have = "1 sentence has" if count == 1 else f"{count} sentences have"
        message = f"In “{name}” {sentences_have} more than {note} words. Shorter ones are easier to follow."
        yield Finding(message, Place(section=section, appendix=appendix))


def _appendix_name(reading: Reading, appendix: str) -> str:
    return next((each.title for each in reading.report.appendices if each.id == appendix), appendix)


def _unstopped(passage: Passage, guide: Guide) -> int | None:
    """Where a full stop is missing at the end of a paragraph of sentences, or of an item of several."""
    if passage.kind not in _READ:
        return None
    bare = passage.text[: words_end(passage.text)]
    last = bare[-1:]
    if (
        not (last.isalnum() or last in (")", "]", "%", OBJECT))
        or bare.endswith((".)", ".]"))
        or len(bare) < 2 * _FEWEST_WORDS
    ):
        return None
    if passage.kind == "paragraph" and _BROKEN.search(bare):
        return len(bare)
    if _ADDRESS_LAST.search(bare[-80:]) or "\t" in bare:
        return None
    found_here = passage.known(sentences_of, guide)
    start, _ = found_here[-1]
    several = len(found_here) > 1 and passage.text[: found_here[-2][1]].rstrip(_CLOSERS)[-1:] in (".", "?", "!")
    if isinstance(passage.block, ListItem) and not several:
        # How single items end is for their list to say.
        return None
    words = bare[start:].split()
    if len(words) < (3 if several else _FEWEST_WORDS) or not words[0][:1].isupper():
        return None
    if not several and (":" in bare or passage.place.section == "recommendations"):
        # "Contact: the desk", and "That the plan be approved", which stands in a list of its own.
        return None
    return len(bare) if several or _VERB.search(bare, start) else None


def _full_stop_missing(reading: Reading) -> Iterator[Finding]:
    waiting: _Unstopped | None = None
    for _, piece in reading.standing:
        first, inside, last = piece.known(_unstopped_in, reading.guide)
        if first is None:
            continue
        if waiting and not _is_led_in(waiting[0], first):
            yield _without_stop(waiting[0], waiting[1], anew=True)
        for each in inside:
            yield _without_stop(each[0], each[1], anew=each[2])
        waiting = last
    if waiting:
        yield _without_stop(waiting[0], waiting[1], anew=True)


def _unstopped_in(piece: Piece, guide: Guide) -> tuple[Passage | None, tuple[_Unstopped, ...], _Unstopped | None]:
    """Of a part, its first passage; those without a stop that do not go on in what follows; and the last, if it has
    none and may go on in the next part."""
    first: Passage | None = None
    done: list[_Unstopped] = []
    waiting: _Unstopped | None = None
    for passage in piece.passages:
        if passage.kind == "footnote":
            continue
        first = first or passage
        if waiting and not _is_led_in(waiting[0], passage):
            done.append((*waiting[:2], passage.kind == "subheading" or _BEGINS_ANEW.match(passage.text) is not None))
        at = passage.known(_unstopped, guide)
        waiting = (passage, at, False) if at is not None else None
    return first, tuple(done), waiting


def _is_led_in(passage: Passage, after: Passage) -> bool:
    """Whether a paragraph goes on in what follows: a list, a table, a quotation, small letters."""
    if (passage.place.section, passage.place.appendix) != (after.place.section, after.place.appendix):
        return False
    if passage.kind == "item":
        return isinstance(after.block, ListItem) and after.block.level > getattr(passage.block, "level", 0)
    if after.kind in ("cell", "caption", "alt"):
        return _POINTS_ON.search(passage.text[-60:]) is not None
    return after.kind in ("item", "quotation") or after.text[:1].islower()


def _without_stop(passage: Passage, at: int, *, anew: bool) -> Finding:
    start = at
    for _ in range(3):
        start = max(passage.text.rfind(" ", 0, start), 0)
    start += len(passage.text[start:at]) - len(passage.text[start:at].lstrip())
    words = passage.text[start:at]
    if broken := _BROKEN.search(passage.text[:at]):
        message = f"The paragraph stops at “{broken['word']}”, in the middle of a sentence. Finish it."
        return Finding(message, passage.at(start, at), words, severity="warning" if anew else None)
    linked = any(first < at <= last for first, last in passage.links)
    fix = None if linked else passage.replaced(at, at, ".")
    message = f"The paragraph ends “{words}”, without a full stop. Add one, or finish the sentence."
    return Finding(message, passage.at(start, at), words, fix)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "sentence-very-long", "warning", "A sentence is too long to be followed",
            "A reader has lost the beginning of such a sentence before its end. Two sentences say the same.",
            Each(_very_long),
            source="The council’s template ([language] sentence_most); without a number of its own, 40 words",
        ),
        Rule(
            "sentence-long", "info", "A section has long sentences",
            "People understand short sentences at the first reading; long ones take a second.",
            Across(_long),
            source="GOV.UK, “Writing for GOV.UK”: look again at sentences of more than 25 words",
        ),
        Rule(
            "full-stop-missing", "info", "A paragraph ends without a full stop",
            "A reader cannot tell whether the sentence was finished.", Across(_full_stop_missing),
            source="New Hart’s Rules, chapter 4, “Punctuation”: the full stop",
            fix="Add the full stop",
        ),
    )  # fmt: skip
