"""Words of one region that are the other's too, and when they mean what OpenCC takes them for.

OpenCC makes 文档 of every 文件 and 进程 of every 程序, and the other way round 支援 of every 支持. In a text about
computers that is right; in one about laws it is not. Words that only one region has (軟體, 滑鼠; 鼠标) are always
converted; they also tell what a text is about.
"""

import re
from typing import Final

from cnclean.han import count_han
from cnclean.lexicon import score
from cnclean.patterns import compile_later
from cnclean.stages.script.exact import convert_pieces

KEPT_IN_COMPUTING: Final = 0.9
"""By so much (log10) the word as it stands must be likelier in its context than the one that OpenCC has for it."""

_NEARLY: Final = -0.65
_LIKE_OPENCC: Final = "支援 儲存 傳送 設定 即時 使用者 連結 效能 宣告 資料 高階 影像 影印 變數 存取"
AS_GOOD: Final = dict.fromkeys(_LIKE_OPENCC.split(), _NEARLY) | {"通訊": 0.0, "建立": -_NEARLY}
"""Of the general words those that the Mainland uses in the same sense as OpenCC's, and how much likelier they must be.

Most are kept even where OpenCC's word is a little likelier (储存粮食), 通讯 only where 通信 is not; what is founded is
创建 unless the other word is clearly likelier.
"""

_CONTEXT: Final = 6

_COMPUTING: Final = (
    "軟體 硬體 韌體 網路 網際 程式 伺服器 資料庫 資料夾 記憶體 硬碟 磁碟 隨身碟 滑鼠 螢幕 印表機 列印 "
    "位元 字元 字串 演算法 函式 引數 迴圈 遞迴 佇列 執行緒 介面 檔名 原始碼 快取 頻寬 解析度 畫素 "
    "對話方塊 剪貼簿 物件導向 編譯器 直譯器 除錯 偵錯 作業系統 部落格 主機板 顯示卡 網頁 瀏覽器 "
)
"""Words that only texts about computers have, and only Taiwan's."""

_MAINLAND_COMPUTING: Final = (
    "软件 硬件 固件 服务器 数据库 编程 编译 源码 源代码 鼠标 键盘 硬盘 磁盘 光盘 内存 显卡 主板 操作系统 内核 "
    "算法 函数 变量 数组 字符 字节 浏览器 网页 客户端 线程 缓存 文件夹 文件名 命令行 编辑器 虚拟机 插件 "
    "分辨率 像素 带宽 局域网 以太网 路由器 程序员 应用程序 驱动程序 登录 点击 下载 上传 电脑 计算机 剪贴板 "
    "对话框 屏幕 网卡 U盘 用户名 字符串 代码执行 远程代码 源文件 文件系统 系统调用 配置文件 目标进程 "
    "攻击者 端口 沙箱 数据包 客户机 网关 Linux Windows Unix "
    "Android SQL Python Java HTTP API URL PHP Web Shell shell "
    "POC CVE Cookie SSL RCE XSS sudo VC++ () 实例化 子程序 序列化 调用 "
    "开源 GitHub Docker Ubuntu JavaScript JSON CSS SSH Nginx MySQL Redis Kubernetes Rust 代码审计 漏洞挖掘 命令执行 "
    "任意文件 文件读取 文件上传 传输文件 "
)
"""The Mainland's words for computing, and `()` of a call. Not 注入, 漏洞, 终端, 密码: other texts have those too."""

# Taiwan's 透過 is 通过; only light and sight go through things in both. OpenCC gave the entry up for the latter's sake.
_THROUGH = compile_later("透過(?![薄厚層一那這]?[窗玻鏡門雲霧紗葉樹簾縫眼濾]|來?的?光)")
_LIGHT = compile_later("(?:(?<![觀風目時曝])光|視線|射線)[線無不法可能會難以直接]{0,3}\\Z")
_AS_IT_STANDS = compile_later(
    "支援(?:(?=前[線方]|災|部隊|救|現場|警|醫)|(?<=空中支援)|(?<=火力支援)|(?<=警力支援)|(?<=人力支援)|(?<=前往支援))"
    "|建立(?=[在起]|於[^0-9一二]|[^，。、；：]{0,8}(?:關係|聯[繫絡盟]|外交|互信|信[心任念]|自信|友誼|感情|社會|家庭|制度|機制"
    "|體[系制]|秩序|標準|規[則章範]|目標|模型|觀念|概念|基礎|習慣|形象|威信|檔案|共識))"
)
"""Where the Mainland would say the word all the same: what is founded is 创建, relations are not."""
_ABOUT_COMPUTING = compile_later("|".join(_COMPUTING.split()))
_MAINLAND_ABOUT_COMPUTING = compile_later("|".join(map(re.escape, _MAINLAND_COMPUTING.split())))


def is_about_computing(text: str) -> bool:
    """Whether `text` has a word of Taiwan's for a thing of computing."""
    return _ABOUT_COMPUTING.search(text) is not None


def is_mainland_computing(text: str, least: int, per: int) -> bool:
    """Whether `text` has at least `least` of the Mainland's words for computing, one in `per` Han characters."""
    found = len(_MAINLAND_ABOUT_COMPUTING.findall(text))
    return found >= least and found * per >= count_han(text)


def replace_through(clause: str) -> str:
    """Taiwan's 透過 as the Mainland's 通過, still in Traditional characters."""
    if "透過" not in clause:
        return clause
    return _THROUGH.sub(lambda match: match[0] if _LIGHT.search(clause, 0, match.start()) else "通過", clause)


def is_kept(clause: str, simple: str, start: int, end: int, margin: float) -> bool:
    """Whether the Mainland too would say `clause[start:end]` here, not OpenCC's word: 执行院长 but 运行环境.

    `simple` is the clause in Simplified characters.
    """
    if _AS_IT_STANDS.match(clause, start):
        return True
    before, after = simple[max(0, start - _CONTEXT) : start], simple[end : end + _CONTEXT]
    new = convert_pieces([clause[start:end]], "tw2sp")[0]
    return score(simple[start:end], before, after) - score(new, before, after) > margin
