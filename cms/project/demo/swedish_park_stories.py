"""The Swedish releases of the demo about the wind park on Långmyrhöjden."""

from __future__ import annotations

from cms.project.demo.story import Story

OPENING = Story(
    key="opening",
    kind="PRESS_RELEASE",
    title="Norrvind tar vindparken Långmyrhöjden i drift",
    subtitle="De 23 verken väntas ge lika mycket el som 86 000 hushåll använder",
    slug="norrvind-tar-langmyrhojden-i-drift",
    age=12,
    place="Långmyrhöjden",
    pinned=True,
    summary=(
        "Efter tre års bygge är alla 23 verk på Långmyrhöjden i drift. Parken beräknas producera 430 GWh om året, "
        "och bygden får 1,9 miljoner kronor årligen i bygdepeng."
    ),
    hero="park",
    body=[
        (
            "paragraph",
            "<p>Klockan 06.40 i morse kopplades det sista verket in på stamnätet. Därmed är Långmyrhöjden, åtta mil "
            "nordväst om Umeå, Norrvinds största park. Bygget blev klart fyra månader efter den första planen: två "
            "islossningar i rad gjorde transportvägen över Granån ofarbar.</p>",
        ),
        (
            "quote",
            {
                "text": "Vi lovade el till vintern och det blev till vintern. Förseningen kostade oss 38 miljoner "
                "kronor, och det mesta av dem hade vi sluppit med en bättre bro från början.",
                "speaker": "lars",
            },
        ),
        (
            "facts",
            {
                "title": "Långmyrhöjden i korthet",
                "facts": [
                    "23 verk, sammanlagt 138 MW",
                    "Navhöjd 125 meter, rotordiameter 162 meter",
                    "Beräknad produktion 430 GWh om året",
                    "Investering 1,7 miljarder kronor",
                ],
            },
        ),
        ("heading", {"text": "Byggd för kyla", "level": "2"}),
        (
            "paragraph",
            "<p>Bladen har värmeslingor i framkanten och stannar själva när isen blir för tjock. Varje verk mäter "
            "isen med <b>två oberoende metoder</b>:</p><ul><li>vibrationer i bladroten,</li><li>skillnaden mellan "
            "väntad och verklig effekt.</li></ul>",
        ),
        ("image", {"image": "winter", "caption": ""}),
        ("heading", {"text": "Så fördelas pengarna till bygden", "level": "3"}),
        (
            "paragraph",
            "<p>Bygdepengen är en procent av parkens intäkter, dock minst 1,9 miljoner kronor om året. Den fördelas "
            "av tre byaföreningar, som själva har bestämt hur.</p>",
        ),
        (
            "table",
            {
                "caption": "Bygdepeng per förening och år",
                "rows": [
                    ["Förening", "Andel", "Kronor"],
                    ["Granlunda byaförening", "50 %", "950 000"],
                    ["Långmyrbäckens intresseförening", "30 %", "570 000"],
                    ["Norrsele bygdegård", "20 %", "380 000"],
                ],
            },
        ),
        ("gallery", {"title": "Bilder från parken", "images": ["night", "park"]}),
        (
            "document",
            {"file": "facts", "title": "", "caption": "Alla mått och siffror om parken på en sida."},
        ),
        ("cta", {"text": "Kom på öppet hus", "url": "https://norrvind.example/oppet-hus"}),
    ],
    contacts=("karin", "daniel"),
    images=("park", "winter", "night"),
    files=("facts",),
    topics=("wind",),
    tags=("Långmyrhöjden", "bygdepeng", "invigning"),
    links=(("Tillstånd och kontrollprogram", "https://norrvind.example/langmyrhojden/tillstand"),),
    related=("openhouse", "ice"),
)

