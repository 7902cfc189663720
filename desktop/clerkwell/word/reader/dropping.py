"""The formatting that no report holds, counted for people: "2 text colours, 1 font".

Measured against the look that most letters of the text have: what is set in that is no formatting to speak of, and what
the style of a heading gives it is the heading's, which stays a heading.
"""

from collections import Counter
from collections.abc import Mapping

from clerkwell.word.reader.looks import Looks, RunLook

# What each is called, one of it; what is not here is told by nobody (the pace between letters, say).
_NAMES = {
    "color": "text colour", "highlight": "highlighting colour", "u": "underline", "shading": "background colour",
    "border": "border", "spacing": "letter spacing", "position": "raised or lowered text", "effect": "text effect",
    "em": "emphasis mark", "smallCaps": "small capitals", "caps": "capitals", "strike": "strike-through",
    "dstrike": "strike-through", "outline": "outline", "shadow": "shadow", "emboss": "embossing",
    "imprint": "engraving",
}  # fmt: skip


def dropped(
    lettering: Mapping[tuple[RunLook, str, bool], int], noted: Mapping[tuple[str, str], int], looks: Looks
) -> dict[str, int]:
    """How many of each kind there are, by its name.

    `lettering` are letters by look, paragraph style and heading; `noted` what is set of whole paragraphs and cells.
    """
    usual: dict[str, Counter[str]] = {}
    for (look, _, heading), letters in lettering.items():
        if not heading:
            for kind, value in _values(look).items():
                usual.setdefault(kind, Counter())[value] += letters
    common = {kind: counts.most_common(1)[0][0] for kind, counts in usual.items()}
    found: dict[str, set[str]] = {}
    for look, style, heading in lettering:
        given = _values(looks.look(None, style)) if heading else {}
        for kind, value in _values(look).items():
            if value and value != common.get(kind, value) and not (heading and given.get(kind) == value):
                found.setdefault(kind, set()).add(value)
    aligned = Counter({value: count for (kind, value), count in noted.items() if kind == "alignment"})
    usual_side = aligned.most_common(1)[0][0] if aligned else ""
    for kind, value in noted:
        if kind != "alignment" or value != usual_side:
            found.setdefault(kind, set()).add(value)
    return {kind: len(values) for kind, values in sorted(found.items())}


def _values(look: RunLook) -> dict[str, str]:
    done = {"font": look.font, "text size": str(look.size)}
    other = dict(look.other)
    for kind, name in _NAMES.items():
        done[name] = other.get(kind, "") or done.get(name, "")
    return done
