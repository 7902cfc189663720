"""Where the sentences of a text begin and end, and how many words they have."""

import re
from bisect import bisect_right
from typing import Final

Stretch = tuple[int, int]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What may end a sentence, with the quotation marks, brackets and notes that close after it; or a line's end. It takes
# everything it can and asks for nothing after it, so that no text makes it look at a character twice.
_END: Final = re.compile("[.!?…][.!?…\"'”’»)\\]}\ufffc]*|\n\\s*")
_STOPS: Final = frozenset(".!?…")
_OPENING: Final = "\"'“‘«([{*_"
# The last thing before a stop: up to white space or something that opens.
_BEFORE: Final = re.compile(r"[^\s\"“”‘«(\[{/–—]+\Z")
_NEXT: Final = re.compile(r"[\"'“‘«(\[{*_]*(\w*)")
_FAR_BACK: Final = 40
# A bracket longer than this is one that was never closed, or holds sentences of its own.
_LONG_BRACKET: Final = 400
_BRACKETS: Final = re.compile(r"[()\[\]]")

# Abbreviations that something always follows.
_GO_ON: Final = _listed(
    "mr mrs ms mx dr prof rev revd fr hon rt cllr cllrs ald lt col capt sgt maj gen cdr supt insp messrs mme e.g i.e eg"
    " ie cf viz vs v c ca circa incl excl esp"
)
# Those that a number follows, else they end a sentence: "No. 4", "para. 12", "s. 100D", "Sept. 2022".
_BEFORE_NUMBERS: Final = _listed(
    "no nos para paras s ss r rr reg regs art arts ch chs cl cls sch sched scheds pt pts p pp vol vols fig figs app"
    " apps sec sect sects ref refs tel ext approx est max min jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Those that may stand inside a name: they end a sentence only where a word follows that begins sentences.
_IN_NAMES: Final = _listed(
    "st ltd plc co inc bros jr sr snr jnr esq dept depts govt assoc assn corp rd ave sq gdns cres mt ft admin asst"
    " mgmt mgr dir exec univ bt bart blvd pl ct bldg bldgs hse wm chas geo thos cttee ctte corpn"
)
# Those that end one wherever a capital follows.
_ENDING: Final = _listed("etc al a.m p.m am pm")
_SHORTENED: Final = _GO_ON | _BEFORE_NUMBERS | _IN_NAMES | _ENDING
_OPENERS: Final = _listed(
    "The This These Those That There They Their It Its In A An We Our He She His Her I You Your Members Officers At As"
    " On For From If When Where While Whilst However Although By To With Following After Before During Under"
    " Since Because Both Each All Any No Not Some Many Most Other Such What Which Who Once Until Further Furthermore"
    " Additionally Also Another One Two Three Current Currently Subject Should Since Having Given"
)
# "Option B. The next", "Appendix A. It": a letter that is a label, not somebody's initial.
_LABELLED: Final = _listed(
    "appendix annex annexe option part section schedule plan lot table figure phase group block zone class grade type"
    " category site area route band plot map and or"
)
_LABEL: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,5}|[A-Z])\Z")
_CHUNK: Final = re.compile(r"\S{1,40}")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")


def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of a text, in order, as (start, end) in code points, without the white space round them.

    A stop ends no sentence in an abbreviation ("Cllr. Khan", "e.g.", "s. 100D"), an initial, a number, an address
    ("GOV.UK"), the label of an item ("1. The plan"), or in brackets inside a sentence. A line feed ends one unless
    the next line goes on in small letters.
    """
    done: list[Stretch] = []
    start = 0
    inner = _inside_brackets(text) if "(" in text or "[" in text else []
    for match in _END.finditer(text):
        end = match.end()
        if text[match.start()] not in _STOPS:
            if not _breaks_line(text, start, match):
                continue
        elif not _ends(text, start, match) or _is_inside(inner, start, match.start(), end):
            continue
        _keep(done, text, start, end)
        start = end
    _keep(done, text, start, len(text))
    return tuple(done)


def word_count(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words a stretch has, as Word counts: whatever stands between white space."""
    return len(text[start:end].split())


def is_abbreviation(word: str) -> bool:
    """Whether a word, without its stop, is an abbreviation that a stop goes with ("para", "e.g", "Ltd")."""
    folded = word.casefold()
    return folded in _SHORTENED or len(word) == 1 or _DOTTED.match(word) is not None


