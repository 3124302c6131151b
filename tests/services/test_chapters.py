"""What the evaluator does to chapters, without a window: one edit each, and the report follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.report.blocks import text_of
from models.report.document import Report, compose
from models.report.live.merging import offers
from models.report.outline import Chapter
from services.chapters import ChapterDoor
from services.errors import UserProblem
from services.project import Project
from services.report_forms import form_of
from services.workspace import Workspace


class Desk:
    """A workspace with its report."""

    def __init__(self, path: Path) -> None:
        self.workspace = Workspace(Project.open(path, person="测试员"))
        self.door = ChapterDoor(self.workspace)

    @property
    def report(self) -> Report:
        at = self.workspace
        return compose(at.records, at.evaluation, at.problems, form_of(at.records))

    def chapter(self, key: str) -> Chapter:
        return next(each for each in self.report.chapters if each.key == key)

    @property
    def keys(self) -> list[str]:
        return [each.key for each in self.report.chapters]

    @property
    def printed(self) -> str:
        return text_of(self.report.document)

    @property
    def last_label(self) -> str:
        return self.workspace.project.history(1)[0].label


@pytest.fixture
def desk(sample_path: Path) -> Iterator[Desk]:
    made = Desk(sample_path)
    yield made
    made.workspace.close()


def test_words_are_kept_and_their_numbers_follow_the_data(desk: Desk) -> None:
    assert desk.door.write_text(desk.chapter("advice"), "本级支付{已支付}，应当加快。")
    assert desk.last_label == "报告章节“相关建议” · 正文"
    assert "本级支付2,053.31万元，应当加快。" in desk.printed
    payment = next(row for row in desk.workspace.records.live("payment") if row["paid_on"] >= "2018")
    with desk.workspace.edit("付款") as edit:
        edit.update("payment", payment["id"], {"amount": 0})
    assert "本级支付2,053.31万元" not in desk.printed and "，应当加快。" in desk.printed


def test_the_first_edit_keeps_what_the_automatic_text_was(desk: Desk) -> None:
    before = desk.chapter("advice")
    desk.door.write_text(before, "一句")
    after = desk.chapter("advice")
    assert (after.base, after.edited, after.text) == (before.automatic, True, "一句")
    desk.door.write_text(after, "两句")
    assert desk.chapter("advice").base == before.automatic


def test_what_says_the_same_is_no_edit(desk: Desk) -> None:
    count = len(desk.workspace.project.history())
    chapter = desk.chapter("findings")
    assert not desk.door.write_text(chapter, f"\n{chapter.text}\n\n")
    assert len(desk.workspace.project.history()) == count


def test_a_chapter_may_be_emptied(desk: Desk) -> None:
    desk.door.write_text(desk.chapter("advice"), "")
    assert desk.chapter("advice").edited and len(desk.report.blocks["advice"]) == 1


def test_restored_it_follows_the_data_again(desk: Desk) -> None:
    before = desk.chapter("advice")
    assert not desk.door.restore(before)
    desk.door.write_text(before, "一句")
    assert desk.door.restore(desk.chapter("advice"))
    after = desk.chapter("advice")
    assert (after.text, after.edited, after.base) == (before.text, False, "")


def test_control_characters_do_not_keep_words_from_being_kept(desk: Desk) -> None:
    desk.door.write_text(desk.chapter("advice"), "一\x00句\x1b")
    assert desk.chapter("advice").text == "一句"


def test_a_new_finding_is_offered_to_an_edited_chapter(desk: Desk) -> None:
    chapter = desk.chapter("findings")
    desk.door.write_text(chapter, f"先说一句。\n{chapter.text}")
    with desk.workspace.edit("问题") as edit:
        edit.insert("finding", {"title": "档案不全", "fact": "验收资料缺页。"})
    mine = desk.chapter("findings")
    (offer,) = offers(mine.base, mine.text, mine.automatic)
    assert offer.now[0] == "## 档案不全"
    desk.door.decline(mine, offer)
    declined = desk.chapter("findings")
    assert offers(declined.base, declined.text, declined.automatic) == ()
    assert "档案不全" not in declined.text
    desk.workspace.undo()
    desk.door.take(desk.chapter("findings"), offer)
    taken = desk.chapter("findings")
    assert taken.text.startswith("先说一句。") and "## 档案不全" in taken.text
    assert offers(taken.base, taken.text, taken.automatic) == ()


MOVES = [
    # which, to, comes to stand there, whether anything changes
    ("advice", 1, 1, True),
    ("advice", 0, 1, True),
    ("advice", 99, 9, True),
    ("advice", 8, 8, False),
    ("lead", 4, 0, False),
]


@pytest.mark.parametrize(("key", "to", "stands", "changes"), MOVES)
def test_chapters_change_places_behind_the_lead(
    desk: Desk, key: str, to: int, stands: int, changes: bool
) -> None:
    assert desk.door.move(desk.report.chapters, key, to) is changes
    assert desk.keys.index(key) == stands and desk.keys[0] == "lead"
    numbers = [each.number for each in desk.report.chapters]
    assert numbers == list(range(len(numbers)))


def test_the_order_of_the_form_comes_back(desk: Desk) -> None:
    before = desk.keys
    assert not desk.door.restore_order()
    desk.door.move(desk.report.chapters, "advice", 1)
    assert desk.door.restore_order() and desk.keys == before


def test_a_chapter_left_out_gives_its_number_to_the_next(desk: Desk) -> None:
    desk.door.leave_out(desk.chapter("advice"), True)
    assert (
        "八、综合评价情况及评价结论" in desk.printed
        and "相关建议" not in desk.printed.split("附件")[0][-4000:]
    )
    desk.door.leave_out(desk.chapter("advice"), False)
    assert "八、相关建议" in desk.printed


def test_an_own_chapter_is_added_named_written_and_removed(desk: Desk) -> None:
    key = desk.door.add(desk.report.chapters, after="findings")
    assert desk.keys.index(key) == desk.keys.index("findings") + 1
    desk.door.rename(desk.chapter(key), "主要经验")
    desk.door.write_text(desk.chapter(key), "经验一条。")
    assert "八、主要经验\n经验一条。" in desk.printed
    assert not desk.door.restore(desk.chapter(key))
    desk.door.remove(desk.chapter(key))
    assert key not in desk.keys and "九、综合评价情况及评价结论" in desk.printed


def test_a_chapter_of_the_form_cannot_be_removed(desk: Desk) -> None:
    with pytest.raises(UserProblem, match="不列入报告"):
        desk.door.remove(desk.chapter("advice"))


def test_a_title_of_ones_own_and_the_forms_again(desk: Desk) -> None:
    desk.door.rename(desk.chapter("advice"), " 意见和\n建议 ")
    assert "八、意见和 建议" in desk.printed
    desk.door.rename(desk.chapter("advice"), "")
    assert "八、相关建议" in desk.printed


def test_every_change_is_taken_back_in_one_step(desk: Desk) -> None:
    before = desk.printed
    door = desk.door
    for change in (
        lambda: door.write_text(desk.chapter("advice"), "一句"),
        lambda: door.move(desk.report.chapters, "advice", 1),
        lambda: door.add(desk.report.chapters),
        lambda: door.leave_out(desk.chapter("money"), True),
        lambda: door.rename(desk.chapter("money"), "钱"),
    ):
        change()
        assert desk.printed != before
        desk.workspace.undo()
        assert desk.printed == before