ICE = Story(
    key="ice",
    kind="BLOG_POST",
    title="Därför mäter vi isen två gånger",
    slug="darfor-mater-vi-isen-tva-ganger",
    age=26,
    place="",
    byline="daniel",
    summary=(
        "En givare som visar fel en januarinatt kostar mer än den smakar. Därför får ingen av våra parker starta om "
        "efter nedisning på ett enda mätvärde."
    ),
    hero="rotor",
    body=[
        (
            "paragraph",
            "<p>Förra vintern stod verk 12 stilla i elva timmar utan att det fanns någon is på bladen. Givaren hade "
            "frusit, inte bladet. I pengar var det en liten händelse, runt 60 000 kronor, men den fick oss att gå "
            "igenom alla stopp sedan 2022.</p><p>Av 214 stopp för is var 31 onödiga. Nio gånger var det tvärtom: "
            "verket gick fast det borde ha stått.</p>",
        ),
        ("heading", {"text": "Två mätningar måste vara överens", "level": "2"}),
        (
            "paragraph",
            "<p>Nu krävs att vibrationerna i bladroten och effektkurvan säger samma sak. Är de oense ringer larmet "
            "hos driftcentralen, och en människa tittar på bilderna från gondolen innan något startas.</p>",
        ),
        (
            "video",
            {
                "file": "film",
                "poster": "rotor",
                "title": "Rotorn på verk 12 strax före start",
                "caption": "Filmen saknar ljud.",
                "transcript": "",
            },
        ),
        (
            "quote",
            {
                "text": "Det är inte maskinen vi misstror. Det är enstaka siffror.",
                "speaker_name": "Elin Sjödin",
                "speaker_title": "drifttekniker",
            },
        ),
        (
            "paragraph",
            "<p>Resultatet efter en höst: fyra onödiga stopp i stället för väntade tolv, och inget farligt. En vinter "
            "återstår innan jag vågar kalla det bevisat.</p>",
        ),
    ],
    contacts=("daniel",),
    files=("film",),
    topics=("winter",),
    tags=("is", "driftcentral"),
)

NOISE = Story(
    key="noise",
    kind="NEWS",
    title="Så låter en vindpark på 700 meters håll",
    slug="sa-later-en-vindpark",
    age=68,
    place="Granlunda",
    summary=(
        "En granne frågade hur det kommer att låta. Vi satte upp en mikrofon på hans gård i tre veckor och lägger ut "
        "både mätvärdena och ljudet."
    ),
    hero="sound",
    body=[
        (
            "paragraph",
            "<p>Riktvärdet är 40 decibel vid bostäder. Medelvärdet på gården i Granlunda blev 36,4 och det högsta "
            "timvärdet 39,1, en natt med stark vind från parken. Själva vinden i granarna var oftast högre.</p>",
        ),
        (
            "audio",
            {
                "file": "sound",
                "title": "Sex sekunder från Granlunda",
                "caption": "Lyssna i hörlurar: ljudet är lågt, och så ska det vara.",
                "transcript": "Ett svagt svischande som stiger och sjunker ungefär tre gånger på fyra sekunder.",
            },
        ),
        (
            "embed",
            {
                "url": "https://video.example/watch/granlunda-matning",
                "title": "Intervju med grannen Per-Olov Lindgren",
                "caption": "Han är fortfarande emot parken, men inte längre för ljudets skull.",
            },
        ),
    ],
    contacts=("mariam",),
    files=("sound",),
    topics=("neighbours", "wind"),
    tags=("ljud", "Granlunda"),
    related=("opening",),
)

OPENHOUSE = Story(
    key="openhouse",
    kind="EVENT",
    title="Öppet hus på Långmyrhöjden",
    slug="oppet-hus-pa-langmyrhojden",
    age=5,
    place="Långmyrhöjden",
    summary="Se ett verk inifrån, träffa driftteknikerna och fråga om bygdepengen. Buss går från Norrsele torg.",
    hero="night",
    body=[
        (
            "paragraph",
            "<p>Vi visar tornet på verk 3, servicebilarna och mätmasten. Kläder efter väder: det brukar vara sex "
            "grader kallare på åsen än i byn. Korv och kaffe finns, och för dem som inte vill gå uppför backen kör "
            "vi en minibuss.</p>",
        ),
        ("cta", {"text": "Anmäl dig till bussen", "url": "https://norrvind.example/oppet-hus/buss"}),
    ],
    contacts=("karin",),
    topics=("neighbours",),
    tags=("Långmyrhöjden",),
    related=("opening",),
    event=(19, 4, "Vindparken Långmyrhöjden, verk 3", "https://norrvind.example/oppet-hus"),
)

CONTRACT = Story(
    key="contract",
    kind="PRESS_RELEASE",
    title="Norrvind och Stockån Papper tecknar tioårigt elavtal",
    slug="norrvind-och-stockan-papper-tecknar-elavtal",
    age=-4,
    summary="Pappersbruket i Stockån köper 120 GWh om året från Långmyrhöjden till fast pris fram till 2036.",
    hero="winter",
    body=[
        (
            "paragraph",
            "<p>Avtalet omfattar drygt en fjärdedel av parkens produktion. Priset är fast och offentliggörs inte. "
            "Bruket får därmed el till sin nya linje, och Norrvind binder intäkterna för den del av lånet som löper "
            "längst.</p>",
        ),
        (
            "quote",
            {
                "text": "Tio år är länge för ett pappersbruk. Det är precis därför vi vill veta vad elen kostar.",
                "speaker_name": "Gunilla Norström",
                "speaker_title": "platschef, Stockån Papper",
            },
        ),
    ],
    contacts=("karin", "lars"),
    topics=("company", "wind"),
    tags=("elavtal",),
)
