"""Whose Traditional Chinese: Taiwan's, Hong Kong's, or the Mainland's words in Traditional characters."""

from typing import Final, Literal

from cnclean.patterns import compile_later

Region = Literal["taiwan", "hongkong", "mainland"]

_WORDS: Final[dict[Region, str]] = {
    "taiwan": (
        "軟體 硬體 網路 程式 伺服器 資料庫 資料夾 記憶體 硬碟 滑鼠 螢幕 印表機 列印 位元 字元 演算法 "
        "函式 變數 迴圈 介面 使用者 解析度 影片 部落格 行動電話 簡訊 計程車 捷運 機車 公車 腳踏車 便當 "
        "泡麵 鳳梨 馬鈴薯 垃圾車 國中 國小 高中生 品質 資訊 數位 雷射 奈米 透過 啟用 登入 裡 著 "
        "義大利 紐西蘭 沙烏地 寮國 歐巴馬 川普 普丁 "
    ),
    "hongkong": (
        "嘅 咗 喺 哋 冇 佢 嚟 啲 嗰 唔 啱 裏 着 衞 説 綫 巴士 的士 單車 港鐵 地鐵站 屋邨 私家車 "
        "電單車 手提電話 冷氣機 雪櫃 士多 質素 資訊科技 互聯網 伺服器 碧咸 特朗普 普京 意大利 新西蘭 "
    ),
    "mainland": (
        "軟件 硬件 網絡 程序 服務器 數據庫 文件夾 內存 硬盤 鼠標 屏幕 打印機 打印 比特 字符 算法 函數 "
        "變量 循環 接口 用戶 分辨率 視頻 博客 短信 出租車 公交車 自行車 方便麵 菠蘿 土豆 質量 信息 "
        "數字化 激光 納米 通過 激活 登錄 意大利 新西蘭 老撾 奧巴馬 特朗普 普京 "
    ),
}
_PATTERNS: Final = {region: compile_later("|".join(words.split())) for region, words in _WORDS.items()}


def region_of(text: str) -> Region | None:
    """The region whose words and forms are the most, and twice as many as any other's."""
    counts = {region: len(pattern.findall(text)) for region, pattern in _PATTERNS.items()}
    second, first = sorted(counts.values())[-2:]
    if first < 2 or first < 2 * second:
        return None
    return max(counts, key=lambda region: counts[region])
