"""What an officer does to a template in Word without meaning harm: random breakages, each said in words.

Each is done on the document's XML as Word leaves it after that act. They are drawn from a seed, so a run can be had
again.
"""

import io
import random
import zipfile
from collections.abc import Callable

from lxml import etree

from helpers import breaking_looks as looks
from helpers import breaking_words as text
from helpers.template_desk import Desk


def broken(template: bytes, kind: str, seed: int) -> tuple[bytes, str]:
    """The template after one act of this kind, and what was done; `NothingThereError` where it cannot be done."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    xml = [name for name in files if name.startswith("word/") and name.endswith(".xml")]
    desk = Desk({name: etree.fromstring(files[name]) for name in xml}, random.Random(f"{kind} {seed}"))
    said = ACTS[kind](desk)
    for name, tree in desk.trees.items():
        files[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue(), said


ACTS: dict[str, Callable[[Desk], str]] = {
    "delete a paragraph": text.delete_paragraph,
    "delete a row": text.delete_row,
    "delete a table": text.delete_table,
    "delete a control": text.delete_control,
    "remove a control": text.unwrap_control,
    "delete words": text.delete_words,
    "double a paragraph": text.double("p"),
    "double a row": text.double("tr"),
    "double a table": text.double("tbl"),
    "double a control": text.double("sdt"),
    "retype": text.retype,
    "paste over": text.paste_over,
    "type a remark": text.type_before,
    "type a prompt": text.new_paragraph,
    "empty a control": text.empty_control,
    "move a section": text.swap,
    "move into another": text.move_into,
    "misspell a tag": looks.retag,
    "lose a tag": looks.untag,
    "unlock": looks.unlock,
    "merge cells": looks.merge,
    "give another style": looks.other_style,
    "rename a style": looks.rename_style,
    "delete a style": looks.delete_style,
    "take numbering away": looks.unnumber_style,
    "make small": looks.small,
    "number otherwise": looks.numbers,
    "set by hand": looks.direct,
    "track an insertion": looks.track("ins"),
    "track a deletion": looks.track("del"),
    "hide words": looks.hide,
}
"""What can be done, by name."""
