"""Any document, for properties that hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from models.report.blocks import (
    Annex,
    Cell,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    TableRow,
    Title,
)

TEXT = st.text(st.characters(), max_size=12)
SOURCE = st.none() | TEXT | st.tuples(TEXT, TEXT, TEXT)
ALIGN = st.sampled_from(["left", "right", "center"])
CELL = st.builds(
    Cell, text=TEXT, source=SOURCE, joined=st.booleans(), span=st.integers(1, 9), align=st.none() | ALIGN
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    columns = tuple(
        draw(st.builds(Column, title=TEXT, share=st.integers(1, 99), align=ALIGN)) for _ in range(width)
    )
    cells = st.lists(TEXT | CELL, min_size=width, max_size=width).map(tuple)
    roles = st.sampled_from(["row", "group", "subtotal", "total"])
    rows = draw(st.lists(st.builds(TableRow, cells=cells, role=roles), max_size=3))
    flags = [draw(st.booleans()), draw(st.booleans())]
    return Table(draw(TEXT), draw(TEXT), columns, tuple(rows), draw(st.integers(0, width)), *flags)


STYLES = st.sampled_from(["body", "lead", "note", "right", "caption", "center"])
RUNS = st.lists(st.builds(Run, text=TEXT, source=SOURCE, bold=st.booleans()), max_size=4).map(tuple)
BLOCKS = st.one_of(
    st.builds(Title, TEXT),
    st.builds(Heading, st.integers(1, 3), TEXT, TEXT),
    st.builds(Paragraph, RUNS, STYLES),
    tables(),
    st.just(PageBreak()),
    st.builds(Annex, TEXT, TEXT),
    st.builds(Signature, st.lists(TEXT, max_size=3).map(tuple)),
)
DOCUMENTS = st.builds(
    Document,
    title=TEXT,
    blocks=st.lists(BLOCKS, max_size=5).map(tuple),
    language=TEXT,
    subject=TEXT,
    keywords=st.lists(TEXT, max_size=2).map(tuple),
    author=TEXT,
    contents=st.booleans(),
)
