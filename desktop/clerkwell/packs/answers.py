"""Understanding answers: what the words typed in a field mean, by the field's kind and the pack's lists."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from clerkwell.model import FieldValue
from clerkwell.model.days import MONTHS, WEEKDAYS
from clerkwell.packs.manifest import FieldSpec, VocabEntry
from clerkwell.packs.pack import Pack

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DATES = (
    # 07/02/2022, 7.2.2022, 7-2-22: the day first, as in Britain
    re.compile(
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s*([/.-])\s*(?P<month>\d{{1,2}})\s*\2\s*(?P<year>\d{{4}}|\d{{2}})", re.I
    ),
    # 7 February 2022, 7th of Feb. 2022
    re.compile(
        rf"{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+of)?\s+(?P<name>[a-z]{{3,9}})\.?,?\s+(?P<year>\d{{4}})",
        re.I,
    ),
    # December 7th 2022, December 7, 2022
    re.compile(rf"{_WEEKDAY}(?P<name>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})", re.I),
    # 2022-02-07
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
)  # fmt: skip
# ", 6.30pm", " at 10.00 a.m", " - 14:00 hrs": hours and minutes, or an hour that says which half of the day.
_TIME = re.compile(
    r"(?:,|\s+at|\s+@|\s*[-–—])?\s+"
    r"(?:\d{1,2}[.:]\d{2}(?:\s*(?:[ap]\.?m|noon|hours|hrs))?|\d{1,2}\s*(?:[ap]\.?m|noon)|noon)$",
    re.I,
)
_YES = frozenset({"y", "yes"})
_NO = frozenset({"n", "no"})
# Boxes to tick, as a text has them: "☒ Yes ☐ No".
_BOXES = re.compile(r"([☒☑✔✓🗹☐□▢])\s*(yes|no)\b")
_EMPTY = "☐□▢"
# What headers print for "Key/Non-key decision:", the words of the question in place of yes and no.
_KEY = re.compile(r"(?:this is )?(?:an? )?(?P<no>(?:not|non)[ -]*(?:an? )?)?key(?: decision)?")
# What an answer and its reason are parted by: "Yes – over £500,000", "Exempt: paragraph 3", "Exempt under paragraph 3".
_REASON = re.compile(
    r"\s*[,;:(]|\s+[-–—]+\s|\.\s|\s+(?=(?:(?:by virtue of|under|as|because|para(?:graph)?s?)\b))", re.I
)
# "Not for publication: Annex 2, by virtue of paragraph 3" keeps back that annex, and not the report; where the report,
# or paragraphs of its own, are kept back as well, it is the stricter of the two.
_OF_AN_APPENDIX = re.compile(
    r"\s*(?:not\s+for\s+publication|(?:part(?:ly)?\s+)?exempt)\s*[:–—-]?\s*(?:exempt\s+)?(?:appendi(?:x|ces)|annex(?:es)?)\b"
    r"(?![^\n]*\b(?:report|sections?\s+(?!100)\d|para(?:graph)?s?\.?\s+\d+\.\d|recommendations?|tables?|body)\b)",
    re.IGNORECASE,
)
_PART_EXEMPT = "Part exempt"


def understand(spec: FieldSpec, text: str, pack: Pack) -> FieldValue:
    """The field value for what was typed: `text` as it is, and `value` where its meaning is certain."""
    typed = " ".join(text.split())
    value: str | tuple[str, ...] | None = typed or None
    if not typed:
        return FieldValue(text=text)
    match spec.kind:
        case "date":
            value = _iso(typed)
        case "yes-no":
            value = _yes_no(typed)
        case "choice":
            value = choice(spec, typed, pack)
        case "status":
            value = understood_choice(spec, typed, pack)
        case "choices":
            value = _choices(spec, text, pack)
        case "text" if spec.vocab:
            value = choice(spec, typed, pack) or typed
        case _:
            pass
    return FieldValue(text=text, value=value)


def named(lines: str) -> FieldValue:
    """Several people or posts, given one a line: the value keeps them apart."""
    names = tuple(name for line in lines.splitlines() if (name := " ".join(line.split())))
    return FieldValue(text=joined(names), value=names if len(names) > 1 else next(iter(names), None))


def joined(names: Sequence[str]) -> str:
    """Several people or posts as a report names them: "the Chamberlain, the Town Clerk and the Remembrancer".

    Where one of them has a comma of its own, semicolons part them. Nobody is "".
    """
    if not names:
        return ""
    *others, last = names
    if not others:
        return last
    return (
        f"{'; '.join(others)}; and {last}" if any("," in each for each in names) else f"{', '.join(others)} and {last}"
    )


def parse_date(text: str) -> date | None:
    """The day that these words name, if they name one: day first, in the forms that British reports use.

    A time of the day may stand with it ("at 10.30am").
    """
    day = without_time(" ".join(text.split()))
    for form in _DATES:
        found = form.fullmatch(day)
        if found is None:
            continue
        parts = found.groupdict()
        month = _month(parts["name"]) if parts.get("name") else int(parts["month"])
        year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
        try:
            return date(year, month, int(parts["day"])) if month else None
        except ValueError:
            return None
    return None


def names_another_weekday(text: str, day: date) -> bool:
    """Whether these words begin with a weekday that is not the day's: one of the two is wrong, and who knows which."""
    found = re.match(r"(mon|tue|wed|thu|fri|sat|sun)", text.strip(), re.IGNORECASE)
    return found is not None and not WEEKDAYS[day.weekday()].casefold().startswith(found[1].casefold())


