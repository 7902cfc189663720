"""The lists at a report's end: appendices and background papers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clerkwell.intake.drafts import Draft
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import Headings
from clerkwell.intake.known import REFERENCE
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words, trimmed
from clerkwell.intake.results import Mapped
from clerkwell.model import Appendix, BackgroundPaper, Runs, Status, Text, is_nil, plain
from clerkwell.model.runs import cut
from clerkwell.packs import Pack, understood_choice
from clerkwell.packs.marked import reasons_given, title_says_exempt

_APPENDIX = re.compile(
    r"(?:(?P<closed>exempt|confidential)\s+)?appendix\s+(?P<number>\d{1,2}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5})\b"
    r"(?P<between>\s*[-–—:.)]?\s*)",
    re.IGNORECASE,
)
# Where appendices are listed, "A – Plan" and "2. Costs" are entries too.
_SHORT = re.compile(r"(?P<number>\d{1,2}|[A-Z])(?P<between>\s*[:.)]\s+|\s+[-–—]\s+)(?=\S)")
# "A Application form": only as the next of its list, for "A" begins sentences too.
_BARE = re.compile(r"(?P<number>[A-Z])(?P<between>\s+)(?=[A-Z][a-z])")
_STATUS = re.compile(r"\(([^()]{3,100})\)\W{0,2}$")
# "Appendix 1 (exempt) – Tenders"
_STATUS_FIRST = re.compile(r"\(([^()]{3,100})\)(?=\s*[:–—-])")
_PARAGRAPHS = re.compile(r"para(?:graph)?s?\.?\s+((?:\d{1,2}(?:\s*(?:,|and|&)\s*)?)+)", re.IGNORECASE)
_ENDS_PAPERS = re.compile(
    r"(?:exempt |confidential )?(?:appendix|annexe?)\s+(?:\d{1,2}[a-z]?|[a-z]|one|two|three|four|five)"
    r"(?:\s*[:–—-]\s|\s+(?-i:[A-Z])[^.!?]{3,80}\Z)"
    r"|(?:signed|signature|date|name|position)\b[^:.…_]{0,40}:?\s*(?:\.{4,}|…{2,}|_{3,})",
    re.IGNORECASE,
)
_AND = re.compile(r"and\s+(?=\S)")
_PROMPT = re.compile(r"[\[<{].{0,200}[\]>}]\.?")
_STATUSES: dict[str, Status] = {
    "public": "public",
    "part exempt": "part-exempt",
    "exempt": "exempt",
    "confidential": "confidential",
}
# Longer than this and it is a sentence about papers, not the title of one.
_MOST_WORDS = 45
_MOST_OF_TITLE = 16


@dataclass(frozen=True)
class Listed:
    """The entries of a list, and the lines of its section that are none. `lines` are those that list appendices."""

    appendices: tuple[Appendix, ...] = ()
    papers: tuple[BackgroundPaper, ...] = ()
    rest: tuple[Draft, ...] = ()
    mapped: tuple[Mapped, ...] = ()
    lines: tuple[Line, ...] = ()


def appendices(drafts: Sequence[Draft], pack: Pack) -> Listed:
    """The appendices that these lines list by number and title; other lines stay the section's own."""
    done: list[Appendix] = []
    lines: list[Line] = []
    rest: list[Draft] = []
    mapped: list[Mapped] = []
    titles: set[int] = set()
    for at, draft in enumerate(drafts):
        if at in titles:
            continue
        bare = _is_bullet(draft.line) or _is_numbered_entry(draft.line)
        runs = draft.line.rest if bare else draft.line.runs
        text = plain(runs)
        found = _APPENDIX.match(text) or (None if draft.kind == "sub" else _short(text, len(done)))
        if draft.line.block is not None:
            found = None
        # An entry must go on with its title; "Appendix 1 shows …" is a sentence.
        if found is None or (not found["between"].strip() and text[found.end() :][:1].islower()):
            rest.append(draft)
            continue
        title, link = _linked(trimmed(cut(runs, found.end(), len(text))))
        if not title and _is_title(drafts[at + 1 : at + 2]):
            titles.add(at + 1)
            title, link = _linked(trimmed(drafts[at + 1].line.runs))
        status, paragraphs = _status(title, pack)
        if not status and found.groupdict().get("closed"):
            # "Exempt Appendix C: Terms of purchase".
            status = _STATUSES[found["closed"].casefold()]
        done.append(
            Appendix(
                id=f"appendix-{len(done) + 1}",
                number=found["number"],
                title=title,
                link=link,
                status=status,
                exempt_paragraphs=paragraphs,
            )
        )
        lines += [draft.line, *(drafts[at + 1].line for _ in titles & {at + 1})]
        mapped.append(Mapped(text[: found.start("number")].strip(), "label"))
        if draft.line.marker is not None and bare:
            mapped.append(Mapped(draft.line.marker.raw, "number"))
    return Listed(appendices=tuple(done), rest=tuple(rest), mapped=tuple(mapped), lines=tuple(lines))


def _is_title(below: Sequence[Draft]) -> bool:
    """Whether what stands below "Appendix A" is its title: a few words that are no entry and no sentence."""
    if not below or below[0].line.is_row or below[0].line.block is not None or below[0].line.marker is not None:
        return False
    text = below[0].line.text.strip()
    short = 0 < len(text.split()) <= _MOST_OF_TITLE and text[:1].isupper() and not text.endswith((".", ":", ";"))
    return short and _APPENDIX.match(text) is None and _SHORT.match(text) is None and not is_nil(text)


