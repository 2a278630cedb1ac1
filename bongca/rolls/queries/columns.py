"""What was found in a file, with what is remembered of lists with the same headings."""

import json
from collections.abc import Iterable
from typing import Any

from bongca.core import crypto
from bongca.org.models import Unit
from bongca.rolls.models import ColumnMemory, RollBatch


def found_in(batch: RollBatch) -> dict[str, Any]:
    """Open what was found in the file of a roll; empty before it was read."""
    if batch.tables_sealed is None:
        return {"tables": [], "font": None, "sheet_means": ""}
    found: dict[str, Any] = json.loads(crypto.decrypt(batch.tables_sealed))
    return found


def lists_by_heading(found: dict[str, Any]) -> list[dict[str, Any]]:
    """One list for each set of headings: sheets with the same head are settled together."""
    lists: dict[str, dict[str, Any]] = {}
    for table in found["tables"]:
        if table["taken"]:
            first = lists.setdefault(table["signature"], {**table, "sheets": [], "all_lines": 0})
            first["sheets"].append(table["sheet"])
            first["all_lines"] += table["lines"]
            first["swapped"] = first["swapped"] or table["swapped"]
    return list(lists.values())


def remembered(unit: Unit, signatures: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the columns of these lists were settled as, in this unit or one above it."""
    rows = ColumnMemory.objects.filter(
        signature__in=list(signatures), unit__lft__lte=unit.lft, unit__rgt__gte=unit.lft
    ).order_by("unit__lft")
    return {row.signature: row.fields for row in rows}


def proposed_mapping(found: dict[str, Any], unit: Unit) -> dict[str, dict[str, str]]:
    """The mapping to begin with: what is remembered, else what is sure; the rest stays open."""
    lists = lists_by_heading(found)
    known = remembered(unit, (one["signature"] for one in lists))
    proposal = {}
    for one in lists:
        guessed = {str(c["index"]): c["field"] for c in one["columns"] if c["field"]}
        # Our own file of lines to mend has one column more than the list it came from.
        proposal[one["signature"]] = guessed | known.get(one["signature"], {})
    return proposal
