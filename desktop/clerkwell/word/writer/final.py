"""Making a document plain for the final export: no content controls, no custom XML, no prompts, nothing to fill in."""

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import is_placeholder, shape_of, unwrap
from clerkwell.word.ooxml.names import CUSTOM_XML, GLOSSARY, RUN, SDT, SDT_CONTENT, SDT_PR, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories, stories_with_controls
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.writer.clearing import end_rightly, take_out
from clerkwell.word.writer.fields import shows

_END_PR = w("sdtEndPr")


def make_plain(package: OpenPackage) -> None:
    """Take every control out of body, headers, footers and notes, and what only controls and prompts need."""
    for part in stories_with_controls(package):
        if next(package.tree(part).iter(SDT), None) is not None:
            _without_controls(package.touch(part))
    for part in stories(package):
        if b"customXml" in package.data(part) or b"smartTag" in package.data(part):
            _without_custom_xml(package.touch(part))
    relations = package.relations(package.main)
    for relation in list(relations):
        if relation.kind in (CUSTOM_XML, GLOSSARY):
            relations.drop(relation.id)
            package.drop(relation.target)


def _without_controls(root: Element) -> None:
    found = list(root.iter(SDT))
    prompts = [index for index, element in enumerate(found) if is_placeholder(element)]
    # One by one up to the last prompt: what is left of its line or row depends on what stands round it.
    for element in found[: prompts[-1] + 1] if prompts else ():
        holder = element.getparent()
        if holder is None:
            continue
        if is_placeholder(element):
            _without_prompt(element)
        else:
            unwrap(element)
            end_rightly(holder)
    # The rest at once: a long report is not to be moved block by block.
    holders = {holder: None for each in root.iter(SDT) if (holder := each.getparent()) is not None}
    etree.strip_elements(root, SDT_PR, _END_PR)
    etree.strip_tags(root, SDT, SDT_CONTENT)
    for holder in holders:
        end_rightly(holder)


def _without_prompt(element: Element) -> None:
    """Take out a control that nobody answered, with the paragraph that holds nothing else; a cell or row stays."""
    if shape_of(element) in ("cell", "row"):
        content = element.find(SDT_CONTENT)
        for each in [] if content is None else list(content.iter(RUN)):
            remove(each)
        unwrap(element)
        return
    line = element.getparent()
    take_out(element)
    if line is not None and line.tag == P and not shows(line):
        take_out(line)


def _without_custom_xml(root: Element) -> None:
    """Leave the words, and take off the names that a council's own programs gave them (17.5.1)."""
    etree.strip_elements(root, w("customXmlPr"), w("smartTagPr"), with_tail=False)
    etree.strip_tags(root, w("customXml"), w("smartTag"))
