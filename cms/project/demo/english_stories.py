"""The English releases of the demo. What has the same key as a Swedish one is its translation."""

from __future__ import annotations

from cms.project.demo.story import Story

OPENING = Story(
    key="opening",
    kind="PRESS_RELEASE",
    title="Norrvind’s Långmyrhöjden wind farm begins operation",
    subtitle="The 23 turbines are expected to match the electricity use of 86,000 Swedish homes",
    slug="langmyrhojden-wind-farm-begins-operation",
    age=12,
    place="Långmyrhöjden",
    pinned=True,
    summary=(
        "After three years of building, all 23 turbines at Långmyrhöjden are running. The farm should produce 430 GWh "
        "a year, and nearby villages will share SEK 1.9 million annually."
    ),
    hero="park",
    body=[
        (
            "paragraph",
            "<p>The last turbine was connected to the national grid at 6.40 this morning. Långmyrhöjden, 80 kilometres "
            "north-west of Umeå, is now Norrvind’s largest wind farm. It was finished four months later than first "
            "planned: two spring floods in a row closed the road across the Granån river.</p>",
        ),
        (
            "quote",
            {
                "text": "We promised power by winter and we made it by winter. The delay cost us 38 million kronor, "
                "most of which a better bridge would have saved us.",
                "speaker": "lars",
            },
        ),
        (
            "facts",
            {
                "title": "Långmyrhöjden in brief",
                "facts": [
                    "23 turbines, 138 MW in total",
                    "Hub height 125 metres, rotor diameter 162 metres",
                    "Expected output 430 GWh a year",
                    "Investment SEK 1.7 billion",
                ],
            },
        ),
        ("heading", {"text": "Built for the cold", "level": "2"}),
        (
            "paragraph",
            "<p>The leading edges of the blades are heated, and the turbines stop by themselves when the ice grows too "
            "thick. Each measures ice in <b>two independent ways</b>:</p><ul><li>vibrations at the root of the blade,"
            "</li><li>the gap between expected and actual output.</li></ul>",
        ),
        ("image", {"image": "winter", "caption": ""}),
        (
            "table",
            {
                "caption": "What the villages receive each year",
                "rows": [
                    ["Association", "Share", "SEK"],
                    ["Granlunda village association", "50%", "950,000"],
                    ["Långmyrbäcken association", "30%", "570,000"],
                    ["Norrsele village hall", "20%", "380,000"],
                ],
            },
        ),
        ("gallery", {"title": "Pictures of the wind farm", "images": ["night", "park"]}),
        ("document", {"file": "facts", "title": "", "caption": "All dimensions and figures on one page."}),
    ],
    contacts=("karin", "daniel"),
    images=("park", "winter", "night"),
    files=("facts",),
    topics=("wind",),
    tags=("Långmyrhöjden", "community fund"),
    links=(("Permits and monitoring (in Swedish)", "https://norrvind.example/langmyrhojden/tillstand"),),
    related=("ice", "presstrip"),
)

ICE = Story(
    key="ice",
    kind="BLOG_POST",
    title="Why we measure ice twice",
    slug="why-we-measure-ice-twice",
    age=24,
    place="",
    byline="daniel",
    summary="No wind farm of ours restarts after icing on the word of a single sensor. Here is the night that taught us.",
    hero="rotor",
    body=[
        (
            "paragraph",
            "<p>Last winter turbine 12 stood still for eleven hours with no ice on its blades. The sensor had frozen, "
            "not the blade. It was a small matter in money, some SEK 60,000, but it made us go through every stop "
            "since 2022.</p><p>Of 214 stops for ice, 31 were unnecessary. Nine times it was the other way round: the "
            "turbine ran when it should not have.</p>",
        ),
        ("heading", {"text": "Two readings must agree", "level": "2"}),
        (
            "paragraph",
            "<p>Now the vibrations and the power curve have to say the same thing. When they disagree, an alarm goes "
            "to the control room, and somebody looks at the pictures from the nacelle before anything starts.</p>",
        ),
        (
            "video",
            {
                "file": "film",
                "poster": "rotor",
                "title": "The rotor of turbine 12 just before the start",
                "caption": "The film has no sound.",
                "transcript": "",
            },
        ),
        (
            "paragraph",
            "<p>After one autumn: four unnecessary stops where we expected twelve, and nothing dangerous. I want to "
            "see a whole winter before I call it proven.</p>",
        ),
    ],
    contacts=("daniel",),
    files=("film",),
    topics=("winter",),
    tags=("ice", "control room"),
)

