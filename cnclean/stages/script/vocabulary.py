"""Words of one region that are the other's too, and when they mean what OpenCC takes them for.

OpenCC makes 文档 of every 文件 and 进程 of every 程序, and the other way round 支援 of every 支持. In a text about
computers that is right; in one about laws it is not. Words that only one region has (軟體, 滑鼠; 鼠标) are always
converted; they also tell what a text is about.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final

from cnclean.han import HAN
from cnclean.lexicon import score
from cnclean.patterns import compile_later
from cnclean.stages.script.exact import convert_pieces

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
    "資料 資料來源 文件 檔案 程序 行程 執行 建立 宣告 支援 設定 開啟 啟用 停用 載入 儲存 存檔 複製 貼上 "
    "新增 查詢 檢視 傳送 呼叫 列舉 整合 匯入 匯出 影印 取樣 遮蔽 釋出 丟擲 觸控 外接 互動 連結 "
    "聯絡 通訊 智慧 核心 裝置 物件 元件 序列 陣列 堆疊 向量 變數 指標 效能 影片 影像 字型 "
    "捲軸 桌布 簡報 截圖 擴音 線上 離線 即時 高階 進階 相容 過載 防毒 正規化 區域性 重新整理 "
    "批次 社群 埠 叮噹 獅子山 使用者 稽核 存取 相簿 分散式 "
)
"""Taiwan's words that are the Mainland's too, where they mean something else or just as good."""

_MAINLAND_COMPUTING: Final = (
    "软件 硬件 固件 服务器 数据库 编程 编译 源码 源代码 鼠标 键盘 硬盘 磁盘 光盘 内存 显卡 主板 操作系统 内核 "
    "算法 函数 变量 数组 字符 字节 浏览器 网页 客户端 线程 缓存 文件夹 文件名 命令行 编辑器 虚拟机 插件 "
    "分辨率 像素 带宽 局域网 以太网 路由器 程序员 应用程序 驱动程序 登录 点击 下载 上传 电脑 计算机 剪贴板 "
    "对话框 屏幕 网卡 U盘 用户名 字符串 代码执行 远程代码 源文件 文件系统 系统调用 配置文件 目标进程 "
    "攻击者 端口 沙箱 数据包 客户机 网关 Linux Windows Unix "
    "Android SQL Python Java HTTP API URL PHP Web Shell shell "
    "POC CVE Cookie SSL RCE XSS sudo VC++ () 实例化 子程序 序列化 调用 "
    "开源 GitHub Docker Ubuntu JavaScript JSON CSS SSH Nginx MySQL Redis Kubernetes Rust 代码审计 漏洞挖掘 命令执行 "
)
"""The Mainland's words for computing, and `()` of a call. Not 注入, 漏洞, 终端, 密码: other texts have those too."""

_MAINLAND_GENERAL: Final = (
    "消息 项目 支持 数据 发布 设置 设备 社区 运行 文件 优化 程序 通信 保存 用户 高级 高端 联系 类型 连接 审核 对象 "
    "进程 声明 创建 调度 循环 集群 发送 注销 权限 分区 窗口 全局 添加 代码 性能 打开 远程 局部 存储 搜索 布尔 刷新 "
    "查找 参数 扩展 查看 万象 调试 激活 低级 字体 调用 批量 映射 脚本 实例 溢出 屏蔽 禁用 菜单 抛出 加载 卸载 指针 "
    "红头文件 复印 触摸 回调 壁纸 导入 导出 拷贝 枚举 粘贴 绑定 重装 重载 镜像 默认 前缀 后缀 剪切 剪贴 "
)
"""The Mainland's words that are Taiwan's too: 支持, 對象, 設備, of which computing alone has others."""

