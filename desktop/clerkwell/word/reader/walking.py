"""The walk through a story: each element, in the document's order, told to whoever knows its name.

No element is gone into by a call within a call, so that nothing is nested too deep to be read.
"""

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import w
from clerkwell.word.reader import blocks, drawn, inline
from clerkwell.word.reader.chunks import read_chunk
from clerkwell.word.reader.equations import linear, m
from clerkwell.word.reader.fields import unended
from clerkwell.word.reader.inline import End, Start
from clerkwell.word.reader.story import Story


def _equation(story: Story, element: Element) -> bool:
    story.say(linear(element))
    return True


def _chunk(story: Story, element: Element) -> bool:
    story.close_stray()
    if story.shared.read_inserted is None:
        story.missed("a document inserted in an inserted document")
    else:
        read_chunk(story, element, story.shared.read_inserted)
    return True


_STARTS: Mapping[str, Start] = {
    **inline.STARTS,
    **blocks.STARTS,
    **drawn.STARTS,
    m("oMath"): _equation,
    w("altChunk"): _chunk,
}
_ENDS: Mapping[str, End] = {**inline.ENDS, **blocks.ENDS}


def walk(story: Story, root: Element) -> None:
    """Read all that stands below an element; what was read is in the story's flow."""
    story.unended = unended(root)
    walker = etree.iterwalk(root, events=("start", "end"))
    starts, ends = _STARTS, _ENDS
    for event, element in walker:
        tag = str(element.tag)
        if event == "start":
            begin = starts.get(tag)
            if begin is not None and element is not root and begin(story, element):
                walker.skip_subtree()
        else:
            end = ends.get(tag)
            if end is not None and element is not root:
                end(story, element)
    story.close_stray()
