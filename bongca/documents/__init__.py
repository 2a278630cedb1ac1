"""Papers: registers in and out, number books, rules in force, and the official layout.

Owns `NumberBook` (numbers in order, ADR 0018), `IncomingDocument` (văn bản đến: stamp, bút phê,
handling), `OutgoingDocument` (văn bản đi: draft to receipt, recall, replacement) with its
`Recipient`s, `SecretEntry` (papers marked Mật: nothing but their entry), `IssuerSign` and
`SigningRule` (by date), `Regulation` (rules in force); and the content model of a paper
(`rules.paper.OfficialPaper`) with the engine that sets it in the layout of domain.md 6.3.
Main actions: `register_incoming`, `instruct`, `finish_incoming`, `take_in`; `draft_outgoing`,
`initial_draft`, `sign_document`, `number_document`, `send_document`; `enter_secret`,
`put_in_force`. For apps above: these, `queries.finding.visible_documents`,
`queries.composing.composed`, and `queries.printing` (`render_pdf`, `render_word`).

The engine stands in `rules` because it is plain Python (no Django, no database). Not here: what
an app above writes into a paper, and the tasks that follow from one.
"""
