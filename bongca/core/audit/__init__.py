"""One entry for every write: who, in whose name, what, which fields (design.md 6)."""

from bongca.core.audit.entries import record

__all__ = ["record"]
