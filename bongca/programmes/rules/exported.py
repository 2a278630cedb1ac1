"""Where a list that was written in the background lies."""

from uuid import UUID

PURPOSE = "programmes.export"
AT_ONCE = 5_000


def export_name(run_id: UUID) -> str:
    """Return the name of the workbook that a run writes."""
    return f"noi-duoc-giao-{run_id.hex}.xlsx"
