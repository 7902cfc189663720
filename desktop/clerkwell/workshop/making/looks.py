"""The styles of a document as guesses: which is for what, and which have to be added for what a report can hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from clerkwell.word.template import StyleLook, template_looks
from clerkwell.word.template.adding import NewStyle
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.lettering import BELOW, lettered, written
from clerkwell.workshop.making.proposal import Head
from clerkwell.workshop.making.typed_numbers import LEVELLED, THROUGH, is_levelled

# What each role is called, by its id.
ROLES: Final[dict[str, str]] = {
    "title": "The report’s title",
    "paragraph": "Ordinary paragraphs",
    "numbered-paragraph": "Numbered paragraphs",
    "unnumbered-paragraph": "Paragraphs without a number",
    "section-heading": "Headings of sections",
    "sub-heading": "Headings inside a section",
    "bullet": "Bullets",
    "bullet-2": "Bullets, second level",
    "bullet-3": "Bullets, third level",
    "number": "Numbered lists",
    "number-2": "Numbered lists, second level",
    "number-3": "Numbered lists, third level",
    "recommendation": "Recommendations",
    "quotation": "Quotations",
    "caption": "Captions",
    "table": "Tables",
    "table-heading": "Headings in tables",
    "table-text": "Words in tables",
    **{f"heading-{level}": f"Headings, level {level}" for level in range(1, 6)},
}
T = TypeVar("T", str, int)

TEXT: Final = "Report Text"
_AFTER: Final = 160
_LISTS: Final = (("bullet", "List Bullet", "bullets"), ("number", "List Number", "numbers"))


def read_styles(gathering: Gathering, data: bytes, texts: Sequence[int]) -> None:
    """Gather which style is for what, by what the document uses and by what its styles are like."""
    looks = template_looks(data)
    shapes = gathering.shapes
    work = _Styles(gathering, {each.name.casefold(): each for each in looks}, looks)
    text = _paragraph(work, shapes, texts)
    _numbered(work, shapes, texts, text)
    _headings(work, shapes)
    by_hand = lettered(shapes, texts, counted=any(each.id == "numbered-paragraph" for each in gathering.guesses))
    for role, name, kind in _LISTS:
        for depth in range(3):
            ending = f" {depth + 1}" if depth else ""
            marks = ("bullet",) if role == "bullet" else ("decimal", "lowerLetter", "lowerRoman", "upperLetter")
            known = work.named(name + ending)
            fits = known is not None and known.marks in marks
            # A style of this name without marks cannot be the one.
            new = name + ending if known is None else f"Report {name}{ending}"
            made = NewStyle(new, text, list="bullets" if kind == "bullets" else "numbers", depth=depth)
            reason = f"“{name}{ending}” is the style that Word has for it." if fits else ""
            if kind == "numbers" and by_hand.form:
                form, pattern = (by_hand.form, by_hand.pattern) if not depth else BELOW[by_hand.form][depth - 1]
                new = made.name if known is None else f"Report {name}{ending}"
                made = replace(made, name=new, form=form, pattern=pattern)
                first = written(form, pattern)
                fits = False
                reason = (
                    f"The document’s own list begins with “{first}”. “{new}” is added, which numbers as it does."
                    if not depth
                    else f"“{new}” is added for what stands below that list: it begins with “{first}”."
                )
            work.role(f"{role}-{depth + 1}" if depth else role, known.name if fits and known else "", reason, made)
    work.role("quotation", *work.of_word("Quote"), NewStyle("Quote", text))
    work.role("caption", *work.of_word("Caption"), NewStyle("caption", text, bold=True))
    tables = [
        each for each in looks if each.kind == "table" and each.name.casefold() not in ("normal table", "table normal")
    ]
    grid = next((each for each in tables if each.name.casefold() == "table grid"), next(iter(tables), None))
    reason = "" if grid is None else "It is the style of tables in the document."
    work.role("table", "" if grid is None else grid.name, reason, NewStyle("Report Table", kind="table"))
    base = _base(shapes, texts)
    work.role("table-text", *_in_cells(work, shapes), NewStyle("Table Text", base))
    work.role("table-heading", *work.of_word("Table Heading"), NewStyle("Table Heading", base, bold=True))


class _Styles:
    """The styles of one document, and the guesses made of them."""

    def __init__(self, gathering: Gathering, by_name: dict[str, StyleLook], looks: Sequence[StyleLook]) -> None:
        self.gathering = gathering
        self._by_name = by_name
        self.looks = looks
        self._paragraphs = tuple(each.name for each in looks if each.kind == "paragraph")
        self._tables = tuple(each.name for each in looks if each.kind == "table")

    def named(self, name: str) -> StyleLook | None:
        """The paragraph style of this name."""
        found = self._by_name.get(name.casefold())
        return found if found is not None and found.kind == "paragraph" else None

    def of_word(self, name: str) -> tuple[str, str]:
        """A style by Word's own name for it, and why; nothing where there is none, or it marks its paragraphs."""
        found = self.named(name)
        if found is None or found.marks:
            return "", ""
        return found.name, f"“{found.name}” is the style that Word has for it."

    def role(self, role: str, name: str, reason: str, new: NewStyle | None = None) -> str:
        """Gather the style for a role: one that is there, or else a new one. Its name."""
        choices = self._tables if role == "table" else self._paragraphs
        if name:
            new = None
        elif new is not None:
            plain = ", with a line round every cell" if role == "table" else _in_font(new)
            reason = reason or f"The document has no style for it. “{new.name}” is added{plain}."
            name = new.name
        else:
            return ""
        self.gathering.add(
            "styles",
            "style",
            reason,
            words=name,
            title=ROLES[role],
            id=role,
            choices=choices,
            labels=(name,),
            where=new,
        )
        return name


