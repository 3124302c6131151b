"""Funds and what hangs on them: granting documents, spending, milestones, targets, named figures."""

from __future__ import annotations

from models.fields import Table
from models.tables.words import choice, day, money, number, percent, prose, ref, text, yes_no

FUND_REF = ref("fund", "资金项目", "fund", required=True, owner=True)
LOOSE_FUND_REF = ref("fund", "资金项目", "fund", owner=True)

FUND = Table(
    "fund",
    "资金项目",
    (
        text("code", "编号", required=True, unique=True),
        text("name", "项目名称", required=True),
        text("short_name", "简称"),
        text("implementer", "实施单位"),
        choice("category", "项目类别", "建设/运维/采购/补助/经费/奖励/其他"),
        prose("content", "立项及建设内容"),
        prose("goal", "绩效目标"),
        prose("implementation", "实施情况"),
        prose("result", "产出与效益"),
        money("inspected_amount", "现场核查金额", help="空着表示已支付的全部"),
        money("declared_quota", "申报总指标"),
        money("declared_paid", "申报已支付"),
        money("declared_balance", "申报结余"),
        money("declared_contracts", "申报合同总额"),
        percent("declared_rate", "申报执行率"),
    ),
    title=("code", "name"),
    code_prefix="F",
)

ALLOCATION = Table(
    "allocation",
    "资金指标",
    (
        FUND_REF,
        text("document_number", "指标文号", required=True),
        day("issued_on", "下达日期"),
        choice("kind", "类型", "年初预算/上年结转/预算追加/预算调减", required=True),
        text("project_item", "用途"),
        choice("source", "资金来源", "中央/省/市/区县/自筹/其他"),
        yes_no("policy_driven", "政策性调整", help="上级要求或不可抗力引起的调整"),
        money("amount", "金额", required=True, help="预算调减填负数"),
        money("received_amount", "到位金额", help="空着表示全部到位"),
        day("received_on", "到位日期"),
        text("remark", "备注"),
    ),
    title=("document_number",),
    voidable=False,
)

EXPENSE = Table(
    "expense",
    "支出明细",
    (
        FUND_REF,
        text("group", "分组"),
        text("name", "支出内容", required=True),
        text("economic_class", "经济分类"),
        text("payee", "收款单位"),
        number("quantity", "数量"),
        money("standard", "标准"),
        money("amount", "金额", required=True),
        day("paid_on", "支付日期", help="空着表示预算年度内"),
        text("voucher", "凭证号"),
        text("remark", "备注"),
    ),
    title=("name",),
    voidable=False,
)

MILESTONE = Table(
    "milestone",
    "里程碑",
    (
        LOOSE_FUND_REF,
        ref("contract", "合同", "contract", owner=True),
        choice(
            "kind",
            "节点",
            "立项/可研批复/招标/中标/签订合同/开工/上线/试运行/初验/竣工验收/结算评审/竣工决算/决算审计/其他",
            required=True,
        ),
        text("name", "说明"),
        day("planned_on", "计划日期"),
        day("actual_on", "实际日期"),
        text("remark", "备注"),
    ),
    title=("kind", "name"),
    voidable=False,
)

OBJECTIVE = Table(
    "objective",
    "绩效目标",
    (
        FUND_REF,
        choice("level1", "一级指标", "成本指标/产出指标/效益指标/满意度指标"),
        text("level2", "二级指标"),
        text("name", "三级指标", required=True),
        choice("operator", "符号", "≥/≤/=/定性"),
        number("target", "年度指标值"),
        text("unit", "计量单位"),
        number("actual", "实际完成值"),
        choice("attainment", "定性结论", "达成/部分达成/未达成"),
        number("weight", "分值"),
        number("score", "得分", help="空着表示由程序计算"),
        prose("reason", "偏差原因分析及改进措施"),
    ),
    title=("name",),
    voidable=False,
)

FIGURE = Table(
    "figure",
    "基础数据",
    (
        text("name", "名称", required=True, unique=True),
        number("value", "数值", required=True),
        text("unit", "单位"),
        day("as_of", "截止日期"),
        LOOSE_FUND_REF,
        text("source", "数据来源"),
        text("remark", "备注"),
    ),
    title=("name",),
    voidable=False,
)

TABLES = (FUND, ALLOCATION, EXPENSE, MILESTONE, OBJECTIVE, FIGURE)
