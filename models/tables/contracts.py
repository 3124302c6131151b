"""Contracts and what hangs on them: vendors, groups, items, terms, payments, monthly reviews."""

from __future__ import annotations

from models.fields import Table
from models.tables.funds import FUND_REF
from models.tables.words import SHARE, choice, day, money, number, percent, ref, text

CONTRACT_REF = ref("contract", "合同", "contract", required=True, owner=True)
REVIEW_STATES = "未到期/未开展/进行中/已完成"

VENDOR = Table(
    "vendor",
    "供应商",
    (
        text("name", "名称", required=True),
        text("aliases", "别名"),
        text("credit_code", "统一社会信用代码"),
        text("remark", "备注"),
    ),
    title=("name",),
    voidable=False,
    make_from_text="name",
)

CONTRACT_GROUP = Table(
    "contract_group",
    "项目分组",
    (
        FUND_REF,
        text("name", "名称", required=True),
        money("declared_amount", "申报合同金额"),
        money("declared_paid", "申报本年支付"),
    ),
    title=("name",),
    voidable=False,
)

CONTRACT = Table(
    "contract",
    "合同",
    (
        FUND_REF,
        ref("group", "项目分组", "contract_group"),
        text("number", "合同编号"),
        text("name", "合同名称", required=True),
        ref("vendor", "服务单位", "vendor", required=True),
        money("amount", "合同金额", required=True),
        choice(
            "procurement",
            "采购方式",
            "公开招标/邀请招标/竞争性谈判/竞争性磋商/询价/单一来源/框架协议/续签/零星采购/未履行采购程序/其他",
        ),
        day("signed_on", "签订日期"),
        day("starts_on", "服务开始"),
        day("ends_on", "服务结束"),
        ref("parent", "续签自", "contract"),
        day("planned_acceptance_on", "计划验收日期"),
        day("accepted_on", "验收日期"),
        choice("settlement", "结算评审", REVIEW_STATES),
        choice("final_accounts", "竣工决算", REVIEW_STATES),
        money("declared_amount", "申报合同金额"),
        money("declared_paid", "申报本年支付"),
        text("remark", "备注"),
    ),
    title=("number", "name"),
)

CONTRACT_ITEM = Table(
    "contract_item",
    "合同明细",
    (
        CONTRACT_REF,
        text("name", "服务内容", required=True),
        money("amount", "金额", required=True),
        number("planned_quantity", "约定数量"),
        number("delivered_quantity", "实际数量"),
        text("unit", "单位"),
        text("remark", "备注"),
    ),
    title=("name",),
    voidable=False,
)

TERM = Table(
    "term",
    "付款条款",
    (
        CONTRACT_REF,
        text("condition", "付款条件", required=True),
        percent("share", "比例", **SHARE),
        money("amount", "应付金额"),
        day("due_on", "应付日期"),
        day("met_on", "条件成就日期"),
        text("remark", "备注"),
    ),
    title=("condition",),
    voidable=False,
)

PAYMENT = Table(
    "payment",
    "付款",
    (
        CONTRACT_REF,
        day("paid_on", "付款日期", required=True, help="只知道年份时填年份"),
        money("amount", "付款金额", required=True),
        text("voucher", "凭证号"),
        text("payee", "收款单位"),
        ref("term", "对应条款", "term"),
        ref("fund", "列支项目", "fund", help="空着表示合同的资金项目"),
        text("remark", "备注"),
    ),
    title=("paid_on", "amount"),
    voidable=False,
)

SERVICE_REVIEW = Table(
    "service_review",
    "服务考核",
    (
        CONTRACT_REF,
        day("month", "月份", required=True),
        text("item", "考核项目", required=True, help="如 事件响应时间、事件恢复时间、服务质量及保障"),
        number("full_score", "满分"),
        number("score", "得分"),
        text("remark", "备注"),
    ),
    title=("month", "item"),
    voidable=False,
)

TABLES = (VENDOR, CONTRACT_GROUP, CONTRACT, CONTRACT_ITEM, TERM, PAYMENT, SERVICE_REVIEW)