def _in_cells(work: _Styles, shapes: Sequence[LineShape]) -> tuple[str, str]:
    """The style of the words in tables, and why: the one that most of them have, or Word's own."""
    cells = [each.line.style for each in shapes if each.line.at.table and not each.line.at.part and each.raw.strip()]
    name = _usual(cells, "")
    found = work.named(name) if name else None
    if found is not None and not found.marks and not found.level:
        return found.name, f"Most words in the document’s tables have it: “{found.name}”."
    return work.of_word("Table Text")


def _in_font(new: NewStyle) -> str:
    """How a style that is added looks, in words that end a sentence."""
    return f", in the same font as “{new.based_on}”" if new.based_on else ", in the document’s ordinary font"


def _base(shapes: Sequence[LineShape], texts: Sequence[int]) -> str:
    used = Counter(shapes[n].line.style for n in texts if not shapes[n].marks and not shapes[n].line.level)
    return used.most_common(1)[0][0] if used else ""


def _paragraph(work: _Styles, shapes: Sequence[LineShape], texts: Sequence[int]) -> str:
    name = _base(shapes, texts)
    found = work.named(name) if name else work.named("Body Text") or work.named("Normal")
    name = found.name if found is not None else ""
    lines = [shapes[n] for n in texts if shapes[n].line.style == name and not shapes[n].line.level]
    font, size = _usual([each.font for each in lines], ""), _usual([each.by_hand for each in lines], 0)
    after = _usual([each.after for each in lines], 0)
    blank = [n for n in texts if n + 1 < len(shapes) and not shapes[n + 1].raw.strip()]
    apart = found is not None and not _after(found) and (after > 0 or len(blank) * 3 >= len(texts) > 0)
    by_hand = bool(font or size) or after > 0
    if found is not None and not found.marks and not apart and not by_hand:
        many = f"Most paragraphs have it: “{name}”." if texts else f"“{name}” is the document’s ordinary style."
        return work.role("paragraph", name, many)
    guess = work.role(
        "paragraph", "", "", NewStyle(TEXT, name, after=after or (_AFTER if apart else 0), font=font, size=size)
    )  # fmt: skip
    if found is not None and not found.marks:
        why = (
            f"Its paragraphs are “{name}”, and look otherwise by hand. “{TEXT}” is added, which looks as they do."
            if by_hand
            else f"The document sets paragraphs apart by empty ones, and “{name}” has no space after it. “{TEXT}” is "
            f"added, which has: like “{name}” otherwise."
        )
        work.gathering.replace(work.gathering.guesses[-1], reason=why)
    return guess


def _usual(values: Sequence[T], nothing: T) -> T:
    """What most of these are, if more than half are the same."""
    if not values:
        return nothing
    value, count = Counter(values).most_common(1)[0]
    return value if count * 2 > len(values) else nothing


def _after(look: StyleLook) -> int:
    given = dict(each.partition("=")[::2] for each in look.properties.get("spacing", "").split(" "))
    for name in ("after", "before"):
        if given.get(name, "0").isdecimal() and int(given.get(name, "0")) > 0:
            return int(given[name])
    return 0


