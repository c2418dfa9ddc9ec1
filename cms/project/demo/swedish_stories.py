"""The Swedish releases of the demo; those about its new park are in `swedish_park_stories.py`."""

from __future__ import annotations

from cms.project.demo.story import Story
from cms.project.demo.swedish_park_stories import CONTRACT, ICE, NOISE, OPENHOUSE, OPENING

LEAK = Story(
    key="leak",
    kind="STATEMENT",
    title="Om oljeläckaget på Kvarnåsen",
    slug="om-oljelackaget-pa-kvarnasen",
    age=41,
    place="Kvarnåsen",
    summary=(
        "Hydraulolja har läckt från verk 7 på Kvarnåsen. Läckan är stoppad, marken sanerad och länsstyrelsen "
        "underrättad. Felet var vårt och kunde ha upptäckts tidigare."
    ),
    hero="lake",
    body=[
        (
            "paragraph",
            "<p>Vid en kontroll natten mot tisdagen upptäckte vår personal att en slang till bromsen i verk 7 hade "
            "brustit. Omkring 70 liter hydraulolja rann ut i gondolen och vidare till marken vid fundamentet.</p>",
        ),
        (
            "facts",
            {
                "title": "Vad som har gjorts",
                "facts": [
                    "Verket stoppades 02.15 och står stilla tills utredningen är klar.",
                    "Sex kubikmeter jord har grävts bort och körts till godkänd mottagning.",
                    "Prover från Stortjärn togs samma morgon och visar ingen olja.",
                    "Länsstyrelsen och samtliga markägare är underrättade.",
                ],
            },
        ),
        (
            "quote",
            {
                "text": "Slangen hade passerat sitt bytesdatum med fem veckor. Det är vårt fel och ingen annans. "
                "Vi byter nu samma slang i alla 41 verk av typen.",
                "speaker": "mariam",
            },
        ),
        (
            "paragraph",
            "<p>I medier har det förekommit uppgifter om att tjärnen är förorenad. Proverna tyder inte på det. Vi tar nya "
            "prover varje vecka till och med mars och redovisar dem här, vad de än visar.</p>",
        ),
    ],
    contacts=("karin", "mariam"),
    topics=("neighbours",),
    tags=("Kvarnåsen", "utsläpp"),
    about_urls=(
        "https://tidningen.example/nyheter/olja-rann-ut-vid-kvarnasen",
        "https://mastodon.example/@granlundabo/1139",
    ),
    correction=(
        "Omkring 40 liter",
        "Omkring 70 liter",
        "Vi uppgav först att omkring 40 liter olja hade läckt ut. När gondolen hade tömts visade det sig vara "
        "omkring 70 liter. Beloppet är rättat i texten.",
    ),
)

QUARTER = Story(
    key="quarter",
    kind="PRESS_RELEASE",
    title="Norrvinds resultat ökar trots lägre elpris",
    subtitle="Delårsrapport januari–september",
    slug="delarsrapport-januari-september-2026",
    age=33,
    summary=(
        "Rörelseresultatet för tredje kvartalet steg till 74 miljoner kronor (58). Mer vind och nya verk vägde upp "
        "att priset per kilowattimme sjönk till 0,52 kronor."
    ),
    hero="chart",
    body=[
        (
            "paragraph",
            "<p>Norrvind producerade 476 GWh under tredje kvartalet, 18 procent mer än för ett år sedan. Ungefär "
            "hälften av ökningen kommer från de verk på Långmyrhöjden som var i drift under kvartalet, resten från "
            "bättre vind i Jämtland.</p>",
        ),
        (
            "table",
            {
                "caption": "Tredje kvartalet i sammandrag",
                "rows": [
                    ["", "Q3 2026", "Q3 2025"],
                    ["Nettoomsättning, Mkr", "312", "271"],
                    ["Rörelseresultat, Mkr", "74", "58"],
                    ["Produktion, GWh", "476", "402"],
                    ["Elpris efter säkringar, kr/kWh", "0,52", "0,55"],
                ],
                "first_column": True,
            },
        ),
        (
            "quote",
            {
                "text": "Det är ett hyggligt kvartal. Men 38 miljoner i förseningskostnader på Långmyrhöjden kommer "
                "att synas i det fjärde, och det är lika bra att säga det nu.",
                "speaker": "lars",
            },
        ),
        (
            "document",
            {"file": "report", "title": "", "caption": "Rapporten är inte granskad av bolagets revisorer."},
        ),
    ],
    contacts=("karin", "lars"),
    images=("chart",),
    files=("report",),
    topics=("company",),
    tags=("delårsrapport", "resultat"),
)

