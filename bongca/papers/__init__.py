"""Official papers: what a paper of the Association is, and how it is laid out.

Owns the content model of a paper (`rules.paper.OfficialPaper`) and the engine that sets it in
the layout of domain.md 6.3, once as PDF/A to keep and once as Word to edit. Both come from one
composed sheet (`rules.sheet`), so the two never differ in their words.

Use `queries.render_pdf` and `queries.render_word`. The engine stands in `rules` because it is
plain Python (no Django, no database) and because `queries` may only import what is below it.

Not here: registers, numbers, signatures, what becomes of a paper (`documents`).
"""
