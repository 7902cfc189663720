"""Taking out of a Word document what is no reader's business. Parts that hold nothing of it keep their bytes."""

from lxml.etree import _Element as Element

from clerkwell.word.attached.inspecting import found_in
from clerkwell.word.attached.others import kind_of, of_pictures
from clerkwell.word.attached.traces import (
    APP_NAMES,
    ATTACHED_TEMPLATE,
    CELL_DELETED,
    COMMENT_MARKS,
    CORE_NAMES,
    DELETED,
    FORMER,
    INSERTED,
    PERMISSIONS,
    PRINTER,
    RANGES,
    SETTINGS_TOLD,
    THUMBNAIL,
    TRACKED,
    changeable,
    data_relations,
    hidden_runs,
    hidden_styles,
    local,
    pictures,
    property_part,
    settings_part,
    stories,
    talk,
)
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import CUSTOM_PROPERTIES, GLOSSARY, PPR, RPR, RUN, SECT_PR, TC, TR, P, R, W, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import put_in_place, remove
from clerkwell.word.writer.bare import bare, orientation

_TOTAL = "TotalTime"


def strip(data: bytes) -> bytes:
    """The document without comments, tracked changes, hidden text, names of people, and data behind the text.

    Tracked changes are accepted: what was inserted stays, what was deleted goes. Macros and files inside it stay.
    Raises `WordError` if it is no Word document that can be read.
    """
    package = OpenPackage(data)
    if not any(found_in(package)):
        return data
    for name in changeable(package):
        if next(package.tree(name).iter(*TRACKED, *RANGES), None) is not None:
            accept_changes(package.touch(name))
    styles = hidden_styles(package)
    for name in stories(package):
        root = package.tree(name)
        if next(root.iter(*COMMENT_MARKS), None) is not None:
            _without_anchors(package.touch(name))
        for run in list(hidden_runs(root, styles)):
            package.touch(name)
            remove(run)
        named = {each.get(w("id")) for each in root.iter(PERMISSIONS[0]) if each.get(w("ed"))}
        for each in [each for each in root.iter(*PERMISSIONS) if each.get(w("id")) in named]:
            package.touch(name)
            remove(each)
        _without_sessions(package, name)
    _bare_pictures(package)
    _drop_parts(package)
    _clear_properties(package)
    _clear_settings(package)
    return package.save()


def cleaned(data: bytes) -> bytes:
    """A file as an export makes it ready: a picture or a Word document without its notes, any other as it is."""
    if kind_of(data) != "word":
        return bare(data)
    try:
        return strip(data)
    except WordError:
        return data


def accept_changes(root: Element) -> None:
    """Accept every tracked change of a story (ECMA-376 part 1, 17.13.5)."""
    for mark in list(root.iter(*DELETED)):
        holder = mark.getparent()
        if holder is None or holder.tag == RPR:
            continue  # the end of a paragraph, dealt with when the words around it are settled
        if holder.tag == w("trPr"):
            row = holder.getparent()
            if row is not None:
                remove(row)
        else:
            remove(mark)
    for mark in list(root.iter(CELL_DELETED)):
        cell = next(mark.iterancestors(TC), None)
        if cell is not None:
            remove(cell)
    for mark in list(root.iter(*INSERTED)):
        holder = mark.getparent()
        if holder is None or holder.tag in (RPR, w("trPr")):
            remove(mark)
        else:
            put_in_place(mark, list(mark))
    for mark in list(root.iter(*FORMER, *RANGES)):
        remove(mark)
    _join_paragraphs(root)
    _without_hollow_tables(root)


def _join_paragraphs(root: Element) -> None:
    """Join each paragraph whose end was deleted to the one after it, whose looks both then have."""
    # From the last to the first, so that several deleted ends in a row all arrive in the paragraph after them.
    for mark in reversed([each for each in root.iter(*DELETED) if _ends_paragraph(each)]):
        line = next(mark.iterancestors(P), None)
        remove(mark)
        if line is None:
            continue
        after = line.getnext()
        own = [each for each in line if each.tag != PPR]
        properties = line.find(PPR)
        if after is None or after.tag != P or (properties is not None and properties.find(SECT_PR) is not None):
            if not own and after is not None and line.getparent() is not None and not _holds_section(line):
                remove(line)
            continue
        at = 1 if after.find(PPR) is not None else 0
        after[at:at] = own
        remove(line)


def _ends_paragraph(mark: Element) -> bool:
    holder = mark.getparent()
    outer = None if holder is None else holder.getparent()
    return holder is not None and holder.tag == RPR and outer is not None and outer.tag == PPR


def _holds_section(line: Element) -> bool:
    return line.find(f"{PPR}/{SECT_PR}") is not None


def _without_hollow_tables(root: Element) -> None:
    for row in [each for each in root.iter(TR) if each.find(f".//{TC}") is None]:
        remove(row)
    for table in [each for each in root.iter(w("tbl")) if each.find(f".//{TR}") is None]:
        remove(table)


def _without_anchors(root: Element) -> None:
    for anchor in list(root.iter(*COMMENT_MARKS)):
        holder = anchor.getparent()
        remove(anchor)
        if holder is not None and holder.tag == RUN and all(each.tag == RPR for each in holder):
            remove(holder)


def _without_sessions(package: OpenPackage, name: str) -> None:
    if b"rsid" not in package.data(name):
        return
    for element in package.touch(name).iter():
        for attribute in [each for each in element.attrib if str(each).startswith(f"{{{W}}}rsid")]:
            del element.attrib[attribute]


def _bare_pictures(package: OpenPackage) -> None:
    """Take out what cameras noted; a photograph that they say how to turn keeps it, as it would lie on its side."""
    for name in pictures(package):
        data = package.data(name)
        if orientation(data) == 1 and any(of_pictures([data])):
            package.put(name, bare(data))


def _drop_parts(package: OpenPackage) -> None:
    main = package.relations(package.main)
    for hidden in [each for each in main if each.kind in (GLOSSARY, PRINTER)]:
        if hidden.kind == PRINTER:
            for each in list(package.touch(package.main).iter(w("printerSettings"))):
                remove(each)
        main.drop(hidden.id)
        package.drop(hidden.target)
    for relation_id in (*talk(package), *data_relations(package)):
        relation = main.get(relation_id)
        if relation is not None:
            main.drop(relation_id)
            if not relation.external:
                package.drop(relation.target)
    outer = package.relations("")
    for relation in list(outer):
        if relation.kind in (THUMBNAIL, CUSTOM_PROPERTIES):
            outer.drop(relation.id)
            package.drop(relation.target)


def _clear_properties(package: OpenPackage) -> None:
    for kind, known in (("core-properties", {*CORE_NAMES}), ("extended-properties", {*APP_NAMES, _TOTAL})):
        part = property_part(package, kind)
        for element in list(package.tree(part)) if part else ():
            if part and local(element) in known:
                remove(element)
                package.touch(part)


def _clear_settings(package: OpenPackage) -> None:
    part = settings_part(package)
    if part is None:
        return
    relations = package.relations(part)
    for name in (*SETTINGS_TOLD, "attachedTemplate", "trackRevisions"):
        element = package.tree(part).find(w(name))
        if element is not None:
            for inner in element.iter():
                if (related := inner.get(f"{{{R}}}id")) and relations.get(related) is not None:
                    relations.drop(related)
            remove(element)
            package.touch(part)
    for relation in [each for each in relations if each.kind == ATTACHED_TEMPLATE]:
        relations.drop(relation.id)
