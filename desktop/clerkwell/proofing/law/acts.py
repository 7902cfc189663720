"""Acts of Parliament that reports cite by name and year, where the year is none in which there was such an Act."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class NoAct(NamedTuple):
    """An Act cited with a wrong name or year: where that stands, and what is right ("" where that is not certain)."""

    start: int
    end: int
    better: str


# Every year in which there was an Act of this very name.
_YEARS: Final = {
    "Equality Act": (2006, 2010),
    "Freedom of Information Act": (2000,),
    "Data Protection Act": (1984, 1998, 2018),
    "Care Act": (2014,),
    "Localism Act": (2011,),
    "Human Rights Act": (1998,),
    "Health and Safety at Work etc. Act": (1974,),
    "Health and Safety at Work Act": (1974,),
    "Crime and Disorder Act": (1998,),
    "Environmental Protection Act": (1990,),
    "Licensing Act": (1872, 1902, 1921, 1949, 1953, 1961, 1964, 1988, 2003),
    "Gambling Act": (2005,),
    "Road Traffic Regulation Act": (1967, 1984),
    "Homelessness Reduction Act": (2017,),
    "Environment Act": (1995, 2021),
    "Planning and Compulsory Purchase Act": (2004,),
    "Police Reform and Social Responsibility Act": (2011,),
    "Procurement Act": (2023,),
    "Bribery Act": (2010,),
    "Modern Slavery Act": (2015,),
    "Building Safety Act": (2022,),
    "Levelling-up and Regeneration Act": (2023,),
    "Traffic Management Act": (2004,),
    "Regulation of Investigatory Powers Act": (2000,),
    "Local Government and Housing Act": (1989,),
    "Local Government Finance Act": (1982, 1987, 1988, 1992, 2012),
    "Flood and Water Management Act": (2010,),
    "Climate Change Act": (2008,),
    "Mental Capacity Act": (2005,),
    "Children and Families Act": (2014,),
    "Town and Country Planning Act": (
        1925, 1932, 1944, 1947, 1953, 1954, 1959, 1962, 1963, 1968, 1971, 1977, 1984, 1985, 1990,
    ),
}  # fmt: skip
_CITED: Final = re.compile(
    rf"(?<![\w-])(?P<name>{'|'.join(sorted(map(re.escape, _YEARS), key=len, reverse=True))})"
    r" (?P<year>[12]\d{3})\b"
)
# "Equalities Act 2010": there is none of that name.
_MISNAMED: Final = re.compile(r"\b(?P<name>Equalities|Equality's) Act 2010\b")
_BEFORE: Final = re.compile(r"[A-Z][\w’'-]*(?:,| and| &| \([^()]*\))? \Z")
_OPENS: Final = re.compile(r"\b(?:The|Under|See|In|By|Of|Both|If|Section|This|That|As|An?|UK) \Z")


def wrong_acts(text: str) -> Iterator[NoAct]:
    """The Acts that a text cites with a year in which there was none of their name."""
    if " Act " not in text:
        return
    for match in _MISNAMED.finditer(text):
        yield NoAct(*match.span("name"), "Equality")
    for match in _CITED.finditer(text):
        years, before = _YEARS[match["name"]], text[: match.start()]
        # "Sustainable Equality Act 2011" would be another.
        if int(match["year"]) in years or (_BEFORE.search(before) and not _OPENS.search(before)):
            continue
        yield NoAct(*match.span("year"), str(years[0]) if len(years) == 1 else "")
