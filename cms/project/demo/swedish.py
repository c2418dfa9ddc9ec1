"""The Swedish newsroom of the demo: an invented wind power company. Its releases are in `swedish_stories.py`."""

from __future__ import annotations

from cms.project.demo.story import Newsroom, PersonText, Picture, Recording
from cms.project.demo.swedish_media import ASSETS, KITS, PICTURES
from cms.project.demo.swedish_stories import STORIES

NEWSROOM = Newsroom(
    locale="sv",
    name="Norrvind",
    slug="norrvind",
    tagline="Vindkraft, ellager och elavtal i norra Sverige",
    about=(
        "<p>Här finns våra pressmeddelanden, bilder och rapporter. Ring pressjouren om det är bråttom: "
        "vi svarar dygnet runt och säger hellre att vi inte vet än gissar.</p>"
        "<p>Bilderna får användas fritt i redaktionella sammanhang om fotografen eller tecknaren anges.</p>"
    ),
    guidelines=(
        "<p>Skriv gärna vad du tycker, också när du tycker illa om det vi gör. Vi tar bort hot, personangrepp "
        "och reklam, aldrig kritik. Frågor får svar av en namngiven person, oftast inom en arbetsdag.</p>"
    ),
    boilerplate=(
        "Om Norrvind",
        "<p>Norrvind bygger och driver vindkraftparker och ellager från Jämtland till Norrbotten. Bolaget har "
        "212 anställda, huvudkontor i Umeå och ägs av sju kommunala energibolag och två pensionsstiftelser. "
        "Under 2025 producerade parkerna 1,9 TWh el.</p>",
    ),
    credit="Illustration: Norrvind",
    usage_terms="Fri för redaktionell användning om upphovet anges.",
    chart=("Elproduktion per kvartal", ("Q3 2025", "Q4", "Q1", "Q2", "Q3 2026")),
    channels=(
        ("LinkedIn", "https://social.example/company/norrvind"),
        ("Mastodon", "https://mastodon.example/@norrvind"),
    ),
    topics=(
        ("energy", "Energi", "energi", "", "Allt om produktion och lagring av el."),
        ("wind", "Vindkraft", "vindkraft", "energy", "Vindkraftparker: planering, byggen och drift."),
        ("winter", "Vinterdrift", "vinterdrift", "wind", "Is, kyla och hur parkerna sköts under vintern."),
        ("storage", "Ellager", "ellager", "energy", "Batterier och tjänster till elnätet."),
        ("company", "Företaget", "foretaget", "", "Ägare, resultat och medarbetare."),
        ("neighbours", "Grannar och miljö", "grannar-och-miljo", "", "Ljud, natur, utsläpp och bygdepeng."),
    ),
    people=(
        PersonText(
            "karin",
            "Karin Åkerlund",
            "presschef",
            "PRESS_CONTACT",
            "karin.akerlund@norrvind.example",
            "+46 8 465 004 12",
            ("company",),
        ),
        PersonText(
            "daniel",
            "Daniel Tesfaye",
            "chef för drift och underhåll",
            "SPOKESPERSON",
            "daniel.tesfaye@norrvind.example",
            "+46 70 174 06 41",
            ("wind", "winter"),
            phone_public=False,
        ),
        PersonText(
            "lars",
            "Lars Hedström",
            "verkställande direktör",
            "SPOKESPERSON",
            "lars.hedstrom@norrvind.example",
            "+46 70 174 06 12",
            ("company", "energy"),
            phone_public=False,
            email_public=False,
        ),
        PersonText(
            "mariam",
            "Mariam Rostami",
            "hållbarhetschef",
            "SPOKESPERSON",
            "mariam.rostami@norrvind.example",
            "+46 70 174 06 33",
            ("neighbours",),
            phone_public=False,
        ),
    ),
    pictures={
        **PICTURES,
        "logo": Picture("Norrvinds logotyp", "Norrvinds logotyp: tre gröna rotorblad kring ett orange nav."),
        "karin": Picture("Karin Åkerlund", "Tecknat porträtt av Karin Åkerlund."),
        "daniel": Picture("Daniel Tesfaye", "Tecknat porträtt av Daniel Tesfaye."),
        "lars": Picture("Lars Hedström", "Tecknat porträtt av Lars Hedström."),
        "mariam": Picture("Mariam Rostami", "Tecknat porträtt av Mariam Rostami."),
        "park": Picture(
            "Långmyrhöjden i gryningen",
            "Fyra vindkraftverk på en skogsås i gryningsljus.",
            "Fyra av de 23 verken på Långmyrhöjden, sedda från öster.",
        ),
        "winter": Picture(
            "Långmyrhöjden i vinterskrud",
            "Tre vindkraftverk över snötyngd skog under en blek himmel.",
            "Verken är byggda för att gå ner till trettio minusgrader.",
        ),
        "night": Picture(
            "Norrsken över Långmyrhöjden",
            "Två vindkraftverk mot en natthimmel med grönt norrsken.",
            "Hinderljusen tänds numera bara när ett flygplan närmar sig.",
        ),
        "rotor": Picture(
            "Is på rotorblad",
            "Ett rotornav snett underifrån med is längs bladens framkant, i snöfall.",
            "Redan ett par millimeter is på framkanten märks i produktionen.",
        ),
        "store": Picture(
            "Ellagret i Bergeforsen",
            "Rader av vita battericontainrar framför en skogsås.",
            "Lagret består av 48 containrar och ryms på en yta mindre än en fotbollsplan.",
        ),
        "lake": Picture(
            "Kvarnåsen vid Stortjärn",
            "Ett vindkraftverk som speglas i en stilla skogssjö.",
            "Verk 7 på Kvarnåsen. Läckan nådde inte tjärnen.",
        ),
        "sound": Picture(
            "Ljudkurva från mätningen",
            "En ljus ljudkurva som växer och avtar över en mörk åsrygg.",
            "Kurvan visar en minut av mätningen vid Granlunda.",
        ),
        "chart": Picture(
            "Elproduktion per kvartal",
            "Stapeldiagram: 402 GWh tredje kvartalet 2025, 518, 560, 431 och 476 GWh tredje kvartalet 2026.",
        ),
    },
    recordings={
        "film": Recording(
            "Rotorn på verk 12", "Fyra sekunder av rotorn i lätt snöfall, utan ljud.", "rotor-verk-12.webm"
        ),
        "sound": Recording(
            "Så låter det på 700 meters håll",
            "Sex sekunder från mätpunkten.",
            "matpunkt-granlunda.wav",
            transcript="Ett svagt svischande som stiger och sjunker ungefär tre gånger på fyra sekunder.",
        ),
        "report": Recording(
            "Delårsrapport januari–september 2026",
            "Sammanfattning på en sida.",
            "norrvind-delarsrapport-2026-q3.pdf",
            (
                "Nettoomsättning, tredje kvartalet: 312 miljoner kronor (271).",
                "Rörelseresultat: 74 miljoner kronor (58).",
                "Elproduktion: 476 GWh (402).",
                "Genomsnittligt elpris efter säkringar: 0,52 kronor per kWh (0,55).",
                "Siffror inom parentes avser samma period föregående år.",
            ),
        ),
        "facts": Recording(
            "Faktablad: Långmyrhöjden",
            "Parken i siffror, på en sida.",
            "faktablad-langmyrhojden.pdf",
            (
                "Antal verk: 23. Effekt: 138 MW.",
                "Navhöjd: 125 meter. Rotordiameter: 162 meter.",
                "Beräknad produktion: 430 GWh om året.",
                "Bygdepeng: 1,9 miljoner kronor om året.",
            ),
        ),
    },
    drawing=("Navhöjd 125 m", "Rotordiameter 162 m", "Långmyrhöjden, verk 1–23"),
    assets=ASSETS,
    kits=KITS,
    stories=STORIES,
)
