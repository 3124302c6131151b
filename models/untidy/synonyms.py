"""The words by which units head their columns, beside a field's own label and English name."""

from __future__ import annotations

from collections.abc import Mapping

SYNONYMS: Mapping[tuple[str, str], str] = {
    ("fund", "code"): "项目编号/项目代码/项目编码",
    ("fund", "name"): ("fund/project/资金项目/专项名称/专项资金名称/资金项目名称/项目/资金名称/预算项目"),
    ("fund", "implementer"): "项目单位/承担单位/项目实施单位/使用单位",
    ("fund", "declared_quota"): (
        "总指标/总指标金额/指标金额/指标总额/预算金额/预算数/下达金额/预算总额/全年预算数"
    ),
    ("fund", "declared_paid"): ("已支付/已支付金额/支出金额/实际支出/支付金额/执行数/全年执行数/已支出金额"),
    ("fund", "declared_balance"): "结余/结余金额/资金结余/余额/结余数/剩余金额",
    ("fund", "declared_rate"): "执行率/预算执行率/支付率/支出进度/执行进度",
    ("fund", "declared_contracts"): "合同总额/合同总金额",
    ("fund", "content"): "建设内容/项目内容/立项内容/主要内容",
    ("fund", "goal"): "总体目标/年度目标/项目目标",
    ("allocation", "fund"): "项目名称/资金项目名称/专项名称",
    ("allocation", "document_number"): "文号/指标文/文件号/下达文号/资金文号/指标文件号/文件文号",
    ("allocation", "issued_on"): "下达时间/发文日期/下文日期/文件日期",
    ("allocation", "kind"): "资金性质/指标类型/预算类型/资金类型",
    ("allocation", "amount"): "下达金额/指标金额/下达资金/预算金额",
    ("allocation", "received_amount"): "到位资金/实际到位/到账金额",
    ("allocation", "project_item"): "资金用途/具体项目/子项目",
    ("expense", "name"): (
        "支出项目/费用名称/支出明细/费用项目/支出科目/摘要/开支内容/支出事项/支出内容及用途"
    ),
    ("expense", "amount"): "支出金额/发生额/支付金额/开支金额/付款金额/补助金额/发放金额",
    ("expense", "payee"): "收款人/收款方/受款人/对方单位/领取单位/补助对象",
    ("expense", "paid_on"): "日期/付款日期/支出日期/支付时间/记账日期/凭证日期",
    ("expense", "voucher"): "凭证/凭证编号/凭证字号/记账凭证号",
    ("expense", "quantity"): "人数/次数/补助人数/户数",
    ("expense", "standard"): "补助标准/单价/发放标准/标准（元）",
    ("expense", "economic_class"): "经济科目/科目名称/部门经济分类/科目",
    ("expense", "fund"): "项目名称/资金项目名称/专项名称",
    ("vendor", "name"): "供应商/供应商名称/单位名称/公司名称/企业名称",
    ("vendor", "credit_code"): "信用代码/社会信用代码/税号/纳税人识别号",
    ("contract_group", "name"): "项目分组/项目名称/项目/分组/子项目/子项目名称/采购项目/采购项目名称",
    ("contract", "group"): "项目名称/分组/子项目",
    ("contract", "number"): "合同号/编号/合同备案号/采购合同编号",
    ("contract", "name"): (
        "contract/contract name/contract title/合同/合同标题/合同项目/合同项目名称/合同名"
    ),
    ("contract", "vendor"): (
        "supplier/contractor/服务单位名称/中标单位/承建单位/单位名称/供应商/供应商名称/中标人/"
        "成交供应商/乙方/承接单位/施工单位/中标供应商/服务商/中标公司/中标（成交）供应商/合同乙方/"
        "对方单位/服务方"
    ),
    ("contract", "amount"): (
        "合同总价/合同价款/合同价/合同总金额/合同额/中标金额/成交金额/合同总额/签约金额/合同价格"
    ),
    ("contract", "procurement"): "采购形式/招标方式/采购方法",
    ("contract", "signed_on"): ("合同签订日期/合同签订时间/签订时间/签约日期/签署日期/合同日期/签约时间"),
    ("contract", "starts_on"): "开始日期/服务开始日期/合同开始日期/起始日期/开工日期/服务起始日期",
    ("contract", "ends_on"): ("结束日期/服务结束日期/合同结束日期/终止日期/到期日期/截止日期/服务截止日期"),
    ("contract", "accepted_on"): "验收时间/竣工验收日期/验收通过日期",
    ("contract_item", "name"): (
        "item/service/服务项目名称/服务项目/明细/服务事项/建设内容/采购内容/标的名称/明细名称/内容/"
        "货物名称/采购明细/项目内容/明细内容"
    ),
    ("contract_item", "amount"): "明细金额/分项金额/小计金额/单项金额/分项报价",
    ("contract_item", "planned_quantity"): "数量/采购数量/合同数量",
    ("contract_item", "delivered_quantity"): "到货数量/交付数量",
    ("contract_item", "unit"): "计量单位",
    ("payment", "amount"): (
        "paid/payment/amount paid/支付金额/已支付/已支付金额/已付金额/付款/付款额/支付/已付款/"
        "实付金额/支付数/实际支付金额"
    ),
    ("payment", "paid_on"): "date/支付日期/付款时间/支付时间/日期/拨付日期/转账日期/付款年度/支付年度",
    ("payment", "voucher"): "凭证/凭证编号/凭证字号/支付凭证号/记账凭证号",
    ("payment", "payee"): "收款人/收款方/收款单位名称/对方单位",
    ("payment", "contract"): "合同名称/合同编号/项目名称/合同号",
    ("payment", "remark"): "摘要/用途/说明",
    ("contract", "remark"): "说明/付款情况/支付情况/备注说明/合同执行情况",
    ("objective", "name"): "指标名称/绩效指标/具体指标/三级指标名称/指标内容",
    ("objective", "level1"): "一级指标名称/指标类别",
    ("objective", "level2"): "二级指标名称",
    ("objective", "target"): "指标值/目标值/年度目标值/全年目标值/计划值/预期值",
    ("objective", "unit"): "单位/度量单位",
    ("objective", "actual"): "完成值/实际值/全年完成值/实际完成/完成情况",
    ("objective", "weight"): "权重/权重分值/指标分值",
    ("objective", "reason"): "偏差原因/未完成原因/偏差原因分析/改进措施",
    ("request", "name"): "资料/材料名称/材料/资料清单/所需资料/需提供资料/提供资料名称/文件名称",
    ("request", "state"): "提供情况/是否提供/提交情况/收集情况/状况",
    ("request", "received_on"): "提供日期/提交日期/收到时间/接收日期",
    ("request", "provider"): "联系人/责任人/提供单位/提供部门/责任部门",
    ("request", "gap"): "备注/缺少内容/问题/待补内容",
    ("roster_entry", "name"): "姓名/签名/学员姓名/参训人员/参会人员/名字",
    ("roster_entry", "organization"): "单位/工作单位/所在单位/部门/单位及职务/所属单位",
    ("roster_entry", "phone"): "电话/联系电话/手机/手机号/手机号码/联系方式/电话号码",
    ("person", "name"): "姓名",
    ("milestone", "kind"): "阶段/环节/事项/进度节点/里程碑",
    ("milestone", "planned_on"): "计划时间/计划完成时间/计划完成日期",
    ("milestone", "actual_on"): "实际时间/完成时间/实际完成时间/实际完成日期",
    ("figure", "name"): "数据名称/指标名称/数据项",
    ("figure", "value"): "数据/数量/值",
    ("regulation", "title"): "制度/文件名称/制度文件/管理办法",
    ("regulation", "issued_on"): "出台日期/发布日期/印发日期",
    ("term", "condition"): "付款节点/支付条件/付款阶段/支付节点",
    ("term", "share"): "付款比例/支付比例",
    ("term", "amount"): "付款金额/支付金额/应付款",
}
"""By table and field, parted by strokes."""


def synonyms(table: str, field: str) -> tuple[str, ...]:
    """The further words for a field."""
    words = SYNONYMS.get((table, field), "")
    return tuple(words.split("/")) if words else ()
