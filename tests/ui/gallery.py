"""A gallery of the components in all their states, for looking beside the design's picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.entry import Citation
from app.ui.context import Context
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.checks import CheckRow, EditionBoxes
from app.ui.widgets.chip import Chip, Tag
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.gauge import ProgressGauge, TideGauge
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState, SideNote, StatusTag, Toast
from app.ui.widgets.rows import RecordRow, SectionHead
from app.ui.widgets.seal import Seal
from app.ui.widgets.seal_book import SealBook, SealText
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.segment import Segment
from app.ui.widgets.select_box import SelectBox

COVER = CoverSpec("exhibit/8k-naked-eye-screen", "display", 7)


def hover(widget: QWidget) -> None:
    """Make a widget look as under the pointer."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    point = QPointF(2, 2)
    QApplication.sendEvent(widget, QEnterEvent(point, point, point))


def focus(widget: QWidget) -> None:
    """Make a widget look as reached by Tab."""
    arrived = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(widget, arrived)


class Gallery(QWidget):
    """One column of everything."""

    def __init__(self, ctx: Context, sources: tuple[str, ...]) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("pageContent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.book = SealBook()
        for source in sources:
            self.book.number(source)
        self.cited = tuple(Citation(source, "第 2 段") for source in sources)
        self.column = QVBoxLayout(self)
        margin = ctx.px(44)
        self.column.setContentsMargins(margin, ctx.px(24), margin, margin)
        self.column.setSpacing(ctx.px(12))
        self.column.addWidget(PlainLabel(ctx, "夜 Night" if ctx.theme.is_dark else "昼 Day", "h1"))
        self._later: list[tuple[str, QWidget]] = []
        for build in (
            self._buttons, self._chips, self._search, self._seals, self._rows, self._checks,
            self._gauge, self._notes, self._cards, self._texts,
        ):  # fmt: skip
            build()
        self.column.addStretch(1)

    def settle(self) -> None:
        """Put states on, once everything has its place."""
        for state, widget in self._later:
            if state == "hover":
                hover(widget)
            elif state == "focus":
                focus(widget)

    def _head(self, text: str) -> None:
        self.column.addSpacing(self.ctx.px(6))
        self.column.addWidget(PlainLabel(self.ctx, text, "smallStrong", "ink2"))

    def _line(self, widgets: list[QWidget], gap: int = 14) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.ctx.px(gap))
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.column.addLayout(row)

    def _buttons(self) -> None:
        self._head("按钮 BUTTON 40 / 88 px")
        ctx = self.ctx
        made = [Button(ctx, "进入", "primary"), Button(ctx, "进入", "primary"),
                Button(ctx, "进入本届", "primary"), Button(ctx, "进入本届", "primary"),
                Button(ctx, "进入本届", "primary"), Button(ctx, "收藏"),
                Button(ctx, "退出", "danger")]  # fmt: skip
        self._later.append(("hover", made[1]))
        made[2].setDown(True)
        self._later.append(("focus", made[3]))
        made[4].setEnabled(False)
        self._line(made)
        self._line([
            Button(ctx, "进入第七届", "primary", trailing="forward"),
            Button(ctx, "收藏", icon="save"),
            Button(ctx, "全部", "ghost", trailing="open"), IconButton(ctx, "theme_dark", "夜"),
            IconButton(ctx, "grid", "格", framed=True), Button(ctx, "小", small=True),
        ])  # fmt: skip

    def _chips(self) -> None:
        self._head("筹码与分段 CHIP / SEGMENT")
        ctx = self.ctx
        lit = Chip(ctx, "来源", 2)
        self._later.append(("focus", lit))
        self._line([
            Chip(ctx, "展项", 2), Chip(ctx, "全部", 6, checked=True), lit, Chip(ctx, "第八届", 0),
            Segment(ctx, "语言", [("a", "简"), ("b", "繁"), ("c", "EN")], "a"),
            Segment(ctx, "样式", [("g", "", "grid", "格"), ("l", "", "list", "列")], "g"),
            Tag(ctx, "批次"), Tag(ctx, "人工智能", category="ai"),
            Tag(ctx, "目标，尚待结果", "goldTint", "onGoldTint"),
        ])  # fmt: skip

    def _search(self) -> None:
        self._head("搜索框 SEARCH")
        row = QHBoxLayout()
        row.addWidget(SearchBox(self.ctx, "搜索", "Ctrl K", "清除"))
        asked = SearchBox(self.ctx, "搜索", "Ctrl K", "清除")
        asked.set_text("yyz")
        row.addWidget(asked)
        self.column.addLayout(row)
        self._line([
            SelectBox(self.ctx, "届次", [("", "全部"), ("7", "第七届")]),
            SelectBox(self.ctx, "投资额", [("", "全部"), ("x", "含未披露")], "x"),
            SelectBox(self.ctx, "", [("", "按届次，新在前")], icon="sort"),
        ])  # fmt: skip

    def _seals(self) -> None:
        self._head("源印 SOURCE SEAL")
        ctx, one = self.ctx, self.cited[:1]
        rest, lit, focused = (Seal(ctx, SealText(1, 1, one)) for _ in range(3))
        self._later += [("hover", lit), ("focus", focused)]
        self._line([
            rest, lit, focused, Seal(ctx, SealText(1, 4, self.cited)),
            Seal(ctx, SealText(2, 2, one, verified=False)),
        ])  # fmt: skip
        popover = CitationPopover(ctx, one, rest)
        popover.setParent(self)
        popover.setFixedWidth(ctx.px(250))
        popover.show()
        self.column.addWidget(popover)

    def _rows(self) -> None:
        self._head("列表行 ROW")
        column = QVBoxLayout()
        column.setSpacing(0)
        states = ("常态", "悬停", "选中", "焦点")
        for state in states:
            row = EntryRow(self.ctx, RowText("福建省数字经济重点项目集中签约", trailing=state),
                           icon="batch", caret=False)  # fmt: skip
            row.set_selected(state == "选中")
            if state != "常态":
                self._later.append(({"悬停": "hover", "焦点": "focus"}.get(state, ""), row))
            column.addWidget(row)
        self.column.addLayout(column)
        column = QVBoxLayout()
        column.setSpacing(0)
        found = RowText("基于华为河图技术打造“福元宇宙”场景", "第六届 · 数字应用场景",
                        title_marks=((11, 14),))  # fmt: skip
        column.addWidget(EntryRow(self.ctx, found, icon="figures", icon_box=True,
                                  citations=self.cited[:1], book=self.book))  # fmt: skip
        told = RowText("第七届峰会专版", "2024年5月 · 报纸专版", "支撑 38 条事实")
        column.addWidget(EntryRow(self.ctx, told, cover=CoverSpec("source/7", "source")))
        column.addWidget(EntryRow(self.ctx, RowText("提升核心产业规模能级", number="9",
                                                    trailing="6 个指标"), caret=False))  # fmt: skip
        self.column.addLayout(column)

    def _checks(self) -> None:
        self._head("复选 CHECK")
        row = QHBoxLayout()
        column = QVBoxLayout()
        for place, (words, category) in enumerate(
            (("网络通信", "net"), ("元宇宙与数字人", "meta"), ("有现场描述", ""))
        ):
            column.addWidget(CheckRow(self.ctx, words, 3 - place, category=category,
                                      checked=place == 1))  # fmt: skip
        row.addLayout(column)
        boxes = EditionBoxes(self.ctx, [(str(n), str(n), f"第 {n} 届") for n in range(1, 10)])
        boxes.set_state({"2": 3, "6": 5, "7": 9}, ("7",))
        row.addWidget(boxes)
        row.addStretch(1)
        self.column.addLayout(row)

    def _gauge(self) -> None:
        self._head("水尺与浮标 GAUGE")
        done = ProgressGauge(self.ctx, "进度")
        done.set_done(0.4)
        self.column.addWidget(done)
        stops = TideGauge(self.ctx)
        stops.set_sections([("a", "概览"), ("b", "本届数字"), ("c", "活动矩阵")])
        self.column.addWidget(stops)

    def _notes(self) -> None:
        self._head("提示 TOAST · 状态 STATUS")
        toast = Toast(self.ctx, self, "已收藏“5G天线玻璃”", self.settle)
        self._line([
            toast, StatusTag(self.ctx, "校验通过", tall=True),
            StatusTag(self.ctx, "2行提醒", "warn", tall=True),
            StatusTag(self.ctx, "5行有错", "err", tall=True), StatusTag(self.ctx, "已核"),
        ], 12)  # fmt: skip

    def _cards(self) -> None:
        self._head("卡片与缺项 CARD · ABSENT")
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.ctx.px(18))
        rest = Card(self.ctx, COVER, "8K裸眼3D大屏", "常态", ratio=0.465)
        lit = Card(self.ctx, COVER, "8K裸眼3D大屏", "悬停", "第七届 2024", ratio=0.465)
        bare = Card(self.ctx, COVER, "8K裸眼3D大屏", "沉浸显示", frame=False, ratio=0.465)
        self._later.append(("hover", lit))
        for place, card in enumerate((rest, lit, bare)):
            grid.addWidget(card, 0, place)
        self.column.addLayout(grid)
        self.column.addWidget(RecordRow(self.ctx, "展出届次", "第七届数字中国建设峰会（2024年）",
                                        self.cited[:1], self.book))  # fmt: skip
        self.column.addWidget(RecordRow(self.ctx, "参展单位"))
        self.column.addWidget(EmptyState(self.ctx, "本届签约清单，资料未载", icon=""))
        self.column.addWidget(EmptyState(
            self.ctx, "本届单独的签约清单，资料未载", "此前五届累计：近2,000个项目签约。",
            action="看历届签约", citations=self.cited[:1], book=self.book))  # fmt: skip

    def _texts(self) -> None:
        self.column.addWidget(SectionHead(self.ctx, "本届数字", note="一条主线", link="全部",
                                          citations=self.cited, book=self.book))  # fmt: skip
        row = QHBoxLayout()
        for parts, label, target in (
            (("", "50", "个"), "分论坛", False), (("超", "100", "个"), "现场互动体验项目", False),
            (("突破", "8,300", "亿元"), "全市数字经济规模（力争）", True),
        ):  # fmt: skip
            row.addWidget(FigureTile(self.ctx, parts, label, self.cited[:1], self.book,
                                     target=target, pressable=True))  # fmt: skip
        self.column.addLayout(row)
        long = "第七届峰会现场体验区列举的技术突破之一，"
        long += "与5G、虚拟现实、增强现实、光影互动、裸眼3D大屏并列。"
        self.column.addWidget(FactText(self.ctx, long, self.cited, self.book))
        self.column.addWidget(
            SideNote(self.ctx, "口径不同，不直接相比", "三种图样对应三种统计口径。")
        )
