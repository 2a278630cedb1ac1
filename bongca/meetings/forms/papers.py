"""A paper for a point of the agenda: a file, or one that stands in the registers."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.documents.models import IncomingDocument, OutgoingDocument


class PaperForm(forms.Form):
    scan = forms.FileField(
        label="Chọn tệp", required=False, help_text="Tệp PDF, Word (.docx) hoặc ảnh, đến 30 MB."
    )
    symbol = forms.CharField(
        label="Hoặc ghi số, ký hiệu văn bản đã vào sổ",
        max_length=80,
        required=False,
        help_text="Ví dụ 52/KH-HNCT.",
    )
    name = forms.CharField(
        label="Tên tài liệu",
        max_length=300,
        required=False,
        help_text="Để trống thì lấy tên tệp hoặc trích yếu.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        has_file, has_symbol = bool(given.get("scan")), bool(given.get("symbol"))
        if not has_file and not has_symbol and "scan" not in self.errors:
            self.add_error("scan", "Xin chọn tệp, hoặc ghi số, ký hiệu văn bản")
        if has_file and has_symbol:
            self.add_error("symbol", "Xin chỉ chọn một: tệp, hoặc văn bản đã vào sổ")
        return given

    def settle(
        self, found: Sequence[IncomingDocument | OutgoingDocument]
    ) -> IncomingDocument | OutgoingDocument | None:
        """Return the one paper meant, or say on the form why it is not clear."""
        if len(found) == 1:
            return found[0]
        if not found:
            self.add_error("symbol", "Không thấy văn bản này trong sổ của đơn vị")
        else:
            names = "; ".join(str(one) for one in found)
            self.add_error("symbol", f"Có nhiều văn bản. Xin ghi đủ số, ký hiệu: {names}")
        return None
