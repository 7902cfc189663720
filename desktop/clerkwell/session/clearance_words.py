"""How a part differs from its words as somebody cleared them."""

from clerkwell.comparing import Piece
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.telling import pieces
from clerkwell.comparing.wording import Reworded, text_worded
from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.clearances import Since


def difference(since: Since, report: Report, pack: Pack) -> tuple[Piece, ...]:
    """The words as they were cleared against those there are now, with those round them."""
    names = Naming(report, pack)
    before, after = ("\n".join(each.lines) for each in since.change)
    return pieces(Reworded(text_worded(before), text_worded(after)), names, names)
