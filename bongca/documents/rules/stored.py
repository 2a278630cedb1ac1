"""Blocks of a paper kept as plain data, and read back as they were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bongca.papers.rules.paper import (
    Align,
    Authority,
    Block,
    Bullet,
    Column,
    HeadCell,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)

_KINDS = {"heading": Heading, "paragraph": Paragraph, "bullet": Bullet}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def kept_blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as data for a JSON column."""
    return [
        {"kind": "table" if isinstance(block, Table) else _NAMES[type(block)], **asdict(block)}
        for block in blocks
    ]


def read_blocks(kept: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    """Blocks from data; raises KeyError for a kind no paper has."""
    return tuple(_block(dict(one)) for one in kept)


def _block(fields: dict[str, Any]) -> Block:
    kind = fields.pop("kind")
    if kind == "table":
        return Table(
            columns=tuple(
                Column(one["title"], one["share"], Align(one["align"])) for one in fields["columns"]
            ),
            rows=tuple(Row(tuple(one["cells"]), one["is_bold"]) for one in fields["rows"]),
            title=fields["title"],
            head=tuple(tuple(HeadCell(**cell) for cell in row) for row in fields["head"]),
        )
    made: Block = _KINDS[kind](**fields)
    return made


def kept_signers(signers: Iterable[Signature]) -> list[dict[str, Any]]:
    """Signers as data for a JSON column."""
    return [
        {"authority": one.authority.value, "lines": list(one.lines), "name": one.name}
        for one in signers
    ]


def read_signers(kept: Sequence[Mapping[str, Any]]) -> tuple[Signature, ...]:
    """Signers from data."""
    return tuple(
        Signature(tuple(one["lines"]), one["name"], Authority(one["authority"])) for one in kept
    )


def words_of_blocks(blocks: Iterable[Block]) -> str:
    """The text of blocks, to be searched."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            parts += [block.title, *(cell for row in block.rows for cell in row.cells)]
        else:
            parts.append(block.text)
    return "\n".join(part for part in parts if part)
