"""The words and marks by which rows and heads are recognised."""

from __future__ import annotations

import re

CONTRARY = re.compile(r"未|应|待|剩|余|欠|拟|计划|预计|不|累计|差额|比例")
"""What turns a head into something else: 未支付金额 is no payment, 累计支付 not the year's."""

SERIAL = ("序号", "编号", "no", "no.", "#", "行号", "序")
"""Heads of columns that only count the rows."""

SAME_AS_ABOVE = ("同上", "〃", "″", '"', "”", "“", "''", "--〃--", "同前", "ditto")
SIGNS_OF_NOTHING = ("-", "--", "---", "—", "——", "/", "//", "\\", "－", "–", "―", "─", "*", "×××")
"""Signs that stand for "no value" in any cell, names included."""

NOTHING = ("", "-", "--", "—", "——", "/", "\\", "无", "－", "–", "n/a", "暂无", "空", "、", ".")
"""What stands in a cell for "no value": taken as empty in amounts, numbers and dates."""

SUBTOTAL = re.compile(
    r"(?:.{0,30}?)(?:小计|分计|本页合计|本页小计|本月合计|本季合计|月计)(?:[((].{0,20}[))])?[::]?"
)
TOTAL = re.compile(
    r"(?:.{0,30}?)(?:合计|总计|累计|共计|总合计|总额|总金额|本年累计|total)"
    r"(?:共?\d{1,6}[份笔项个家人条户])?(?:[((].{0,20}[))])?(?:[::].{0,30})?"
)
NOTE = re.compile(
    r"(?:注|备注|说明|附注|填表说明|注释)\s*\d*[::、.]|※|"
    r"(?:填表人|制表人|制表|审核人|审核|负责人|填报人|填报日期|制表日期|单位负责人|联系电话|经办人|财务负责人)[::]"
)
NUMERAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?")
LABELLED = re.compile(r"[一-鿿]{2,10}(?:\([^)]{1,6}\))?[::].{0,30}")
"""What stands below or above a table: 日期：…, 单位负责人（签字）：…."""

ENUMERATED = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]\s*")
UNIT_LINE = re.compile(r"(?:金额)?单位[::\s]*(?:人民币)?[((]?(亿元|千万元|百万元|万元|千元|元)")
UNIT_IN_HEAD = re.compile(r"[(\[](?:单位[::])?(?:人民币)?(亿元|百万元|万元|千元|元)(?:/[^)\]]{1,3})?[)\]]"
                          r"|[/,:](亿元|百万元|万元|千元|元)$")  # fmt: skip
ENGLISH_YUAN = re.compile(r"\((?:yuan|rmb|cny)\)")
YEAR_IN_HEAD = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)(?:年度?)?|(?<!\d)([0-3]\d)年度?(?!内|期|限)")
MONTH_IN_HEAD = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月份?")
PERIOD_HEAD = re.compile(r"起止|期限|(?:服务|有效|合同|履约|执行)期$|周期")
"""Heads of columns that hold the first and the last day together."""

INSTALMENT = re.compile(
    r"(?:支付)?第[一二三四五六七八九十0-9]{1,2}(?:次|笔|期|批)(?:付款|支付|拨付|拨款|款项?)?(?:金额|额)?|"
    r"(?:支付|已付)?(?:首付款?|首期款?|首款|预付款|进度款|中期款|二期款|三期款|到货款|初验款|终验款|验收款|尾款|余款|质保金)"
    r"(?:支付|付款)?(?:金额|额)?"
)
"""Heads of one payment among several of a contract."""

THIS_YEAR = re.compile(r"(?:本|当)年度?")
ERROR_VALUE = re.compile(r"#(?:DIV/0!|N/A|REF!|VALUE!|NAME\?|NULL!|NUM!)")
