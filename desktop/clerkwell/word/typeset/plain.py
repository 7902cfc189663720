"""A document without its content controls, for a program that makes pages of it and stumbles over them."""

from clerkwell.word.ooxml.names import FOOTER, FOOTNOTES, HEADER, SDT, SDT_CONTENT
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child, put_in_place


def without_controls(document: bytes) -> bytes:
    """The same words and looks, in no controls. Raises `WordError` for what is no Word document."""
    package = OpenPackage(document)
    others = [each.target for each in package.relations(package.main) if each.kind in (HEADER, FOOTER, FOOTNOTES)]
    for part in (package.main, *(each for each in others if each in package.names)):
        controls = list(package.tree(part).iter(SDT))
        if controls:
            package.touch(part)
        # The inner ones first: what is put in the place of an outer one is plain already.
        for control in reversed(controls):
            inside = child(control, SDT_CONTENT)
            put_in_place(control, [] if inside is None else list(inside))
    return package.save()
