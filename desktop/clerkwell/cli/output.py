"""Printing: text for people, JSON for programs."""

import json
import sys


def say(text: str = "") -> None:
    """Print a line for the person."""
    sys.stdout.write(f"{text}\n")


def say_json(value: object) -> None:
    """Print a value as JSON, and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def complain(text: str) -> None:
    """Print a sentence on stderr."""
    sys.stderr.write(f"{text}\n")
