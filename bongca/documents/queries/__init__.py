"""Every read of documents: printing, books, papers in and out, regulations, the first page."""

from bongca.documents.queries.printing import PaperTypeMissing, render_pdf, render_word

__all__ = ["PaperTypeMissing", "render_pdf", "render_word"]