STORAGE = Story(
    key="storage",
    kind="NEWS",
    title="Ellagret i Bergeforsen klarade sitt första prov",
    slug="ellagret-klarade-sitt-forsta-prov",
    age=96,
    place="Bergeforsen",
    summary=(
        "När en kärnreaktor föll bort från nätet svarade ellagret i Bergeforsen med full effekt på 0,8 sekunder. "
        "Kravet är 1,3."
    ),
    hero="store",
    body=[
        (
            "paragraph",
            "<p>Klockan 14.07 sjönk frekvensen i nätet till 49,62 hertz. Lagrets 48 containrar gav 20 megawatt i "
            "nitton minuter, tills vattenkraften hade hunnit ta över. Ingen rörde en knapp.</p>",
        ),
        (
            "facts",
            {
                "title": "",
                "facts": ["Effekt 20 MW, energi 40 MWh", "Svarstid 0,8 sekunder", "I drift sedan i maj"],
            },
        ),
    ],
    contacts=("daniel",),
    topics=("storage",),
    tags=("stödtjänster", "batterier"),
    draft_title="Ellagret i Bergeforsen har nu klarat tre prov",
)

CHANGE = Story(
    key="change",
    kind="PRESS_RELEASE",
    title="Mariam Rostami blir hållbarhetschef på Norrvind",
    slug="mariam-rostami-blir-hallbarhetschef",
    age=140,
    summary="Mariam Rostami kommer närmast från länsstyrelsen i Västernorrland, där hon prövade vindkraftsärenden.",
    hero="mariam",
    body=[
        (
            "paragraph",
            "<p>Mariam Rostami, 44, tillträder den första i nästa månad och tar plats i ledningsgruppen. Hon är "
            "miljöjurist och har under nio år arbetat med tillstånd och tillsyn. Av jävsskäl deltar hon inte i de två "
            "ärenden som hon själv har handlagt.</p>",
        ),
        (
            "quote",
            {
                "text": "Jag har läst Norrvinds ansökningar från andra sidan bordet. Några av dem borde ha varit kortare.",
                "speaker": "mariam",
            },
        ),
    ],
    contacts=("karin",),
    images=("mariam",),
    topics=("company",),
    tags=("ledning",),
)

PURCHASE = Story(
    key="purchase",
    kind="NEWS",
    title="Norrvind köper andel i Storåsens vindpark",
    slug="norrvind-koper-andel-i-storasen",
    age=54,
    summary="Norrvind har kommit överens om att köpa 40 procent av Storåsens vindpark.",
    body=[("paragraph", "<p>Parterna har kommit överens om att Norrvind köper 40 procent av parken.</p>")],
    topics=("company",),
    withdrawn=(
        "Nyheten publicerades innan avtalet var undertecknat. Affären blev inte av. Vi beklagar och har sett över "
        "våra rutiner för publicering."
    ),
)

NIGHTWATCH = Story(
    key="nightwatch",
    kind="BLOG_POST",
    title="En natt i driftcentralen",
    slug="en-natt-i-driftcentralen",
    age=0,
    place="",
    byline="daniel",
    summary="Sex skärmar, 187 verk och en kaffebryggare med egen reservkraft.",
    hero="night",
    body=[
        (
            "paragraph",
            "<p>Klockan tre är det tystast. Då hör man fläktarna i väggen, och då kommer larmen som ingen har sett "
            "förut. I natt var det en ren som hade lagt sig framför mätmastens kamera.</p>",
        )
    ],
    contacts=("daniel",),
    topics=("winter",),
    tags=("driftcentral",),
    unpublished=True,
)

STORIES = (CHANGE, STORAGE, NOISE, PURCHASE, LEAK, QUARTER, ICE, OPENING, OPENHOUSE, CONTRACT, NIGHTWATCH)
