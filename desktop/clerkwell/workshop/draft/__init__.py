"""A pack that is being made: a `Pack` value, and edits that are functions from one to the next.

`with_manifest` and `with_template` write what changed and leave the rest of the files as they are.
"""

from clerkwell.workshop.draft.changing import with_manifest, with_template
from clerkwell.workshop.draft.manifest_text import manifest_text

__all__ = ["manifest_text", "with_manifest", "with_template"]
