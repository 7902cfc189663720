"""The numbers that references say, as the template's own lists write them: "2)" in one council's, "B" in another's.

What the program shows while a report is written are the usual forms. Word works a number out from the list's definition
(ECMA-376 part 1, 17.9), and so are the cached ones here, when the document is whole.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, PPR, VAL, P, T, w
from clerkwell.word.ooxml.numbering import Labels, Numbering, paragraph_numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.references import Targets

_NUMBERED = re.compile(r"\s*REF (\S+) \\[rn] ")


def settle_numbers(package: OpenPackage, styles: Styles, targets: Targets) -> None:
    """Let each field of the main part that asks for a number show the one that its paragraph has."""
    names = {target.name for target in targets.found.values() if target.is_number}
    part = package.related(NUMBERING)
    if not names or part is None:
        return
    body, numbering = package.tree(package.main), Numbering(package.tree(part))
    labels = {name: label for name, label in _labels(body, styles, numbering) if name in names}
    for code in body.iter(w("instrText")):
        found = _NUMBERED.match(code.text or "")
        label = labels.get(found[1]) if found else None
        shown = _result(code) if label else None
        if shown is not None and shown.text != label:
            shown.text = label


def _labels(body: Element, styles: Styles, numbering: Numbering) -> Iterator[tuple[str, str]]:
    """The name of each bookmark in a numbered paragraph, with that paragraph's number."""
    count = Labels(numbering)
    plain: dict[str, bool] = {}
    for line in body.iter(P):
        properties = child(line, PPR)
        named = None if properties is None else child(properties, w("pStyle"))
        name = "" if named is None else named.get(VAL, "")
        own = properties is not None and child(properties, w("numPr")) is not None
        if name not in plain:
            plain[name] = styles.numbering(name) is None
        if plain[name] and not own:
            continue
        numbered = paragraph_numbering(properties, styles.get(name), styles, numbering)
        label = count.next(*numbered).rstrip(".").strip() if numbered else ""
        if label:
            for mark in line.iter(w("bookmarkStart")):
                yield mark.get(w("name"), ""), label


def _result(code: Element) -> Element | None:
    """The words of a field's result, after its code and what parts the two."""
    run = code.getparent()
    separate = None if run is None else run.getnext()
    result = None if separate is None else separate.getnext()
    return None if result is None else child(result, T)
