"""Headings: those a pack knows, and lines that look like one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from clerkwell.intake.captions import is_caption
from clerkwell.intake.committees import looks_like_date
from clerkwell.intake.folding import folded
from clerkwell.intake.lines import Line
from clerkwell.model import is_nil, plain
from clerkwell.packs import OTHER, Pack, SectionSpec

_SEPARATOR = re.compile(r"\s*:\s*|\s+[–—-]\s+|\s*—\s*")
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)\Z")
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[A-Z])")
_LETTER = re.compile(r"(?:[A-Z]|[IVX]{2,5})[.)]\s+")
# "H2. Background papers" in a report whose parts have letters.
_LETTER_AND_NUMBER = re.compile(r"[A-Z]\.?\d{1,2}[.)]?\s+(?=[A-Z])")
# "Section B – Fees", "Part One: Background"; "Part 2: exempt" says who may read a report, and heads nothing.
SECTION = re.compile(
    r"(?:section|part) (?:[A-Z]|\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"\s*[:.–—-]\s*(?=\S)"
    r"(?!(?:open|public|private|exempt|confidential|restricted|not for|for (?:general )?(?:release|publication))\b)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|[\d\s()+]{7,}")
_QUESTION = re.compile(
    r"(?:what|why|how|who|when|where|which|is|are|was|were|will|does|do|did|has|have|can|should)\b[^.?!]{1,90}\?",
    re.IGNORECASE,
)
RECOMMENDATIONS = "recommendations"
# Headings of recommendations where a report has no others, folded: "Conclusions and recommendations".
_WEAK = (
    r"(?:the )?decisions?|(?:draft |proposed |recommended )?resolutions?(?: proposed| sought)?|(?:it is )?recommended"
    r"|(?:summary|purpose(?: of (?:the |this )?report)?|conclusions?|proposals?|reasons?|introduction) and"
    r" (?:draft |proposed )?recommendations?"
    r"|recommendations? and (?:the )?(?:reasons?|rationale|conclusions?|summary|next steps|options)"
    r"(?: for [\w ]{2,30})?|recommendation (?:\d{1,2}|one|a)"
)
_ONLY_WEAK = re.compile(_WEAK)
# Headings of one meaning in many wordings, folded.
_FAMILIES = (
    (
        RECOMMENDATIONS,
        re.compile(
            r"(?:what|which decisions?) (?!.*\b(?:was|were|had)\b)(?:is |are )?(?:[\w'-]+ ){1,8}?(?:is |are )?"
            r"(?:being )?(?:(?:ask|recommend)(?= the)|asked|invited|requested|recommended|asking|recommending)"
            r"(?: [\w'-]+){0,5}|what we recommend(?: [\w'-]+){0,5}|our recommendations?"
            r"|recommended|suggested (?:decision|recommendation|resolution)s?"
            r"|(?:summary and )?decisions? (?:recommended|required)"
            r"|actions? (?:requested|required|sought|recommended|proposed)|"
            + _WEAK
            + r"|(?:amended|revised|updated) (?:officers? )?recommendations?"
            r"|(?:the )?(?:decisions?(?:(?: to be)? (?:requested|sought|proposed|taken|made))?|recommended decisions?)"
            r"|(?:draft |proposed |formal |officers? )?recommendations?(?: (?:for|or|and) (?:action|decision|approval"
            r"|consideration|noting|resolution|endorsement|agreement|information)(?: required| sought)?){1,3}"
        ),
    ),
    (
        "background-papers",
        re.compile(
            r"(?:(?:(?:section 100 ?d|local government act 1972|list of|unpublished) ){0,3}"
            r"background (?:papers|documents)"
            r"|background reports|local government access to information act 1985"
            r"|which (?:papers|documents) (?:did|have|do) we (?:relied|rely|used?|consult(?:ed)?)(?: on)?"
            r"|(?:papers|documents)(?= (?:relied|used|consulted|considered)))(?: (?:unpublished|used|relied (?:up)?on"
            r"|and published works|considered|consulted|referred to|not (?:previously |otherwise )?published"
            r"|(?:in preparing|to|for) (?:this|the) report))*"
        ),
    ),
)
# What is asked of those who decide on an application: "RECOMMENDATION – APPROVE".
_VERDICT = re.compile(
    r"(?:to )?(?:approv|refus|grant|reject|delegat|defer|permit|adopt|support)\w*\b|that\b", re.IGNORECASE
)
# "The Board is asked to", "Members are recommended": a heading of recommendations that says who is asked, folded.
_ASKS = re.compile(
    r"(?!why |how |when )(?:that )?(?:it is|(?:the |this )?[\w'-]+(?: [\w'-]+){0,7}? (?:is|are)) (?:therefore |now )?"
    r"(?:asked|invited|recommended|requested|advised|proposed)"
    r"(?: (?:to|that)(?: (?:resolve|agree|approve|consider|note))?)?"
    r"|(?:officers|we|i) (?:therefore )?(?:recommend|ask|propose)(?: that)?"
)
# "List of background papers (this MUST be completed …)": what the form tells its author.
_INSTRUCTION = re.compile(r"\s*\([^()]{0,40}\bmust\b[^()]*\)\s*\Z", re.IGNORECASE)
_RECOMMENDED = ("recommended", "it is recommended", "it is therefore recommended")
_SENTENCE = 4
_LONGEST = 100
_MOST_WORDS = 14


@dataclass(frozen=True)
class Heading:
    """A heading that the pack knows. `number` and `words` as they are printed; `start` is where its words begin.

    A `run_in` heading has text after it on its line, from `end` on; `colon` says that a colon parts them.
    """

    kind: Literal["section", "group", "sub"]
    id: str
    number: str
    words: str
    end: int
    run_in: bool = False
    colon: bool = False


class Headings:
    """The headings a pack knows, by title and alias.

    `origin` is the pack that a text was written in, where it goes into another: headings of that layout are
    understood too, for the sections that both have.
    """

    def __init__(self, pack: Pack, origin: Pack | None = None) -> None:
        self._known: dict[str, tuple[Literal["section", "group"], str]] = {}
        self._subs = {spec.id: frozenset(folded(title) for title in spec.subheadings) for spec in pack.manifest.section}
        for section in pack.manifest.section:
            if section.id != OTHER:
                for title in (section.title, *section.aliases):
                    self._known.setdefault(folded(title), ("section", section.id))
        for group in pack.manifest.group:
            for title in (group.title, *group.aliases):
                self._known.setdefault(folded(title), ("group", group.id))
        for section in origin.manifest.section if origin else ():
            if pack.section(section.id) is not None and section.id != OTHER:
                for title in (section.title, *section.aliases):
                    self._known.setdefault(folded(title), ("section", section.id))
        self._known.pop("", None)
        self._pack = pack

    def whole(self, line: Line) -> Heading | None:
        """The heading that the whole line is, if the pack knows it; a number before it does not count."""
        if len(line.text) > 2 * _LONGEST or (line.marker and line.marker.kind not in ("number", "decimal")):
            return None
        if line.block is not None or (line.is_row and sum(1 for cell in line.cells if cell) > 1):
            return None
        number, words = parted(line)
        words = _INSTRUCTION.sub("", words)
        known = self._known.get(folded(words)) or self._of_a_family(line, words) or self._lettered(line, words)
        if known is None and line.gap and self._pack.manifest.pack.order == "report" and _BRACKETED.search(words):
            # "List of background papers (Local Government Act 1972, s.100D)"
            known = self._known.get(folded(_BRACKETED.sub("", words)))
        if known is None or _ends_a_sentence(line, words):
            return None
        return Heading(known[0], known[1], number, parted(line)[1].strip(), len(line.text))

    def _of_a_family(self, line: Line, words: str) -> tuple[Literal["section"], str] | None:
        """The section that councils head in ever other words, where the report keeps its own: "What the Board is asked
        to do"."""
        if self._pack.manifest.pack.order != "report" or not looks_short(line):
            return None
        return next((("section", each) for each, like in _FAMILIES if like.fullmatch(folded(words))), None)

    def _lettered(self, line: Line, words: str) -> tuple[Literal["section", "group"], str] | None:
        """The section that a heading with a letter before it is: "C. Background", "Section C – Background"."""
        found = SECTION.match(words) or _LETTER_AND_NUMBER.match(words)
        found = found or (_LETTER.match(words) if line.gap or is_capitals(line) else None)
        bare = words[found.end() :] if found else ""
        return (self._known.get(folded(bare)) or self._of_a_family(line, bare)) if bare else None

    def like(self, words: str) -> str:
        """The section whose title these words contain ("Recommendations to Council"), or that of recommendations for
        words that say who is asked; "" for none."""
        if self._pack.manifest.pack.order == "report" and _ASKS.fullmatch(folded(_BARE_NUMBER.sub("", words, count=1))):
            return RECOMMENDATIONS
        padded = f" {folded(words)} "
        titles = [spec for spec in self._pack.manifest.section if spec.title and spec.id != OTHER]
        inside = [spec for spec in titles if f" {folded(spec.title)} " in padded]
        return max(inside, key=lambda spec: len(spec.title)).id if inside else ""

    def begins(self, line: Line) -> Heading | None:
        """The heading that the line begins with, before a colon or a dash and more text."""
        if line.is_row or line.block is not None or (line.marker and line.marker.kind in ("letter", "roman", "bullet")):
            return None
        if _SEPARATOR.search(line.text, 0, _LONGEST) is None:
            return None
        number, words = parted(line)
        offset = len(line.text) - len(words)
        for found in _SEPARATOR.finditer(words, 0, _LONGEST):
            title = words[: found.start()]
            # "Background papers (exempt): …"
            known = self._known.get(folded(title)) or self._known.get(folded(_BRACKETED.sub("", title)))
            if known is None and self._pack.manifest.pack.order == "report" and folded(title) in _RECOMMENDED:
                known = ("section", RECOMMENDATIONS)
            if known is None or found.end() >= len(words):
                continue
            spec = self._pack.section(known[1]) if known[0] == "section" else None
            apart = line.gap > 0 or line.known is not None
            own = self._pack.manifest.pack.order == "report" and apart
            alone = own and ":" in found[0]
            verdict = own and known[1] == RECOMMENDATIONS and _VERDICT.match(words, found.end()) is not None
            if verdict or _may_run_in(spec, title, words[found.end() :], bool(number), alone):
                return Heading(known[0], known[1], number, title, offset + found.end(), True, ":" in found[0])
        return None

    def names(self, line: Line) -> bool:
        """Whether a line begins with words that head a section elsewhere, before a colon or a dash and more text."""
        words = parted(line)[1]
        found = _SEPARATOR.search(words, 0, _LONGEST)
        return found is not None and folded(words[: found.start()]) in self._known

    def begins_row(self, line: Line) -> Heading | None:
        """The heading that the first cell of a row is, with text in one cell beside it."""
        filled = [cell for cell in line.cells if cell]
        if len(filled) != 2 or not line.cells[0]:
            return None
        words = plain(filled[0])
        known = self._known.get(folded(words))
        if known is None:
            return None
        return Heading(known[0], known[1], "", words, len(words) + 1, run_in=True)

    def is_sub(self, section: str, line: Line) -> bool:
        """Whether the pack names this line as a sub-heading of the section."""
        return folded(parted(line)[1]) in self._subs.get(section, ())


