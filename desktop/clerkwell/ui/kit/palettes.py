"""The looks as colours: light, dark, and both again in high contrast."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """The colours of a look.

    Words are at least 4.5:1 on every ground they stand on (7:1 in high contrast), `line` and `accent` 3:1, by WCAG 2.2.
    `faint` is for what cannot be used, `line` for the edges of controls, `hairline` for what only divides.
    """

    dark: bool
    high: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    hairline: str
    line: str
    faint: str
    accent: str
    on_accent: str
    accent_wash: str
    error: str
    error_wash: str
    warning: str
    warning_wash: str
    info: str
    good: str
    good_wash: str

    def edge(self, *, focused: bool) -> str:
        """The colour of the edge round a chosen item of a list: a wash alone says too little in high contrast."""
        if focused:
            return self.accent
        return self.line if self.high else "transparent"


LIGHT = Colours(
    dark=False,
    high=False,
    window="#f4f5f6",
    base="#ffffff",
    raised="#fbfbfc",
    text="#1a1d21",
    muted="#545b63",
    hairline="#d9dcdf",
    line="#7b828a",
    faint="#666d75",
    accent="#1d5c99",
    on_accent="#ffffff",
    accent_wash="#dfebf7",
    error="#b3261e",
    error_wash="#fbeae9",
    warning="#855200",
    warning_wash="#fcf1dd",
    info="#2a5f93",
    good="#1e6b39",
    good_wash="#e4f3e9",
)
DARK = Colours(
    dark=True,
    high=False,
    window="#1d2023",
    base="#25292d",
    raised="#2c3035",
    text="#eceef0",
    muted="#b3bac1",
    hairline="#3b4147",
    line="#838b93",
    faint="#969ea6",
    accent="#83bbf2",
    on_accent="#0e1d2b",
    accent_wash="#2a3d50",
    error="#ff9c94",
    error_wash="#432a29",
    warning="#f2b75f",
    warning_wash="#41341f",
    info="#8fc2f3",
    good="#82d39e",
    good_wash="#24392c",
)
# Pure grounds, lines that are as plain as the words, and one loud colour for where the keyboard is.
CONTRAST_DARK = Colours(
    dark=True,
    high=True,
    window="#000000",
    base="#000000",
    raised="#141414",
    text="#ffffff",
    muted="#e6e6e6",
    hairline="#8f8f8f",
    line="#ffffff",
    faint="#a6a6a6",
    accent="#ffe21a",
    on_accent="#000000",
    accent_wash="#00324f",
    error="#ffb3ab",
    error_wash="#4a0f0b",
    warning="#ffbf66",
    warning_wash="#3d2600",
    info="#8fd6ff",
    good="#8df0ac",
    good_wash="#003818",
)
CONTRAST_LIGHT = Colours(
    dark=False,
    high=True,
    window="#ffffff",
    base="#ffffff",
    raised="#f2f2f2",
    text="#000000",
    muted="#2b2b2b",
    hairline="#6e6e6e",
    line="#000000",
    faint="#595959",
    accent="#0036c9",
    on_accent="#ffffff",
    accent_wash="#d6e8ff",
    error="#8a0000",
    error_wash="#ffe3e0",
    warning="#5c3500",
    warning_wash="#ffefcc",
    info="#00337a",
    good="#00471d",
    good_wash="#d8f5e0",
)
LOOKS = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
