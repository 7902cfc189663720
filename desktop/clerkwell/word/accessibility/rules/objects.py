"""Rules about pictures and other objects: they are described in words, and stand where they are read."""

import re
from collections.abc import Iterator

from clerkwell.word.accessibility.facts import Drawing, Facts
from clerkwell.word.accessibility.rule import LIBREOFFICE, MICROSOFT, DocumentRule, Found

_FILE = re.compile(r"\S\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pdf|docx?|xlsx?)\Z", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:image|img|picture|pic|photo|figure|fig|graphic|chart|diagram|shape|object|screen ?shot|dsc|scan|untitled"
    r"|text box|group|rectangle|oval|logo|icon|bild|grafik)[\s_\-(]*\d*\)?\Z",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"description automatically generated|description generated with|ai-generated content", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def _shown(facts: Facts) -> Iterator[Drawing]:
    return (each for each in facts.drawings if not each.watermark)


def _missing(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if not each.alt and not each.decorative and not each.has_text and not each.word_art:
            yield Found(
                f"the {each.kind} has no alternative text. Right-click it, choose View Alt Text, and say in a sentence "
                "or two what it shows, or mark it as decorative.",
                each.at,
                each.name,
            )


def _named(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if each.alt and not each.decorative and _FILE.search(each.alt):
            yield Found(
                f"the {each.kind}’s alternative text is the name of a file, “{each.alt}”. Right-click it, choose View "
                "Alt Text, and say what it shows.",
                each.at,
                each.alt,
            )


def _poor(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if not each.alt or each.decorative or _FILE.search(each.alt):
            continue
        if _NUMBERED.match(each.alt) or _MADE.search(each.alt) or _ADDRESS.match(each.alt) or len(each.alt) < 3:
            yield Found(
                f"the {each.kind}’s alternative text, “{each.alt[:80]}”, does not say what it shows. Right-click it, "
                "choose View Alt Text, and write it yourself.",
                each.at,
                each.alt[:80],
            )


def _floating(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if each.floating and not each.has_text and not each.word_art:
            yield Found(
                f"the {each.kind} is not in line with the text, so a screen reader meets it at another place or not at "
                "all. Select it, then Layout Options > In Line with Text.",
                each.at,
                each.alt or each.name,
                severity=None if each.at.story == "body" else "info",
            )


def _boxes(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if each.has_text and not each.word_art:
            yield Found(
                f"words stand in a {'floating ' if each.floating else ''}text box, outside the order in which the text "
                "is read. Move them into the text; for a box round a paragraph, give the paragraph a border.",
                each.at,
                each.name,
                severity=None if each.floating else "info",
            )


def _word_art(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if each.word_art:
            yield Found(
                "words are drawn as WordArt, which is a picture. Write them as ordinary text with a style.",
                each.at,
                each.word_art,
            )


def _linked(facts: Facts) -> Iterator[Found]:
    for each in _shown(facts):
        if each.linked:
            yield Found(
                "the picture is kept in another file and is missing wherever that file is. File > Info > Edit Links to "
                "Files > Break Link puts it into the document.",
                each.at,
                each.linked.rpartition("/")[2],
            )


def _background(facts: Facts) -> Iterator[Found]:
    if facts.background_picture:
        yield Found(
            "the pages have a picture behind the text. Take it out: Design > Page Colour > No Colour.",
        )


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    alt = f"{MICROSOFT}“All non-text content has alternative text (alt text)”"
    return (
        DocumentRule(
            "alt-text-missing",
            "error",
            "A picture has no alternative text",
            f"{alt}; {LIBREOFFICE}no object without alternative text.",
            _missing,
        ),
        DocumentRule(
            "alt-text-file-name",
            "error",
            "A picture’s alternative text is the name of a file",
            f"{alt}, and “the text doesn’t contain images or file extensions”.",
            _named,
        ),
        DocumentRule(
            "alt-text-poor",
            "warning",
            "A picture’s alternative text does not say what it shows",
            f"{alt}.",
            _poor,
        ),
        DocumentRule(
            "object-not-in-line",
            "warning",
            "An object is not in line with the text",
            f"{MICROSOFT}“Image or object is inline with text”.",
            _floating,
        ),
        DocumentRule(
            "text-box",
            "warning",
            "Words stand in a text box",
            f"{LIBREOFFICE}avoid floating text. {MICROSOFT}“Image or object is inline with text”.",
            _boxes,
        ),
        DocumentRule(
            "word-art",
            "warning",
            "Words are drawn as WordArt",
            f"{LIBREOFFICE}avoid Fontwork objects.",
            _word_art,
        ),
        DocumentRule(
            "picture-linked",
            "warning",
            "A picture is kept in another file",
            f"{LIBREOFFICE}linked graphics.",
            _linked,
        ),
        DocumentRule(
            "background-picture",
            "warning",
            "The pages have a picture behind the text",
            f"{LIBREOFFICE}avoid background images.",
            _background,
        ),
    )
