"""What of a paragraph is no part of its text: prompts among its words, and words that Word does not print."""

from collections.abc import Callable
from dataclasses import replace

from clerkwell.intake.foreign.controls import shows_prompt
from clerkwell.word.reader.document import Span, WordDocument, WordParagraph


def without_prompts(paragraph: WordParagraph, document: WordDocument) -> tuple[WordParagraph, tuple[str, ...]]:
    """The paragraph without the prompts that nobody answered ("Wards: Choose an item."), and these prompts."""
    return _without(paragraph, lambda span: any(shows_prompt(number, document) for number in span.controls))


def without_hidden(paragraph: WordParagraph) -> tuple[WordParagraph, str]:
    """The paragraph without its hidden words (ECMA-376 part 1, 17.3.2.41), and these words."""
    left, words = _without(paragraph, lambda span: span.hidden)
    return left, " ".join(words)


def _without(paragraph: WordParagraph, goes: Callable[[Span], bool]) -> tuple[WordParagraph, tuple[str, ...]]:
    gone = [bool(span.text) and span.note is None and span.picture is None and goes(span) for span in paragraph.spans]
    if not any(gone):
        return paragraph, ()
    words: list[str] = []
    before = False
    for span, out in zip(paragraph.spans, gone, strict=True):
        if out and before:
            words[-1] += span.text
        elif out:
            words.append(span.text)
        before = out
    kept = tuple(span for span, out in zip(paragraph.spans, gone, strict=True) if not out)
    said = tuple(" ".join(each.split()) for each in words if each.strip())
    return replace(paragraph, spans=kept), said
