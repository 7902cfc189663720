"""The program for macOS: a bundle that is signed, put on a disk image, tried from it, and notarised.

Nobody has run this on a Mac yet. What can be shown without one is `--resolve`: that every package has a wheel there.
"""

import os
import platform
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from housekeeping.places import ROOT, environment
from housekeeping.running import ChoreError
from housekeeping.venvs import ready
from installing.freezing import freeze
from installing.identity import NAME, built_from, version
from installing.macos_icon import SIZES, icns
from installing.macos_wheels import resolve
from installing.proving import prove
from installing.releasing import release, withdraw
from installing.transcript import Transcript

WORK = ROOT / "build" / "macos"
UNTESTED = "Untested: nobody has run this build on a Mac yet."
# Who signs (a Developer ID in the keychain), and the profile in the keychain that notarytool logs in with.
IDENTITY, NOTARY = "CLERKWELL_MAC_IDENTITY", "CLERKWELL_MAC_NOTARY_PROFILE"


class Signing(NamedTuple):
    """Who signs, and who has it notarised; empty where nobody does."""

    identity: str = ""
    notary: str = ""


def build_macos(arguments: list[str]) -> int:
    """Build the disk image on a Mac; with --resolve only show, on any system, that a Mac gets every package."""
    if arguments == ["--resolve"]:
        transcript = Transcript(WORK / "resolved.txt", f"{NAME} {version()} for macOS: the packages it would get")
        transcript.note(UNTESTED)
        resolve(transcript)
        transcript.note("\nEvery package has a wheel for both kinds of Macs.")
        return 0
    if arguments:
        raise ChoreError(f"build-macos takes --resolve or nothing, and was given: {' '.join(arguments)}", 2)
    if sys.platform != "darwin":
        raise ChoreError(
            "The program for macOS can be built on a Mac only: what signs it and makes its disk image is nowhere else. "
            "Run the same command there. Which packages a Mac gets can be seen here: "
            "python3 chores.py build-macos --resolve",
            2,
        )
    signing = configured()
    transcript = Transcript(WORK / "report.txt", f"{NAME} {version()} for macOS, {platform.machine()}")
    transcript.note(UNTESTED)
    transcript.note(built_from())
    name = f"{NAME}-{version()}-{platform.machine()}.dmg"
    withdraw(name)
    draw_icon(WORK, transcript)
    # PyInstaller signs each library and the bundle, by the identity that the spec reads; without one for this Mac only.
    frozen = freeze(WORK, transcript)
    bundle = frozen.folder.with_name(f"{NAME}.app")
    transcript.heading("The signature")
    transcript.run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", bundle])
    image = disk_image(bundle, name, transcript)
    prove_image(image, transcript)
    hand_in(image, signing, transcript)
    release(image, WORK / "inside.cdx.json", transcript)
    transcript.note(UNTESTED)
    return 0


def configured(surroundings: Mapping[str, str] = os.environ) -> Signing:
    """Who signs and notarises here. Raises ChoreError where it is set up by half."""
    signing = Signing(surroundings.get(IDENTITY, ""), surroundings.get(NOTARY, ""))
    if signing.notary and not signing.identity:
        raise ChoreError(
            f"{NOTARY} is set. Name the Developer ID that signs in {IDENTITY} too: Apple takes no other.", 2
        )
    return signing


def draw_icon(work: Path, transcript: Transcript) -> Path:
    """Write the program's icon where the spec looks for it, from our own drawing."""
    work.mkdir(parents=True, exist_ok=True)
    sources = ROOT / "packaging" / "installing"
    pictures = {}
    for size in SIZES:
        file = work / f"icon-{size}.png"
        env = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
        transcript.run([ready(), sources / "drawing.py", sources / "clerkwell.svg", file, str(size)], env=env)
        pictures[size] = file.read_bytes()
    icon = work / "clerkwell.icns"
    icon.write_bytes(icns(pictures))
    return icon


def disk_image(bundle: Path, name: str, transcript: Transcript) -> Path:
    """A disk image with the bundle, and the folder that people drag it to."""
    transcript.heading("The disk image")
    staged = WORK / "image"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    # A copy by Python would lose what a signature holds together; ditto is the system's own.
    transcript.run(["ditto", bundle, staged / bundle.name])
    (staged / "Applications").symlink_to("/Applications")
    image = WORK / name
    transcript.run(["hdiutil", "create", "-ov", "-format", "UDZO", "-volname", NAME, "-srcfolder", staged, image])
    transcript.size("The disk image", image)
    return image


def prove_image(image: Path, transcript: Transcript) -> None:
    """Run the program from the disk image, as it arrives. Raises ChoreError where it does not do what it should."""
    place = WORK / "mounted"
    transcript.run(["hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", place, image])
    try:
        env = {**environment(), "QT_QPA_PLATFORM": "offscreen", "CLERKWELL_HOME": str(WORK / "profile")}
        prove([place / f"{NAME}.app" / "Contents" / "MacOS" / "clerkwell"], WORK / "tried", transcript, env)
    finally:
        transcript.run(["hdiutil", "detach", place])


def hand_in(image: Path, signing: Signing, transcript: Transcript) -> None:
    """Sign the disk image and have Apple notarise it, where that is set up; say so where it is not."""
    if not signing.identity:
        transcript.note(f"Signed for this Mac only: another one warns of it. Name a Developer ID in {IDENTITY}.")
        return
    transcript.run(["codesign", "--sign", signing.identity, "--timestamp", image])
    if not signing.notary:
        transcript.note(f"Not notarised: macOS warns of it at the first start. Name a profile in {NOTARY}.")
        return
    transcript.run(["xcrun", "notarytool", "submit", image, "--keychain-profile", signing.notary, "--wait"])
    transcript.run(["xcrun", "stapler", "staple", image])
    transcript.run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image])
