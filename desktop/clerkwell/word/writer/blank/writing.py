"""The blank form: a pack's template with room to write in every place, and its guidance in numbered notes.

It is for people who plan a report on paper. It is no report: every page says what it is and which pack it is of.
"""

from lxml.etree import _Element as Element

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack
from clerkwell.word.ooxml.controls import controls
from clerkwell.word.ooxml.names import BODY, SECT_PR, STYLES, TR
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories_with_controls
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.writer.blank.form import Form
from clerkwell.word.writer.blank.ink import Lines, make_ticks
from clerkwell.word.writer.blank.lines import part_header
from clerkwell.word.writer.blank.looks import FormLooks, add_form_looks, set_apart
from clerkwell.word.writer.contents import fill_contents
from clerkwell.word.writer.draft import mark_pages
from clerkwell.word.writer.final import make_plain
from clerkwell.word.writer.mirrors import fill_mirrors
from clerkwell.word.writer.page import A4, page_of
from clerkwell.word.writer.properties import set_properties
from clerkwell.word.writer.repeats import Ids
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.traces import clear_traces
from clerkwell.word.writer.words import run


def write_blank(pack: Pack) -> bytes:
    """The blank form of a pack as a Word document; the same pack makes the same bytes.

    `WordError` says what keeps it from being made.
    """
    package = OpenPackage(pack.template)
    clear_traces(package)
    looks = add_form_looks(package, pack.manifest.roles)
    root = package.touch(package.main)
    body = root.find(BODY)
    ids = Ids([package.tree(each) for each in stories_with_controls(package)])
    styles_part = package.related(STYLES)
    found = Looks(pack.manifest.roles, Styles(package.tree(styles_part) if styles_part else None))
    page = A4 if body is None else page_of(body)
    form = Form(pack, looks, Lines(package), ids, page.width, found.prompts)
    if body is not None:
        _fill_body(body, form)
        body[:0] = _opening(pack, looks)
    for part in stories_with_controls(package):
        if part != package.main and controls(package.tree(part)):
            form.fill_fields(package.touch(part))
    fill_contents(package, found.styles, page.width)
    told = _as_report(pack)
    fill_mirrors(package, told, pack, found.prompts)
    make_plain(package)
    make_ticks(root, ids)
    about = pack.manifest.pack
    mark_pages(package, lambda: pieces(_mark(f"Blank form: {about.title}, version\u00a0{about.version}", looks))[0])
    set_properties(package, told, pack)
    return package.save()


def _fill_body(body: Element, form: Form) -> None:
    """Fill the body from its beginning to its end; the notes on the details at the head come after them all."""
    head: list[Element] = []
    started = False
    for child in [each for each in body if each.tag != SECT_PR]:
        parts = [each for each in controls(child) if each.kind in ("section", "group")]
        if parts and not started:
            started = True
            set_apart(head)
            for note in head:
                child.addprevious(note)
        for place in parts:
            if place.kind == "section":
                form.fill_section(place)
        notes = form.fill_fields(child)
        for row in list(child.iter(TR)):
            part_header(row)
        if not started:
            head += notes
            continue
        set_apart(notes, keep=True)
        for note in notes:
            child.addprevious(note)
    if not started:
        for note in head:
            body.insert(len(body) - 1 if body[-1].tag == SECT_PR else len(body), note)


def _opening(pack: Pack, looks: FormLooks) -> list[Element]:
    about, pages = pack.manifest.pack, pack.manifest.pages
    told = [
        f"{about.title}. Template {about.id}, version {about.version}.",
        "This form has every part that a report of this kind can have, to plan one on paper. The notes in grey boxes "
        "say what the council asks for; they are no part of the report.",
    ]
    if any(spec.nil == "reason" for spec in pack.manifest.section):
        told.append("Where a section has nothing to say, say why: “N/A” or “None” alone is no reason.")
    more = [about.description, pack.manifest.deadlines.note]
    if pages.most is not None:
        more.append(f"A report is usually at most {pages.most} pages long, without its appendices.")
    more.append(pages.note)
    done = looks.note_paragraph("Blank form.", " ".join(told))
    rest = " ".join(each for each in more if each)
    box = pieces(done + (looks.note_paragraph("", rest) if rest else ""))
    set_apart(box, above=False)
    return box


def _mark(text: str, looks: FormLooks) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{looks.mark}"/></w:pPr>{run(text)}</w:p>'


def _as_report(pack: Pack) -> Report:
    """What the form's properties say: its title stands where a report has its subject."""
    title = f"Blank form: {pack.manifest.pack.title}"
    return Report(pack=pack.ref, fields={"subject": FieldValue(text=title, value=title)})
