"""Taiwan's words: which of them are the Mainland's too, and when they mean what Taiwan means.

OpenCC makes 文档 of every 文件 and 进程 of every 程序. In a text about computers that is right; in one about laws it
is not. Words that only Taiwan has (軟體, 滑鼠) are always converted; they also tell what a text is about.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from cnclean.lexicon import score
from cnclean.patterns import compile_later
from cnclean.stages.script.exact import convert_pieces
from cnclean.stages.script.words import cut, straddled

DECIDED: Final = 0.6
"""Another cut must be four times as probable (log10) as one with the word."""

SEEN: Final = 1.5
"""A term that the lexicon lacks may have 30 occurrences (log10): 线程, 字段."""

WordsByPair = dict[str, list[str]]
"""Words by their first two characters, the longest first."""

KEPT_IN_COMPUTING: Final = 0.9
"""By so much (log10) the word as it stands must be likelier in its context than the one that OpenCC has for it."""

AS_GOOD: Final = frozenset(("支援", "通訊", "儲存", "傳送", "設定", "即時", "使用者", "連結", "效能", "宣告"))
"""Of the general words those that the Mainland uses in the same sense as OpenCC's: the likelier one is written."""

_CONTEXT: Final = 6

_COMPUTING: Final = (
    "軟體 硬體 韌體 網路 網際 程式 伺服器 資料庫 資料夾 記憶體 硬碟 磁碟 隨身碟 滑鼠 螢幕 印表機 列印 "
    "位元 字元 字串 演算法 函式 引數 迴圈 遞迴 佇列 執行緒 介面 檔名 原始碼 快取 頻寬 解析度 畫素 "
    "對話方塊 剪貼簿 物件導向 編譯器 直譯器 除錯 偵錯 作業系統 部落格 主機板 顯示卡 網頁 瀏覽器 "
)
"""Words that only texts about computers have, and only Taiwan's."""

_GENERAL: Final = (
    "資料 文件 檔案 程序 行程 執行 建立 宣告 支援 設定 開啟 啟用 停用 載入 儲存 存檔 複製 貼上 "
    "新增 查詢 檢視 傳送 呼叫 列舉 整合 匯入 匯出 影印 取樣 遮蔽 釋出 丟擲 觸控 外接 互動 連結 "
    "聯絡 通訊 智慧 核心 裝置 物件 元件 序列 陣列 堆疊 向量 變數 指標 效能 影片 影像 字型 "
    "捲軸 桌布 簡報 截圖 擴音 線上 離線 即時 高階 進階 相容 過載 防毒 正規化 區域性 重新整理 "
    "批次 社群 埠 叮噹 獅子山 使用者 稽核 存取 相簿 分散式 "
)
"""Words that are the Mainland's too, where they mean something else or just as good."""

_GENERAL_BEFORE: Final = (
    "數位(?!化|音樂|相機|電視|時代|轉型|匯流|內容|學習|典藏|攝影|訊號|信號|廣播|科技|經濟|媒體|技術|產品|版|落差|出版) "
    "哈薩克(?=[族人語斯自汗]) "
    "類比(?!信號|訊號|電路|電視) "
)
"""The same, before what shows it: 數位專家 are several, 哈薩克族 is no country."""

# Taiwan's 透過 is 通过; only light and sight go through things in both. OpenCC gave the entry up for the latter's sake.
_THROUGH = compile_later("透過(?![薄厚層一那這]?[窗玻鏡門雲霧紗葉樹簾縫眼濾]|來?的?光)")
_LIGHT = compile_later("(?:(?<![觀風目時曝])光|視線|射線)[線無不法可能會難以直接]{0,3}\\Z")
_ABOUT_COMPUTING = compile_later("|".join(_COMPUTING.split()))


def is_about_computing(text: str) -> bool:
    """Whether `text` has a word of Taiwan's for a thing of computing."""
    return _ABOUT_COMPUTING.search(text) is not None


def replace_through(clause: str) -> str:
    """Taiwan's 透過 as the Mainland's 通過, still in Traditional characters."""
    if "透過" not in clause:
        return clause
    return _THROUGH.sub(lambda match: match[0] if _LIGHT.search(clause, 0, match.start()) else "通過", clause)


def general_words(clause: str) -> Iterator[tuple[int, int]]:
    """Where `clause` has words that a text not about computing keeps: 檔案, but not in 檔案總管."""
    return (match.span() for match in _words().finditer(clause) if match.lastgroup == "general")


def is_kept(clause: str, simple: str, start: int, end: int, margin: float = 0) -> bool:
    """Whether the Mainland too would say `clause[start:end]` here, not OpenCC's word: 执行院长 but 运行环境.

    `simple` is the clause in Simplified characters.
    """
    before, after = simple[max(0, start - _CONTEXT) : start], simple[end : end + _CONTEXT]
    new = convert_pieces([clause[start:end]], "tw2sp")[0]
    return score(simple[start:end], before, after) - score(new, before, after) > margin


def word_bounds(clause: str, words: WordsByPair) -> set[int]:
    """Where `clause`, in Simplified, is to be cut so that none of `words` is taken out of two: 大多数组件 has 数组."""
    found = frozenset(_find(clause, words))
    if not any(straddled(clause, start) or straddled(clause, end) for start, end in found):
        return set()
    bounds, losses, _ = cut(clause, found, SEEN)
    return {
        at
        for start, end in found
        if not {start, end} <= bounds and losses[start, end] >= DECIDED
        for at in bounds
        if start < at < end
    }


def _find(clause: str, words: WordsByPair) -> Iterator[tuple[int, int]]:
    """The longest word at each place, also those that overlap."""
    for at in range(len(clause) - 1):
        for word in words.get(clause[at : at + 2], ()):
            if clause.startswith(word, at):
                yield at, at + len(word)
                break


@functools.cache
def mainland_words() -> WordsByPair:
    from cnclean.tables.script_phrases import MAINLAND  # noqa: PLC0415 - large

    return _by_pair(MAINLAND.split())


@functools.cache
def taiwan_words() -> WordsByPair:
    """In Simplified characters."""
    from cnclean.tables.script_phrases import TAIWAN  # noqa: PLC0415 - large

    return _by_pair(convert_pieces([word for word in TAIWAN.split() if len(word) > 1], "tw2s"))


def _by_pair(words: Iterable[str]) -> WordsByPair:
    found: WordsByPair = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[:2], []).append(word)
    return found


@functools.cache
def _words() -> re.Pattern[str]:
    from cnclean.tables.script_phrases import TAIWAN  # noqa: PLC0415 - large

    general = _GENERAL.split()
    parts = [*general, "數位", "哈薩克", "類比"]
    longer = [word for word in TAIWAN.split() if word not in parts and any(part in word for part in parts)]
    words = sorted(longer, key=len, reverse=True)
    before = [*sorted(general, key=len, reverse=True), *_GENERAL_BEFORE.split()]
    return re.compile(f"(?:{'|'.join(words)})|(?P<general>{'|'.join(before)})")
