"""How many things a sentence says that a list has: "four areas:", "the following three options", "both"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from clerkwell.proofing.text.sentences import sentences

_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20,
}  # fmt: skip
_NUMBER: Final = rf"(?:{'|'.join(_NUMBERS)}|(?<![\w£.,/–-])(?:[2-9]|1\d|2\d|30)(?![\w%/]|[.,–-]\d))"
# What a report makes lists of.
_LISTED: Final = (
    "areas|options|recommendations|things|steps|priorities|themes|aims|objectives|reasons|points|actions|changes|risks"
    "|questions|stages|phases|elements|issues|proposals|conditions|principles|strands|outcomes|measures|criteria|ways|parts"
    "|categories|findings|factors|tests|topics|workstreams|pillars|goals|types|requirements|benefits|challenges|groups"
    "|components|aspects|kinds|sorts|classes|causes|faults|problems|gaps|barriers|suggestions|requests|rules|standards|conclusions|lessons|amendments|exceptions|strengths|weaknesses|opportunities|commitments|targets"
    "|activities|headings|matters|concerns|ambitions|improvements|methods|functions|responsibilities|documents|appendices"
    "|sites|schemes|projects|streams|drivers|key messages|messages|items|bodies|tasks|milestones|indicators|tranches"
)
_ADJECTIVES: Final = r"(?:(?!of\b|to\b|in\b|and\b|or\b|the\b|for\b|at\b|on\b|with\b|from\b|by\b|per\b)[\w’'-]+\s+)"
_CLAIM: Final = re.compile(
    rf"(?P<the>\b(?:the\s+)?following\s+)?\b(?P<number>{_NUMBER})\s+(?P<of>of\s+(?:the|these|those|our|its|their)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?)?(?P<after>following\s+)?(?P<adjectives>{_ADJECTIVES}{{0,3}}?)(?P<noun>[a-z]+s"
    r"|criteria|children|people|men|women)\b",
    re.IGNORECASE,
)
_BOTH: Final = re.compile(r"\bboth\s+(?:of\s+)?(?:the\s+)?following\b", re.IGNORECASE)
_LOOSE: Final = re.compile(
    # "three to four areas", and not "changes to four routes".
    rf"\b(?:(?:{'|'.join(_NUMBERS)}|\d{{1,3}})\s+(?:or|to)|at\s+least|over|more\s+than|up\s+to|around"
    r"|about|some|nearly|almost|approximately|fewer\s+than|less\s+than|any"
    r"|first|last|next|past|every|each|other|another|top|minimum\s+of|maximum\s+of|between|all\s+but|than|only|further"
    r"|additional|remaining|other|another)\s*\Z",
    re.IGNORECASE,
)
# The first of a pair, and a choice among the things that follow.
_CHOICE: Final = re.compile(
    r"\b(?:one|any|either)\s+(?:or\s+more\s+)?of\b(?!\s+the\s+following\s+\w+\s+\w+s\b)"
    r"|\bmeets?\s+\w+\s+of\b|\bor\s+more\b|\binclud(?:e|es|ing|ed)\b"
    # "Most of the schemes are in five wards": the wards are not chosen among.
    r"|\b(?:some|all|most|none)\s+of\s+(?:(?:the|these|those|our|its"
    rf"|their)\s+)?(?:[\w-]+\s+)?(?:following|{_NUMBER})\b"
    r"|\bfor\s+example\b|\bsuch\s+as\b|\be\.g\.|\bamong\b|\bexamples?\b",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|quarters?|terms|pounds|miles|metres|tonnes|times"
    r"|pence|decades|nights)\Z",
    re.IGNORECASE,
)
# After the noun: nothing but "are:"; of the subject of a sentence, what was done with it; and words after which the
# list is of something else ("looked at four options and found that:").
_LAST: Final = re.compile(
    # "Four courses open to it:", "three options for members to consider:".
    r"(?:\s+of\s+action)?(?:\s+(?:(?:(?:now\s+)?(?:open|available|before)(?:\s+to)?|put\s+to|facing|for)(?:\s+(?:it|them|us|(?:the\s+)?[A-Z]?\w+))?"
    r"(?:\s+(?:to\s+(?:consider|choose\s+(?:from|between|among)|take|weigh)|at\s+this\s+(?:stage|point|time)))?"
    r"|(?:worth|to)\s+(?:consider(?:ing)?|choose\s+(?:from|between|among)|weigh(?:ing)?)|at\s+stake|in\s+(?:all|total|turn)|at\s+(?:present|this\s+stage)))?"
    r"\s*(?:,?\s*(?:which|who)\s+(?=are|were)|,\s*namely)?\s*(?:(?:are|were|is|was|as\s+follows|below)\s*)*[:–—-]\s*"
)
# "The Panel has five members, who were appointed in July:"; what ends otherwise leads to something else.
_HAS: Final = re.compile(
    r"\b(?:has|have|had|comprises?|compris(?:ed|ing)\s+of|consists?\s+of|made\s+up\s+of|with)\s+(?:the\s+)?\Z"
)
_WHO: Final = re.compile(
    r"\s*,\s*(?:who|(?:all\s+of\s+)?(?:which|whom))\s+(?:are|were|have\s+been|has\s+been)\s+[^:;–—]{3,140}"
    r"(?<!\bto)(?<!\bon)(?<!\bby)(?<!\bfor)(?<!\bfrom)(?<!\bthat)(?<!\bwith)(?<!\babout)(?<!\bfollowing)(?<!\bof)(?<!\band)\s*:\s*"
)
_TOLD_OF: Final = re.compile(
    r"\s+(?:(?:are|were|have\s+been|has\s+been)\s+(?:\w+ly\s+)?\w+(?:ed|en|un|nd|pt|ld|ut|ade|ewn)"
    r"|answered|applied|attended|took\s+part|bid|tendered)(?:\s+(?:in|at|for)\s+[\w\s]{1,40})?\s*:\s*"
)
_TURNS: Final = re.compile(
    r",\s*(?:and|but|so|while|which|who|each)\b|\band\s+(?:\w+ed|found|said|made|gave|told|put)\b|;"
    r"|\b(?:that|to|by|for|with|if|whether|because|should|must|will|can|said|found|asked|who|which)\s*[:–—-]\s*\Z",
    re.IGNORECASE,
)
_NUMBERED: Final = frozenset((*_NUMBERS, *map(str, range(2, 31))))
_FIRST: Final = re.compile(
    rf"\b(?:one|{'|'.join(_NUMBERS)})\b|(?<![\w£.,/])\d{{1,3}}(?:,\d{{3}})*(?![\w/%]|[.,]\d)", re.IGNORECASE
)
# What an item of a list is of, without what is said of it.
_HEAD: Final = re.compile(r"(?:,|\s(?:of|in|with|who|which|for|from|at|on|that|–|-))\s")
_SEVERAL: Final = re.compile(r"\b(?:[a-z’'-]*[a-rt-z]s|people|children|men|women|both|several|various)\Z")
_LABEL: Final = re.compile(r"(?:Option|Phase|Stage)[ \u00a0](?:\d{1,2}|[A-Z])\b")
_JOINED: Final = re.compile(
    r"(?:Recommendations?|Actions?|Nos?\.?|Numbers?|Points?|R)?\s*\d{1,2}\s*(?:and|to|&|,|[–-])\s*(?:\d{1,2})\b",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(r"\b(?:options|phases|stages)\Z", re.IGNORECASE)
# "They are:", said of what the sentence before counts; and a sentence in which "they" may be somebody else.
_THEY: Final = re.compile(
    r"\s*(?:They|These|Those)(?:,\s+with\s+[^,:;]{3,50},)?\s+(?:are|were|came|come)\s*(?:from|as\s+follows|(?:(?:set\s+out|listed"
    r"|shown|given)\s+)?below(?:,?\s+(?:together\s+)?with\s+[^.:;]{3,50})?"
    r"|the\s+following|in|at)?\s*[:–—-]\s*"
)
_TELLS: Final = (
    r"(?:(?:[Tt]he|[Oo]ur|[Tt]heir|[Aa]n?|[A-Z]\w+[’']s)\s+)?(?:[\w’'-]+\s+){0,2}?(?:[Pp]rogress|[Dd]etails?|[Uu]pdate|[Pp]osition|[Rr]esponse|[Rr]eply|[Ss]tatus|[Aa]ction)"
    r"|[Ww]hat\s+(?:has\s+been|was|is\s+being)\s+done"
)
_EACH_FOLLOWS: Final = re.compile(
    rf"\s*(?:{_TELLS})\s+(?:(?:taken\s+)?(?:on|of|with|for|to|about|against|made\s+on)\s+each(?:\s+(?:of\s+them|recommendation|one))?\s+)?(?:is|are)"
    r"(?:\s+(?:(?:set\s+out|given|shown|summarised|listed)\s+(?:below|here)|as\s+follows|below))?\s*[.:]\s*\Z"
)
# The same in one sentence: "; the position on each is as follows:", ", which are set out below with progress:".
_THEN_EACH: Final = re.compile(
    r"\s*(?:to\s+(?:[A-Z]\w+\s*){1,4})?[,;]\s+(?:(?:which|these)\s+(?:are|were)\s+(?:set\s+out|listed|given|shown)\s+below(?:,?\s+(?:together\s+)?with\s+[^:;]{3,50})?"
    rf"|(?:and\s+|with\s+)?(?:{_TELLS})\s+[^:;]{{0,20}}?\beach\b[^:;]{{0,40}}?|and\s+the\s+following\s+progress\s+has\s+been\s+made)\s*:\s*"
)
_AND_OTHERS: Final = re.compile(r"\b(?:and|or|but|with|while)\s+(?:[\w’'-]+\s+){0,3}?[a-z]+s\b", re.IGNORECASE)
# Not all that there are: "three options besides doing nothing", "the four that were turned down at first".
_NOT_ALL: Final = re.compile(
    r"\b(?:besides|apart\s+from|other\s+than|in\s+addition|as\s+well\s+as|except|beyond|plus|further"
    r"|additional|extra|also|initial\w*"
    r"|original\w*|previous\w*|earlier|reject\w+|discount\w+|ruled\s+out|short-?list\w*|remain\w*"
    r"|long-?list\w*|out\s+of|only|both|rest)\b",
    re.IGNORECASE,
)
# What follows the noun says where, when or how: no other thing that the list could be of.
_CIRCUMSTANCE: Final = re.compile(
    r"\s+(?:using|through|under|via|in|at|on|from|across|within|during|against|after|before|since|over"
    r"|along)\s+[^:–—]{3,80}?\s*:\s*"
)
_PLURAL: Final = re.compile(
    r"\b(?!(?:was|is|has|this|its|across|as|previous|address|process|business|class|access|less|plus"
    r"|thus|always|various|series|gross"
    r"|basis|focus|council’s|progress)\b)[a-z]{2,}s\b|\b(?:this|following|way|manner|outcome|result"
    r"|effect|wording|advice|answer)\b"
)
# "Within 25 miles", "over three years": how far and how long is no thing that a list has.
_DISTANCE: Final = re.compile(
    rf"\b(?:{_NUMBER})\s+(?:miles|metres|kilometres|years|months|weeks|days|minutes)\b", re.IGNORECASE
)
# What leads to a list is looked for no further before it.
_LONGEST: Final = 600
_TAIL: Final = 80
_ENDS: Final = (":", "–", "—", "-")
# A list may follow a full stop too: "The plan has six aims, which are set out below."
_BELOW: Final = re.compile(
    r",?\s+(?:(?:which|these)\s+)?(?:(?:is|are|were)\s+)?(?:as\s+follows|(?:(?:set\s+out|listed|shown|given|summarised|described|detailed)\s+)below)\s*\.\s*\Z"
)


@dataclass(frozen=True)
class Count:
    """A number of things that a list is to have: where it is said (code points), and how many.

    Not `sure`: they are what the sentence is about, but the list may tell something else of them. `named`: unless it
    gives nothing but names. `one_each`: unless an item may be several of them ("residents of Mill Lane").
    """

    start: int
    end: int
    number: int
    sure: bool = True
    named: bool = False
    one_each: bool = False


@dataclass(frozen=True)
class Mention:
    """A number of things that a sentence tells of: where it is said (code points), how many, and of what ("schemes").

    `rest`: where the sentence ends.
    """

    start: int
    end: int
    number: int
    noun: str
    rest: int


def counts_before_list(text: str, labelled: bool = False) -> tuple[Count, ...]:
    """The numbers of things that the last sentence of a text says, where it leads to a list.

    It leads to one where it ends with a colon, or where the items are `labelled` (see `is_labelled`). Several numbers
    may be said; none where the sentence leaves open how many there are, or chooses among them.
    """
    if not leads_on(text):
        return _of_labelled(text) if labelled else ()
    return _of_last(text)


def is_labelled(item: str) -> bool:
    """Whether an item of a list says what it is one of: "Option 1: do nothing"."""
    return _LABEL.match(item) is not None


def _of_labelled(text: str) -> tuple[Count, ...]:
    """What a sentence that ends with a full stop says of options, phases … that the list after it gives by number."""
    said = (each for each in _of_last(text) if each.sure)
    return tuple(each for each in said if _LABELS.search(text, each.start, each.end))


def _of_last(text: str) -> tuple[Count, ...]:
    stretches = sentences(text)
    start, end = stretches[-1] if stretches else (0, len(text))
    start = max(start, end - _LONGEST)
    sentence = text[start:end]
    if len(stretches) > 1 and (_THEY.fullmatch(sentence) or _EACH_FOLLOWS.fullmatch(sentence)):
        return _before_they(text, *stretches[-2])
    if _CHOICE.search(sentence):
        return ()
    below = _BELOW.search(sentence)
    sentence = f"{sentence[: below.start()]}:" if below else sentence
    return tuple(replace(each, start=each.start + start, end=each.end + start) for each in _claims(sentence))


def _before_they(text: str, start: int, end: int) -> tuple[Count, ...]:
    """What a sentence counts that "They are:" comes after: one thing, and no other that "they" may be."""
    told = mentions_in(text, start, end)
    if len(told) != 1 or _AND_OTHERS.search(text, told[0].end, end):
        return ()
    # One recommendation is one item, whatever that is about; a body may stand with others in one.
    one_each = re.fullmatch(_LISTED, told[0].noun, re.IGNORECASE) is None
    return (Count(told[0].start, told[0].end, told[0].number, one_each=one_each),)


def mentions(text: str) -> tuple[Mention, ...]:
    """The numbers of things that a text tells of, where it leaves open neither how many there are nor whether these are
    all of them."""
    return tuple(each for stretch in sentences(text) for each in mentions_in(text, *stretch))


def mentions_in(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """The same, of the sentence that stands there."""
    sentence = text[start:end]
    if _CHOICE.search(sentence) or _NOT_ALL.search(sentence):
        return ()
    done = []
    for found in _CLAIM.finditer(sentence):
        loose = _LOOSE.search(sentence[max(0, found.start() - 30) : found.start()])
        if loose or found["of"] or _TIMES.match(found["noun"]):
            continue
        word = found["number"].casefold()
        number = _NUMBERS.get(word) or int(word)
        done.append(Mention(start + found.start("number"), start + found.end("noun"), number, found["noun"], end))
    return tuple(done)


def leads_on(text: str) -> bool:
    """Whether a text ends as one does that leads to a list."""
    return (
        ("each" in text[-_TAIL:] and _EACH_FOLLOWS.search(text) is not None)
        or text.endswith(_ENDS)
        or (text[-1:].isspace() and text.rstrip().endswith(_ENDS))
        or (text.endswith(("follows.", "below.")) and _BELOW.search(text, max(0, len(text) - _TAIL)) is not None)
    )


def may_be_several(item: str) -> bool:
    """Whether an item of a list may stand for more than one: "residents of Mill Lane", "Jo and Sam Example"."""
    head = _HEAD.split(item, maxsplit=1)[0]
    return " and " in head or " & " in head or _SEVERAL.search(head.rstrip(" .;,")) is not None


def is_joined(item: str) -> bool:
    """Whether an item of a list says that it is several of those that are counted: "Recommendations 3 and 4"."""
    return _JOINED.match(item) is not None


def first_number(text: str) -> int | None:
    """The first number in an item of a list, in words or figures: "six about noise", "noise (6)"; not sums or dates."""
    found = _FIRST.search(text)
    if found is None:
        return None
    word = found[0].casefold()
    return _NUMBERS.get(word) or (1 if word == "one" else int(word.replace(",", "")))


def _claims(sentence: str) -> Iterator[Count]:
    both = _BOTH.search(sentence)
    if both:
        yield Count(both.start(), both.end(), 2)
    for found in _CLAIM.finditer(sentence):
        loose = _LOOSE.search(sentence[max(0, found.start() - 30) : found.start()])
        # "three to four areas" is loose; "subject to the following four" is not.
        if loose or _TIMES.match(found["noun"]):
            continue
        if found["of"] and not _NUMBERED.isdisjoint(f"{found['of']} {found['adjectives']}".casefold().split()):
            # "two of the four options": which of the two numbers the list has is not certain.
            return
        start, tail = found.start("number"), sentence[found.end() :]
        listed = re.fullmatch(_LISTED, found["noun"], re.IGNORECASE) is not None and not _TURNS.search(tail)
        following = bool(found["the"] or found["after"])
        last = _LAST.fullmatch(tail) is not None or _THEN_EACH.fullmatch(tail) is not None
        last = last or (_HAS.search(sentence[:start]) is not None and _WHO.fullmatch(tail) is not None)
        subject = not sentence[:start].strip()
        sure = listed or following or last or (subject and _TOLD_OF.fullmatch(tail) is not None)
        far = _DISTANCE.sub("", tail)
        named = (subject or _CIRCUMSTANCE.fullmatch(tail) is not None) and not _PLURAL.search(far)
        if sure or ((subject or named) and not _TURNS.search(tail)):
            word = found["number"].casefold()
            yield Count(start, found.end("noun"), _NUMBERS.get(word) or int(word), sure, named)
