"""Attachments: kept by content, reached only through the policy of their purpose."""

from bongca.core.files.purposes import may_open, register_purpose
from bongca.core.files.store import open_attachment, store_attachment

__all__ = ["may_open", "open_attachment", "register_purpose", "store_attachment"]
