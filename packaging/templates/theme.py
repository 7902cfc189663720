"""The theme, which Word wants in every document: the font and quiet colours, so that what a council adds fits in."""

from elements import Element, drawing_el

# The colours Word offers first; all but the two light ones stand out from white by 4.5 to 1 or more.
_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F2A44"), ("lt2", "E2E2E2"),
    ("accent1", "0B4A9E"), ("accent2", "5B2A86"), ("accent3", "1E6B3A"), ("accent4", "8A5A00"),
    ("accent5", "A80000"), ("accent6", "4D4D4D"), ("hlink", "0B4A9E"), ("folHlink", "5B2A86"),
)  # fmt: skip


def _fill() -> Element:
    return drawing_el("a:solidFill", drawing_el("a:schemeClr", val="phClr"))


def _fonts(kind: str, font: str) -> Element:
    latin = drawing_el("a:latin", typeface=font)
    return drawing_el(f"a:{kind}", latin, drawing_el("a:ea", typeface=""), drawing_el("a:cs", typeface=""))


def theme(font: str) -> Element:
    """The part `word/theme/theme1.xml`."""
    colours = [drawing_el(f"a:{slot}", drawing_el("a:srgbClr", val=colour)) for slot, colour in _COLOURS]
    lines = [
        drawing_el("a:ln", _fill(), drawing_el("a:prstDash", val="solid"), w=width, cap="flat", cmpd="sng", algn="ctr")
        for width in (6350, 12700, 19050)
    ]
    effects = [drawing_el("a:effectStyle", drawing_el("a:effectLst")) for _ in range(3)]
    formats = drawing_el(
        "a:fmtScheme",
        drawing_el("a:fillStyleLst", *[_fill() for _ in range(3)]),
        drawing_el("a:lnStyleLst", *lines),
        drawing_el("a:effectStyleLst", *effects),
        drawing_el("a:bgFillStyleLst", *[_fill() for _ in range(3)]),
        name="Report",
    )
    fonts = drawing_el("a:fontScheme", _fonts("majorFont", font), _fonts("minorFont", font), name="Report")
    return drawing_el(
        "a:theme",
        drawing_el("a:themeElements", drawing_el("a:clrScheme", *colours, name="Report"), fonts, formats),
        name="Report",
    )
