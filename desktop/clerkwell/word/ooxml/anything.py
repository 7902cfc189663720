"""Opening any Word document, whoever made it: a template, one with macros, Strict Open XML, one that is partly damaged.

Nothing that it names outside itself is looked at, and nothing in it is run.
"""

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.kinds import other_office
from clerkwell.word.ooxml.names import w
from clerkwell.word.ooxml.opened import OpenPackage


def open_any(data: bytes) -> OpenPackage:
    """The document opened. Raises `WordError` with the reason, in one sentence, where it is none that can be read."""
    package = OpenPackage(data, lenient=True)
    if package.tree(package.main).tag != w("document"):
        raise WordError(
            other_office([package.main])
            or "This is not a Word document: where its text should be, there is something else."
        )
    return package