def only_decides(found: Heading) -> bool:
    """Whether a heading of recommendations is one only where no other is: "Decision", in an officer's own record, or
    "Conclusions and recommendations"."""
    return found.id == RECOMMENDATIONS and _ONLY_WEAK.fullmatch(folded(found.words)) is not None


def _ends_a_sentence(line: Line, words: str) -> bool:
    """Whether a line that could be a heading is what a wrapped paragraph left over: "recommendations."."""
    return not (line.gap or line.mark or line.bold) and (words[:1].islower() or words.endswith("."))


def _may_run_in(spec: SectionSpec | None, title: str, rest: str, numbered: bool, alone: bool) -> bool:
    """Whether a known title with more text after it is a heading, not the beginning of a sentence.

    One word will do ("Summary: …") only where it stands `alone`: after an empty line, before a colon and a sentence.
    """
    if spec is None:
        return is_nil(rest)
    if spec.heading == "run-in" or spec.kind != "text" or is_nil(rest):
        return True
    if numbered:
        return False
    return len(title.split()) > 1 or (alone and title[:1].isupper() and len(rest.split()) >= _SENTENCE)


def parted(line: Line) -> tuple[str, str]:
    """The number before a heading's words ("2.", "1.0", "3") and the words."""
    if line.marker and line.marker.kind in ("number", "decimal"):
        return line.marker.raw, line.text[line.marker.length :]
    found = _BARE_NUMBER.match(line.text)
    return (found[0].strip(), line.text[found.end() :]) if found else ("", line.text)


