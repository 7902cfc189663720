"""Where pages stand that lie under one another: the sums behind the view, in pixels."""

from clerkwell.ui.kit.style import GAP, GAP_LARGE

# Pixels for a point at 100 %: 96 to the inch, as everywhere on a desktop.
ACTUAL = 96 / 72
SMALLEST, LARGEST = 0.25, 4.0
# As wide as a page of A4, in points.
_USUAL = 595.0


class Stack:
    """Pages of these `sizes`, in points, at a `zoom`; or, if it `fits`, as wide as the `room` in which they stand."""

    def __init__(self) -> None:
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.fits = True
        self.zoom = 1.0
        self.room = 1.0

    def fit(self, width: int) -> None:
        """Take the room there is in a view this wide."""
        self.room = max(width - 2 * GAP_LARGE, 1)
        if self.fits:
            usual = self.sizes[0][0] if self.sizes else _USUAL
            self.zoom = min(max(self.room / (usual * ACTUAL), SMALLEST), LARGEST)

    def set_zoom(self, zoom: float) -> None:
        """Have pages this large from now on."""
        self.fits = False
        self.zoom = min(max(zoom, SMALLEST), LARGEST)

    def pixels(self, page: int) -> float:
        """Pixels for a point of a page. Where pages fit, one that lies on its side fits too."""
        usual = self.zoom * ACTUAL
        return min(usual, self.room / self.sizes[page][0]) if self.fits else usual

    def wide(self, page: int) -> int:
        """How wide a page is."""
        return round(self.sizes[page][0] * self.pixels(page))

    def high(self, page: int) -> int:
        """How high a page is."""
        return round(self.sizes[page][1] * self.pixels(page))

    def offset(self, page: int, part: float) -> int:
        """How far down a place is: so much of a page."""
        above = sum(self.high(each) + GAP_LARGE for each in range(page))
        return above + round(part * (self.high(page) + GAP_LARGE)) if self.sizes else 0

    def down_to(self, page: int, points: float) -> int:
        """How far down so many points down a page are."""
        return self.offset(page, 0.0) + GAP + round(points * self.pixels(page))

    def place(self, value: int) -> tuple[int, float]:
        """The page that is so far down, and how much of it is above that."""
        for page in range(len(self.sizes)):
            high = self.high(page) + GAP_LARGE
            if value < high:
                return page, value / high
            value -= high
        return max(len(self.sizes) - 1, 0), 0.0

    def extent(self) -> tuple[int, int]:
        """How wide and how high all of them are together."""
        if not self.sizes:
            return 0, 0
        wide = max(self.wide(page) for page in range(len(self.sizes)))
        return wide + 2 * GAP, self.offset(len(self.sizes) - 1, 1.0) + GAP
