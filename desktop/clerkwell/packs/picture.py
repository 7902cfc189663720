"""What a picture of a pack's first page is called: by the template it shows, so that none outlives a change of that."""

import hashlib

from clerkwell.packs.load import TEMPLATE
from clerkwell.packs.pack import Pack


def picture_name(pack: Pack) -> str:
    """The name of the file: the pack's id, and a digest of its template. Other words in the sample look alike."""
    digest = hashlib.sha256(pack.files[TEMPLATE]).hexdigest()
    return f"{pack.id}-{digest[:16]}.png"