def looks_short(line: Line) -> bool:
    """Whether a line is short and unfinished enough to be a heading."""
    words = line.text
    if line.block is not None:
        return False
    return (
        len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and (words[-1] not in ".,;?!" or is_question(line))
        and any(character.isalpha() for character in words)
        and not line.is_row
        and not line.quoted
        and not is_nil(words)
        and not (line.marker and line.marker.kind in ("bullet", "letter", "roman"))
        and _CONTACT.fullmatch(words) is None
        and not looks_like_date(words)
        and not is_caption(words)
        and not words.startswith(("[", "("))
    )


def is_question(line: Line) -> bool:
    """Whether a line asks what a section answers: "What will it cost?"."""
    return _QUESTION.fullmatch(parted(line)[1]) is not None


def is_capitals(line: Line) -> bool:
    """Whether a line is written in capitals throughout."""
    letters = [character for character in parted(line)[1] if character.isalpha()]
    return len(letters) > 3 and all(character.isupper() for character in letters)


def looks_like_heading(line: Line, after: Line | None) -> bool:
    """Whether an unknown line looks like a heading: marked, bold or in capitals; or short, apart, and text follows."""
    if not looks_short(line):
        return False
    if line.mark or line.bold or is_capitals(line):
        return True
    if line.known and line.known.styled:
        # The document's headings can be seen to be some.
        return False
    number, words = parted(line)
    if after is None or not line.gap or words[-1] == ":" or not words[:1].isupper() or words.startswith("That "):
        return False
    if number or len(words.split()) > 9 or re.search(r":\s", words):
        return False
    return _is_text(after) and not is_capitals(after)