def _numbered(work: _Styles, shapes: Sequence[LineShape], texts: Sequence[int], text: str) -> None:
    new = NewStyle("Numbered Paragraph", text, list="paragraphs")
    typed = next((each for each in work.gathering.guesses if each.what == "numbers"), None)
    if typed is not None and typed.id == LEVELLED:
        _levelled(work, shapes, texts, text)
        return
    if typed is not None:
        new = replace(new, form="decimal", pattern=typed.words) if typed.id == THROUGH else new
        why = f"Typed numbers do not go on by themselves. “{new.name}” is added, which counts{_in_font(new)}."
        work.role("numbered-paragraph", "", why, new)
        work.role("unnumbered-paragraph", text, "It is the style of ordinary paragraphs.")
        return
    marked = [shapes[n] for n in texts if shapes[n].marks == "decimal" and shapes[n].depth == 0]
    if len(marked) < 3 or len(marked) * 3 < len(texts):
        return
    by_style = Counter(each.line.style for each in marked if not each.own)
    if by_style and by_style.most_common(1)[0][1] * 2 >= len(marked):
        name = by_style.most_common(1)[0][0]
        work.role("numbered-paragraph", name, f"Most numbered paragraphs have it: “{name}”.")
    else:
        work.role("numbered-paragraph", "", "", new)
    if text:
        work.role("unnumbered-paragraph", text, "It is the style of ordinary paragraphs.")


def _levelled(work: _Styles, shapes: Sequence[LineShape], texts: Sequence[int], text: str) -> None:
    """The style of paragraphs that Word numbers after their headings: theirs, or a new one on their level."""
    heads = [each.where.line for each in work.gathering.guesses if isinstance(each.where, Head) and each.where.levelled]
    own = [shapes[n] for n in texts if any(is_levelled(shapes[n], shapes[head]) for head in heads if head < n)]
    by_style = Counter(each.line.style for each in own if not each.own)
    if by_style.total() * 2 >= len(own):
        name = by_style.most_common(1)[0][0]
        work.role("numbered-paragraph", name, f"Most numbered paragraphs have it: “{name}”.")
        return
    [(listed, depth)] = Counter((each.listed, each.depth) for each in own).most_common(1)[0][:1]
    base = _usual([each.line.style for each in own], text)
    new = NewStyle("Numbered Paragraph", base, list="paragraphs", joins=listed, depth=depth)
    why = f"Its paragraphs have their numbers by hand. “{new.name}” is added, which is on their level of the list."
    work.role("numbered-paragraph", "", why, new)


def heading_styles(styles: Sequence[str]) -> dict[str, NewStyle]:
    """The styles that make headings of lines in these styles, by the style that each had; the most used one first."""
    used = [name for name, _ in Counter(styles).most_common()]
    return {
        name: NewStyle("Section Heading" if at == 0 else f"Section Heading {name}", name, level=2)
        for at, name in enumerate(used)
    }


def _headings(work: _Styles, shapes: Sequence[LineShape]) -> None:
    used = Counter((each.line.level, each.line.style) for each in shapes if each.line.level and not each.line.at.part)
    for level in range(1, 6):
        own = [(count, name) for (at, name), count in used.items() if at == level]
        name = max(own)[1] if own else ""
        by_word = work.named(f"heading {level}")
        if not name and by_word is not None and by_word.level == level:
            name = by_word.name
        if name:
            work.role(f"heading-{level}", name, f"“{name}” is of this level.")
    heads = [each.where for each in work.gathering.guesses if each.what == "section" and isinstance(each.where, Head)]
    plain = [each for each in heads if not each.styled and not each.run_in and not each.row]
    if plain:
        new = heading_styles([shapes[each.line].line.style for each in plain])
        work.role("section-heading", "", "", next(iter(new.values())))
        work.gathering.replace(
            work.gathering.guesses[-1],
            reason="The headings only look like some: whoever goes by headings would not find them. “Section Heading” "
            "is added, and changes nothing of how they look.",
        )
    deepest = max((each.level for each in heads if each.styled and not each.row), default=2)
    level = min(max(deepest, 2 if plain else 1) + 1, 6)
    by_level = next(
        (each for each in work.looks if each.kind == "paragraph" and each.level == level and not each.marks), None
    )
    name = by_level.name if by_level is not None else ""
    known = work.named(f"heading {level}")
    added = f"Heading {level}" if known is None else f"Report Heading {level}"
    work.role(
        "sub-heading",
        name,
        f"“{name}” is one level below the headings of sections." if name else "",
        NewStyle(added, "", level=level, bold=True),
    )
