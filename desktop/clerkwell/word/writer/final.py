"""Making a document plain for the final export: no content controls, no custom XML, no prompts, nothing to fill in."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import is_placeholder, unwrap
from clerkwell.word.ooxml.names import CUSTOM_XML, FOOTER, GLOSSARY, HEADER, SDT, P
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.writer.clearing import end_rightly, take_out
from clerkwell.word.writer.fields import shows


def make_plain(package: OpenPackage) -> None:
    """Take every control out of the body, headers and footers, and what only controls and prompts need."""
    relations = package.relations(package.main)
    stories = [each.target for each in relations if each.kind in (HEADER, FOOTER) and each.target in package.names]
    for part in [package.main, *stories]:
        if b"sdt" in package.data(part) and next(package.tree(part).iter(SDT), None) is not None:
            _without_controls(package.touch(part))
    for relation in list(relations):
        if relation.kind in (CUSTOM_XML, GLOSSARY):
            relations.drop(relation.id)
            package.drop(relation.target)


def _without_controls(root: Element) -> None:
    for element in list(root.iter(SDT)):
        if element.getparent() is None:
            continue
        if is_placeholder(element):
            _without_prompt(element)
        else:
            holder = element.getparent()
            unwrap(element)
            if holder is not None:
                end_rightly(holder)


def _without_prompt(element: Element) -> None:
    """Take out a control that nobody answered, with the paragraph that holds nothing else."""
    line = element.getparent()
    take_out(element)
    if line is not None and line.tag == P and not shows(line):
        take_out(line)
