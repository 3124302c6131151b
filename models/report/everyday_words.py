"""Words by which a name is told from what is none: a small word list for reports, no dictionary."""

from __future__ import annotations

_COMPOUND = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫
宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官
司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延
东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 西门 第五
"""
_TITLES = """
先生 女士 同志 老师 教授 主任 科长 处长 局长 所长 院长 校长 股长 组长 部长 厅长 经理
主管 会计 出纳 总监 工程师 专家 书记 主席 镇长 乡长 村长
"""
_ROLES = """
组长 主评人 成员 专家 复核人 姓名 人员 评委 村民 居民 学员 职工 干部
"""
_OFFICES = """
科 处 室 局 办 中心 公司 部 组 所 站 院 会 队 厅 委 校 学 行 政府 集团 单位 机构
部门 窗口 人员 小组
"""
_WORDS = """
安全 安排 安装 安置 白天 包干 包含 包括 毕业 边界 车间 成本 成功 成果 成绩 成立 成效
程度 程序 单价 单位 单独 党员 党建 东方 东西 东部 段落 方案 方便 方法 方面 方式 方向
费用 丰富 封闭 风险 高度 高峰 高级 高效 高新 高中 公开 公平 公示 公司 公正 古城 谷雨
关键 关于 关注 管理 管道 广大 广告 国家 国内 国库 海关 海洋 和平 和谐 河道 红旗 胡同
花费 华东 华南 华中 黄河 黄金 会计 会议 惠民 纪律 计划 计算 季度 家庭 简单 江南 江北
金额 金融 经费 经济 经营 景观 康复 蓝天 劳动 乐观 雷达 黎明 连续 林业 林地 凌晨 路段
路灯 陆地 马上 满意 毛利 梅雨 梅花 米面 明显 明细 南方 能力 宁静 农业 农村 平安 平衡
平均 平台 平方 齐全 钱包 强度 青年 全部 全面 全年 任务 任何 容量 荣誉 商品 商务 申报
申请 沈阳 施工 石材 石油 时间 时候 史料 水利 水平 水库 宋体 苏州 孙子 谭坊 唐山 田地
田园 通过 童年 万元 王府 温度 温泉 文化 文件 文明 武汉 武术 夏天 夏季 向前 项目 萧山
谢谢 新增 幸福 许可 阳光 杨树 养老 叶片 易于 尹始 应用 应急 于是 余额 元旦 云南 云端
曾经 张开 张贴 章程 章节 郑州 支出 支付 支持 中央 周边 周年 周期 周末 朱红 祝贺 专家
庄严 资金 资料 子女 宗旨 左右 常用 常年 常规 常务 何时 何为 和解 和睦 江河 龙头 马路
年度 年初 年终 权力 权利 时限 双方 解决 解释 解放 路线 路面 付款 付清 别人 明确 明年
强化 计量 计价 终止 司法 同时 同意 水泥 水质 向上 向下 元素 国有 后续 有关 有效 由于
能够 自行 可行 空间 满分 范围 符合 终端 广州 广播 充分 严格 卓越 劳务 简称 满足 简易
索取 衡量 高于 相关 陆续 余地 严重 储存 富余 余款 居民 荣获 卫计 利于 杜绝 严肃 沙发
相差 印发 通信 通知 容易 解读 终身 阳台 常见 成员 成熟
"""

COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
TITLES = tuple(_TITLES.split())
"""What stands behind a name: 张三科长."""
ROLES = tuple(_ROLES.split())
"""What stands before a name: 组长张三."""
OFFICES = tuple(_OFFICES.split())
"""How offices and other bodies end; some given names end so too."""
WORDS = frozenset(_WORDS.split())
"""Words of reports that a person may also be called: they are names only where something says so."""
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜姚谭廖邹熊陆郝"
    "孔崔康毛邱秦顾侯邵孟龙雷钱汤尹黎武乔贺赖龚庞樊殷洪翟倪牛俞鲁葛韦聂焦柳邢岳齐梅莫庄辛祝左涂谷耿舒詹凌鲍覃柯阮霍欧"
)
"""Common surnames with which no everyday word begins that an office is called by."""
SURNAMES_IN_WORDS = frozenset(
    "于和同成向常时文方关安全水金年应经支高石万程计项单管路车温明国有能由自可会后从所公上下中大小多少内外平空都来通华新连相家"
    "要冷过去别党农商白何任解强乐易容阳生海山官谈查占游权库利更门户束双尚习达种老展开信定务施范余段步费益云沙房司满盖富充终印"
    "索严劳储简卓居池米"
)
"""Surnames that end or begin everyday words, so that 用于水 is not a 于水."""
BEFORE_NAMES = tuple("由经与和向对请找给被让及同为是据派")
"""Words of one character that stand before a name as such."""
AFTER_NAMES = tuple("的等在于为是和与及对将已未不从向负提到参审编核收签说介反陪确代带主组协")
"""Words, or their first characters, that stand behind a name as such."""
