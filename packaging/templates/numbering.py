"""Word's own numbering: lists that Word goes on numbering when somebody edits the document afterwards.

Bullets are a list of their own and not lower levels of the numbered paragraphs: they also stand where no paragraph
is numbered, and would be read out there as a list inside a list that is not there.
"""

from elements import Element, el

# The numbers of the lists, which styles point at.
BULLETS, NUMBERS, PARAGRAPHS, HEADINGS = 1, 2, 3, 4

_BULLET_SIGNS = ("•", "–", "▪")
_STEP = 454


def _level(
    level: int, form: str, text: str, left: int, hanging: int, style: str | None = None, bold: bool | None = None
) -> Element:
    look = None
    if form == "bullet":
        look = el("rPr", el("rFonts", ascii="Arial", hAnsi="Arial", cs="Arial", hint="default"))
    elif bold is False:
        look = el("rPr", el("b", val=0), el("i", val=0))
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=form),
        el("pStyle", val=style) if style else None,
        el("lvlText", val=text),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=left, hanging=hanging)),
        look,
        ilvl=level,
    )


def _abstract(number: int, nsid: str, kind: str, levels: list[Element]) -> Element:
    return el(
        "abstractNum", el("nsid", val=nsid), el("multiLevelType", val=kind), el("tmpl", val=nsid), *levels,
        abstractNumId=number,
    )  # fmt: skip


def _style_of(stem: str, level: int) -> str | None:
    return f"{stem}{level + 1 if level else ''}" if level < 3 else None


def numbering(text_at: int, numbered_paragraphs: bool, numbered_headings: bool) -> Element:
    """The part `word/numbering.xml`; lists stand in from `text_at`, where the text of a main paragraph begins."""
    lists = [
        _abstract(
            BULLETS,
            "4C570001",
            "multilevel",
            [
                _level(
                    level, "bullet", _BULLET_SIGNS[level % 3], text_at + _STEP * (level + 1), _STEP,
                    _style_of("ListBullet", level),
                )
                for level in range(9)
            ],
        ),
        _abstract(
            NUMBERS,
            "4C570002",
            "multilevel",
            [
                _level(
                    level,
                    ("decimal", "lowerLetter", "lowerRoman")[level % 3],
                    f"%{level + 1}." if level % 3 == 0 else f"(%{level + 1})",
                    text_at + _STEP + 510 * level,
                    _STEP if level == 0 else 510,
                    _style_of("ListNumber", level),
                )
                for level in range(9)
            ],
        ),
    ]  # fmt: skip
    if numbered_paragraphs:
        one = [_level(0, "decimal", "%1.", text_at, text_at, "NumberedParagraph", bold=False)]
        lists.append(_abstract(PARAGRAPHS, "4C570003", "singleLevel", one))
    if numbered_headings:
        lists.append(
            _abstract(HEADINGS, "4C570004", "singleLevel", [_level(0, "decimal", "%1.", 567, 567, "Heading2")])
        )
    numbers = [
        BULLETS,
        NUMBERS,
        *([PARAGRAPHS] if numbered_paragraphs else []),
        *([HEADINGS] if numbered_headings else []),
    ]
    return el("numbering", *lists, *[el("num", el("abstractNumId", val=number), numId=number) for number in numbers])