_GENERAL_BEFORE: Final = (
    "數位(?!化|單眼|音樂|相機|電視|時代|轉型|匯流|內容|學習|典藏"
    "|攝影|訊號|信號|廣播|科技|經濟|媒體|技術|產品|版|落差|出版|積體|電路|系統|控制|影音|圖|印刷|貨幣|資料|檔|式) "
    "哈薩克(?=[族人語斯自汗]) "
    "類比(?!信號|訊號|電路|電視) "
)
"""The same, before what shows it: 數位專家 are several, 哈薩克族 is no country."""

# Taiwan's 透過 is 通过; only light and sight go through things in both. OpenCC gave the entry up for the latter's sake.
_THROUGH = compile_later("透過(?![薄厚層一那這]?[窗玻鏡門雲霧紗葉樹簾縫眼濾]|來?的?光)")
_LIGHT = compile_later("(?:(?<![觀風目時曝])光|視線|射線)[線無不法可能會難以直接]{0,3}\\Z")
_HAN = compile_later(f"[{HAN}]+")
_ABOUT_COMPUTING = compile_later("|".join(_COMPUTING.split()))
_MAINLAND_ABOUT_COMPUTING = compile_later("|".join(map(re.escape, _MAINLAND_COMPUTING.split())))


def is_about_computing(text: str) -> bool:
    """Whether `text` has a word of Taiwan's for a thing of computing."""
    return _ABOUT_COMPUTING.search(text) is not None


def is_mainland_computing(text: str, least: int, per: int) -> bool:
    """Whether `text` has at least `least` of the Mainland's words for computing, one in `per` Han characters."""
    found = len(_MAINLAND_ABOUT_COMPUTING.findall(text))
    return found >= least and found * per >= sum(map(len, _HAN.findall(text)))


def replace_through(clause: str) -> str:
    """Taiwan's 透過 as the Mainland's 通過, still in Traditional characters."""
    if "透過" not in clause:
        return clause
    return _THROUGH.sub(lambda match: match[0] if _LIGHT.search(clause, 0, match.start()) else "通過", clause)


def general_words(clause: str) -> Iterator[tuple[int, int]]:
    """Where `clause` has words of Taiwan's that a text not about computing keeps: 檔案, but not in 檔案總管."""
    return (match.span() for match in _taiwan_pattern().finditer(clause) if match.lastgroup == "general")


def general_mainland_words(clause: str) -> Iterator[tuple[int, int]]:
    """The same of the Mainland's: 程序, but not in 程序员."""
    return (match.span() for match in _mainland_pattern().finditer(clause) if match.lastgroup == "general")


def is_kept(clause: str, simple: str, start: int, end: int, margin: float = 0) -> bool:
    """Whether the Mainland too would say `clause[start:end]` here, not OpenCC's word: 执行院长 but 运行环境.

    `simple` is the clause in Simplified characters.
    """
    before, after = simple[max(0, start - _CONTEXT) : start], simple[end : end + _CONTEXT]
    new = convert_pieces([clause[start:end]], "tw2sp")[0]
    return score(simple[start:end], before, after) - score(new, before, after) > margin


@functools.cache
def _taiwan_pattern() -> re.Pattern[str]:
    from cnclean.tables.script_phrases import TAIWAN  # noqa: PLC0415 - large

    general = _GENERAL.split()
    return _pattern(general, TAIWAN.split(), [*general, "數位", "哈薩克", "類比"], _GENERAL_BEFORE.split())


@functools.cache
def _mainland_pattern() -> re.Pattern[str]:
    from cnclean.tables.script_phrases import MAINLAND  # noqa: PLC0415 - large

    general = _MAINLAND_GENERAL.split()
    return _pattern(general, MAINLAND.split(), general, [])


def _pattern(general: list[str], words: list[str], parts: list[str], before: list[str]) -> re.Pattern[str]:
    """Longer words first: of those that hold one of `parts`, none is general. `before` are patterns."""
    longer = [word for word in words if word not in parts and any(part in word for part in parts)]
    first, then = (sorted(each, key=len, reverse=True) for each in (longer, general))
    return re.compile(f"(?:{'|'.join(first)})|(?P<general>{'|'.join([*then, *before])})")
