"""The English newsroom of the demo. Its releases are in `english_stories.py`."""

from __future__ import annotations

from dataclasses import replace

from cms.project.demo import swedish
from cms.project.demo.english_media import ASSETS, KITS, PICTURES
from cms.project.demo.english_stories import STORIES
from cms.project.demo.story import Newsroom, Picture, Recording

TITLES = {
    "karin": "Head of Press",
    "daniel": "Head of Operations",
    "lars": "Chief Executive Officer",
    "mariam": "Head of Sustainability",
}

NEWSROOM = Newsroom(
    locale="en",
    name="Norrvind in English",
    slug="norrvind-en",
    tagline="Wind power, batteries and power agreements in northern Sweden",
    about=(
        "<p>Press releases, pictures and reports. Call the press office when it is urgent: we answer day and night, "
        "and would rather say that we do not know than guess.</p>"
        "<p>Pictures are free for editorial use when the photographer or illustrator is named.</p>"
    ),
    guidelines=(
        "<p>Say what you think, also when you do not like what we do. We remove threats, personal attacks and "
        "advertising, never criticism. Questions are answered by a named person, usually within a working day.</p>"
    ),
    boilerplate=(
        "About Norrvind",
        "<p>Norrvind builds and runs wind farms and battery stores in northern Sweden. It has 212 employees and its "
        "head office in Umeå, and is owned by seven municipal power companies and two pension foundations. Its wind "
        "farms produced 1.9 TWh in 2025.</p>",
    ),
    credit="Illustration: Norrvind",
    usage_terms="Free for editorial use when the source is named.",
    chart=("Output per quarter", ("Q3 2025", "Q4", "Q1", "Q2", "Q3 2026")),
    channels=(("LinkedIn", "https://social.example/company/norrvind"),),
    topics=(
        ("energy", "Energy", "energy", "", "Producing and storing electricity."),
        ("wind", "Wind power", "wind-power", "energy", "Wind farms: planning, building and running them."),
        (
            "winter",
            "Winter operation",
            "winter-operation",
            "wind",
            "Ice, cold and how the farms run in winter.",
        ),
        ("company", "The company", "the-company", "", "Owners, results and people."),
        (
            "neighbours",
            "Neighbours and nature",
            "neighbours-and-nature",
            "",
            "Sound, nature, spills and village funds.",
        ),
    ),
    people=tuple(replace(person, title=TITLES[person.key]) for person in swedish.NEWSROOM.people),
    pictures={
        **PICTURES,
        "logo": Picture(
            "The Norrvind logo", "The Norrvind logo: three green rotor blades around an orange hub."
        ),
        "karin": Picture("Karin Åkerlund", "Drawn portrait of Karin Åkerlund."),
        "daniel": Picture("Daniel Tesfaye", "Drawn portrait of Daniel Tesfaye."),
        "lars": Picture("Lars Hedström", "Drawn portrait of Lars Hedström."),
        "mariam": Picture("Mariam Rostami", "Drawn portrait of Mariam Rostami."),
        "park": Picture(
            "Långmyrhöjden at dawn",
            "Four wind turbines on a forest ridge at dawn.",
            "Four of the 23 turbines at Långmyrhöjden, seen from the east.",
        ),
        "winter": Picture(
            "Långmyrhöjden in winter",
            "Three wind turbines above snowy forest under a pale sky.",
            "The turbines are built to run at thirty degrees below zero.",
        ),
        "night": Picture(
            "Northern lights over Långmyrhöjden",
            "Two wind turbines against a night sky with green northern lights.",
            "The warning lights now come on only when an aircraft approaches.",
        ),
        "rotor": Picture(
            "Ice on a rotor",
            "A rotor hub seen from below, with ice along the edges of its blades, in falling snow.",
            "A few millimetres of ice on the leading edge already show in the output.",
        ),
        "lake": Picture(
            "Kvarnåsen",
            "A wind turbine mirrored in a still forest lake.",
            "Turbine 7 at Kvarnåsen. The leak did not reach the lake.",
        ),
        "chart": Picture(
            "Output per quarter",
            "Bar chart: 402 GWh in the third quarter of 2025, then 518, 560, 431, and 476 GWh in the third of 2026.",
        ),
    },
    recordings={
        "film": Recording(
            "The rotor of turbine 12", "Four seconds in light snow, without sound.", "turbine-12.webm"
        ),
        "sound": Recording(
            "How it sounds at 700 metres",
            "Six seconds from the point of measurement.",
            "measurement-granlunda.wav",
            transcript="A faint swish that rises and falls about three times in four seconds.",
        ),
        "report": Recording(
            "Interim report January–September 2026",
            "Summary on one page.",
            "norrvind-interim-report-2026-q3.pdf",
            (
                "Net sales, third quarter: SEK 312 million (271).",
                "Operating profit: SEK 74 million (58).",
                "Output: 476 GWh (402).",
                "Average price after hedging: SEK 0.52 per kWh (0.55).",
                "Figures in brackets are for the same period a year earlier.",
            ),
        ),
        "facts": Recording(
            "Fact sheet: Långmyrhöjden",
            "The wind farm in figures, on one page.",
            "fact-sheet-langmyrhojden.pdf",
            (
                "Turbines: 23. Capacity: 138 MW.",
                "Hub height: 125 metres. Rotor diameter: 162 metres.",
                "Expected output: 430 GWh a year.",
                "Community fund: SEK 1.9 million a year.",
            ),
        ),
    },
    drawing=("Hub height 125 m", "Rotor diameter 162 m", "Långmyrhöjden, turbines 1–23"),
    assets=ASSETS,
    kits=KITS,
    stories=STORIES,
)