LEAK = Story(
    key="leak",
    kind="STATEMENT",
    title="On the oil leak at Kvarnåsen",
    slug="on-the-oil-leak-at-kvarnasen",
    age=41,
    place="Kvarnåsen",
    summary=(
        "Hydraulic oil has leaked from turbine 7 at Kvarnåsen. The leak is stopped, the ground cleaned and the county "
        "board informed. The fault was ours and could have been found earlier."
    ),
    hero="lake",
    body=[
        (
            "paragraph",
            "<p>During an inspection on Monday night our staff found that a hose to the brake of turbine 7 had burst. "
            "Some 70 litres of hydraulic oil ran out into the nacelle and on to the ground at the foundation.</p>",
        ),
        (
            "facts",
            {
                "title": "What has been done",
                "facts": [
                    "The turbine was stopped at 2.15 and stays stopped until the inquiry is finished.",
                    "Six cubic metres of soil have been removed to an approved site.",
                    "Samples from the lake were taken the same morning and show no oil.",
                    "The county board and all landowners have been informed.",
                ],
            },
        ),
        (
            "quote",
            {
                "text": "The hose was five weeks past its replacement date. That is our fault and nobody else’s. We "
                "are replacing the same hose in all 41 turbines of the type.",
                "speaker": "mariam",
            },
        ),
    ],
    contacts=("karin", "mariam"),
    topics=("neighbours",),
    tags=("Kvarnåsen", "spill"),
    about_urls=("https://tidningen.example/nyheter/olja-rann-ut-vid-kvarnasen",),
    correction=(
        "Some 40 litres",
        "Some 70 litres",
        "We first said that some 40 litres of oil had leaked. When the nacelle had been emptied, it turned out to be "
        "some 70 litres. The figure has been corrected in the text.",
    ),
)

QUARTER = Story(
    key="quarter",
    kind="PRESS_RELEASE",
    title="Norrvind earns more despite lower power prices",
    subtitle="Interim report, January to September",
    slug="interim-report-january-september-2026",
    age=33,
    summary=(
        "Operating profit in the third quarter rose to SEK 74 million (58). More wind and new turbines outweighed a "
        "fall in price to SEK 0.52 per kilowatt-hour."
    ),
    hero="chart",
    body=[
        (
            "paragraph",
            "<p>Norrvind produced 476 GWh in the third quarter, 18 per cent more than a year earlier. About half of the "
            "increase comes from the turbines at Långmyrhöjden that were already running, the rest from better wind in "
            "Jämtland.</p>",
        ),
        (
            "table",
            {
                "caption": "The third quarter in brief",
                "rows": [
                    ["", "Q3 2026", "Q3 2025"],
                    ["Net sales, SEK million", "312", "271"],
                    ["Operating profit, SEK million", "74", "58"],
                    ["Output, GWh", "476", "402"],
                    ["Price after hedging, SEK/kWh", "0.52", "0.55"],
                ],
                "first_column": True,
            },
        ),
        (
            "document",
            {"file": "report", "title": "", "caption": "The report has not been reviewed by the auditors."},
        ),
    ],
    contacts=("karin", "lars"),
    images=("chart",),
    files=("report",),
    topics=("company",),
    tags=("interim report",),
)

PRESSTRIP = Story(
    key="presstrip",
    kind="EVENT",
    title="Press trip: a winter day at Långmyrhöjden",
    slug="press-trip-langmyrhojden",
    age=8,
    summary="We take ten journalists up a turbine in winter. Warm clothes are lent, a head for heights is not.",
    hero="winter",
    body=[
        (
            "paragraph",
            "<p>The bus leaves Umeå airport at eight and is back for the evening flight. Daniel Tesfaye, head of "
            "operations, answers questions all day, in English and Swedish. We pay for the bus and lunch; you pay for "
            "your journey to Umeå.</p>",
        )
    ],
    contacts=("karin",),
    topics=("winter",),
    tags=("press trip",),
    event=(31, 9, "Umeå airport, then Långmyrhöjden", "https://norrvind.example/en/press-trip"),
)

CONTRACT = Story(
    key="contract",
    kind="PRESS_RELEASE",
    title="Norrvind and Stockån Papper sign ten-year power agreement",
    slug="norrvind-and-stockan-papper-sign-power-agreement",
    age=-4,
    summary="The Stockån paper mill buys 120 GWh a year from Långmyrhöjden at a fixed price until 2036.",
    hero="winter",
    body=[
        (
            "paragraph",
            "<p>The agreement covers just over a quarter of the wind farm’s output. The price is fixed and will not be "
            "made public. It gives the mill power for its new line, and Norrvind a known income against its longest "
            "loan.</p>",
        )
    ],
    contacts=("karin", "lars"),
    topics=("company", "wind"),
    tags=("power purchase agreement",),
)

STORIES = (LEAK, QUARTER, ICE, OPENING, PRESSTRIP, CONTRACT)
