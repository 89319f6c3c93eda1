"""A whole visit at a totem, in the visitor's steps."""

from __future__ import annotations

import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from app.kiosk.policy import Mode
from app.ui.routes import Route

RONG_YI_TONG = "application/rong-yi-tong"


def test_a_visitor_finds_rong_yi_tong_with_three_taps_takes_it_and_walks_off(totem) -> None:
    attract = totem.picture()
    totem.begin()
    home = totem.picture()
    # Three taps: search, the letter R, the card.
    totem.touch(totem.visit.bar.items["search"])
    totem.touch(totem.screen.board.keys["R"])
    card = next(one for one in totem.screen.results if one.entry_id == RONG_YI_TONG)
    totem.touch(card)
    assert totem.ctx.session.route == Route.to(RONG_YI_TONG)
    # The phone reads it from the panel.
    totem.touch(totem.named(totem.ctx.words("kiosk.detail.take")))
    image = totem.picture().convertToFormat(QImage.Format.Format_RGB888)
    picture = Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()),
                               "raw", "RGB", image.bytesPerLine(), 1)  # fmt: skip
    assert any("榕医通" in one.text for one in zxingcpp.read_barcodes(picture))
    totem.touch(totem.named(totem.ctx.words("kiosk.take.keep")))
    # Nobody is there any more; the next visitor finds everything as it was.
    totem.passes(80)
    assert totem.mode is Mode.ATTRACT
    assert totem.picture() == attract
    totem.begin()
    assert totem.picture() == home
    assert totem.ctx.session.kept == []
