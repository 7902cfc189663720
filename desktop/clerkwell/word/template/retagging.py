"""Naming a place of a Word document anew. How places are put in and taken out is in `steps` and `unmarking`."""

from clerkwell.word.ooxml.controls import controls, properties_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import VAL, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.controls import LONGEST, free_title


def retag(template: bytes, tag: str, new: str, title: str) -> bytes:
    """Give a place another tag and title, wherever it stands: a field's may stand more than once.

    Raises `WordError` where there is none, or the new one is in use.
    """
    if len(new) > LONGEST:
        raise WordError(f"The tag “{new}” is longer than Word keeps: {LONGEST} characters.")
    package = OpenPackage(template)
    there = [(part, each) for part in stories(package) for each in controls(package.tree(part))]
    if new != tag and not new.startswith("field:") and any(each.tag == new for _, each in there):
        raise WordError(f"The template has a place “{new}” already. Take that one away first.")
    found = [(part, each.element) for part, each in there if each.tag == tag]
    if not found:
        raise WordError(f"The template has no place “{tag}”.")
    for part, element in found:
        package.touch(part)
        properties = properties_of(element)
        assert properties is not None
        for name, value in (("alias", free_title(package, title, element)), ("tag", new)):
            said = child(properties, w(name))
            if said is None:
                said = properties.makeelement(w(name), {})
                properties.insert(0, said)
            said.set(VAL, value)
    return package.save()
