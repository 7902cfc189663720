"""`repeat:GROUP` places: one row of the template that serves every section of a group.

The row becomes one for each section that the report has, with the tags of a row made for that section alone:
`section:financial` round it, `heading:financial` for the issue, `body:financial` for the implications, and
`field:financial-sign-off`. So everything after this treats both forms of a table alike, and a draft of either comes
home.
"""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from clerkwell.packs import Pack, Part
from clerkwell.packs.repeating import SIGN_OFF, source_of
from clerkwell.word.ooxml.controls import Control, controls, rename
from clerkwell.word.writer.clearing import take_out
from clerkwell.word.writer.repeats import Ids, as_one, copies


def unfold_groups(root: Element, standing: Sequence[Part], pack: Pack, ids: Ids) -> list[Control]:
    """Make of each repeat over a group the places of its sections that have none of their own; all places then."""
    places = controls(root)
    changed = False
    own = {each.id for each in places if each.kind == "section"}
    for control in places:
        if control.kind != "repeat" or source_of(control.id, pack) != "sections":
            continue
        changed = True
        served = [part.id for part in standing if part.spec.group == control.id and part.id not in own]
        if not served:
            take_out(control.element)
            continue
        for section, element in zip(served, copies(as_one(control.element), len(served), ids), strict=True):
            _make_of(element, control.id, section)
    return controls(root) if changed else places


def _make_of(element: Element, group: str, section: str) -> None:
    tags = {
        f"repeat:{group}": f"section:{section}",
        f"field:{group}.issue": f"heading:{section}",
        f"field:{group}.text": f"body:{section}",
        f"field:{group}.sign-off": f"field:{section}{SIGN_OFF}",
    }
    for each in controls(element):
        if each.tag in tags:
            rename(each.element, tags[each.tag])
