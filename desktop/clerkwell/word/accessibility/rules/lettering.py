"""Rules about letters: large enough, plain, left aligned, and still."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from clerkwell.model import Severity
from clerkwell.word.accessibility.facts import Facts, Look, Paragraph, Run
from clerkwell.word.accessibility.rule import GOV_UK, LIBREOFFICE, WCAG, DocumentRule, Found

_LEAST: Final = 12.0
_MANY_WORDS: Final = 10
_CAPS_WORDS, _CAPS_LETTERS = 3, 12
_SERIF = re.compile(
    r"times|cambria(?! math)|georgia|garamond|palatino|book ?antiqua|bookman|baskerville|century(?! gothic)|constantia"
    r"|didot|bodoni|caslon|minion|goudy|perpetua|rockwell|sylfaen|courier|(?<!sans )\bserif\b|charter|crimson|lora\b"
    r"|merriweather|playfair|linux libertine|caladea|tinos|gelasio|plantagenet|high tower|bell mt|californian|calisto"
    r"|elephant|footlight|lucida bright|lucida fax|modern no|centaur|poor richard|script|chancery|brush|blackadder"
    r"|edwardian|old english|papyrus|monotype corsiva|freestyle|vivaldi|vladimir|kunstler|mistral",
    re.IGNORECASE,
)
# Named, as programs that write a table of fonts do not all tell the families apart.
_SANS = re.compile(
    r"\bsans\b|gothic|ms reference|symbol|wingdings|webdings|cambria math"
    r"|arial|helvetica|calibri|verdana|tahoma|trebuchet|segoe|aptos|roboto|franklin|gill"
    r"|corbel|candara|frutiger|univers|futura|optima|lato\b|inter\b|carlito|atkinson|myriad|swiss|grotesk|consolas|menlo",
    re.IGNORECASE,
)


def _each(facts: Facts) -> Iterator[tuple[Paragraph, Run]]:
    for paragraph in facts.paragraphs:
        for run in paragraph.lettered:
            yield paragraph, run


def _beside(paragraph: Paragraph, otherwise: Severity | None = None) -> Severity | None:
    """What is said of headers, footers and notes weighs less than what is said of the text."""
    return otherwise if paragraph.at.story == "body" else "info"


def _small(facts: Facts) -> Iterator[Found]:
    for paragraph, run in _each(facts):
        look = run.look
        if look.size >= _LEAST or look.raised:
            continue
        size = f"{look.size:g} points"
        mend = (
            f"the letters are {size}, less than 12. Make them 12 or more in the style: Home > Styles > Modify."
            if look.size_style
            else f"the letters are {size}, less than 12. Select them and choose 12 or more."
        )
        yield Found(
            mend, paragraph.at, run.text.strip()[:80], f"{size} {paragraph.at.story == 'body'}", look.size_style,
            _beside(paragraph),
        )  # fmt: skip


def _serif(facts: Facts) -> Iterator[Found]:
    for paragraph, run in _each(facts):
        font = run.look.font
        folded = font.casefold()
        if _SANS.search(font) or not (_SERIF.search(font) or folded in facts.serif):
            continue
        how = "in the style: Home > Styles > Modify" if run.look.font_style else "for these words"
        yield Found(
            f"the letters are set in {font}, which has serifs or imitates handwriting. Choose a plain font such as "
            f"Arial {how}.",
            paragraph.at,
            run.text.strip()[:80],
            folded,
            run.look.font_style,
        )


def _capitals(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.paragraphs:
        runs = paragraph.lettered
        set_so = [run for run in runs if run.look.caps and any(each.isalpha() for each in run.text)]
        text = paragraph.text.strip()
        words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
        if set_so and sum(len(run.text) for run in set_so) > _SHORTEST:
            yield Found(
                "words are shown in capitals throughout. Take All Caps off (Home > Font), and write in sentence case.",
                paragraph.at,
                paragraph.at.words,
                "set",
                set_so[0].look.caps_style,
            )
        elif len(words) >= _CAPS_WORDS and text.isupper() and sum(map(len, words)) >= _CAPS_LETTERS:
            yield Found(
                "the words are written in capitals throughout. Write them in sentence case: Home > Change Case.",
                paragraph.at,
                paragraph.at.words,
                "typed",
                severity=_beside(paragraph),
            )


_SHORTEST: Final = 4


def _italics(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.paragraphs:
        runs = [run for run in paragraph.lettered if run.look.italic]
        if _passage(runs):
            yield Found(
                "a long passage is in italics, which are hard to read. Set it upright.",
                paragraph.at,
                runs[0].text.strip()[:80],
                "italics",
            )


def _underlined(facts: Facts) -> Iterator[Found]:
    for paragraph, run in _each(facts):
        if run.look.underlined and not run.link and not paragraph.contents and "HYPERLINK" not in paragraph.fields:
            yield Found(
                "words are underlined and are no link, though readers take them for one. Use bold type, or a heading "
                "style.",
                paragraph.at,
                run.text.strip()[:80],
                "underlined",
                run.look.underline_style if run.look.underline_style != run.look.style else "",
            )


def _justified(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.paragraphs:
        if paragraph.align == "both" and paragraph.text.strip():
            yield Found(
                "the text is justified, and its uneven gaps are hard to read across. Align it left: Home > Align Left"
                + (", in the style." if paragraph.align_style else "."),
                paragraph.at,
                paragraph.at.words,
                "justified",
                paragraph.align_style,
            )


def _not_left(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.body:
        long = len(paragraph.text.split()) >= 2 * _MANY_WORDS
        if paragraph.align in ("center", "right") and long and not paragraph.level and not paragraph.at.table:
            yield Found(
                f"a long paragraph is {'centred' if paragraph.align == 'center' else 'aligned right'}. Align it left: "
                "Home > Align Left.",
                paragraph.at,
                paragraph.at.words,
                paragraph.align,
                paragraph.align_style,
            )


def _moving(facts: Facts) -> Iterator[Found]:
    for paragraph, run in _each(facts):
        if run.look.moving:
            yield Found(
                "the text blinks or moves. Select it and press Ctrl+Space, which takes the effect off.",
                paragraph.at,
                run.text.strip()[:80],
                "moving",
            )


def _colour_alone(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.body:
        runs = paragraph.lettered
        if paragraph.contents or len(runs) < 2:
            continue
        letters: Counter[Look] = Counter()
        for run in runs:
            # Not longest run, but most letters: what is usual may stand on both sides of what is not.
            letters[run.look] += len(run.text)
        usual = max(letters, key=lambda look: letters[look])
        for run in runs:
            if run.look.colour and not run.link and "color" in run.look.by_hand and _only_colour(run.look, usual):
                yield Found(
                    "words differ from those round them by colour alone. Say in words what the colour says, or make "
                    "them bold as well.",
                    paragraph.at,
                    run.text.strip()[:80],
                    "colour",
                )


def _only_colour(look: Look, usual: Look) -> bool:
    same: Callable[[Look], tuple[object, ...]] = lambda each: (  # noqa: E731 - a name for what is compared
        each.bold, each.italic, each.underlined, each.size, each.caps, each.back, each.raised,
    )  # fmt: skip
    return look.colour != usual.colour and same(look) == same(usual)


def _by_hand(facts: Facts) -> Iterator[Found]:
    # Size, colour and underlining have rules of their own, and so has a paragraph that is bold throughout.
    for paragraph in facts.body:
        runs = paragraph.lettered
        marked = [run for run in runs if run.look.by_hand & {"b", "i"} and (run.look.bold or run.look.italic)]
        if not marked or len(marked) == len(runs) or _passage(runs):
            continue
        yield Found(
            "the look of some words is set by hand, and a screen reader does not say so. Where it means something, "
            "say that in words, or use a style: Emphasis, Strong.",
            paragraph.at,
            marked[0].text.strip()[:80],
            "by hand",
        )


def _passage(runs: Iterable[Run]) -> bool:
    """Whether so much is in italics that it is a passage."""
    return sum(len(run.text.split()) for run in runs if run.look.italic) >= _MANY_WORDS


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "text-small",
            "warning",
            "Letters are smaller than 12 points",
            f"{GOV_UK}“Use a minimum size of 12 points.”",
            _small,
        ),
        DocumentRule(
            "text-serif",
            "warning",
            "The font has serifs",
            f"{GOV_UK}“Use a sans serif font like Arial or Helvetica.”",
            _serif,
        ),
        DocumentRule(
            "text-capitals",
            "warning",
            "Words are in capitals throughout",
            f"{GOV_UK}“Use sentence case. Avoid all caps text.”",
            _capitals,
        ),
        DocumentRule(
            "text-italics",
            "info",
            "A long passage is in italics",
            f"{GOV_UK}“Avoid all caps text and italics.”",
            _italics,
        ),
        DocumentRule(
            "text-underlined",
            "warning",
            "Words that are no link are underlined",
            f"{GOV_UK}“Avoid underlining, except for links.”",
            _underlined,
        ),
        DocumentRule(
            "text-justified",
            "warning",
            "Text is justified",
            f"{GOV_UK}“Make sure the text is left aligned, not justified.”",
            _justified,
        ),
        DocumentRule(
            "text-not-left",
            "info",
            "A long paragraph is centred or aligned right",
            f"{GOV_UK}“Make sure the text is left aligned.”",
            _not_left,
        ),
        DocumentRule(
            "text-moving",
            "error",
            "Text blinks or moves",
            f"{LIBREOFFICE}no blinking text; {WCAG}2.2.2.",
            _moving,
        ),
        DocumentRule(
            "text-colour-alone",
            "warning",
            "Words say something by colour alone",
            f"{LIBREOFFICE}formatting does not convey meaning; {WCAG}1.4.1: use of colour.",
            _colour_alone,
        ),
        DocumentRule(
            "text-by-hand",
            "info",
            "The look of words is set by hand",
            f"{LIBREOFFICE}text formatting conveys additional meaning.",
            _by_hand,
        ),
    )
