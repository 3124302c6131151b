"""Attachments: kept once by their content's digest, never altered, outside the history."""

from __future__ import annotations

import hashlib
import secrets

import apsw

from models.sayings import saying
from services.errors import UserProblem
from services.store import ranks

SIZE_LIMIT = 200_000_000


def add(db: apsw.Connection, content: bytes, name: str) -> str:
    """Keep the bytes and give the attachment's id; the same bytes under the same name are kept once."""
    if not name.strip():
        raise UserProblem(saying("附件没有文件名"))
    if len(content) > SIZE_LIMIT:
        raise UserProblem(
            saying(
                "附件“{0}”有 {1} MB，最多 {2} MB", name, len(content) // 1_000_000, SIZE_LIMIT // 1_000_000
            )
        )
    digest = hashlib.sha256(content).hexdigest()
    same = 'SELECT "id" FROM "attachment" WHERE "sha256" = ? AND "name" = ?'
    known = db.execute(same, (digest, name)).fetchone()
    if known is not None:
        return str(known[0])
    db.execute(
        'INSERT OR IGNORE INTO "attachment_content" ("sha256", "bytes") VALUES (?, ?)', (digest, content)
    )
    last = db.execute('SELECT max("position") FROM "attachment"').fetchone()
    made = secrets.token_hex(8)
    db.execute(
        'INSERT INTO "attachment" ("id", "position", "sha256", "name", "size") VALUES (?, ?, ?, ?, ?)',
        (made, ranks.after(last[0] if last else None), digest, name, len(content)),
    )
    return made


def read(db: apsw.Connection, attachment_id: str) -> bytes:
    """The bytes of an attachment, checked against their digest."""
    found = db.execute(
        'SELECT "name", "sha256", "bytes" FROM "attachment" JOIN "attachment_content" USING ("sha256") '
        'WHERE "id" = ?',
        (attachment_id,),
    ).fetchone()
    if found is None:
        raise UserProblem(saying("没有这个附件，可能已被清理"))
    name, digest, content = found
    if hashlib.sha256(content).hexdigest() != digest:
        raise UserProblem(saying("附件“{0}”的内容已损坏。请改用备份中的附件", name))
    return bytes(content)


def problems(db: apsw.Connection) -> list[str]:
    """What is wrong with the attachments, as sentences for `verify`."""
    wrong: list[str] = []
    for digest, content in db.execute('SELECT "sha256", "bytes" FROM "attachment_content"'):
        if hashlib.sha256(content).hexdigest() != digest:
            wrong.append(saying("校验值为 {0}… 的附件内容已损坏", digest[:12]))
    lost = db.execute(
        'SELECT "name" FROM "attachment" WHERE "sha256" IS NULL '
        'OR "sha256" NOT IN (SELECT "sha256" FROM "attachment_content")'
    )
    wrong += [saying("附件“{0}”的内容不在文件里", name) for (name,) in lost]
    return wrong
