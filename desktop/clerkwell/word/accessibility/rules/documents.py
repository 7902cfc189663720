"""Rules about the document as a whole: its title, its language, what readers may do with it, its notes and forms."""

import re
from collections.abc import Iterator

from clerkwell.word.accessibility.facts import Facts
from clerkwell.word.accessibility.places import count
from clerkwell.word.accessibility.rule import GOV_UK, LIBREOFFICE, MICROSOFT, WCAG, DocumentRule, Found

_NO_TITLE = re.compile(
    r"(?:untitled|document ?\d*|word document|new document|microsoft word.*|title|report|draft|template|blank|none|n/?a"
    r"|no title|doc ?\d+|\[.*\]|.*\.(?:docx?|dotx?|docm|dotm|pdf|rtf|odt|txt))\Z",
    re.IGNORECASE,
)
_READERS = {
    "readOnly": "the document is locked against editing",
    "forms": "only its form fields can be filled in",
    "comments": "only comments can be added",
    "trackedChanges": "every change is tracked",
}


def _title(facts: Facts) -> Iterator[Found]:
    if not facts.title:
        yield Found(
            "the document has no title in its properties, and a screen reader reads out the file’s name. Write one at "
            "File > Info > Title.",
        )


def _title_words(facts: Facts) -> Iterator[Found]:
    if facts.title and _NO_TITLE.match(facts.title):
        yield Found(
            f"the title in the document’s properties, “{facts.title}”, does not say what it is about. Write a "
            "meaningful one at File > Info > Title.",
            quote=facts.title,
        )


def _language(facts: Facts) -> Iterator[Found]:
    if not facts.language:
        yield Found(
            "the document does not say what language it is in, so a screen reader may read it out in the wrong one. "
            "Review > Language > Set Proofing Language > English (United Kingdom) > Set As Default.",
        )


def _style_language(facts: Facts) -> Iterator[Found]:
    for style in facts.without_language:
        yield Found(
            f"the style “{style}” says that its text is in no language. Home > Styles > Modify > Format > Language.",
            quote=style,
        )


def _protected(facts: Facts) -> Iterator[Found]:
    if facts.protection:
        what = _READERS.get(facts.protection, "editing is restricted")
        yield Found(
            f"the document is protected: {what}. Assistive programs may not get at the text. Take the protection off "
            "at Review > Restrict Editing > Stop Protection.",
            severity=None if facts.protection == "readOnly" else "info",
        )
    elif facts.marked_final or facts.write_protected:
        what = "marked as final" if facts.marked_final else "saved as “read-only recommended”"
        yield Found(f"the document is {what}. To take that off: File > Info > Protect Document.", severity="info")


def _notes(facts: Facts) -> Iterator[Found]:
    for number, one in ((facts.footnotes, "footnote"), (facts.endnotes, "endnote")):
        if number:
            yield Found(
                f"the document has {count(number, one)}, away from what "
                f"{'it belongs' if number == 1 else 'they belong'} to. What readers need goes into the text.",
            )


def _controls(facts: Facts) -> Iterator[Found]:
    silent = ("docPartObj", "Table of Contents", "group", "citation", "bibliography", "equation")
    for each in facts.controls:
        # Rich text round what is written already is no field of a form.
        form = each.kind in ("text", "date", "dropDownList", "comboBox", "checkbox") or (
            each.prompting and not each.tag and each.kind != "picture"
        )
        if not each.legacy and not each.title and form and each.kind not in silent:
            yield Found(
                "a field to fill in has no title, so nobody hears what belongs there. Developer > Properties > Title.",
                each.at,
                each.at.words,
                "titles",
            )


def _legacy(facts: Facts) -> Iterator[Found]:
    for each in facts.controls:
        if each.legacy:
            told = " and no help text" if not each.title else ""
            yield Found(
                f"a form field of an older kind of Word{told}. Use a content control with a title: Developer > "
                "Controls.",
                each.at,
                each.at.words,
                "legacy",
                severity="info" if each.title else None,
            )


def _beside_text(facts: Facts) -> Iterator[Found]:
    parts = dict.fromkeys(each.at.part for each in facts.controls if each.at.story in ("header", "footer"))
    for part in parts:
        if any(each.at.part == part and each.kind != "picture" for each in facts.controls):
            yield Found(
                f"{part} holds a field to fill in, which keyboards and screen readers hardly reach. Move it into the "
                "text.",
                quote=part,
            )


def _foreign(facts: Facts) -> Iterator[Found]:
    if facts.foreign:
        yield Found(
            f"the document takes in {count(facts.foreign, 'file')} of another kind, which this check does not read. "
            "Open the document in Word, save it, and check it again.",
        )


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "document-title",
            "error",
            "The document has no title",
            f"{GOV_UK}“Give the document a meaningful title”; {LIBREOFFICE}document title is set; {WCAG}2.4.2.",
            _title,
        ),
        DocumentRule(
            "document-title-words",
            "warning",
            "The document’s title says nothing",
            f"{GOV_UK}“Give the document a meaningful title.”",
            _title_words,
        ),
        DocumentRule(
            "document-language",
            "error",
            "The document does not say its language",
            f"{LIBREOFFICE}document default language is set; {WCAG}3.1.1.",
            _language,
        ),
        DocumentRule(
            "document-style-language",
            "warning",
            "A style has no language",
            f"{LIBREOFFICE}a style has no language set.",
            _style_language,
        ),
        DocumentRule(
            "document-protected",
            "warning",
            "The document is protected",
            f"{MICROSOFT}“Document allows programmatic access”.",
            _protected,
        ),
        DocumentRule(
            "document-notes",
            "info",
            "The document has footnotes or endnotes",
            f"{LIBREOFFICE}avoid footnotes and endnotes.",
            _notes,
        ),
        DocumentRule(
            "control-title",
            "warning",
            "A field to fill in has no title",
            f"{WCAG}4.1.2: each field says what it is for.",
            _controls,
        ),
        DocumentRule(
            "control-legacy",
            "warning",
            "A form field is of an older kind",
            f"{WCAG}4.1.2: each field says what it is for.",
            _legacy,
        ),
        DocumentRule(
            "control-in-header",
            "info",
            "A header or footer holds a field to fill in",
            f"{LIBREOFFICE}no content controls in headers and footers.",
            _beside_text,
        ),
        DocumentRule(
            "document-foreign",
            "info",
            "A part of the document could not be checked",
            f"{MICROSOFT}“Document allows programmatic access”.",
            _foreign,
        ),
    )
