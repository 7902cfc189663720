"""How Word writes a count in a list or a note (ECMA-376 part 1, 17.18.59)."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SMALL = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
             "twelve": "twelfth"}  # fmt: skip
_FOOTNOTE_MARKS = "*†‡§"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
# The most that Word counts to (17.9.25); what a damaged document has beyond is written in digits.
_MOST = 32_767


def written(form: str, count: int) -> str:
    """A count in one of Word's forms; forms of writing systems that British documents do not use are digits."""
    if form == "none":
        return ""
    if not 0 < count <= _MOST:
        return f"{count:02}" if form == "decimalZero" else str(count)
    match form:
        case "lowerLetter" | "upperLetter":
            return _cased(_repeated("abcdefghijklmnopqrstuvwxyz", count), form)
        case "lowerRoman" | "upperRoman":
            return _cased(_roman(count), form)
        case "russianLower" | "russianUpper":
            return _cased(_repeated(_RUSSIAN, count), form)
        case "hebrew2":
            return _repeated(_HEBREW, count)
        case "chicago":
            return _repeated(_FOOTNOTE_MARKS, count)
        case "ordinal":
            return f"{count}{_ending(count)}"
        case "cardinalText":
            return _first_capital(_cardinal(count))
        case "ordinalText":
            return _first_capital(_ordinal(count))
        case _:
            return _digits(form, count)


def padded(pattern: str, count: int) -> str:
    """A count in a form that a document describes by examples ("001, 002, 003, ..."), as Word 2010 and later do."""
    first = pattern.split(",")[0].strip()
    return str(count).zfill(len(first)) if first.isdecimal() and len(first) < 10 else str(count)


def _digits(form: str, count: int) -> str:
    match form:
        case "decimalZero":
            return f"{count:02}"
        case "hex":
            return f"{count:X}"
        case "numberInDash":
            return f"- {count} -"
        case "decimalFullWidth" | "decimalFullWidth2":
            return "".join(chr(ord("\uff10") + int(each)) for each in str(count))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if count <= 20:
            return chr(0x2460 + count - 1)
        case "decimalEnclosedParen" if count <= 20:
            return chr(0x2474 + count - 1)
        case "decimalEnclosedFullstop" if count <= 20:
            return chr(0x2488 + count - 1)
        case _:
            return str(count)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") or form.endswith("Upper") else text


def _repeated(letters: str, count: int) -> str:
    """The letters one by one, then each twice, and so on."""
    times, at = divmod(count - 1, len(letters))
    # A label as long as a page is none that anyone reads; Word itself begins again after thirty.
    return letters[at] * (times % 30 + 1)


def _roman(count: int) -> str:
    done = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        done += letters * times
    return done


def _ending(count: int) -> str:
    if 10 < count % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _cardinal(count: int) -> str:
    if count < 20:
        return _SMALL[count]
    if count < 100:
        tens, rest = divmod(count, 10)
        return _TENS[tens] + (f"-{_SMALL[rest]}" if rest else "")
    size, name = (1000, "thousand") if count >= 1000 else (100, "hundred")
    whole, rest = divmod(count, size)
    return f"{_cardinal(whole)} {name}" + (f" {_cardinal(rest)}" if rest else "")


def _ordinal(count: int) -> str:
    words = _cardinal(count)
    start, last = words[: len(words) - len(words.replace("-", " ").split()[-1])], words.replace("-", " ").split()[-1]
    return start + _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
