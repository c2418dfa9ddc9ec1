"""The assets and press kits of the Swedish newsroom."""

from __future__ import annotations

from cms.project.demo.story import AssetText, KitText, Picture

PICTURES = {
    "vision": Picture(
        "Visionsbild: Storhällan",
        "Tre vindkraftverk på en låg skogsås i dagsljus, i en tänkt vy.",
        "Så kan Storhällan se ut från södra sidan. Bilden visar en idé, ingen plats som finns.",
        source="trainedAlgorithmicMedia",
        credit="Bild: Norrvind, gjord med generativ AI",
    ),
    "storm": Picture(
        "Långmyrhöjden under stormen Ragna",
        "Två vindkraftverk i blek vinterdager, det ena nära betraktaren.",
        "Verken stod stilla i nio timmar och startade sedan utan anmärkning.",
        credit="Illustration: Västerbottens bildbyrå",
        days_left=10,
    ),
    "coming": Picture(
        "Storhällan en vinterkväll",
        "Tre vindkraftverk mot en mörk himmel med norrsken.",
        "Den första bilden från Storhällan.",
    ),
    "spin": Picture(
        "Rotorn i rörelse",
        "Ett rotornav med tre blad som vrider sig i snöfall.",
        "Ett tredjedels varv som upprepas.",
    ),
    "drawing": Picture(
        "Måttritning: verk på Långmyrhöjden",
        "Måttritning av ett vindkraftverk framifrån med navhöjd och rotordiameter utsatta.",
        "Ritningen är en vektorbild och kan förstoras fritt.",
    ),
}

ASSETS = (
    AssetText(
        "park",
        "langmyrhojden-i-gryningen",
        "<p>Vår mest använda bild av Långmyrhöjden. Den är tagen från byvägen i Granlunda, så att avståndet till "
        "husen blir rätt.</p>",
        12,
        ("wind",),
        ("Långmyrhöjden", "pressbild"),
    ),
    AssetText(
        "spin",
        "rotorn-i-rorelse",
        "<p>För webben och sociala medier. Stillbilden är första rutan.</p>",
        23,
        ("winter",),
        ("animation",),
    ),
    AssetText(
        "drawing",
        "mattritning-langmyrhojden",
        "<p>Måtten är de som står i tillståndet.</p>",
        12,
        ("wind",),
        ("Långmyrhöjden", "grafik"),
    ),
    AssetText(
        "film",
        "rotorn-pa-verk-12",
        "<p>Filmad från gondolen på verk 11 strax före start. Filmen saknar ljud.</p>",
        24,
        ("winter",),
        ("is",),
    ),
    AssetText(
        "sound",
        "ljud-fran-granlunda",
        "<p>Inspelat på gården i Granlunda, 700 meter från närmaste verk, en natt med vind från parken.</p>",
        68,
        ("neighbours",),
        ("ljud",),
    ),
    AssetText("facts", "faktablad-langmyrhojden", "", 12, ("wind",), ("Långmyrhöjden",)),
    AssetText(
        "vision",
        "visionsbild-storhallan",
        "<p>Skriv ut att bilden är gjord med generativ AI när ni använder den.</p>",
        6,
        ("wind",),
        ("Storhällan",),
    ),
    AssetText(
        "storm",
        "langmyrhojden-under-stormen-ragna",
        "<p>Vi har rätt att låna ut bilden i ett år från stormen. Därefter vänder ni er till byrån.</p>",
        5,
        ("winter",),
        ("Långmyrhöjden", "storm"),
    ),
    AssetText(
        "coming",
        "storhallan-en-vinterkvall",
        "<p>Släpps samtidigt som beslutet om Storhällan.</p>",
        -5,
        ("wind",),
        ("Storhällan",),
    ),
)

KITS = (
    KitText(
        "about",
        "Norrvind i bild och siffror",
        "norrvind-i-bild-och-siffror",
        "<p>Logotyp, porträtt, bilder från parkerna, en film och faktablad: det som de flesta frågar efter.</p>",
        ("logo", "lars", "park", "winter", "spin", "drawing", "film", "facts"),
        60,
    ),
    KitText(
        "opening",
        "Pressmaterial: Långmyrhöjden i drift",
        "pressmaterial-langmyrhojden-i-drift",
        "<p>Bilder, ritning och faktablad till pressmeddelandet.</p>",
        ("park", "night", "drawing", "facts"),
        12,
        release="opening",
        topics=("wind",),
    ),
)
