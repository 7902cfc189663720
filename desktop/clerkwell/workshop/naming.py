"""What the things of a pack are called for people."""

from clerkwell.packs.manifest import Vocab


def vocab_title(name: str, vocab: Vocab) -> str:
    """What a list is called: by its title, else `public-status` is "Public status"."""
    return vocab.title or name.replace("-", " ").capitalize()
