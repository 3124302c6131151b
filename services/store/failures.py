"""What the database library reports, as sentences a person can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from models.sayings import saying
from services.errors import UserProblem

_SENTENCES: tuple[tuple[type[Exception], Callable[[str], str]], ...] = (
    (apsw.ConnectionClosedError, lambda name: saying("“{0}”已经关闭。请重新打开", name)),
    (apsw.FullError, lambda name: saying("磁盘已满，“{0}”的这次修改没有保存。请腾出空间后再试", name)),
    (apsw.BusyError, lambda name: saying("“{0}”正被另一个窗口或程序使用。请等它用完或关闭它后再试", name)),
    (apsw.LockedError, lambda name: saying("“{0}”正被另一个窗口或程序使用。请等它用完或关闭它后再试", name)),
    (apsw.CorruptError, lambda name: saying("“{0}”已损坏，读不下去。请改用备份", name)),
    (apsw.NotADBError, lambda name: saying("“{0}”有密码或不是绩衡项目文件", name)),
    (
        apsw.CantOpenError,
        lambda name: saying("无法打开或写入“{0}”。请核对文件夹是否还在、是否有写入权限", name),
    ),
    (
        apsw.IOError,
        lambda name: saying("读写“{0}”时磁盘或网络出错，这次修改没有保存。请核对磁盘或网络后再试", name),
    ),
    (apsw.PermissionsError, lambda name: saying("没有权限读写“{0}”。请核对文件和文件夹的权限", name)),
    (apsw.TooBigError, lambda name: saying("“{0}”里有一项内容太大，无法处理", name)),
    (
        apsw.InterruptError,
        lambda name: saying("“{0}”检查的时间过长，已停止。文件可能已损坏，请改用备份", name),
    ),
)


def sentence(error: Exception, path: Path) -> str:
    """The Chinese sentence for an error of the library while it worked on that file."""
    if isinstance(error, apsw.ReadOnlyError):
        if getattr(error, "extendedresult", 0) == apsw.SQLITE_READONLY_DBMOVED:
            return saying(
                "“{0}”在打开期间被移动、改名或删除，这次修改没有保存。请重新打开移动后的文件", path.name
            )
        return saying("“{0}”是只读的，这次修改没有保存。请另存到可以写入的位置", path.name)
    for kind, words in _SENTENCES:
        if isinstance(error, kind):
            return words(path.name)
    return saying("“{0}”的内容读不懂，文件可能已损坏。请改用备份", path.name)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the library raises inside, and text that is not UTF-8, into a UserProblem."""
    try:
        yield
    except (apsw.Error, UnicodeDecodeError) as error:
        raise UserProblem(sentence(error, path)) from error
