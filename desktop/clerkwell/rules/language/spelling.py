"""Rules about spelling: words that no dictionary has, and American spellings."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.model import Severity
from clerkwell.packs import Pack
from clerkwell.proofing.spelling.american import americanisms
from clerkwell.proofing.spelling.dictionary import frequent_words, misspellings
from clerkwell.proofing.spelling.speller import Slip, is_title, speller, with_capitals_of
from clerkwell.proofing.text.tokens import listed, tokens
from clerkwell.rules.language.bare import bare
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule, found

# Where words may have capitals for the look of it, so that a capital says nothing of the beginning of a sentence.
_HEADED: Final = frozenset({"answer", "heading", "subheading", "cell", "caption", "title"})
# Answers that are names of people and places, and so tell how these are spelt.
_NAMED: Final = listed("authors.name author report-author presenting town-or-parish wards council")
# A name of fewer letters is too near to some word or other.
_SHORTEST_OPENING = 9
_SHORTEST_NAME = 6
# A word that is written so again and again is the author's own rather than a slip.
_OFTEN = 3


def rules() -> tuple[Rule, ...]:
    """The rules about spelling."""
    return (
        Rule(
            "misspelt",
            "warning",
            "A word is not in the dictionary",
            "A spelling mistake in a published report makes readers doubt the rest of it.",
            Across(_misspelt),
            source="The dictionary of British English that comes with Clerkwell; your council’s and your own words",
            fix="Put in the right spelling",
        ),
        Rule(
            "american-spelling",
            "warning",
            "A word is spelt as in America",
            "The public sector writes British English, and -ise rather than -ize, outside names and quotations.",
            Each(_american),
            source="GOV.UK style guide: American and UK English",
            fix="Put in the British spelling",
        ),
    )


def slips_in(passage: Passage, guide: Guide) -> tuple[Slip, ...]:
    if passage.kind == "quotation":
        return ()  # other people's words
    if passage.kind == "answer":
        spec = guide.pack.field(passage.place.field)
        if spec is not None and spec.kind not in ("text", "lines"):
            return ()  # dates, choices and the like are read by rules of their own
    return speller().slips(passage.text)


def _misspelt(reading: Reading) -> Iterator[Finding]:
    found_ones = [(passage, slips) for passage, slips in reading.where(slips_in) if slips]
    if not found_ones:
        return
    accepted = _accepted(reading)
    given = _names(reading)
    names, times = _names_and_times(found_ones)
    for passage, slips in found_ones:
        for slip in slips:
            folded = slip.word.casefold()
            bare_word = folded.removesuffix("'s")
            if folded in accepted or bare_word in accepted:
                continue
            if slip.word.removesuffix("'s") in given and bare_word not in misspellings():
                continue
            if broken := _broken(passage.text, slip):
                yield from _joined(passage, *broken)
                continue
            finding = _judged(passage, slip, slip.word in names or slip.word.removesuffix("'s") in names, times[folded])
            if finding is not None:
                yield finding


def _names_and_times(found_ones: Sequence[tuple[Passage, tuple[Slip, ...]]]) -> tuple[set[str], dict[str, int]]:
    """The words that stand with a capital of their own, and how often each word stands."""
    names: set[str] = set()
    times: dict[str, int] = {}
    small: set[str] = set()
    opening: dict[str, int] = {}
    for passage, slips in found_ones:
        for slip in slips:
            bare_word = slip.word.removesuffix("'s")
            times[slip.word.casefold()] = times.get(slip.word.casefold(), 0) + 1
            if slip.case == "small":
                small.add(bare_word)
            elif slip.case == "name" and passage.kind not in _HEADED:
                names.add(slip.word)
            elif slip.case == "opening":
                opening[bare_word] = opening.get(bare_word, 0) + 1
    # What opens sentence after sentence, and never stands with a small letter, is rather somebody's name.
    often = (word for word, count in opening.items() if count >= _OFTEN and word.casefold() not in small)
    names.update(word for word in often if not speller().certain(word.casefold()))
    return names, times


def _judged(passage: Passage, slip: Slip, a_name: bool, times: int) -> Finding | None:
    """What is said of a word that is in no dictionary; nothing where it may well be a name."""
    folded = slip.word.casefold().removesuffix("'s")
    words = speller()
    certain = words.certain(folded)
    if slip.case != "small":
        office = times < _OFTEN and _is_office(slip, folded)
        if folded not in misspellings() and not office and _may_be_a_name(passage, slip, folded, a_name):
            return None
        return _finding(passage, slip, certain, words.meant(folded))
    likely = words.likely(folded)
    unit = slip.before[-1:].isdigit() and len(folded) < _SHORTEST_NAME  # "5 kwp"
    if not certain and (unit or _latin(passage.text, slip, likely)):
        return None
    if capital := None if certain else words.capitalised(folded):
        return _finding(passage, slip, capital, (), info=folded not in _CAPITALS)
    meant = words.meant(folded)
    info = not certain and not likely and (times >= _OFTEN or not meant or words.two_words(folded) is not None)
    return _finding(passage, slip, certain, meant, info=info)


def _broken(text: str, slip: Slip) -> tuple[int, int, str] | None:
    """A word that was divided at the end of a line and is so in the middle of one: from where to where, and whole.

    It is told once: with its second half nothing is whole if the first is no word either.
    """
    if after := _SECOND_HALF.match(text, slip.end):
        whole = slip.word + after[1]
        return (slip.start, after.end(), whole) if speller().knows(whole.casefold()) else None
    before = _FIRST_HALF.search(text, max(0, slip.start - _LONGEST_HALF), slip.start)
    if before is None or not speller().knows((before[1] + slip.word).casefold()):
        return None
    told = not speller().knows(before[1].casefold())
    return before.start(1), slip.end, "" if told else before[1] + slip.word


def _joined(passage: Passage, start: int, end: int, whole: str) -> Iterator[Finding]:
    if whole:
        message = (
            f"“{passage.text[start:end]}” is one word that was divided at the end of a line. Change it to “{whole}”."
        )
        yield found(passage, start, end, message, whole)


_LONGEST_HALF = 24
_SECOND_HALF: Final = re.compile(r"[-‐] ([a-z]{2,})")
_FIRST_HALF: Final = re.compile(r"(?<![\w-])(\w+)[-‐] \Z")


def _may_be_a_name(passage: Passage, slip: Slip, folded: str, a_name: bool) -> bool:
    """Whether a word with a capital is rather a name than a slip in a word that reports are made of."""
    if is_title(slip.before) or (len(slip.before) == 1 and slip.before.isupper() and slip.before not in "AI"):
        return True  # "R. Bonnett"
    if slip.case == "opening" and passage.kind not in _HEADED:
        return len(folded) < _SHORTEST_NAME - 1 or (
            a_name
            or slip.after[:1].isupper()
            or (
                speller().near(folded).isdisjoint(speller().likely(folded))
                and not (len(folded) >= _SHORTEST_OPENING and speller().near(folded))
            )
        )
    if len(folded) <= _SHORTEST_NAME:
        return True  # "Civica": makers of names like to change a letter of a word
    if slip.before[:1].isupper() and slip.before.casefold() not in frequent_words():
        # "Jane Budgett"; but "the Aldersea Taxi Assocation" is an association's
        return len(folded) < _SHORTEST_OPENING or speller().certain(folded) is None
    # Made names and surnames differ at their ends ("Capita"); a slip is made inside a word.
    near = speller().near(folded)
    return all((each[0], each[-1]) != (folded[0], folded[-1]) or each not in near for each in speller().likely(folded))


def _is_office(slip: Slip, folded: str) -> bool:
    """Whether a word with a capital is one letter away from what councils call offices and bodies: "the Acturary".

    Makers of names end such a word in another vowel ("Servico"), and have their kind of firm or a street after it.
    """
    if is_title(slip.before) or slip.after.casefold() in _NOT_OFFICES or len(slip.before) == 1 or folded[-1] in "aio":
        return False
    for each in (slip.before, slip.after):
        if each[:1].isupper() and each.casefold() not in _BESIDE and each.casefold() not in frequent_words():
            return False  # "Jane Parrish", "the Parrish Estate"
    return any(each[0] == folded[0] for each in speller().near(folded) & _OFFICES)


_OFFICES: Final = listed(
    "association actuary actuaries committee committees council councils councillor councillors director directors "
    "directorate management manager managers agency agencies authority authorities board borough boroughs chairman "
    "commission commissioner constitution deputy department district districts environment environmental executive "
    "finance financial forward government inspector inspectorate leader leisure licensing members monitoring officer "
    "officers ombudsman overview partnership pensions planning recommendation recommendations "
    "registrar regulator resources safeguarding scrutiny secretary services solicitor strategy surveyor treasurer "
    "auditor auditors tenants residents highways governors applicant applicants minister proposals electoral"
)
_BESIDE: Final = listed("the a an our its this each every all of and act")
_NOT_OFFICES: Final = listed(
    "ltd limited plc llp llc inc group house road street lane avenue close drive court place way gardens terrace farm "
    "hall homes trust partners associates lodge cottage fields"
)


def _finding(
    passage: Passage, slip: Slip, certain: str | None, likely: tuple[str, ...], *, info: bool = False
) -> Finding:
    written = passage.text[slip.start : slip.end]
    ending = written[-2:] if slip.word.endswith("'s") else ""
    better = _as_written(passage.text, with_capitals_of(slip.word, certain)) + ending if certain else None
    meant = [f"“{with_capitals_of(slip.word, each)}{ending}”" for each in (likely[:2] if better is None else ())]
    told = f"“{written}” is not in the dictionary. "
    if better is not None:
        told += f"Change it to “{better}”, or add it to your own words if it is right."
    elif meant:
        told += f"If {' or '.join(meant)} is meant, change it; if it is right, add it to your own words."
    else:
        told += "Check its spelling; if it is right, add it to your own words."
    grade: Severity | None = "info" if info else None
    return found(passage, slip.start, slip.end, told, better, severity=grade)


def _latin(text: str, slip: Slip, likely: tuple[str, ...]) -> bool:
    """Whether it is the second half of a Latin name: "(Salmo salar)", whatever words are near to it."""
    if not (slip.before[:1].isupper() and slip.before.isalpha()):
        return False
    if _GENUS.search(text, max(0, slip.start - 24), slip.start) and not speller().knows(slip.before):
        return True
    return not likely and slip.word.endswith(_LATIN)


_GENUS: Final = re.compile(r"\([A-Z][a-z]+[ \u00a0]\Z")


_LATIN: Final = ("us", "a", "um", "is", "ii", "ae", "ur", "or", "ens", "ans", "es", "oides")


def _as_written(text: str, better: str) -> str:
    """The better word with the apostrophe that its author uses."""
    return better.replace("'", "’") if "’" in text else better


_CAPITALS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november december england english britain british wales welsh scotland scottish ireland irish europe "
    "european london ofsted christmas easter covid brexit"
)


def _accepted(reading: Reading) -> frozenset[str]:
    """What is right in this report whatever the dictionary says, in small letters."""
    language = reading.pack.manifest.language
    words = {*reading.guide.own_words, *language.words, *language.acronyms}
    return frozenset(token.text.casefold() for each in words for token in tokens(each)) | {w.casefold() for w in words}


def _names(reading: Reading) -> set[str]:
    """Names of people, places and bodies that the pack and the answers of the header give."""
    given = [*_pack_names(reading.pack)]
    for passage in reading.passages:
        if passage.kind == "answer" and passage.place.field in _NAMED:
            given.append(passage.text)
    return {token.text for text in given for token in tokens(text) if token.text[0].isupper()}


def _pack_names(pack: Pack) -> Iterator[str]:
    yield pack.manifest.pack.council
    for vocab in pack.manifest.vocab.values():
        for entry in vocab.entries:
            yield entry.name
            yield from entry.aliases


def _american(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if passage.kind in ("quotation", "title"):
        return
    for start, end, british in americanisms(passage.text, passage.known(bare, guide)):
        written = passage.text[start:end]
        better = _as_written(passage.text, british)
        message = f"“{written}” is an American spelling. Change it to “{better}”."
        yield found(passage, start, end, message, better)
