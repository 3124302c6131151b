"""The words that every command takes, with help and complaints in Chinese."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NoReturn

from services.errors import UserProblem
from services.installation import program_name
from services.version import PROGRAM_VERSION

PROGRAM = program_name()

SUMMARIES: Mapping[str, str] = {
    "new": "建立项目文件：空白的、样例的，或从指标体系、工作簿来的",
    "import": "把工作簿、CSV、Word 或 CSV 文件夹里的表导入项目；要由人判断的不导入",
    "score": "给出总分、等次、各项得分和资金数据",
    "check": "核对项目，列出错误、疑点和提示",
    "export": "导出报告（.pdf、.docx）、数据表（.xlsx）或全部数据（.json）",
    "history": "列出谁在何时把什么从什么改成了什么，新的在前",
    "undo": "撤销最近一次尚未撤销的修改",
    "redo": "重做最近一次撤销的修改",
    "set": "修改一个单元格，写法与在窗口里输入相同",
    "versions": "列出已定稿的报告版本，旧的在前",
    "freeze": "定稿：把现在的报告连同数据存为一个版本",
    "compare": "用文字说明两个报告版本，或一个版本与现在的报告，有何不同",
    "verify": "核对文件本身：结构、数值、修改历史和附件",
}

EXAMPLES: Mapping[str, str] = {
    "new": "new 评价.jiheng --sample\n  new 评价.jiheng --standard MOF-2020-10-annex2\n  "
    "new 评价.jiheng --from 上年表格.xlsx",
    "import": "import 评价.jiheng 表格.xlsx\n  import 评价.jiheng 表格.xlsx --good-rows",
    "score": "score 评价.jiheng\n  score 评价.jiheng --json",
    "check": "check 评价.jiheng --json",
    "export": "export 评价.jiheng 报告.pdf\n  export 评价.jiheng 报告.docx\n  "
    "export 评价.jiheng 表格.xlsx\n  "
    "export 评价.jiheng 自评表.pdf --what self-evaluation\n  "
    "export 评价.jiheng 附表.xlsx --what report\n  "
    "export 评价.jiheng 佐证目录.docx --what evidence\n  "
    "export 评价.jiheng 公开版.pdf --public\n  "
    "export 评价.jiheng 征求意见稿.docx --version 征求意见稿",
    "history": "history 评价.jiheng --json",
    "undo": "undo 评价.jiheng --person 李工",
    "redo": "redo 评价.jiheng",
    "set": "set 评价.jiheng fund F2 declared_paid 350.80\n  "
    "set 评价.jiheng contract 门户运维 vendor 某公司\n  "
    "set 评价.jiheng setting money_unit value 元",
    "versions": "versions 评价.jiheng",
    "freeze": "freeze 评价.jiheng 征求意见稿\n  freeze 评价.jiheng 送审稿 --title 送审稿第二次",
    "compare": "compare 评价.jiheng 征求意见稿\n  compare 评价.jiheng 征求意见稿 送审稿\n  "
    "compare 评价.jiheng 征求意见稿 --out 比较.docx",
    "verify": "verify 评价.jiheng",
}

CODES = """退出码：0 完成；
  1 check、verify 发现问题，import 有不能导入的行，undo、redo 没有可做的；
  2 用法不对、文件读不了或写不了。"""

_COMPLAINTS = {
    "the following arguments are required:": "缺少",
    "unrecognized arguments:": "不认识",
    "invalid choice:": "不能是",
    "choose from": "可用",
    "expected one argument": "后面要有一个值",
    "not allowed with argument": "不能同时用",
    "argument ": "",
}


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest, formatter_class=_Formatter, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        for english, chinese in _COMPLAINTS.items():
            message = message.replace(english, chinese)
        usage = " ".join(self.format_usage().removeprefix("用法：").split())
        raise UserProblem(f"命令写得不对：{message}。用法：{usage}。说明：{PROGRAM} 命令 --help")


def parser(names: Iterable[str]) -> argparse.ArgumentParser:
    """What takes the command line apart; UserProblem for what it does not understand."""
    top = _Parser(
        prog=PROGRAM,
        description=f"绩衡：专项资金绩效评价工作台。不带命令时打开窗口：{PROGRAM} [项目文件]",
        epilog=f"自检：{PROGRAM} self-test。每个命令的说明：{PROGRAM} 命令 --help\n{CODES}",
    )
    top.add_argument("--version", action="version", version=f"绩衡 {PROGRAM_VERSION}", help="显示版本")
    commands = top.add_subparsers(
        dest="command", required=True, parser_class=_Parser, title="命令", metavar="命令"
    )
    for name in names:
        text = SUMMARIES[name]
        examples = f"例：\n  {EXAMPLES[name]}\n{CODES}"
        one = commands.add_parser(name, help=text, description=text, epilog=examples)
        one.add_argument("file", metavar="FILE", help="项目文件（.jiheng）")
        _ARGUMENTS.get(name, lambda parser: None)(one)
        one.add_argument("--person", metavar="姓名", help="以谁的名义（否则 JIHENG_PERSON、设置、登录名）")
        one.add_argument("--json", action="store_true", help="以 JSON 回答，供别的程序读取")
    return top


def arranged(words: Sequence[str]) -> list[str]:
    """The words with the options of `set` in front, so that a value may begin with a minus sign."""
    if not words or words[0] != "set" or "--" in words:
        return list(words)
    options, others = [], []
    rest = iter(words[1:])
    for word in rest:
        if word in ("--json", "-h", "--help") or word.startswith("--person="):
            options.append(word)
        elif word == "--person":
            options += [word, *islice(rest, 1)]
        else:
            others.append(word)
    return ["set", *options, "--", *others]


def _new_arguments(one: argparse.ArgumentParser) -> None:
    start = one.add_mutually_exclusive_group()
    start.add_argument("--sample", action="store_true", help="从随程序附带的样例开始")
    start.add_argument("--standard", metavar="NAME", help="从指标体系库开始，写编号或名称")
    one.add_argument(
        "--from", dest="workbook", metavar="WORKBOOK.xlsx", help="读入这个工作簿，行的 id 保持不变"
    )


def _import_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("workbook", metavar="WORKBOOK.xlsx", help="工作簿、CSV 文件或 CSV 文件夹")
    one.add_argument("--good-rows", action="store_true", help="有错的行不要，其余照样导入")


def _export_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("out", metavar="OUT", help="要写的文件，由扩展名决定格式")
    one.add_argument(
        "--what",
        choices=("report", "self-evaluation", "tables", "evidence"),
        help="报告（.xlsx 是带公式的附表）、自评表、数据表或佐证目录；"
        "不写时 .pdf 和 .docx 是报告，.xlsx 和 .json 是数据表",
    )
    one.add_argument("--public", action="store_true", help="公开版：报告中的人名、电话、证件号、邮箱隐去")
    one.add_argument("--version", metavar="VERSION", help="导出这个已定稿的版本，写 id、名称或阶段")


def _freeze_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("stage", metavar="STAGE", help="阶段：初稿、征求意见稿、送审稿、终稿")
    one.add_argument("--title", metavar="名称", default="", help="版本的名称；不写时用阶段")
    one.add_argument("--remark", metavar="备注", default="", help="备注")


def _compare_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("before", metavar="A", help="前一版本：id、名称或阶段（同名的取最近的）")
    one.add_argument("after", metavar="B", nargs="?", help="后一版本；不写时是现在的报告")
    one.add_argument("--out", metavar="OUT", help="同时把比较结果写成 .pdf 或 .docx")


def _set_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("table", metavar="TABLE", help="表的英文名，如 payment")
    one.add_argument("row", metavar="ROW", help="行的 id，或编号，或名称")
    one.add_argument("field", metavar="FIELD", help="字段的英文名，如 amount")
    one.add_argument("value", metavar="VALUE", help='新的值；金额以万元计，除非以“元”结尾；"" 清空')


_ARGUMENTS: Mapping[str, Callable[[argparse.ArgumentParser], None]] = {
    "new": _new_arguments,
    "import": _import_arguments,
    "export": _export_arguments,
    "set": _set_arguments,
    "freeze": _freeze_arguments,
    "compare": _compare_arguments,
}
