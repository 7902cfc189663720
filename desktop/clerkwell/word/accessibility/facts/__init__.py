"""The facts of a document that the rules of accessibility ask for, gathered in one reading."""

from clerkwell.word.accessibility.facts.gathering import gather
from clerkwell.word.accessibility.facts.values import (
    Cell,
    Control,
    Drawing,
    Facts,
    Link,
    Look,
    Paragraph,
    Place,
    Row,
    Run,
    Section,
    Table,
)

__all__ = [
    "Cell",
    "Control",
    "Drawing",
    "Facts",
    "Link",
    "Look",
    "Paragraph",
    "Place",
    "Row",
    "Run",
    "Section",
    "Table",
    "gather",
]
