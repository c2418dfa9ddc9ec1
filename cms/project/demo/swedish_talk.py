"""Vad som sägs i demons svenska nyhetsrum: what is said in the Swedish newsroom of the demo."""

from __future__ import annotations

from cms.project.demo.gifts import Gift
from cms.project.demo.talk import CRITICISM, PRAISE, QUESTION, DiscussionText, Official, Remark, Talk

TALK = Talk(
    on={
        "opening": (
            Remark(
                "Birgitta Sundin",
                "Ni skriver att bygdepengen är 1,9 miljoner om året. Är den indexerad, eller är den lika stor om tjugo år?",
                11,
                QUESTION,
                "JOURNALIST",
                "Norrbygdens Blad",
                "reporter",
                "https://norrbygden.example/",
                likes=14,
                answer=Official(
                    "lars",
                    "Den räknas upp med konsumentprisindex varje januari. Det står i avtalet med föreningarna, som "
                    "vi gärna skickar till er.",
                    4,
                ),
                replies=(
                    Remark(
                        "Kjell Granström",
                        "Bra. Men elpriset stiger oftast mer än KPI. Varför inte en andel av intäkten?",
                        10.4,
                        CRITICISM,
                        likes=8,
                        answer=Official(
                            "lars",
                            "Föreningarna fick välja och ville ha en summa att räkna med, också de år då priset är lågt. "
                            "Vi tar upp frågan igen när avtalet ses över 2029.",
                            10,
                        ),
                        replies=(
                            Remark(
                                "Birgitta Sundin",
                                "Tack, då skriver jag så.",
                                9.6,
                                replies=(
                                    Remark("Kjell Granström", "Och jag påminner er 2029.", 9.3, likes=4),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            Remark(
                "Maj-Britt Norén",
                "Tack för att ni bjöd in hela byn innan invigningen. Kaffet var gott och frågorna fick svar.",
                10,
                PRAISE,
                title="Granlunda",
                likes=17,
                pinned=True,
                gift=Gift(
                    "dark",
                    "fran-bron.jpg",
                    "Kvällen efter invigningen",
                    "Sedd från vår bro. Inga röda lampor.",
                    alt="Norrsken över mörka åsar; ett ensamt vindkraftverk långt bort, utan ljus.",
                ),
            ),
            Remark(
                "Roger Öman",
                "Mobiltäckningen har blivit sämre sedan verken kom upp. Jag har ringt kundtjänst tre gånger utan svar.",
                5,
                CRITICISM,
                "CUSTOMER",
                likes=6,
                owner="service",
            ),
            Remark("En skattebetalare", "Ren bluff alltihop, och ni vet om det.", 0.8, CRITICISM, held=True),
        ),
        "ice": (
            Remark(
                "Anton Wikström",
                "Hur långt från verken är det säkert att åka skidor?",
                21,
                QUESTION,
                likes=5,
                answer=Official(
                    "daniel",
                    "Håll 300 meter när skyltarna blinkar. Så långt har is aldrig flugit hos oss; det längsta vi har mätt "
                    "är 140 meter.",
                    6,
                ),
            ),
            Remark("Fyndhörnan", "Billiga värmare till alla hem, beställ i dag.", 2, report="ADVERTISING"),
        ),
        "leak": (
            Remark(
                "Lena Fors",
                "Hur vet vi att det inte händer på de andra verken?",
                40,
                QUESTION,
                likes=9,
                answer=Official(
                    "mariam",
                    "Samma slang satt på elva verk till. Alla är bytta, och protokollen ligger hos länsstyrelsen.",
                    5,
                    "CORRECTED",
                ),
            ),
            Remark("Göran Lind", "Bra att ni berättade det samma dag.", 39, PRAISE, likes=4),
        ),
        "noise": (
            Remark(
                "Ulla Bergqvist",
                "Ljudet är värst när det blåser från norr på kvällen. Har ni mätt då?",
                60,
                CRITICISM,
                likes=7,
                answer=Official(
                    "mariam",
                    "Nej, och det borde vi ha gjort. Vi mäter vid ert hus i tre veckor i mars och lägger ut siffrorna här.",
                    30,
                    "APOLOGISED",
                ),
            ),
        ),
        "openhouse": (
            Remark("Familjen Åström", "Får barn följa med upp i maskinhuset?", 0.3, QUESTION),
            Remark("Per-Olov Lund", "Går det buss från Umeå?", 4.5, QUESTION, owner="pr"),
        ),
    },
    on_assets={
        "faktablad-langmyrhojden": (
            Remark(
                "Freja Dahl",
                "Får skolor skriva ut bladet?",
                7,
                QUESTION,
                answer=Official("karin", "Gärna. Låt bara vårt namn stå kvar.", 2),
            ),
        )
    },
    discussion=DiscussionText(
        title="Fråga oss om vindkraft på vintern",
        slug="fraga-oss-om-vintern",
        opening=(
            "<p>På vintern behövs elen mest och är svårast att göra. Daniel Tesfaye och Mariam Rostami svarar på frågor "
            "om is, ljud, renar och allt annat. Fråga, också när det svider.</p>"
        ),
        host="karin",
        experts=("daniel", "mariam"),
        age=9,
        topics=("winter",),
        remarks=(
            Remark(
                "Anna-Lisa Jonsson",
                "Vad gör ni när renarna flyttar förbi i mars?",
                8,
                QUESTION,
                likes=13,
                answer=Official(
                    "mariam",
                    "Renskötarna ringer driftcentralen, och vi stannar de nio verken längs vägen så länge det behövs. I mars "
                    "var det 31 timmar. Vi avstår hellre från elen.",
                    7,
                ),
                replies=(
                    Remark(
                        "Nils Sarri",
                        "Det stämmer. Men ring tillbaka när verken startar, det glömdes en gång.",
                        7,
                        CRITICISM,
                        answer=Official(
                            "daniel",
                            "Det ska inte hända igen: samtalet står nu på listan som måste kvitteras innan något startar. "
                            "Förlåt att ni stod där.",
                            8,
                            "APOLOGISED",
                        ),
                    ),
                ),
            ),
            Remark("Elsa Vinter", "Drar verken själva el när det är riktigt kallt?", 0.4, QUESTION),
        ),
    ),
    sent={
        "opening": Gift(
            "thaw",
            "IMG_2041.jpg",
            "Två verk från skidspåret",
            "Tagen vid sjukilometersskylten i morse. Använd den gärna.",
            credit="Freja Dahl",
            name="Freja Dahl",
            age=0.3,
        )
    },
    suspect=("bluff", "bedragar*"),
    checklist=(
        "Är svaret ödmjukt?",
        "Står vi för felet, om det var vårt?",
        "Säger det vad som händer nu?",
        "Skyller det inte på någon?",
    ),
    templates=(
        (
            "Vi tar reda på det",
            QUESTION,
            "Hej {name},\n\ntack för frågan. Jag tar reda på det och svarar här senast {due}.\n\n{person}",
        ),
        (
            "Vi gjorde fel",
            CRITICISM,
            "Hej {name},\n\ndu har rätt, och jag ber om ursäkt. Så här gör vi nu: \n\n{person}",
        ),
        ("Tack", PRAISE, "Tack, {name}. Jag hälsar dem som gjorde jobbet.\n\n{person}"),
    ),
    note="Jag har ringt nätbolaget och hör av mig så fort de har mätt.",
    closed_day="Planeringsdag",
)
