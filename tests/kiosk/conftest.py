"""Reads QR codes with an independent reader, as a phone would see them on the screen."""

from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image

from app.kiosk.codes import QUIET, Code


def photographed(code: Code, pixels: int = 5) -> Image.Image:
    """The code as the screen paints it: five pixels a module and a white margin."""
    side = code.side + 2 * QUIET
    small = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.modules, start=QUIET):
        for x, is_dark in enumerate(row, start=QUIET):
            if is_dark:
                small.putpixel((x, y), 0)
    return small.resize((side * pixels, side * pixels), Image.Resampling.NEAREST)


@pytest.fixture
def scan() -> Callable[[Code], str]:
    """What a reader gives back for one code; level M is part of the agreement."""

    def scanned(code: Code) -> str:
        (found,) = zxingcpp.read_barcodes(photographed(code), formats=zxingcpp.BarcodeFormat.QRCode)
        assert found.ec_level == "M"
        return str(found.text)

    return scanned
