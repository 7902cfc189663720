"""Form fields of the older kind and content controls of a document: they become words, and are told for what they ask.

A template made for filling in says by these where something goes. The program puts places of its own there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import content_of, properties_of, title_of, unwrap
from clerkwell.word.ooxml.names import RPR, RUN, SDT, VAL, W15, P, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child, put_in_place, remove
from clerkwell.word.template.controls import plain_run

AskedFor = Literal["text", "date", "choice", "yes-no"]
# What stays as it is: Word's own building blocks, pictures and lists of contents (17.5.2).
_KEPT: Final = ("docPartObj", "docPartList", "picture", "citation", "bibliography", "equation", "group")
_ASKING: Final = re.compile(
    r"(?:MACROBUTTON\s+\S+\s*(?P<button>.*)|(?:FILLIN|ASK\s+\S+)\s+\"?(?P<question>[^\"\\]*)\"?.*"
    r"|MERGEFIELD\s+\"?(?P<gap>[^\"\\]*)\"?.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_CODES: Final = (b"MACROBUTTON", b"FILLIN", b"MERGEFIELD", b"ASK ")
_NOTHING: Final = "[Answer]"
_WORD_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"


@dataclass(frozen=True)
class Asked:
    """Something that a document asked for: in which lines (by number), in whose words, and what it called it.

    `legacy`: a form field of the older kind. `choices` are the answers that it offered; `again`: it could be repeated.
    `prompt`: the words are a prompt and no answer.
    """

    first: int
    last: int
    words: str
    title: str = ""
    kind: AskedFor = "text"
    choices: tuple[str, ...] = ()
    legacy: bool = False
    again: bool = False
    prompt: bool = True


@dataclass(frozen=True)
class Begun:
    """What was asked, while it is known by its paragraphs alone."""

    paragraphs: tuple[Element, ...]
    words: str
    title: str
    kind: AskedFor
    choices: tuple[str, ...] = ()
    legacy: bool = False
    again: bool = False
    prompt: bool = True

    def at(self, lines: Mapping[Element, int]) -> Iterator[Asked]:
        """The same by numbers of lines, where its paragraphs are lines at all."""
        numbers = sorted(lines[each] for each in self.paragraphs if each in lines)
        if numbers:
            yield Asked(
                numbers[0], numbers[-1], self.words, self.title, self.kind, self.choices, self.legacy, self.again,
                self.prompt,
            )  # fmt: skip


def settle_asking(package: OpenPackage) -> list[Begun]:
    """Make words of every form field and content control, in the order that they stand in."""
    found: list[Begun] = []
    for part in stories(package):
        data = package.data(part)
        root = package.tree(part)
        legacy = list(_legacy(root)) if b"ffData" in data else []
        legacy += list(_buttons(root)) if any(each in data for each in _CODES) else []
        controls = list(_controls(root)) if b"sdt" in data else []
        if legacy or controls:
            package.touch(part)
        found += [*controls, *legacy]
    return found


def _buttons(root: Element) -> Iterator[Begun]:
    """Codes that ask (17.16.5): a button to click on, a question put at opening, a gap for a mail merge."""
    for begin in [each for each in root.iter(w("fldChar")) if each.get(w("fldCharType")) == "begin"]:
        run = begin.getparent()
        paragraph = None if run is None else next(run.iterancestors(P), None)
        if run is None or paragraph is None or run.getparent() is None:
            continue
        runs = list(paragraph.iter(RUN))
        made, shown = _field(runs[runs.index(run) :])
        code = "".join(each.text or "" for part in made for each in part.iter(w("instrText"), w("fldChar"), T))
        asking = _ASKING.match(code.strip())
        if asking is None or any(True for part in made for _ in part.iter(w("ffData"))):
            continue
        said = " ".join("".join(each.text or "" for part in shown for each in part.iter(T)).split())
        words = " ".join((asking["button"] or said or asking["question"] or asking["gap"] or "").split()).strip('"')
        words = words or _NOTHING
        new = plain_run(words)
        run.addprevious(new)
        for each in (*made, *shown):
            remove(each)
        yield Begun((paragraph,), words, (asking["question"] or asking["gap"] or "").strip(), "text", prompt=True)
    for simple in [each for each in root.iter(w("fldSimple")) if _ASKING.match(each.get(w("instr"), "").strip())]:
        paragraph = next(simple.iterancestors(P), None)
        words = " ".join("".join(each.text or "" for each in simple.iter(T)).split())
        put_in_place(simple, list(simple))
        if paragraph is not None and words:
            yield Begun((paragraph,), words, "", "text")


def _controls(root: Element) -> Iterator[Begun]:
    for control in list(root.iter(SDT)):
        properties = properties_of(control)
        content = content_of(control)
        if properties is None or any(child(properties, w(name)) is not None for name in _KEPT):
            continue
        again = child(properties, f"{{{W15}}}repeatingSection") is not None
        # One round others only keeps them together; what they ask is asked by each.
        outer = any(_asks(each) for each in content.iter(SDT))
        prompt = child(properties, w("showingPlcHdr")) is not None
        kind, choices = _kind(properties)
        words = " ".join("".join(each.text or "" for each in content.iter(T)).split())
        paragraph = next(control.iterancestors(P), None)
        held = (paragraph,) if paragraph is not None else tuple(content.iter(P))
        if not words and not outer:
            words, prompt = _NOTHING, True
            _say(content, paragraph)
        title = title_of(control) or ("" if prompt else words)
        unwrap(control)
        if held and not (outer and not again):
            yield Begun(held, words, title, kind, choices, again=again, prompt=prompt)


def _asks(control: Element) -> bool:
    properties = properties_of(control)
    return properties is not None and not any(child(properties, w(name)) is not None for name in _KEPT)


def _kind(properties: Element) -> tuple[AskedFor, tuple[str, ...]]:
    if child(properties, w("date")) is not None:
        return "date", ()
    if child(properties, f"{{{_WORD_W14}}}checkbox") is not None:
        return "yes-no", ()
    for name in ("dropDownList", "comboBox"):
        listed = child(properties, w(name))
        if listed is not None:
            shown = (each.get(w("displayText"), "") or each.get(w("value"), "") for each in listed.iter(w("listItem")))
            choices = tuple(each for each in shown if each.strip() and not each.casefold().startswith("choose an"))
            folded = {each.casefold() for each in choices}
            return ("yes-no", ()) if folded == {"yes", "no"} else ("choice", choices)
    return "text", ()


def _say(content: Element, paragraph: Element | None) -> None:
    """Give an empty control words to be found by."""
    holder = content if paragraph is not None else next(content.iter(P), None)
    if holder is not None:
        holder.append(plain_run(_NOTHING))


def _legacy(root: Element) -> Iterator[Begun]:
    """Form fields (17.16.17): between the marks of a field, the first of which says what is asked."""
    for data in list(root.iter(w("ffData"))):
        mark = data.getparent()
        begin = None if mark is None else mark.getparent()
        paragraph = None if begin is None else next(begin.iterancestors(P), None)
        if begin is None or paragraph is None or begin.tag != RUN:
            continue
        runs = [each for each in paragraph.iter(RUN)]
        inside, shown = _field(runs[runs.index(begin) :])
        kind, choices, title = _asked_by(data)
        said = " ".join("".join(each.text or "" for run in shown for each in run.iter(T)).split())
        prompt = not said or said == _default(data)
        words = said or (f"[{title}]" if title else _NOTHING)
        new = plain_run(words)
        look = child(begin, RPR)
        if look is not None:
            new.insert(0, look)
        begin.addprevious(new)
        for each in (*inside, *shown):
            remove(each)
        yield Begun((paragraph,), words, title, kind, choices, legacy=True, prompt=prompt)


def _field(runs: list[Element]) -> tuple[list[Element], list[Element]]:
    """The runs of the field that the first one begins: those that make it, and those of its answer."""
    made: list[Element] = []
    shown: list[Element] = []
    deep, answer = 0, False
    for run in runs:
        kinds = [each.get(w("fldCharType")) for each in run.iter(w("fldChar"))]
        deep += kinds.count("begin") - kinds.count("end")
        if not kinds and answer and next(run.iter(w("instrText")), None) is None:
            shown.append(run)
        else:
            made.append(run)
        answer = answer or "separate" in kinds
        if deep <= 0:
            break
    return made, shown


def _asked_by(data: Element) -> tuple[AskedFor, tuple[str, ...], str]:
    said = (child(data, w(name)) for name in ("statusText", "helpText"))
    told = next((each.get(VAL, "") for each in said if each is not None and each.get(VAL, "").strip()), "")
    name = child(data, w("name"))
    own = "" if name is None else name.get(VAL, "")
    # What Word calls them by itself says nothing.
    title = told or ("" if own.rstrip("0123456789") in ("Text", "Check", "Dropdown", "") else own.replace("_", " "))
    if child(data, w("checkBox")) is not None:
        return "yes-no", (), title
    listed = child(data, w("ddList"))
    if listed is not None:
        choices = tuple(each.get(VAL, "").strip() for each in listed.iter(w("listEntry")) if each.get(VAL, "").strip())
        yes_no = {each.casefold() for each in choices} == {"yes", "no"}
        return ("yes-no", (), title) if yes_no else ("choice", choices, title)
    text = child(data, w("textInput"))
    kind = None if text is None else child(text, w("type"))
    return ("date" if kind is not None and kind.get(VAL) == "date" else "text"), (), title


def _default(data: Element) -> str:
    found = data.find(f"{w('textInput')}/{w('default')}")
    return "" if found is None else found.get(VAL, "").strip()
