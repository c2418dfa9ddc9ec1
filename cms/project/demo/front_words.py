"""What the demo's first page says around the elements, in its two languages."""

SWEDISH = {
    "title": "Pressrum",
    "skip": "Hoppa till innehållet",
    "languages": "Språk",
    "lead": "Nyheter, bilder och raka svar från norra Sveriges vindkraft.",
    "latest": "Senaste nytt",
    "all": "Allt i pressrummet",
    "talk": "Fråga oss",
    "talk_lead": "Det du skriver läses av människor. Frågor får svar av en namngiven person, oftast inom en arbetsdag.",
    "talk_link": "Läs och skriv i pressrummet:",
    "made": "Så är sidan gjord",
    "made_lead": (
        "Sidan är vanlig HTML utan ramverk. Det mesta du ser kommer från fyra element som fungerar på vilken webbplats "
        "som helst. En rättelse syns här av sig själv, och det som dras tillbaka försvinner med en förklaring."
    ),
    "explore": "Titta vidare",
    "admin": "Redaktionens vy",
    "rest": "REST-dokumentation",
    "graphql": "GraphQL",
    "pages": "De inbyggda sidorna",
    "embed": "Version och integritet (JSON)",
    "fiction": "Norrvind är påhittat. Inget av det som står här har hänt.",
}

ENGLISH = {
    "title": "Press room",
    "skip": "Skip to the content",
    "languages": "Language",
    "lead": "News, pictures and straight answers from wind power in northern Sweden.",
    "latest": "Latest news",
    "all": "All of the newsroom",
    "talk": "Ask us",
    "talk_lead": "People read what you write. Questions are answered by a named person, usually within a working day.",
    "talk_link": "Read and write in the newsroom:",
    "made": "How this page is made",
    "made_lead": (
        "The page is plain HTML without a framework. Most of what you see comes from four elements that work on any web "
        "site. A correction shows here by itself, and what is withdrawn goes, with the reason in its place."
    ),
    "explore": "Look further",
    "admin": "The editors’ side",
    "rest": "REST documentation",
    "graphql": "GraphQL",
    "pages": "The built-in pages",
    "embed": "Version and integrity (JSON)",
    "fiction": "Norrvind is invented. Nothing of what is told here has happened.",
}