def names_list(line: Line, pack: Pack, headings: Headings) -> bool:
    """Whether a line names appendices or background papers and says them on the same line."""
    found = headings.begins(line) or headings.begins_row(line)
    spec = pack.section(found.id) if found and found.kind == "section" else None
    return spec is not None and spec.kind != "text"


def goes_on_listing(line: Line) -> bool:
    """Whether a line right below the first entry of a list is its next one: "2. Costs", "Appendix B – Plan"."""
    if line.gap or line.mark or line.block is not None:
        return False
    text = " ".join(plain(cell) for cell in line.cells if cell) if line.is_row else line.text
    if not line.is_single or (line.is_row and line.cells[0]):
        return False
    return _APPENDIX.match(text) is not None or _SHORT.match(text) is not None


def papers(drafts: Sequence[Draft], pack: Pack) -> Listed:
    """The background papers that these lines list. "None", a prompt left in and whole sentences stay the section's."""
    prompts = {folded(prompt) for prompt in pack.manifest.rules.prompts}
    done: list[BackgroundPaper] = []
    rest: list[Draft] = []
    mapped: list[Mapped] = []
    over = False
    for draft in drafts:
        runs = draft.line.rest if _is_numbered(draft.line) else draft.line.runs
        text = plain(runs)
        # "Annex 1: Charges" and "Signed: ……" end the papers, and so does what stands below them.
        over = over or _ENDS_PAPERS.match(text) is not None
        if (
            over
            or draft.kind == "sub"
            or draft.line.is_row
            or draft.line.block is not None
            or is_nil(text)
            or _PROMPT.fullmatch(text)
            or folded(text) in prompts
            or len(text.split()) > _MOST_WORDS
            or text.endswith(":")
            or _is_none_in_words(text)
        ):
            rest.append(draft)
            continue
        title, link = _linked(runs)
        several = _several(title) if not link else ()
        done += [BackgroundPaper(title=each) for each in several] or [BackgroundPaper(title=title, link=link)]
        if draft.line.marker is not None and _is_numbered(draft.line):
            mapped.append(Mapped(draft.line.marker.raw, "number"))
    return Listed(papers=tuple(done), rest=tuple(rest), mapped=tuple(mapped))


def _several(line: str) -> tuple[str, ...]:
    """The papers of a line that parts them by semicolons; none where it is not certain that it does."""
    parts = tuple(_AND.sub("", part.strip()) for part in line.rstrip(" .;").split(";"))
    certain = len(parts) > 1 and all(len(part.split()) > 1 and part.count("(") == part.count(")") for part in parts)
    return parts if certain and "://" not in line and ". " not in line else ()


def _is_none_in_words(text: str) -> bool:
    """Whether a sentence says that there are none: "There are no background papers."."""
    words = folded(text).split()
    return len(words) < 20 and ("no" in words[:4] or "none" in words[:4] or "nil" in words[:1])


def _is_bullet(line: Line) -> bool:
    return line.marker is not None and line.marker.kind == "bullet"


def _is_numbered_entry(line: Line) -> bool:
    """Whether a line is an appendix with the number of its paragraph before it: "15.1 Appendix A – Plan"."""
    decimal = line.marker is not None and line.marker.kind == "decimal"
    return decimal and _APPENDIX.match(plain(line.rest)) is not None


def _is_numbered(line: Line) -> bool:
    return line.marker is not None and line.marker.kind in ("bullet", "number", "letter", "roman")


def _linked(runs: Runs) -> tuple[str, str]:
    """The words of an entry and the first address it links to; any other stands in the words."""
    linked = (run.link for run in runs if isinstance(run, Text) and run.link and not run.link.startswith(REFERENCE))
    links = list(dict.fromkeys(linked))
    if len(links) < 2 and all(isinstance(run, Text) for run in runs):
        return plain(runs), links[0] if links else ""
    kept = (run if not isinstance(run, Text) or run.link not in links[:1] else _unlinked(run) for run in runs)
    return in_words(tuple(kept)), links[0] if links else ""


def _unlinked(run: Text) -> Text:
    return run.model_copy(update={"link": ""})


def _short(text: str, before: int) -> re.Match[str] | None:
    """The number of an entry that only has that. A letter and a stop count on from those `before`, or it is a name."""
    found = _SHORT.match(text)
    if found and found["number"].isalpha() and found["between"].strip() == ".":
        return found if ord(found["number"]) - ord("A") == before else None
    if found is None and (bare := _BARE.match(text)) and ord(bare["number"]) - ord("A") == before:
        return bare if not text.rstrip().endswith(".") else None
    return found


def _status(title: str, pack: Pack) -> tuple[Status, tuple[int, ...]]:
    """The public status that a title gives in brackets at its end, and the paragraphs it is kept back under.

    "(Non-public)", "(EXEMPT – paragraph 3)".
    """
    spec = pack.field("public-status")
    found = _STATUS.search(title) or _STATUS_FIRST.match(title)
    status: Status = ""
    if spec is not None and found is not None:
        status = _STATUSES.get(folded(understood_choice(spec, found[1], pack) or ""), "")
    if found is not None and status:
        cited = _PARAGRAPHS.search(found[1])
        return status, tuple(int(number) for number in re.findall(r"\d+", cited[1])) if cited else ()
    # "Part B – exempt information (not for publication, by virtue of paragraph 3 of …)": only what is exempt has these.
    reasons = reasons_given(title)
    return ("exempt", reasons) if spec is not None and (reasons or title_says_exempt(title)) else ("", ())
