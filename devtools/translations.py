"""The English of the window: what has to be said, from the code and the declarations, into .ts and .qm.

`python3 dev.py translations` brings `resources/translations/jiheng_en.ts` up to what the program says now,
keeps what is translated already, compiles it, and lists what has no English yet. Qt's own lupdate would not
see the words of the schema, which stand in `models`, so the strings are gathered here.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from devtools.declared_words import CONTEXT, OF_TABLES, SENTENCES, declared_words, sentences, table_words
from devtools.environment import ROOT

TS = ROOT / "resources" / "translations" / "jiheng_en.ts"
QM = TS.with_suffix(".qm")
SPOKEN_TO_TERMINALS = ("cli", "selftest")
"""Beginnings of the modules in ui/ that speak Chinese on the command line and show nothing in a window."""

CHINESE = re.compile("[“”\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""What has to be translated: Chinese characters and their punctuation, quotation marks too."""

Message = tuple[str, str]
"""A context of Qt and the Chinese text that stands in it."""


def screen_modules() -> Iterator[Path]:
    """The modules whose words are seen in the window."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if not path.name.startswith(SPOKEN_TO_TERMINALS):
            yield path


class Strings(ast.NodeVisitor):
    """What one module says through Qt: `said` the messages, `literals` the nodes in which they stand."""

    def __init__(self, tree: ast.Module) -> None:
        self.said: list[Message] = []
        self.literals: set[ast.Constant] = set()
        self._classes: list[str] = []
        self._sayers = dict(_sayers(tree))
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """`tr` says in the context of its class."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """`tr(…)`, `translate("Context", …)`, and the modules' own short names for the latter."""
        name = _name(node.func)
        if name in ("translate", "QT_TRANSLATE_NOOP", "_N") and len(node.args) == 2:
            context = _texts(node.args[0])
            self._say(context[0].value if context else "", node.args[1])
        elif name in self._sayers and isinstance(node.func, ast.Name):
            self._say(self._sayers[name], node.args[0])
        elif name == "tr" and self._classes:
            self._say(self._classes[-1], node.args[0])
        self.generic_visit(node)

    def _say(self, context: object, argument: ast.expr) -> None:
        for literal in _texts(argument):
            self.said.append((str(context), str(literal.value)))
            self.literals.add(literal)


def _sayers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The functions that only say their argument in a fixed context, with that context."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (context := _only_says(node)):
            yield node.name, context
        if isinstance(node, ast.Assign) and (context := _bound(node.value)):
            yield from ((target.id, context) for target in node.targets if isinstance(target, ast.Name))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ui."):
            yield from _imported(node)


def _only_says(node: ast.FunctionDef) -> str:
    """The context of a function that ends in `return translate("Context", its_argument)`, else ""."""
    call = node.body[-1].value if isinstance(node.body[-1], ast.Return) else None
    if not isinstance(call, ast.Call) or _name(call.func) != "translate" or len(call.args) != 2:
        return ""
    context = _texts(call.args[0])
    return str(context[0].value) if context and isinstance(call.args[1], ast.Name) else ""


def _bound(node: ast.expr) -> str:
    """The context of `partial(translate, "Context")`, else ""."""
    if not isinstance(node, ast.Call) or _name(node.func) != "partial" or len(node.args) != 2:
        return ""
    context = _texts(node.args[1])
    return str(context[0].value) if context and _name(node.args[0]) == "translate" else ""


def _imported(node: ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """The same for what a module imports under the names of `SAYING`."""
    names = {each.name: each.asname or each.name for each in node.names if each.name in SAYING}
    path = ROOT.joinpath(*str(node.module).split(".")).with_suffix(".py")
    if names and path.is_file():
        theirs = dict(_sayers(ast.parse(path.read_text("utf-8"))))
        yield from ((names[name], theirs[name]) for name in names.keys() & theirs.keys())


SAYING = {"tr", "said"}
"""Names of functions that one module says words with and others import."""


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(node: ast.expr) -> list[ast.Constant]:
    """The string literals that an argument can be: itself, or the branches of a condition."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    if isinstance(node, ast.Call) and _name(node.func) == "QT_TRANSLATE_NOOP":
        return []
    return [node] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def messages() -> list[Message]:
    """Everything that needs English, sorted: what modules of the window say, and the declared words."""
    found = {(CONTEXT, word) for word in declared_words()} | {(OF_TABLES, word) for word in table_words()}
    found |= {(SENTENCES, template) for template in sentences()}
    for path in screen_modules():
        found.update(Strings(ast.parse(path.read_text("utf-8"))).said)
    return sorted(each for each in found if CHINESE.search(each[1]))


def read_english(text: str) -> dict[Message, str]:
    """The finished translations of a .ts file."""
    english = {}
    for context in ET.fromstring(text).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            english[key] = message.findtext("translation") or ""
    return {key: value for key, value in english.items() if value}


def ts_text(wanted: Iterable[Message], english: Mapping[Message, str]) -> str:
    """The .ts file with these messages; a message new in its context takes the English of another one."""
    elsewhere = {source: text for (_context, source), text in sorted(english.items(), reverse=True)}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="en" sourcelanguage="zh_CN">')
    current = None
    for context, source in wanted:
        if context != current:
            lines += ["</context>"] if current is not None else []
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
            current = context
        said = english.get((context, source)) or elsewhere.get(source, "")
        told = f"<translation>{escape(said)}</translation>" if said else '<translation type="unfinished"/>'
        lines.append(f"    <message><source>{escape(source)}</source>\n        {told}</message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def compile_to(target: Path) -> None:
    """Compile the .ts file with Qt's own tool, which comes with PySide6."""
    import PySide6

    tool = next(path for path in Path(PySide6.__file__).parent.glob("lrelease*") if path.is_file())
    subprocess.run([str(tool), "-silent", str(TS), "-qm", str(target)], check=True)


def missing() -> list[Message]:
    """What has no English yet."""
    english = read_english(TS.read_text("utf-8"))
    return [each for each in messages() if each not in english]


def main() -> int:
    """Bring .ts and .qm up to date; 1 while something has no English."""
    old = read_english(TS.read_text("utf-8")) if TS.is_file() else {}
    TS.write_text(ts_text(messages(), old), "utf-8", newline="\n")
    compile_to(QM)
    left = missing()
    for context, source in left:
        print(f"{context}\t{source!r}")
    print(f"没有英文的有 {len(left)} 条。" if left else "英文齐全。")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
