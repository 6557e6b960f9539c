"""Words of one region that are the other's too: what a text that does not speak of computing keeps.

A line more is a word more. Only words that would mean something else, or that nobody says, when OpenCC converts them
(支持 → 支援, 市場運行 → 市場執行); where its word is just as good (數據, 用戶, 創建), it stands.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final

_GENERAL: Final = (
    "資料 資料來源 文件 檔案 程序 行程 執行 宣告 支援 設定 開啟 啟用 停用 載入 儲存 存檔 複製 貼上 "
    "新增 查詢 檢視 傳送 呼叫 列舉 整合 匯入 匯出 影印 取樣 遮蔽 釋出 丟擲 觸控 外接 互動 連結 "
    "聯絡 通訊 智慧 核心 裝置 物件 元件 序列 陣列 堆疊 向量 變數 指標 效能 影片 影像 字型 "
    "捲軸 桌布 簡報 截圖 擴音 線上 離線 即時 高階 進階 相容 過載 防毒 正規化 區域性 重新整理 "
    "批次 社群 埠 叮噹 獅子山 使用者 稽核 存取 相簿 分散式 "
)
"""Taiwan's words that are the Mainland's too, where they mean something else or just as good."""

_MAINLAND_GENERAL: Final = (
    "消息 支持 发布 设置 设备 社区 运行 保存 高级 类型 连接 审核 对象 "
    "进程 声明 调度 循环 发送 注销 权限 分区 全局 添加 代码 性能 打开 局部 布尔 刷新 "
    "查找 参数 扩展 查看 万象 调试 激活 低级 字体 调用 批量 映射 脚本 实例 溢出 禁用 菜单 抛出 加载 卸载 指针 "
    "红头文件 触摸 回调 壁纸 导入 导出 拷贝 枚举 粘贴 绑定 重装 重载 镜像 前缀 后缀 剪切 剪贴 "
)
"""The Mainland's words that are Taiwan's too: 支持, 對象, 設備, of which computing alone has others."""

_MAINLAND_WHERE: Final = (
    "程序(?!设计|语言|开发|代码)(?<![+A-Za-z]程序) "
    "文件(?!大小|名|夹|格式|系统|路径|目录)(?<![频像片码源档本置志]文件) "
    "项目(?<=体育项目|运动项目|比赛项目|竞赛项目|男子项目|女子项目|收费项目|服务项目|检查项目|体检项目|检测项目|考试项目"
    "|娱乐项目|游乐项目|旅游项目|训练项目|表演项目|遗产项目|审批项目|许可项目) "
    "窗口(?!管理器|标题)(?<![A-Za-z]窗口) "
    "默认(?=了|自己|对方|此事|事实) "
    "联系(?=群众|实际|紧密|密切|起来|在一起|到) "
    "联系(?<=[的种密然在遍史接互能]联系)(?!人|方式|电话|地址|我|你|您|他|她|客服|作者) "
    "优化(?=了?(?:营商|环境|结构|布局|界别|服务|配置|产业|生育|就业|调整|发展|区域|资源|政策|经济|城市)) "
    "搜索(?=救|队|现场|失踪|人员|幸存|海域) "
    "远程(?=[导火轰打弹炮运巡防攻飞奔]) "
    "用户(?<=[水电气热暖]用户) "
)
"""The same, with what is around them where OpenCC's word would not do: 緊密聯繫, but 請聯絡我們."""

_MAINLAND_ALWAYS: Final = "(?<![设程级])项目管理者? (?<![设程务])项目经理"
"""Patterns of longer words in which they are not: 專案管理, but 建設項目管理."""

_GENERAL_BEFORE: Final = (
    "建立(?!者|了?[^，。、；：]{0,8}(?:王朝|[清明宋元唐漢]朝|[帝王公侯汗民]國|共和國|國家|政權|政府|政黨|[共自]和?黨|軍隊|艦隊"
    "|大學|學校|學院|學派|教派|教團|教區|寺院|修道院|教堂|教會|禮拜堂|[佛禪]?寺|廟|圖書館|博物館|實驗室|天文臺|電臺|醫院"
    "|公司|銀行|工廠|企業|組織|團體|機構|協會|工會|公會|商會|學會|俱樂部|社區|社群|聚落|城市|新城|城堡|殖民地|商站|貿易站"
    "|特區|公社|同盟會|支部|分部|總部)) "
    "數位(?!化|單眼|音樂|相機|電視|時代|轉型|匯流|內容|學習|典藏"
    "|攝影|訊號|信號|廣播|科技|經濟|媒體|技術|產品|版|落差|出版|積體|電路|系統|控制|影音|圖|印刷|貨幣|資料|檔|式) "
    "哈薩克(?=[族人語斯自汗]) "
    "類比(?!信號|訊號|電路|電視) "
)
"""The same, before what shows it: 數位專家 are several, 哈薩克族 is no country; states and firms are 创建 too."""


def general_words(clause: str) -> Iterator[tuple[int, int]]:
    """Where `clause` has words of Taiwan's that a text not about computing keeps: 檔案, but not in 檔案總管."""
    return (match.span() for match in _taiwan_pattern().finditer(clause) if match.lastgroup == "general")


def general_mainland_words(clause: str) -> Iterator[tuple[int, int]]:
    """The same of the Mainland's: 程序, but not in 程序员."""
    return (match.span() for match in _mainland_pattern().finditer(clause) if match.lastgroup == "general")


@functools.cache
def _taiwan_pattern() -> re.Pattern[str]:
    from cnclean.tables.script_phrases import TAIWAN  # noqa: PLC0415 - large

    general = _GENERAL.split()
    return _pattern(general, TAIWAN.split(), [*general, "建立", "數位", "哈薩克", "類比"], _GENERAL_BEFORE.split())


@functools.cache
def _mainland_pattern() -> re.Pattern[str]:
    from cnclean.tables.script_phrases import MAINLAND  # noqa: PLC0415 - large

    general = _MAINLAND_GENERAL.split()
    parts = [*general, *(pattern[:2] for pattern in _MAINLAND_WHERE.split())]
    return _pattern(general, [*MAINLAND.split(), *_MAINLAND_ALWAYS.split()], parts, _MAINLAND_WHERE.split())


def _pattern(general: list[str], words: list[str], parts: list[str], before: list[str]) -> re.Pattern[str]:
    """Longer words first: of those that hold one of `parts`, none is general. `before` are patterns."""
    longer = [word for word in words if word not in parts and any(part in word for part in parts)]
    first, then = (sorted(each, key=len, reverse=True) for each in (longer, general))
    return re.compile(f"(?:{'|'.join(first)})|(?P<general>{'|'.join([*then, *before])})")
