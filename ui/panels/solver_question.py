"""The question behind 反推: which printed rates, which base; and its answer in words for the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models import kinds, rates, solver
from models.dates import BadValue
from models.evaluation import Evaluation
from models.figures import shown
from models.records import Records
from ui.context import Context
from ui.words import told, worded

RATES = (rates.EXECUTION, rates.ADJUSTMENT, rates.CARRY_OVER)
BASES = (solver.INITIAL, solver.QUOTA, solver.PAID, solver.BALANCE)
FIGURES = (*BASES, "全年预算数", "到位资金")
KEPT = "solver"
_N = QT_TRANSLATE_NOOP
SHORT: Mapping[str, str] = {
    rates.EXECUTION: _N("Solver", "执行率"),
    rates.ADJUSTMENT: _N("Solver", "调整率"),
    rates.CARRY_OVER: _N("Solver", "结转率"),
}
ALL_CHANGES = "全部调整"
FEN_PLACES, WAN_PLACES = 6, 2


def _t(text: str) -> str:
    return QCoreApplication.translate("Solver", text)


@dataclass(frozen=True, slots=True)
class Question:
    """Which base is wanted, and the rates as somebody printed them, by name."""

    base: str
    printed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the answer; `tone` is a token for its colour."""

    text: str
    bold: bool = False
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in pieces; `fits` whether the present figure is one of those that are possible."""

    pieces: tuple[Piece, ...]
    fits: bool | None = None

    @property
    def text(self) -> str:
        """The whole answer as it is read."""
        return "".join(piece.text for piece in self.pieces)


def usual(records: Records, evaluation: Evaluation) -> Question | None:
    """What is asked while nobody asked: which 年初预算 the two rates over it allow; None without rates."""
    facts = evaluation.facts.project
    names = [name for name in (rates.ADJUSTMENT, rates.CARRY_OVER) if facts[name].value is not None]
    if records.setting("adjustment_base") != ALL_CHANGES and rates.ADJUSTMENT in names:
        names.remove(rates.ADJUSTMENT)
    if records.setting("carry_over_base") != solver.INITIAL and rates.CARRY_OVER in names:
        names.remove(rates.CARRY_OVER)
    return Question(solver.INITIAL, {name: facts[name].shown for name in names}) if names else None


def kept(context: Context) -> Question | None:
    """The question that this person left with the project, or the usual one."""
    found = context.settings.mapping(KEPT).get(context.workspace.project.meta("project_id"))
    if isinstance(found, dict) and found.get("base") in BASES and isinstance(found.get("printed"), dict):
        printed = {str(name): str(text) for name, text in found["printed"].items() if name in RATES}
        if printed:
            return Question(str(found["base"]), printed)
    return usual(context.records, context.evaluation)


def keep(context: Context, question: Question | None) -> None:
    """Leave a question with the project among this person's choices; None goes back to the usual one."""
    project = context.workspace.project.meta("project_id")
    others = {key: value for key, value in context.settings.mapping(KEPT).items() if key != project}
    if question is not None:
        others[project] = {"base": question.base, "printed": dict(question.printed)}
    context.settings.set(KEPT, others)


def known(evaluation: Evaluation, base: str) -> dict[str, Fraction]:
    """The figures that stay as they are while the base is looked for."""
    facts = evaluation.facts.project
    left_out = {base}
    if base in (solver.QUOTA, solver.PAID):
        left_out.add(solver.BALANCE)
    return {
        name: value
        for name in FIGURES
        if name not in left_out and name in facts and (value := facts[name].value) is not None
    }


def clue(records: Records, evaluation: Evaluation, base: str, name: str, text: str) -> solver.Clue:
    """What one printed rate says about the base; BadValue says what is wrong with it."""
    printed = solver.read_printed(text)
    over = {
        rates.EXECUTION: records.setting("execution_base"),
        rates.CARRY_OVER: records.setting("carry_over_base"),
    }.get(name, "")
    return solver.rate_clue(name, printed, base, known(evaluation, base), over=over)


def answer(records: Records, evaluation: Evaluation, question: Question) -> Answer:
    """The interval of the base, and whether the present figure lies in it; BadValue where it has none."""
    clues = [clue(records, evaluation, question.base, name, text) for name, text in question.printed.items()]
    if not clues:
        raise BadValue(_t("请至少填写一个印出来的率"))
    solution = solver.solve(question.base, clues)
    places = FEN_PLACES if records.money_unit == "元" else WAN_PLACES
    ends = solution.ends(places) or solution.ends(FEN_PLACES)
    if ends is None:
        return Answer((Piece(_t("反推：")), Piece(told(solution.sentence), tone="doubt")), fits=False)
    pieces = [Piece(_t("反推："))]
    for at, one in enumerate(clues):
        pieces.append(Piece((_t(" 与") if at else "") + f"{_t(SHORT[one.name])} {one.shown}"))
    pieces.append(Piece(_t(" 同时成立，") if len(clues) > 1 else _t(" 成立，")))
    pieces += _between(records, question.base, ends)
    return _beside(records, evaluation, question.base, solution, pieces)


def _between(records: Records, base: str, ends: tuple[Decimal, Decimal | None]) -> list[Piece]:
    first, last = (None if each is None else _amount(records, each) for each in ends)
    base, unit = worded(base), worded(records.money_unit)
    if last is None:
        return [Piece(_t("{0}应不小于 ").format(base)), Piece(str(first), bold=True), Piece(f" {unit}")]
    if first == last:
        return [Piece(_t("{0}应为 ").format(base)), Piece(str(first), bold=True), Piece(f" {unit}")]
    words = Piece(_t("{0}应在 ").format(base))
    return [words, Piece(f"{first} – {last}", bold=True), Piece(_t(" {0}之间").format(unit))]


def _amount(records: Records, wan: Decimal) -> str:
    """An amount in the project's unit; 万元 with more than two decimals where only such a value fits."""
    if records.money_unit == "元":
        return kinds.show_number(kinds.round_half_up(wan * 10000))
    finer = wan != kinds.round_half_up(wan)
    return kinds.show_number(Decimal(kinds.canonical(wan)) if finer else kinds.round_half_up(wan))


def _beside(
    records: Records, evaluation: Evaluation, base: str, solution: solver.Solution, said: list[Piece]
) -> Answer:
    fact = evaluation.facts.project[base]
    if fact.value is None:
        return Answer((*said, Piece(_t("；现在还没有这个数。"))))
    fits = solution.allowed.holds(fact.value)
    now = (
        kinds.show_number(kinds.round_half_up(fact.value * 10000))
        if records.money_unit == "元"
        else shown(fact.value, fact.kind)
    )
    word = _t("；现填 {0}，") if base == solver.INITIAL else _t("；现为 {0}，")
    verdict = Piece(_t("相符") if fits else _t("不符"), bold=True, tone="done" if fits else "doubt")
    return Answer((*said, Piece(word.format(now)), verdict, Piece(_t("。"))), fits)
