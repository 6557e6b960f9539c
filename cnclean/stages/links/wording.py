"""The words around addresses. Each stands for itself and for what `fold` folds to it (Traditional, other widths).

A new word: one more here, and a case in fixtures/cases/links.json.
"""

from typing import Final

NEEDS: Final = """
    链接 连结 网址 网路 地址 域名 官网 网站 网页 主页 首页 页面 博客 部落格 论坛 公众号 粉丝 url http github wiki
    下载 访问 打开 登录 登陆 登入 点击 搜索 扫码 报名 预约 填写 查询 购票 订票 邮件 邮箱 来信 投稿 联系 咨询
    参考 参见 参阅 详见 请见 请查看 指南 见下 如下 以下 这里 此处 下面 出处 引自
    入口 问卷 表单 直播 回放 视频 附件 资料 教程 文档 说明书 许可证 协议 公告 通告
    项目 仓库 代码 源码 脚本 工具 插件 接口 补丁 升级 安装 更新 star fork demo 试用 论文
"""
"""A sentence with one of these may need the address behind it."""

MORE: Final = """
    更多内容 更多资讯 更多信息 更多详情 更多精彩 更多新闻 更多文章 更多相关 更多
    了解更多 欲知更多 想了解更多 想看更多 查看更多 获取更多 阅读更多 浏览更多
    最新章节 更多章节 后续章节 完整章节
"""
"""How a sentence begins that only leads to the site."""

VISIT: Final = """
    请访问 请浏览 请登录 请登陆 请点击 请关注 请前往 请参阅 请查看 请见 请看 请上 尽在 访问 浏览
    欢迎访问 欢迎浏览 敬请访问 敬请浏览 敬请关注 可访问 可浏览 可登录
"""
"""How it ends before the address. What stands between must be short."""

SOURCES: Final = "原文 原文链接 原文地址 原文网址 本文链接 本文地址 文章链接 文章来源 来源 转自 转载自"
"""A label in front of the address that a page was copied from."""

ACCOUNTS: Final = """
    qq qq号 qq群 微信 微信号 微信同号 line lineid telegram skype whatsapp e-mail email mail
    邮箱 信箱 联系邮箱 联络信箱 电子邮箱 电子邮件 电子信箱
"""
"""What one is reached by. A number of theirs has no blanks."""

PHONES: Final = "电话 联系电话 手机 热线 专线 咨询热线 服务热线 客服热线 客服专线 传真 tel"

EVASIVE: Final = "扣扣 企鹅 v信 薇信 徽信 微-信 q-q 加v 加微 +v v vx wx"
"""Names that shall not be read by a filter."""

SOLICITS: Final = """
    合作 商务 商务合作 内容合作 广告 广告合作 投稿 加盟 招商 推广 友链 友情链接 出售 站点出售
    客服 本站 站长 小编 编辑 删稿 侵权 举报 投诉 爆料 转载
"""
"""What a site wants to be reached for: in front of a channel."""
