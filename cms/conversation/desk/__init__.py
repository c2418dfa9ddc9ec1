"""The response desk's domain: cases and their due times, answers, escalation, crisis mode and figures. No screens."""
