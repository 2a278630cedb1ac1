"""Who asks to come in, who goes from one unit to another, who rests for a while.

Main actions: `record_application`, `recognise`, `refuse`, `send_transfer`, `accept_transfer`,
`decline_transfer`, `pause_member`. The periods themselves are written by `members`, whose actions
these call; what crosses scopes goes through the functions of decision 0008. Decision 0024 says why
this is an app of its own.
"""
