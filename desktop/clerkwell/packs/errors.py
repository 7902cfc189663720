"""What can go wrong with a pack, in words for the person who maintains it."""


class PackError(Exception):
    """A pack could not be used. The message names the file and what to do, in one sentence."""


class PackNotFoundError(PackError):
    """No pack of this id (and version) is installed."""
