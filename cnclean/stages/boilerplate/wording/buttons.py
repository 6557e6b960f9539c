"""The words on buttons, in menus and in rows of sites' names."""

from typing import Final

BUTTONS: Final = """
    首页 主页 资讯 新闻 财经 科技 汽车 房产 更多 正文 留言 规则 留言规则 分享 打印 列印 字体大小 字级 朗读 关注 已关注
    发帖 发文 登录 登入 注册 退出 搜索 搜寻 导航 目录 分类 专栏 频道 相册 相簿 部落格 博客 博文 日志 名片 访客 公告
    联系我们 关于我们 关于我 联络我们 联络资讯 关于 意见信箱 双语词汇 网站导览 网站地图 回首页 回上一页 回最上面
    友善列印 转寄好友 转寄 我的最爱 加入最爱 回顶部 top 收藏 收藏本文 点赞 赞 踩 顶 在看 转发 评论 举报 反馈 投诉 打赏
    赞赏 打赏作者 海报分享 生成海报 复制链接 复制 推荐 订阅 加入书架 加入书签 推荐投票 投推荐票 返回书页 返回目录
    返回列表 章节目录 上一章 下一章 上一页 下一页 上一篇 下一篇 书签 书架 点评 评分 支持 反对 回复 引用 使用道具 道具
    只看该作者 只看楼主 倒序浏览 发表回复 发新帖 快速回复 我要纠错 打印本页 关闭窗口 关闭 保存 大 中 小 特 特大
    在线咨询 挂号预约 预约挂号 在线客服 免费咨询 立即咨询 我要提问 我要咨询 问医生 找医院 疾病库 药品库 产品展示
    产品中心 技术资料 技术支持 客户案例 成功案例 工程案例 荣誉资质 公司简介 公司新闻 行业资讯 企业文化 新闻中心
    人才招聘 加入我们 服务中心 二手房 招聘 交友 便民电话 租房 美食 旅游 教育 健康 体育 娱乐 军事 社会 国际 国内 政治
    生活 时尚 视频 图片 论坛 直播 专题 观点 即时 热门 最新 排行 专题报导 影音 副刊 股市 房市 港闻 社区 两岸 中国 世界
    twitter facebook line whatsapp telegram pinterest reddit linkedin email e-mail instagram threads plurk tumblr
    pocket print skype youtube tiktok wechat weibo 噗浪 脸书 微博 新浪微博 腾讯微博 qq空间 qq好友 qq 微信 微信好友
    微信朋友圈 朋友圈 人人网 豆瓣 开心网 百度贴吧 百度首页 facebook分享 line分享 twitter分享 推特 抖音 小红书 bilibili
    知乎 今日头条 复制网址 复制连结 share like tweet reply comment comments follow subscribe menu search home about
    contact archives login register english en 简体 繁体 繁体版 简体版 繁体中文 简体中文 无障碍 长者模式 无障碍浏览
    手机版 电脑版 触屏版 小黑屋 archiver 帮助 帮助中心 客户端 app下载 下载app 下载客户端 微信公众号 意见反馈 投稿
    读者投稿 隐私政策 隐私权政策 服务条款 使用条款 用户协议 免责声明 版权声明 法律声明 广告服务 广告合作 广告刊登
    商务合作 友情链接 诚聘英才 赞助广告 广告 推广 赞助 加载更多 查看更多 展开全文 展开 收起 展开更多 更多精彩 换一换
    换一批 全部评论 最新评论 热门评论 热评 写评论 发表评论 我要评论 写留言 精选留言 展开阅读全文 阅读全文 阅读原文
    有用 没用 有帮助 没帮助 嘘 推 一键三连 投币 弹幕 缓存 举报/反馈 不感兴趣 纠错 编辑 讨论 历史 播报 上传视频 收听
    听书 购物车 我的订单 会员中心 个人中心 立即购买 加入购物车 客服 我的 消息 设置 夜间 白天 日间 模式 护眼 字号 背景
    新随笔 联系 管理 私信 提交 领券 下一条 上一条 网摘 商城 我要收藏 写回答 邀请回答 关注问题 申请转载 回应 赞好 无效
    listen sign_in 私讯 关注我 收藏该文 订阅本站 举报投诉 在线留言 网站首页 新闻动态 公司动态 联系方式 关于企业
    招贤纳士 解决方案 服务支持 下载中心 经典案例 资质荣誉 产品分类 热门产品 在线订购 问答 百科 疾病 药品 医院 医生
    专家 找医生 找律师 律师 法规 合同 案例 法律咨询 文书 期刊 本刊 往期 征订 编委会 投稿须知 书评 影评 游记 攻略 酒店
    机票 门票 景点 线路 签证 天气 地图 群组 圈子 活动 积分 任务 勋章 家园 门户 小说 玄幻 武侠 都市 言情 科幻 网游 完本
    全本 排行榜 阅读记录 我的书架 玄幻小说 都市小说 历史小说 留言板 相本 文章 创作 追踪 站内信 分类广告 部落格首页
    最新文章 热门文章 人气 手机 电脑 数码 家电 母婴 女性 星座 彩票 游戏 动漫 公益 佛学 文化 读书 艺术 收藏夹 理财 基金
    保险 银行 汇市 期货 债券 大陆 全球 地方 言论 产经 运动 消费 旅行 宠物 论坛首页 爆料 网搜 娱乐即时 两岸国际
    天气预报 快讯 时事 评论员 archive tags tag categories rss shop store works portfolio projects links link faq
    donate guestbook blog news privacy terms sitemap help photos gallery video videos more mail bookmark save
    跟贴 跟帖 参与 顶一下 踩一下 输入评论 文本预览 网站纠错 找错 个人资料 悄悄话 参与评论
    寄给朋友 我要评分 推荐指数 相关内容 反应 进入词条
"""
"""Words that are a button, or a site's name in a row of them: a row holds nothing else."""

BUTTON_FIRST: Final = """
    进入 查看 返回 我的 我要 添加 发布 下载 打开 关注 分享 收藏 加入 全部 更多 本站 全站 在线 最新 热门 猜你 免费 联系
    关于 写 发 删除 切换 设为 复制 导出 引用 推荐 申请 提交 手机 电子 网上 智能
"""
BUTTON_LAST: Final = """
    频道 中心 首页 微博 微信 助手 问答 搜索 服务 公开 网 版 库 专栏 专区 平台 指南 登录 注册 资讯 论坛 社区 简介 概况
    展示 案例 下载 招聘 声明 公告 动态 反馈 投稿 专题 排行 榜 导航 地图 热线 大全 报价 商城 直播 视频 图库 图集 博客
"""
"""In a row of three or more, what begins with one of the first or ends in one of the last is a button as well."""
