"""Rolls brought in, line by line, and what is remembered of their columns."""

from bongca.rolls.models.batches import ColumnMemory, RollBatch
from bongca.rolls.models.lines import RollLine

__all__ = ["ColumnMemory", "RollBatch", "RollLine"]
