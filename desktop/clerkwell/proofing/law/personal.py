"""Details of people in a text: their names, telephone numbers and e-mail addresses, as far as they can be told.

A name is told by the title before it or by a common first name; what is a street or a school by its first word's
looks, an officer with a post or a councillor, is none that anybody would keep private.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["name", "telephone", "email", "sum"]


@dataclass(frozen=True)
class Personal:
    """A detail as it stands in a text."""

    kind: Kind
    words: str
    start: int
    end: int


# First names that are common in Britain and are seldom anything else ("Grace", "Mark" and "Victoria" are).
_FIRST_NAMES: Final = """
Aaron Abdul Abigail Adam Adrian Ahmed Aisha Alan Alice Alison Amanda Amelia Amina Amy Andrea Andrew Angela Anita Ann
Anna Anne Anthony Antonia Arthur Ayesha Barbara Ben Benjamin Bernard Beth Bethany Brenda Brian Caroline Catherine
Cheryl Chloe Christina Christine Christopher Claire Clare Colin Connor Craig Daniel Daniela David Dawn Debbie
Deborah Denise Derek Diane Dipak Donna Dorothy Edward Elaine Eleanor Elizabeth Ella Ellie Emily Emma Eric Ethan
Fatima Fiona Frances Gareth Gary Gemma Geoffrey Gillian Glenn Graham Hannah Harriet Hassan Heather Helen Henry Holly
Hugh Ian Imran Irene Isabel Isabella Jacqueline Jake James Jamie Jane Janet Janice Jasmine Jason Javed Jean Jennifer
Jessica Joan Joanna Joanne John Jonathan Joseph Joshua Joyce Judith Julia Julian Julie Karen Kate Katherine Kathleen
Katie Keith Kelly Kenneth Kerry Kevin Kieran Kirsty Laura Lauren Leanne Lesley Liam Linda Lisa Louise Lucy Luke Lynn
Malcolm Margaret Maria Marie Marion Martin Mary Matthew Maureen Maxine Megan Melanie Michael Michelle Mohammed
Muhammad Natalie Natasha Nathan Neil Nicola Nicholas Nigel Oliver Olivia Omar Pamela Patricia Patrick Paul Paula
Pauline Peter Philip Priya Rachel Rajesh Raymond Rebecca Richard Robert Roger Ronald Rosemary Russell Ruth Ryan
Sally Samantha Samuel Sandra Sanjay Sara Sarah Sharon Sheila Shirley Simon Sophie Stephanie Stephen Steven Stuart
Susan Suzanne Tanya Teresa Thomas Timothy Tina Tracey Trevor Valerie Vanessa Veronica Vincent Wendy William Yasmin
Yvonne Zoe
"""
_FIRST: Final = frozenset(_FIRST_NAMES.split())
_SURNAME: Final = r"(?:O[’']|Mc|Mac|de\s|van\s|El-|Al-)?[A-Z][a-zà-ÿ]+(?:[-’'][A-Z][a-zà-ÿ]+)?"
_TITLED: Final = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\b\.?\s+(?:[A-Z]\.?\s+)?{_SURNAME}(?:\s+{_SURNAME})?")
_FULL: Final = re.compile(rf"(?<![\w’'-])(?P<first>[A-Z][a-z]+)\s+(?:[A-Z]\.?\s+)?{_SURNAME}(?![\w’'-]*[’'-]\w)")
# What makes an address, a body or a work of what looks like a name.
_NO_PERSON: Final = re.compile(
    r"\s+(?:Street|St\b|Road|Rd\b|Lane|Avenue|Close|Drive|Way|Place|Square|Gardens?|Court|Crescent|Terrace|Hill|House|Hall"
    r"|Centre|Center|Park|School|Academy|College|Church|Hospital|Library|Building|Theatre|Museum|Trust|Foundation"
    r"|Charity|Fund|Ltd|Limited|LLP|plc|Partners|Partnership|Associates|Group|Act|Review|Report|Inquiry|Award|Prize"
    r"|Estate|Ward|Bridge|Primary|Secondary|Infant|Junior|Surgery|Clinic|Lodge|Point|Tower|Wharf|Market|Line|Walk|Row|Green|Common|Farm|Mews|Day|Week)\b"
    r"|\s+(?:&|and)\s+(?:Sons?|Co|Partners|Daughters?)\b"
)
_MEMBER: Final = re.compile(
    r"(?:\b(?:Councillors?|Cllrs?|Alder(?:man|woman|men|women)|Ald|Deputy|Sheriff|Mayor|Lord|Lady|Sir|Dame|Baroness|Baron|MP"
    r"|Saint|St|King|Queen|Prince|Princess|Judge|Justice|Minister|Secretary|Director|Officer|Manager|Chamberlain|Clerk"
    r"|Executive|Commissioner|Inspector|Chair(?:man|woman)?)\b\.?,?\s*[(–-]?\s*)$"
)
_POST: Final = re.compile(
    r"\s*(?:[,(–-]\s*|is\s+the\s+|as\s+)(?:the\s+)?(?:[\w&’'-]+\s+){0,5}?(?:Director|Head|Manager|Officer|Executive|Chief|Chair"
    r"|Lead|Leader|Member|Solicitor|Chamberlain|Comptroller|Surveyor|Engineer|Planner|Clerk|MP|CBE|OBE|MBE|Inspector|HMI)\b"
)
_TELEPHONE: Final = re.compile(r"(?<![\w.,/-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d[\d\s()-]{7,12}\d(?![\w/])")
# Numbers that are there for everybody to call.
_FOR_ALL: Final = re.compile(r"(?:\+44|0)\s?(?:3\d\d|80[08]|845|870|871)")
_OFFICE: Final = re.compile(
    r"\b(?:desk|office|reception|helpline|hotline|switchboard|enquir(?:y|ies)|customer|contact\s+centre|library|school|team"
    r"|service|duty|emergency)\b[^.]{0,30}$",
    re.I,
)
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PUBLIC_BODY: Final = (".gov.uk", ".police.uk", ".parliament.uk")
_LOOK_BACK: Final = 30


def personal(text: str) -> Iterator[Personal]:
    """The details of people in a text, each kind in order."""
    yield from _names(text)
    if "@" in text:
        for found in _EMAIL.finditer(text):
            if not found[0].casefold().endswith(_PUBLIC_BODY):
                yield Personal("email", found[0], found.start(), found.end())
    if "0" in text or "+44" in text:
        for found in _TELEPHONE.finditer(text):
            figures = re.sub(r"\D", "", found[0])
            for_all = _FOR_ALL.match(found[0].replace("(", "")) or _OFFICE.search(
                text, max(0, found.start() - 2 * _LOOK_BACK), found.start()
            )
            if 10 <= len(figures) <= 13 and not for_all:
                yield Personal("telephone", found[0], found.start(), found.end())


def _names(text: str) -> Iterator[Personal]:
    end = 0
    for found in sorted((*_TITLED.finditer(text), *_first_and_last(text)), key=lambda each: each.start()):
        if found.start() < end or _NO_PERSON.match(text, found.end()) or _NO_PERSON.search(found[0]):
            continue
        before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
        if _MEMBER.search(before) or _POST.match(text, found.end()):
            continue
        end = found.end()
        yield Personal("name", found[0], found.start(), end)


def _first_and_last(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _FULL.finditer(text) if found["first"] in _FIRST)
