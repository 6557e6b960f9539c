"""Who speaks in a line: the page to its reader, somebody who tells or argues, somebody who advertises."""

from typing import Final

TO_READER: Final = "您 你 妳 我们 咱们 欢迎 点击 小编 关注 更多 扫码 扫一扫 扫描二维码 扫描下 扫描上 扫描文 扫下 扫上 @"
"""The page speaks to its reader, or of itself."""

NARRATIVE: Final = """
    他 她 因为 所以 但是 不过 认为 表示 据说 曾经 一位 有人 的时候 是一个 出现的 不是 只是 随便
"""
"""Each of them makes it less likely that a line is the page's own."""

ADVERTISED: Final = "招聘 诚聘 急聘 应聘 招募 招租 出租 求租 转让 求购 寻人 寻物 启事 征婚 征稿"
"""An advertisement, which has an address so that somebody answers."""

CALLED_FOR: Final = "联系 联络 咨询 报名 垂询 洽询 致电"
"""How a sentence ends that asks the reader to call: the address below is what it means."""
