"""The looks that a blank form adds to the council's template: boxes of guidance, ruled lines to write on.

A pack may name styles of its own for them (the roles `form-note`, `form-answer`, `form-reference`, `form-mark`);
otherwise styles are added, based on those of the template, so that a maintainer can change them in one place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, STYLES, W, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles, folded
from clerkwell.word.ooxml.xml import child, quoted
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.words import look, run

# The room between two ruled lines, in twentieths of a point: 8 mm, as writing paper has.
LINE: Final = 454

# What parts a box from its neighbours, in twentieths of a point.
_APART: Final = "200"

# Dark grey on light grey: contrast 9 to 1 (WCAG 2.1, 1.4.6).
_INK, _PAPER, _RULE = "404040", "F2F2F2", "7F7F7F"
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="{_RULE}"/>' for side in ("top", "left", "bottom", "right")
)
_UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr>'
# By role: the style's name, the role that it is based on, and its properties.
_ADDED: Final[Mapping[str, tuple[str, str, str]]] = {
    "form-note": (
        "Form Note",
        "paragraph",
        f"<w:pPr><w:keepLines/>{_UNNUMBERED}<w:pBdr>{_BOX}</w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_PAPER}"/>'
        '<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="113" w:right="113" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
        f'<w:rPr><w:color w:val="{_INK}"/></w:rPr>',
    ),
    "form-answer": (
        "Form Answer",
        "paragraph",
        f'<w:pPr>{_UNNUMBERED}<w:spacing w:before="60" w:after="160" w:line="{LINE}" w:lineRule="atLeast"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>',
    ),
    "form-mark": (
        "Form Mark",
        "header",
        f'<w:pPr>{_UNNUMBERED}<w:spacing w:before="0" w:after="120"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{_INK}"/></w:rPr>',
    ),
}
_REFERENCE = ("Form Reference", f'<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{_INK}"/></w:rPr>')


@dataclass(frozen=True)
class FormLooks:
    """The ids of the styles of a blank form. `sub_heading` is the template's own."""

    note: str
    answer_style: str
    mark: str
    reference: str
    sub_heading: str

    def note_paragraph(self, title: str, text: str) -> str:
        """A paragraph of a box of guidance."""
        words = (run(title, look(bold=True)) if title else "") + run(f"{' ' if title else ''}{text}" if text else "")
        return f'<w:p><w:pPr><w:pStyle w:val="{self.note}"/></w:pPr>{words}</w:p>'

    def list_paragraph(self, told: str) -> str:
        """A paragraph of a box that lists answers, as `field_choices` has them: what they are for, and then each."""
        beginning, parted, names = told.partition(": ")
        words = run(f"{beginning}{parted}", look(bold=True)) + run(names)
        return f'<w:p><w:pPr><w:pStyle w:val="{self.note}"/></w:pPr>{words}</w:p>'

    def answer(self, words: str, lines: str) -> str:
        """Room to write: these runs on a line, and under them a run of ruled lines."""
        style = f'<w:pStyle w:val="{self.answer_style}"/>'
        return (
            f'<w:p><w:pPr>{style}<w:keepNext/><w:spacing w:after="0"/></w:pPr>{words}</w:p>'
            f"<w:p><w:pPr>{style}</w:pPr>{lines}</w:p>"
        )

    def refer(self, text: str) -> str:
        """A run that points at a note."""
        return run(text, look(style=self.reference))


def set_apart(box: Sequence[Element], *, above: bool = True, keep: bool = False) -> None:
    """Part a box of guidance from what stands under it, and above it; `keep` holds it together with what comes next."""
    for at, paragraph in enumerate(box):
        properties = child(paragraph, PPR)
        if properties is None:
            continue
        if keep:
            etree.SubElement(properties, w("keepNext"))
        apart = {w("before"): _APART} if at == 0 and above else {}
        apart |= {w("after"): _APART} if at == len(box) - 1 else {}
        if apart:
            etree.SubElement(properties, w("spacing"), apart)


def ruled(lines: int) -> str:
    """A run that rules the rest of this line, and more lines below it, up to the next tab stop."""
    return f"<w:r><w:tab/>{'<w:br/><w:tab/>' * (lines - 1)}</w:r>"


def add_form_looks(package: OpenPackage, roles: Mapping[str, str]) -> FormLooks:
    """Give a template the styles of a blank form, but for those that the pack names.

    `WordError` if the template has no styles.
    """
    part = package.related(STYLES)
    root = None if part is None else package.touch(part)
    looks = Looks(roles, Styles(root))
    made: dict[str, str] = {}
    for role, (name, base, properties) in _ADDED.items():
        made[role] = _named(role, roles, looks, "paragraph") or _add(
            root, name, "paragraph", looks.paragraph(base), properties
        )
    name, properties = _REFERENCE
    reference = _named("form-reference", roles, looks, "character") or _add(root, name, "character", "", properties)
    return FormLooks(
        made["form-note"], made["form-answer"], made["form-mark"], reference, looks.paragraph("sub-heading")
    )


def _named(role: str, roles: Mapping[str, str], looks: Looks, kind: str) -> str | None:
    """The style of the template that the pack names for a role."""
    name = roles.get(role)
    found = None if name is None else looks.styles.named(name, "character" if kind == "character" else "paragraph")
    return None if found is None else found.id


def _add(root: Element | None, name: str, kind: str, base: str, properties: str) -> str:
    """Add a style under a name and an id that are not taken; its id."""
    if root is None:
        return ""
    ids = {each.get(f"{{{W}}}styleId", "") for each in root}
    names = {folded(each.get(f"{{{W}}}val", "")) for each in root.iter(f"{{{W}}}name")}
    number, wanted = 1, name
    while wanted.replace(" ", "") in ids or folded(wanted) in names:
        number += 1
        wanted = f"{name} {number}"
    style_id = wanted.replace(" ", "")
    based = f'<w:basedOn w:val="{quoted(base)}"/>' if base else ""
    root.append(
        etree.fromstring(
            f'<w:style xmlns:w="{W}" w:type="{kind}" w:customStyle="1" w:styleId="{style_id}">'
            f'<w:name w:val="{wanted}"/>{based}<w:uiPriority w:val="90"/><w:qFormat/>{properties}</w:style>'
        )
    )
    return style_id
