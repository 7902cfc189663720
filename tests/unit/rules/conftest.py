"""The pack that the rules are tried on."""

import pytest

from clerkwell.packs import Pack
from helpers.building import make_pack
from helpers.sound import MORE, WORDED


@pytest.fixture
def pack() -> Pack:
    return make_pack(WORDED + MORE)
