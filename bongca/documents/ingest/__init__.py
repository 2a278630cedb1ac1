"""The words of files that were brought, read where they can harm nothing."""
