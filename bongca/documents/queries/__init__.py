"""Every read of documents: books, papers in and out, regulations, the first page."""
