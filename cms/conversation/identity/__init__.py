"""Who a visitor is: edit tokens, visitor tokens, e-mail addresses, log-ins of other sites, proofs of work.

What does not live here: what a proven identity is good for (`cms/conversation/moderation/`, `services/`).
"""
