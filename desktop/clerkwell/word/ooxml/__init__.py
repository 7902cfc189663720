"""What writer and reader share: the package, namespaces, styles, content controls."""

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.places import Places, TaggedPlace, template_places

__all__ = ["Places", "TaggedPlace", "WordError", "template_places"]
