"""Papers in and out: registers, numbers, drafts, signatures, deliveries, rules in force.

Owns number books (`NumberBook`; numbers are given in order, none twice, none missing), papers
that came in and what was made of them, papers that go out from draft to receipt, the one-line
entries of secret papers, and the rules in force with their readers.

For the apps above: `actions.outgoing.draft_outgoing`, `actions.incoming.register_incoming`,
`policies.visible_outgoing`, `policies.visible_incoming`.

Not here: how a paper is set in type (`papers`), what it asks to be done (`programmes`).
"""
