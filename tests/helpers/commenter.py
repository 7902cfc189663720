"""Somebody who comments on a Word document and answers, as Word writes it down (ECMA-376 part 1, 17.13.4)."""

from copy import deepcopy
from datetime import datetime, timedelta
from itertools import count

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import RUN, W14, W15, XML_SPACE, P, R, T, W, w
from clerkwell.word.ooxml.opened import OpenPackage

_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
GONE = (w("del"), w("moveFrom"))


class Commenter:
    """One person at a document. Call what is to be done, in turn, then take `saved`."""

    def __init__(self, data: bytes, name: str, when: datetime) -> None:
        self._package = OpenPackage(data)
        self._root = self._package.touch(self._package.main)
        self._name = name
        self._when = when
        used = [int(found) for each in self._root.iter() if (found := each.get(w("id"), "")).lstrip("-").isdecimal()]
        self._ids = count(max([9000, *(each for each in used if each < 100000)]) + 1)

    @property
    def saved(self) -> bytes:
        """The document as it is now."""
        return self._package.save()

    def comment(self, words: str, text: str, *, parent: str = "") -> str:
        """Comment on words, or answer the comment `parent` on them; the comment's id."""
        runs = self._runs(words)
        number = str(next(self._ids))
        runs[0].addprevious(self._root.makeelement(w("commentRangeStart"), {w("id"): number}))
        end = self._root.makeelement(w("commentRangeEnd"), {w("id"): number})
        runs[-1].addnext(end)
        end.addnext(self._reference(number))
        comments = self._part("comments", f"{R}/comments", f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}"/>')
        said = etree.SubElement(comments, w("comment"), self._by() | {w("id"): number})
        line = etree.SubElement(said, P, {f"{{{W14}}}paraId": f"4{int(number):07X}"})
        etree.SubElement(etree.SubElement(line, RUN), T).text = text
        more = {f"{{{W15}}}paraId": f"4{int(number):07X}", f"{{{W15}}}done": "0"}
        if parent:
            more[f"{{{W15}}}paraIdParent"] = self._paragraph_of(parent)
        etree.SubElement(self._extended(), f"{{{W15}}}commentEx", more)
        return number

    def reply(self, text: str, answer: str) -> str:
        """Answer the comment that says `text`."""
        comments = self._part("comments", f"{R}/comments", "")
        said = next(each for each in comments if "".join(each.itertext()) == text)
        number = said.get(w("id"), "")
        new = str(next(self._ids))
        for kind in ("commentRangeStart", "commentRangeEnd"):
            mark = next(each for each in self._root.iter(w(kind)) if each.get(w("id")) == number)
            mark.addnext(self._root.makeelement(w(kind), {w("id"): new}))
        end = next(each for each in self._root.iter(w("commentRangeEnd")) if each.get(w("id")) == new)
        end.addnext(self._reference(new))
        comment = etree.SubElement(comments, w("comment"), self._by() | {w("id"): new})
        line = etree.SubElement(comment, P, {f"{{{W14}}}paraId": f"4{int(new):07X}"})
        etree.SubElement(etree.SubElement(line, RUN), T).text = answer
        parent = self._paragraph_of(number)
        names = {"paraId": f"4{int(new):07X}", "paraIdParent": parent, "done": "0"}
        etree.SubElement(
            self._extended(), f"{{{W15}}}commentEx", {f"{{{W15}}}{name}": value for name, value in names.items()}
        )
        return new

    def resolve(self, text: str) -> None:
        """Resolve the comment that says `text`."""
        comments = self._part("comments", f"{R}/comments", "")
        number = next(each for each in comments if "".join(each.itertext()) == text).get(w("id"), "")
        paragraph = self._paragraph_of(number)
        for each in self._extended():
            if each.get(f"{{{W15}}}paraId") == paragraph:
                each.set(f"{{{W15}}}done", "1")

    def remove_comment(self, text: str) -> None:
        """Delete the comment that says `text`, with its answers."""
        comments = self._part("comments", f"{R}/comments", "")
        first = next(each for each in comments if "".join(each.itertext()) == text)
        own = self._paragraph_of(first.get(w("id"), ""))
        gone = {
            own,
            *(
                each.get(f"{{{W15}}}paraId", "")
                for each in self._extended()
                if each.get(f"{{{W15}}}paraIdParent") == own
            ),
        }
        for comment in list(comments):
            number = comment.get(w("id"), "")
            if self._paragraph_of(number) in gone:
                comments.remove(comment)
                for mark in list(self._root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
                    holder = mark.getparent()
                    if mark.get(w("id")) == number and holder is not None:
                        holder.remove(mark)
        for each in list(self._extended()):
            if each.get(f"{{{W15}}}paraId") in gone:
                self._extended().remove(each)

    def _by(self) -> dict[str, str]:
        self._when += timedelta(minutes=1)
        return {w("author"): self._name, w("date"): f"{self._when:%Y-%m-%dT%H:%M:%SZ}"}

    def _line(self, words: str) -> Element:
        for line in self._root.iter(P):
            if words in text_of(line):
                return line
        raise AssertionError(f"no paragraph says {words!r}")

    def _runs(self, words: str) -> list[Element]:
        """The runs that say these words and no more; runs are parted where they begin and end."""
        line = self._line(words)
        start = text_of(line).index(words)
        for at in (start, start + len(words)):
            seen = 0
            for run in live(line):
                said = words_in(run)
                if seen < at < seen + len(said):
                    part(run, at - seen)
                    break
                seen += len(said)
        done, seen = [], 0
        for run in live(line):
            said = words_in(run)
            if said and start <= seen and seen + len(said) <= start + len(words):
                done.append(run)
            seen += len(said)
        assert "".join(map(words_in, done)) == words
        return done

    def _part(self, name: str, kind: str, empty: str) -> Element:
        part = self._package.related(kind)
        if part is None:
            part = f"word/{name}.xml"
            self._package.add(part, empty.encode(), f"{_TYPE}.{name}+xml")
            self._package.relations(self._package.main).add(kind, part)
        return self._package.touch(part)

    def _extended(self) -> Element:
        return self._part("commentsExtended", _EXTENDED, f'<w15:commentsEx xmlns:w15="{W15}"/>')

    def _reference(self, number: str) -> Element:
        return etree.fromstring(f'<w:r xmlns:w="{W}"><w:commentReference w:id="{number}"/></w:r>')

    def _paragraph_of(self, number: str) -> str:
        comments = self._part("comments", f"{R}/comments", "")
        said = next(each for each in comments if each.get(w("id")) == number)
        return [each.get(f"{{{W14}}}paraId", "") for each in said.iter(P)][-1]


def live(line: Element) -> list[Element]:
    """The runs of a paragraph that are still there, its own."""
    return [
        run
        for run in line.iter(RUN)
        if next(run.iterancestors(P), None) is line and next(run.iterancestors(*GONE), None) is None
    ]


def words_in(run: Element) -> str:
    return "".join(each.text or "" for each in run.iterchildren(T))


def text_of(line: Element) -> str:
    return "".join(map(words_in, live(line)))


def part(run: Element, at: int) -> None:
    [words] = run.findall(T)
    rest = deepcopy(run)
    text = words.text or ""
    words.text = text[:at]
    rest.findall(T)[0].text = text[at:]
    for each in (words, rest.findall(T)[0]):
        each.set(XML_SPACE, "preserve")
    run.addnext(rest)
