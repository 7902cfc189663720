"""The words that a template prints above the recommendations, from which each of them goes on."""

from typing import Final

from clerkwell.packs.pack import Pack

# The field that holds them, and the section that they are printed above.
LEAD_IN: Final = "recommendation-stem"
LED_IN: Final = "recommendations"


def lead_ins(pack: Pack) -> tuple[str, ...]:
    """Every way in which this pack's lists write them; none where its template prints none."""
    spec = pack.field(LEAD_IN)
    if spec is None or not spec.vocab:
        return ()
    return tuple(words for each in pack.manifest.vocab[spec.vocab].entries for words in (each.name, *each.aliases))
