"""Care: mừng thọ year by year, and the allowances people have a right to.

Owns: what the State and the Association owe by age (`rules`: dated, each with its legal basis;
`Level`: what a province or commune has set above that), `LongevityRound` (one ceremony of a
commune with its frozen list), `Recipient` (one person on it, gift and receipt), `RightRequest`
(the request of one person for one allowance), `CareAnswers` (what the person was asked).
Main actions: `add_round`, `freeze_round`, `take_in_changes`, `record_receipt`, `record_request`.
Not here: who is a member, who has died (`members`, `people`); money paid out (`funds`).
"""
