"""The rule about contrast: letters stand out from what is behind them."""

from collections.abc import Iterator

from clerkwell.word.accessibility.facts import Facts, Look
from clerkwell.word.accessibility.facts.colours import automatic, contrast
from clerkwell.word.accessibility.rule import LIBREOFFICE, MICROSOFT, WCAG, DocumentRule, Found

# WCAG 1.4.3: large letters, from 18 points or from 14 points bold, need less.
_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0


def _weak(facts: Facts) -> Iterator[Found]:
    known: dict[tuple[Look, str | None], tuple[float, str, str] | None] = {}
    for paragraph in facts.paragraphs:
        for run in paragraph.lettered:
            key = (run.look, paragraph.back)
            if key not in known:
                known[key] = _measured(run.look, paragraph.back)
            measured = known[key]
            if measured is None:
                continue
            ratio, front, back = measured
            by_style = bool(run.look.colour_style) and run.look.colour != ""
            yield Found(
                f"the contrast between the letters ({front}) and what is behind them ({back}) is {ratio:.1f} to 1, "
                f"less than {_needed(run.look):g} to 1. Choose a darker colour for the letters or a lighter one "
                "behind them" + (", in the style." if by_style else "."),
                paragraph.at,
                run.text.strip()[:80],
                f"{front} {back}",
                run.look.colour_style if by_style else "",
            )


def _needed(look: Look) -> float:
    return _LEAST_LARGE if look.size >= _LARGE or (look.bold and look.size >= _LARGE_BOLD) else _LEAST


def _measured(look: Look, back: str | None) -> tuple[float, str, str] | None:
    """The contrast and the two colours of it; nothing if it is enough, or if it cannot be told."""
    behind = look.back or back
    if behind is None:
        return None
    front = look.colour or automatic(behind)
    ratio = contrast(front, behind)
    # What rounds to the limit is said to be at it, and nobody would understand.
    return (ratio, f"#{front}", f"#{behind}") if round(ratio, 1) < _needed(look) else None


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "text-contrast",
            "warning",
            "Letters hardly stand out from what is behind them",
            f"{MICROSOFT}“Sufficient contrast between text and background”; {LIBREOFFICE}text contrast; {WCAG}1.4.3.",
            _weak,
        ),
    )