def without_time(text: str) -> str:
    """A date without the time of day that follows it, and without a stop at its end."""
    return _TIME.sub("", text.rstrip(". ")).rstrip(". ")


def options(spec: FieldSpec, pack: Pack, on: date | None = None) -> tuple[str, ...]:
    """The answers to choose from, those in force on a day if one is given."""
    if spec.kind == "yes-no":
        return ("Yes", "No")
    entries = _entries(spec, pack)
    if on is not None:
        entries = tuple(
            entry
            for entry in entries
            if (entry.effective_from is None or entry.effective_from <= on)
            and (entry.effective_to is None or on <= entry.effective_to)
        )
    return tuple(entry.name for entry in entries)


def other_names(spec: FieldSpec, pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The other ways in which people write each answer of a list, by its name: a search finds it by them."""
    return {entry.name: entry.aliases for entry in _entries(spec, pack) if entry.aliases}


def choice(spec: FieldSpec, text: str, pack: Pack) -> str | None:
    """The pack's name for what was typed, by name or alias.

    Capitals, spaces, hyphens, stops and the kind of apostrophe do not count, and "&" is "and".
    """
    wanted = _folded(text)
    for entry in _entries(spec, pack):
        if wanted in {_folded(name) for name in (entry.name, *entry.aliases)}:
            return entry.name
    return None


def understood_choice(spec: FieldSpec, text: str, pack: Pack) -> str | None:
    """The pack's name for what was typed, or for what its beginning says before a reason.

    "Part exempt – paragraph 3", "Exempt (paragraph 3 of Schedule 12A)", "Exempt under paragraph 1".
    """
    if spec.kind == "status" and _OF_AN_APPENDIX.match(text):
        return choice(spec, _PART_EXEMPT, pack)
    return choice(spec, text, pack) or choice(spec, _REASON.split(text, maxsplit=1)[0], pack)


def _entries(spec: FieldSpec, pack: Pack) -> tuple[VocabEntry, ...]:
    listed = pack.manifest.vocab[spec.vocab].entries if spec.vocab else ()
    return (*listed, *(VocabEntry(name=name) for name in spec.choices))


def _choices(spec: FieldSpec, text: str, pack: Pack) -> tuple[str, ...] | None:
    """Several answers, one a line or parted by commas or semicolons, or run together with numbers before them.

    Numbers alone ("Outcomes 1 and 3") are answers where the pack has them as aliases; beside an answer that is
    written out they only count.
    """
    names = [(_folded(name), entry.name) for entry in _entries(spec, pack) for name in (entry.name, *entry.aliases)]
    # The longest first, so that a name inside another's is not taken for it.
    names.sort(key=lambda pair: len(pair[0]), reverse=True)
    worded = [pair for pair in names if not re.search(r"\d", pair[0])]
    numbered = [pair for pair in names if re.search(r"\d", pair[0])]
    found, rest = _take(worded, _folded(text))
    if found:
        rest = re.sub(r"\d+", "", rest)
    else:
        found, rest = _take(numbered, rest)
    # What stands round the numbers: "outcome" of the alias "Outcome 1", also in the plural.
    fillers = {"and", *(re.sub(r"[\d ]+", " ", folded).strip() for folded, _ in numbered)}
    if not found or not {word.removesuffix("s") for word in rest.split()} <= fillers:
        return None
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _take(names: list[tuple[str, str]], text: str) -> tuple[list[tuple[int, str]], str]:
    """Where which of these names stand in the text, as whole words, and the text with spaces in their place."""
    found: list[tuple[int, str]] = []
    for folded, name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(folded)}(?!\w)", text):
            found.append((match.start(), name))
            text = text[: match.start()] + " " * len(folded) + text[match.end() :]
    return found, text


def _folded(text: str) -> str:
    return " ".join(re.sub(r"\W+", " ", text.casefold().replace("&", " and ")).split())


def _yes_no(text: str) -> str | None:
    ticked: list[str] = [answer for box, answer in _BOXES.findall(text.casefold()) if box not in _EMPTY]
    if len(ticked) == 1:
        return ticked[0].capitalize()
    word = _REASON.split(text.casefold(), maxsplit=1)[0].rstrip(".")
    if word in _YES:
        return "Yes"
    if word in _NO:
        return "No"
    key = _KEY.fullmatch(word.replace("this is not", "not"))
    if key is None:
        return None
    return "No" if key["no"] else "Yes"


def _iso(text: str) -> str | None:
    found = parse_date(text)
    return found.isoformat() if found else None


def _month(name: str) -> int:
    """The month that a name or its first three letters stand for; 0 for none."""
    for number, month in enumerate(map(str.casefold, MONTHS), 1):
        if month == name.casefold() or (len(name) in (3, 4) and month.startswith(name.casefold())):
            return number
    return 0
