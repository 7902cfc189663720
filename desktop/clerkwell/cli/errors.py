"""What ends a command early."""


class CommandError(Exception):
    """The command cannot do what was asked: one plain sentence, printed on stderr; exit 2."""
