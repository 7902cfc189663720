"""What stands in a paragraph: runs, fields, links, changes, comments, notes (ECMA-376 part 1, 17.3.3, 17.16)."""

from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import RPR, RUN, R, T, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.document import ChangeKind, Look, Span
from clerkwell.word.reader.fields import hexadecimal
from clerkwell.word.reader.notes import note
from clerkwell.word.reader.story import Story
from clerkwell.word.reader.symbols import shown, symbol
from clerkwell.word.reader.tracking import mark_of
from clerkwell.word.reader.words import plain_words

Start = Callable[[Story, Element], bool]
End = Callable[[Story, Element], None]

_MARKS = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n"}
_CHANGES: Mapping[str, ChangeKind] = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveFrom"): "move-from",
    w("moveTo"): "move-to",
}
_RUN_CHANGE = w("rPrChange")
# At one place at a time; people come to a handful.
MOST_COMMENTS = 200
_NAME, _ID, _TYPE = w("name"), w("id"), w("type")


def _run(story: Story, element: Element) -> bool:
    properties = child(element, RPR)
    paragraph = story.paragraph or story.stray()
    style = paragraph.setting.style_id
    look = story.shared.looks.look(properties, style, story.table_look)
    change = None if properties is None else child(properties, _RUN_CHANGE)
    if change is not None:
        former = story.shared.looks.look(child(change, RPR), style, story.table_look)
        story.former = Look(
            former.bold and not paragraph.given.bold, former.italic and not paragraph.given.italic, former.script
        )
        story.run_marks = (mark_of(change, "formatting"),)
        story.changed()
    elif story.former is not None:
        story.former, story.run_marks = None, ()
        story.changed()
    if look is not story.look:
        story.look = look
        story.changed()
    return False


def _words(story: Story, element: Element) -> bool:
    text = element.text or ""
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    story.say(shown(text, story.look.font))
    return True


def _mark(story: Story, element: Element) -> bool:
    parent = element.getparent()
    # A tab of a paragraph's properties is where words stop, and nothing that is typed (17.3.1.37).
    if parent is not None and parent.tag == RUN:
        story.say(_MARKS[str(element.tag)])
    return True


def _break(story: Story, element: Element) -> bool:
    if element.get(_TYPE) == "page":
        paragraph = story.paragraph
        if paragraph is not None and not paragraph.has_words:
            paragraph.page = True
            return True
        story.turn = True
    story.say("\n")
    return True


def _symbol(story: Story, element: Element) -> bool:
    story.say(symbol(hexadecimal(element.get(w("char"), "")), element.get(w("font"), "")))
    return True


def _field_mark(story: Story, element: Element) -> bool:
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        if element not in story.unended:
            story.begin_field(element)
    elif story.fields and kind == "separate":
        story.fields[-1].settle(story.shared.bookmarks)
    elif story.fields and kind == "end":
        end_field(story)
    story.changed()
    return True


def end_field(story: Story) -> None:
    """The innermost field ends."""
    ended = story.fields.pop()
    if ended.said and story.fields:
        story.fields[-1].said = True
    if not ended.said:
        words, counted = ended.without_result()
        story.say(words)
        if counted:
            story.missed("a number that only Word works out")


def _code(story: Story, element: Element) -> bool:
    if story.fields and not story.fields[-1].shows:
        story.fields[-1].code.append(element.text or "")
    return True


def _simple_field(story: Story, element: Element) -> bool:
    begun = story.begin_field(None)
    begun.code.append(element.get(w("instr"), ""))
    begun.settle(story.shared.bookmarks)
    story.changed()
    return False


def _simple_field_ended(story: Story, _element: Element) -> None:
    if story.fields:
        end_field(story)
    story.changed()


def _link(story: Story, element: Element) -> bool:
    paragraph = story.paragraph or story.stray()
    relation = story.shared.sources.relation(story.part, element.get(f"{{{R}}}id"))
    anchor = element.get(w("anchor")) or ""
    address = relation.target if relation is not None and relation.external else ""
    paragraph.links.append(f"{address}#{anchor}" if anchor else address)
    story.begun[element] = paragraph
    story.changed()
    return False


def _link_ended(story: Story, element: Element) -> None:
    paragraph = story.begun.pop(element, None)
    if paragraph is not None:
        paragraph.links.pop()
    story.changed()


def _change(story: Story, element: Element) -> bool:
    kind = _CHANGES[str(element.tag)]
    story.marks.append(mark_of(element, kind, story.moves.get(kind, "")))
    story.changed()
    return False


def _change_ended(story: Story, _element: Element) -> None:
    story.marks.pop()
    story.changed()


def _move(story: Story, element: Element) -> bool:
    kind = "move-from" if "From" in str(element.tag) else "move-to"
    if str(element.tag).endswith("Start"):
        story.moves[kind] = element.get(_NAME, "")
    else:
        story.moves.pop(kind, None)
    return True


def _comment_begins(story: Story, element: Element) -> bool:
    if len(story.comments) < MOST_COMMENTS:
        story.comments[element.get(_ID, "")] = None
    story.changed()
    return True


def _comment_ends(story: Story, element: Element) -> bool:
    story.comments.pop(element.get(_ID, ""), None)
    story.changed()
    return True


def _comment_mark(story: Story, element: Element) -> bool:
    paragraph = story.paragraph or story.stray()
    comment = element.get(_ID, "")
    if comment not in story.pinned:
        story.pinned.add(comment)
        paragraph.comment(comment)
    return True


def _note(story: Story, element: Element) -> bool:
    # A mark of somebody's own follows in the run; the note stands for it (17.11.14).
    story.silent = element.get(w("customMarkFollows"), "0") not in ("0", "false", "off")
    found = note(story, "footnote" if element.tag == w("footnoteReference") else "endnote", element.get(_ID, ""))
    if found is not None:
        story.show(Span(note=found))
    return True


def _run_ended(story: Story, _element: Element) -> None:
    story.silent = False


def _ruby_ended(story: Story, element: Element) -> None:
    """Words that stand small above others follow them in brackets (17.3.3.25)."""
    above = child(element, w("rt"))
    words = "" if above is None else plain_words(above).strip()
    if words:
        story.say(f" ({words})")


def _bookmark(story: Story, element: Element) -> bool:
    name = element.get(_NAME, "")
    if name and name != "_GoBack":
        (story.paragraph.bookmarks if story.paragraph else story.bookmarks).append(name)
    return True


STARTS: Mapping[str, Start] = {
    RUN: _run,
    T: _words,
    w("delText"): _words,
    **dict.fromkeys(_MARKS, _mark),
    w("br"): _break,
    w("sym"): _symbol,
    w("fldChar"): _field_mark,
    w("instrText"): _code,
    w("delInstrText"): _code,
    w("fldSimple"): _simple_field,
    w("hyperlink"): _link,
    **dict.fromkeys(_CHANGES, _change),
    w("moveFromRangeStart"): _move,
    w("moveFromRangeEnd"): _move,
    w("moveToRangeStart"): _move,
    w("moveToRangeEnd"): _move,
    w("commentRangeStart"): _comment_begins,
    w("commentRangeEnd"): _comment_ends,
    w("commentReference"): _comment_mark,
    w("footnoteReference"): _note,
    w("endnoteReference"): _note,
    w("bookmarkStart"): _bookmark,
}
ENDS: Mapping[str, End] = {
    w("fldSimple"): _simple_field_ended,
    w("hyperlink"): _link_ended,
    **dict.fromkeys(_CHANGES, _change_ended),
    RUN: _run_ended,
    w("ruby"): _ruby_ended,
}
