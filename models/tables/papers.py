"""What the evaluators collect: papers, regulations, evidence, visits, vouchers, sign-in lists."""

from __future__ import annotations

from models.fields import Table
from models.tables.funds import LOOSE_FUND_REF
from models.tables.words import choice, count, day, money, prose, ref, text, yes_no

ANSWERS = "是/否/不适用"

REQUEST = Table(
    "request",
    "资料清单",
    (
        LOOSE_FUND_REF,
        text("name", "资料名称", required=True),
        day("requested_on", "索取日期"),
        day("due_on", "截止日期"),
        choice("state", "状态", "未提供/部分提供/已提供/不适用"),
        day("received_on", "收到日期"),
        text("provider", "提供人"),
        text("gap", "缺失内容"),
    ),
    title=("name",),
    voidable=False,
)

REGULATION = Table(
    "regulation",
    "制度",
    (
        text("title", "制度名称", required=True),
        choice(
            "field", "类别", "财务管理/业务管理/项目管理/资金管理/采购管理/合同管理/资产管理/档案管理/其他"
        ),
        choice("state", "状态", "已制定/要素不完整/未制定"),
        day("issued_on", "制定日期"),
        text("missing", "缺失要素"),
        text("enforced", "执行情况"),
    ),
    title=("title",),
    voidable=False,
)

ATTACHMENT = Table(
    "attachment",
    "附件",
    (text("sha256", "校验值", required=True), text("name", "文件名", required=True), count("size", "大小")),
    title=("name",),
    voidable=False,
    exchanged=False,
    recorded=False,
)

EVIDENCE = Table(
    "evidence",
    "佐证材料",
    (
        text("code", "索引号", unique=True),
        text("title", "名称", required=True),
        choice("kind", "类型", "文件/合同/凭证/照片/截图/表格/访谈/问卷/录音/其他"),
        text("source", "提供单位"),
        text("collected_by", "取得人"),
        day("collected_on", "取得日期"),
        text("place", "地点"),
        text("page", "页码"),
        ref("attachment", "附件", "attachment"),
        text("remark", "备注"),
    ),
    title=("code", "title"),
)

EVIDENCE_LINK = Table(
    "evidence_link",
    "佐证关联",
    (
        ref("evidence", "佐证材料", "evidence", required=True, owner=True),
        text("on_table", "所在表"),
        text("on_row", "所在行"),
        text("on_field", "所在字段"),
    ),
    title=("evidence",),
    voidable=False,
)

VISIT = Table(
    "visit",
    "现场核查",
    (
        text("place", "地点", required=True),
        LOOSE_FUND_REF,
        day("visited_on", "日期"),
        text("people", "核查人员"),
        prose("checked", "核查内容"),
        prose("result", "核查结果"),
        text("confirmed_by", "被查单位确认人"),
    ),
    title=("place",),
    voidable=False,
)

VOUCHER_CHECK = Table(
    "voucher_check",
    "凭证抽查",
    (
        ref("payment", "付款", "payment", owner=True),
        ref("expense", "支出", "expense", owner=True),
        text("voucher", "凭证号"),
        money("amount", "金额"),
        choice("payee_ok", "收款方一致", ANSWERS),
        choice("approval_ok", "审批完整", ANSWERS),
        choice("invoice_ok", "票据合规", ANSWERS),
        choice("purpose_ok", "用途相符", ANSWERS),
        text("result", "结论"),
        text("checker", "核查人"),
    ),
    title=("voucher",),
    voidable=False,
)

ROSTER = Table(
    "roster",
    "名单核查",
    (
        text("title", "名称", required=True),
        LOOSE_FUND_REF,
        count("planned_count", "计划人数"),
        day("held_on", "日期"),
        text("remark", "备注"),
    ),
    title=("title",),
    voidable=False,
)

ROSTER_ENTRY = Table(
    "roster_entry",
    "名单",
    (
        ref("roster", "名单核查", "roster", required=True, owner=True),
        text("name", "姓名"),
        text("organization", "单位"),
        text("phone", "电话"),
        yes_no("signed_by_proxy", "疑似代签"),
        text("remark", "备注"),
    ),
    title=("name",),
    voidable=False,
)

TABLES = (
    REQUEST, REGULATION, ATTACHMENT, EVIDENCE, EVIDENCE_LINK, VISIT, VOUCHER_CHECK, ROSTER, ROSTER_ENTRY,
)  # fmt: skip