def _is_text(line: Line) -> bool:
    if line.block is not None:
        return True
    if line.mark or line.bold:
        return False
    if line.marker is not None or line.is_row:
        return True
    return line.text[-1] in ".:;?!" or len(line.text.split()) > _MOST_WORDS


def numbered_heading(line: Line, after: Line | None, majors: frozenset[int]) -> tuple[str, str] | None:
    """The number and words of a line that looks like a numbered heading that no pack knows: "2. Context".

    `majors` are the first numbers of the text's decimals: where there is a 2.1, "2. Context" is a heading.
    """
    number, words = parted(line)
    parts = tuple(int(part) for part in re.findall(r"\d+", number))
    short = looks_short(line) or (bool(parts) and parts[0] in majors and _is_long_heading(words))
    if not number or not short or words[-1:] == ":" or not words[:1].isupper():
        return None
    if len(parts) > 2 or (len(parts) == 2 and parts[1] != 0):
        return None
    if line.mark or line.bold or is_capitals(line) or parts[0] in majors:
        return number, words
    if line.known and line.known.styled:
        return None
    typed = line.marker is not None
    alone = after is not None and after.marker is None and _is_text(after) and len(words.split()) <= 10
    return (number, words) if typed and alone and line.gap else None


def _is_long_heading(words: str) -> bool:
    """Whether words that are too many for any heading may still be one that has a number."""
    count = len(words.split())
    too_long = len(words) > _LONGEST or count > _MOST_WORDS
    return too_long and len(words) <= 2 * _LONGEST and count <= 2 * _MOST_WORDS and words[-1:] not in ".,;?!:"


def part_heading(line: Line, after: Line | None) -> bool:
    """Whether a line with a number inside a section's own ("3.1 Marketing") heads what comes below it."""
    if line.marker is None or line.marker.kind != "decimal" or len(line.marker.parts) < 2 or not line.marker.parts[1]:
        return False
    words = line.text[line.marker.length :]
    if after is None or not looks_short(line) or not words[:1].isupper() or words[-1] == ":":
        return False
    if line.mark or line.bold or is_capitals(line):
        return True
    if len(words.split()) > 10:
        return False
    if after.marker is not None:
        return after.marker.kind == "decimal" and after.marker.parts[: len(line.marker.parts)] == line.marker.parts
    return is_nil(after.text) or _is_text(after)


def is_between(before: Line | None, line: Line, after: Line | None) -> bool:
    """Whether a short line without empty lines round it stands between two paragraphs whose numbers count on."""
    if before is None or after is None or before.marker is None or after.marker is None or line.marker is not None:
        return False
    words = line.text
    if not looks_short(line) or len(words.split()) > 9 or not words[:1].isupper() or ":" in words:
        return False
    if before.text[-1] not in ".?!":
        return False
    if before.marker.kind == after.marker.kind == "number":
        return after.marker.value == before.marker.value + 1
    one, other = before.marker.parts, after.marker.parts
    counts_on = bool(one) and len(one) == len(other) and one[:-1] == other[:-1] and other[-1] == one[-1] + 1
    return before.marker.kind == after.marker.kind == "decimal" and counts_on


def majors(lines: Sequence[Line]) -> frozenset[int]:
    """The first numbers of the decimals that begin lines: 2 where there is a 2.1."""
    return frozenset(_majors(lines))


def _majors(lines: Sequence[Line]) -> Iterator[int]:
    for line in lines:
        if line.marker and line.marker.kind == "decimal" and len(line.marker.parts) > 1 and line.marker.parts[1] > 0:
            yield line.marker.parts[0]
