"""Options, phases and stages that paragraphs or headings give by number, against how many the text says there are."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.sense.counted import Mention, mentions
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_LABEL: Final = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+)?(?P<what>Option|Phase|Stage|Proposal|Objective|Priority|Theme|Aim|Strand)"
    r"[ \u00a0](?P<number>\d{1,2}|[A-Z]|[a-z]+)"
    r"(?=\s*[:–—.(,-]|\s*\Z|\s+(?:is|was|would|will|covers?|means|takes?|provides?|aims?|looks?)\b)"
)
_WORDS: Final = {
    word: at for at, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight"), 1)
}
_PLURALS: Final = {
    "Option": "options", "Phase": "phases", "Stage": "stages", "Proposal": "proposals", "Objective": "objectives",
    "Priority": "priorities", "Theme": "themes", "Aim": "aims", "Strand": "strands",
}  # fmt: skip
_LABELLED: Final = Sign(*_PLURALS)
_PLURAL: Final = Sign(folded=tuple(_PLURALS.values()))
_FEWEST: Final = 3
# "Priority One", "Option one": a label, and no one of them told from the rest.
_NAMED_SO: Final = re.compile(rf"\b(?:{'|'.join(_PLURALS)})[ \u00a0](?i:one)\b")
# What is said of things that the report goes on to give: "have been considered", "there are".
_GIVEN: Final = re.compile(
    r"\b(?:considered|appraised|evaluated|assessed|identified|examined|compared|explored|presented"
    r"|described|weighed|developed"
    r"|set\s+out|looked\s+at|put\s+forward|proposed|available|open\s+to|below|following|follows?"
    r"|there\s+are|has|have|comes\s+in"
    r"|in)\b",
    re.IGNORECASE,
)
# Another sentence that tells one of them from the rest, or adds one.
_ONE_OF_THEM: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|latter|former|another|one|here|since|later|only|more|new)\b",
    re.IGNORECASE,
)
# The first of them stands no further from what says how many they are.
_NEAR: Final = 3


def against_labelled(reading: Reading) -> Iterator[Finding]:
    """Numbers of options and the like that a paragraph says there are, where as many as 1 to k stand after it."""
    passages = reading.passages
    yield from _run_in(reading)
    if not any(told for _, told in reading.where(_label, _LABELLED)):
        return
    for index, passage in enumerate(passages):
        after = passages[index + 1] if index + 1 < len(passages) else None
        # Of a list right after it, the rule about lists tells.
        if passage.kind not in ("paragraph", "item") or (after is not None and after.kind == "item"):
            continue
        for each in passage.known(_said, reading.guide):
            has = _labelled(passages, index, each.noun.casefold(), reading.guide)
            if has and has != each.number:
                words = passage.text[each.start : each.end]
                message = f"The text says “{words}”, but {has} follow by number. Put the number right, or what follows."
                yield found(passage, each.start, each.end, message)


def labelled_elsewhere(reading: Reading) -> Iterator[Finding]:
    """Numbers of options that a part says were looked at, where another part gives them all by number."""
    given: dict[str, list[tuple[Passage, int]]] = {}
    for passage, label in reading.where(_label, _LABELLED):
        if label and not passage.place.appendix and label[1] not in (n for _, n in given.get(label[0], ())):
            given.setdefault(label[0], []).append((passage, label[1]))
    for plural, labels in given.items():
        numbers = [number for _, number in labels]
        parts = {passage.place.section for passage, _ in labels}
        if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)) or len(parts) > 1:
            continue
        for passage, said in reading.where(_said, _PLURAL):
            if passage.place.section in parts or passage.place.appendix or passage.kind not in ("paragraph", "item"):
                continue
            for each in said:
                # One more or less may be what the rest is weighed against; of more, others are meant.
                if each.noun.casefold() == plural and each.number != len(numbers) and plural == "options":
                    words = passage.text[each.start : each.end]
                    message = (
                        f"The text says “{words}”, but the report gives {len(numbers)} by number. "
                        "Put the number right, or what is given."
                    )
                    yield found(passage, each.start, each.end, message)


def _run_in(reading: Reading) -> Iterator[Finding]:
    for passage, there in reading.where(_labelled_inside, _LABELLED):
        for each, has in there:
            words = passage.text[each.start : each.end]
            message = f"The text says “{words}”, but gives {has} by number. Put the number or what follows right."
            yield found(passage, each.start, each.end, message)


def _labelled_inside(passage: Passage, guide: Guide) -> tuple[tuple[Mention, int], ...]:
    """What a paragraph says of things that it goes on to give by number itself: "Option 1 is … Option 2 is …"."""
    said = passage.known(_said, guide) if passage.kind in ("paragraph", "item", "cell") else ()
    if len(said) != 1:
        return ()
    each = said[0]
    numbers = [
        label[1]
        for start, end in passage.known(sentences_of, guide)
        if start >= each.rest and (label := _of_text(passage.text[start:end])) and label[0] == each.noun.casefold()
    ]
    told = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return ((each, len(numbers)),) if told and len(numbers) != each.number else ()


def _said(passage: Passage, _: Guide) -> tuple[Mention, ...]:
    """What a paragraph says of things that it leads to: the last of such numbers alone."""
    if not any(plural in passage.text.casefold() for plural in _PLURALS.values()) or _label(passage, _):
        return ()
    told = [each for each in mentions(passage.text) if each.noun.casefold() in _PLURALS.values()]
    if len(told) != 1:
        return ()
    start = passage.text.rfind(". ", 0, told[0].start) + 1
    if _ONE_OF_THEM.search(_NAMED_SO.sub("", passage.text[told[0].rest :])):
        return ()
    return tuple(told) if _GIVEN.search(passage.text, start, told[0].rest) else ()


def _label(passage: Passage, _: Guide) -> tuple[str, int] | None:
    """What a passage says that it is: ("options", 2) of "Option 2: lease the hall"."""
    return _of_text(passage.text) if passage.kind in ("paragraph", "subheading", "item") else None


def _of_text(text: str) -> tuple[str, int] | None:
    label = _LABEL.match(text)
    if label is None:
        return None
    word = label["number"]
    number = int(word) if word.isdigit() else ord(word) - 64 if word.isupper() else _WORDS.get(word, 0)
    return (_PLURALS[label["what"]], number) if number else None


def _labelled(passages: Sequence[Passage], index: int, plural: str, guide: Guide) -> int:
    """How many of such things stand after a passage in its part, in order; 0 where it is not certain."""
    here, numbers, waited = passages[index], list[int](), 0
    for passage in passages[index + 1 :]:
        if (passage.place.section, passage.place.appendix) != (here.place.section, here.place.appendix):
            break
        label = passage.known(_label, guide)
        if label and label[0] == plural:
            if not numbers or numbers[-1] != label[1]:
                numbers.append(label[1])
        elif not numbers and passage.kind != "subheading":
            waited += 1
            if waited >= _NEAR or (passage.known(_said, guide) and passage.kind != "cell"):
                return 0
    return len(numbers) if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else 0
