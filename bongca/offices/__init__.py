"""Bodies, terms, and who holds which office until when.

Owns: `Body` (BCH, Ban Thường vụ, Ban Kiểm tra, a chi hội's leadership), `Term` (nhiệm kỳ),
`Position` (chức danh), `Appointment` (giữ chức) with its citation; the role grant that hangs on
an appointment ends with it.
Main actions: `form_body`, `appoint`, `end_appointment`.
Not here: rights themselves (`org`), persons (`people`).
"""
