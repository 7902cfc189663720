"""The words of an element and nothing else: for comments, charts and what no place in a document is kept for."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import MC, T, w

_MARKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_SKIPPED = frozenset({w("del"), w("moveFrom"), w("pPr"), w("rPr"), f"{{{MC}}}Fallback"})


def plain_words(element: Element) -> str:
    """The words as they would stand with tracked changes accepted; one line for each break."""
    done: list[str] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == T:
            done.append(each.text or "")
        elif each.tag in _MARKS:
            done.append(_MARKS[str(each.tag)])
        elif each.tag not in _SKIPPED:
            waiting.extend(reversed(each))
    return "".join(done)