def _keep(done: list[Stretch], text: str, start: int, end: int) -> None:
    words = text[start:end]
    stripped = words.strip()
    if stripped:
        start += len(words) - len(words.lstrip())
        done.append((start, start + len(stripped)))


def _breaks_line(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the line's end is a sentence's: not where the next line goes on in small letters."""
    if match[0].count("\n") > 1 or match.end() == len(text):
        return True
    if text[match.end()].islower():
        return text[max(start, match.start() - 1)] in ".:;!?"
    # "and", "the" or a comma at the end of a line: somebody broke the line, not the sentence.
    last = text[max(start, match.start() - 12) : match.start()].split()
    return not (last and (last[-1].endswith(",") or last[-1] in ("and", "or", "of", "the", "to", "in", "for", "a")))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop, with what closes after it, ends the sentence that began at `start`."""
    end = match.end()
    if end == len(text):
        return True
    if match[0] == "." and text[end] == " " and text[end + 1 : end + 2].isupper():
        # As most do: a word in small letters, a stop, a space, a capital.
        last = text[max(start, text.rfind(" ", start, end - 1) + 1) : end - 1]
        if len(last) > 1 and last.isalpha() and last.islower() and last not in _SHORTENED:
            return True
    if not text[end].isspace():
        return _runs_on(text, start, match)
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    if after == len(text):
        return True
    following = _NEXT.match(text, after, after + _FAR_BACK)
    word = following[1] if following else ""
    marks = match[0].rstrip("\"'”’»)]}\ufffc")
    token = _token(text, start, match.start())
    if marks.startswith(("…", "..")):
        # " … Council": words left out of the middle.
        return bool(word[:1].isupper() and (token or marks.startswith("....")))
    if marks != ".":
        return not word[:1].islower()
    return _stop_ends(text, start, match, token, word)


def _stop_ends(text: str, start: int, match: re.Match[str], token: str, word: str) -> bool:
    """Whether a full stop after `token` ends a sentence where `word` follows."""
    at = match.start() - len(token)
    folded = token.casefold().lstrip(_OPENING)
    closed = match.end() - match.start() > 1
    if _LABEL.match(token) and not text[start:at].strip(" \t\n\u00a0([*_"):
        return False
    if folded in _GO_ON and not (closed or (folded == "c" and token == "C")):
        return False
    if folded in _BEFORE_NUMBERS and word[:1].isdigit() and not closed:
        return False
    if word[:1].islower():
        # A capital forgotten after a whole word is still a new sentence.
        whole = token.isalpha() and token.islower() and len(token) > 4 and folded not in _SHORTENED
        return not closed and whole
    if folded in _ENDING:
        return closed or (bool(word) and not (word[:1].isdigit() and text[match.end() : match.end() + 2] == " ("))
    if folded in _IN_NAMES and token[:1].isupper() and not closed:
        return word in _OPENERS
    if (len(token) == 1 and token.isupper()) or _DOTTED.match(token):
        before = text[max(start, at - 12) : at].split()
        labelled = len(token) == 1 and bool(before) and before[-1].casefold() in _LABELLED
        return closed or labelled or word in _OPENERS
    return True


def _runs_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a new sentence begins without the space it should have: "services.The council"."""
    end = match.end()
    token = _token(text, start, match.start())
    if not (token.isalpha() and token.islower() and len(token) > 2 and text[end : end + 1].isupper()):
        return False
    following = _CHUNK.match(text, end)
    chunk = following[0] if following else ""
    return chunk[1:2].islower() and not any(mark in chunk for mark in "@/\\") and "." not in chunk[:-1]


def _token(text: str, start: int, stop: int) -> str:
    found = _BEFORE.search(text, max(start, stop - _FAR_BACK), stop)
    return found[0].lstrip(_OPENING) if found else ""


def _inside_brackets(text: str) -> list[Stretch]:
    """The outermost stretches in brackets that are short enough to belong to a sentence."""
    done: list[Stretch] = []
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            at = opened.pop()
            while done and done[-1][0] > at:
                done.pop()
            if match.end() - at <= _LONG_BRACKET:
                done.append((at, match.end()))
    return done


def _is_inside(inner: list[Stretch], start: int, stop: int, end: int) -> bool:
    """Whether a stop stands in brackets that the sentence goes on after: not in a sentence that is all in brackets."""
    index = bisect_right(inner, (stop, stop)) - 1
    return index >= 0 and inner[index][0] > start + 1 and end < inner[index][1]
