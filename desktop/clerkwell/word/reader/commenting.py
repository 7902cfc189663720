"""Comments, the answers to them and whether they are done (ECMA-376 part 1, 17.13.4; [MS-DOCX] 2.5.2)."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import W14, W15, P, w
from clerkwell.word.reader.document import Comment
from clerkwell.word.reader.tracking import moment
from clerkwell.word.reader.words import plain_words

_PARA = f"{{{W14}}}paraId"
_OF, _PARENT, _DONE = f"{{{W15}}}paraId", f"{{{W15}}}paraIdParent", f"{{{W15}}}done"


def read_comments(root: Element | None, extended: Element | None) -> tuple[Comment, ...]:
    """The comments in their order. What says which answers which may be missing: then none is an answer."""
    if root is None:
        return ()
    more = {} if extended is None else {each.get(_OF, ""): each for each in extended.iter(f"{{{W15}}}commentEx")}
    found = [each for each in root.iterchildren(w("comment"))]
    by_paragraph = {paragraph: each.get(w("id"), "") for each in found for paragraph in _paragraphs(each)}
    return tuple(_comment(each, more, by_paragraph) for each in found)


def _comment(element: Element, more: dict[str, Element], by_paragraph: dict[str, str]) -> Comment:
    # The last paragraph of a comment stands for it.
    extra = next((more[each] for each in reversed(list(_paragraphs(element))) if each in more), None)
    own = element.get(w("id"), "")
    parent = "" if extra is None else by_paragraph.get(extra.get(_PARENT, ""), "")
    return Comment(
        id=own,
        text="\n".join(plain_words(each) for each in element.iter(P)).strip(),
        author=element.get(w("author"), ""),
        when=moment(element.get(w("date"), "")),
        parent="" if parent == own else parent,
        done=extra is not None and extra.get(_DONE, "0") in ("1", "true", "on"),
    )


def _paragraphs(element: Element) -> Iterator[str]:
    for each in element.iter(P):
        name = each.get(_PARA)
        if name:
            yield name
