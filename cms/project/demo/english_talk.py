"""What is said in the English newsroom of the demo."""

from __future__ import annotations

from cms.project.demo.gifts import Gift
from cms.project.demo.talk import CRITICISM, PRAISE, QUESTION, DiscussionText, Official, Remark, Talk

TALK = Talk(
    on={
        "opening": (
            Remark(
                "Helen Marsh",
                "430 GWh a year from 138 MW is a capacity factor of about 36%. Is that before or after the losses to "
                "icing?",
                11,
                QUESTION,
                "JOURNALIST",
                "Nordic Power Weekly",
                "editor",
                "https://power-weekly.example/",
                likes=7,
                answer=Official(
                    "daniel",
                    "After. We count on losing 4% to ice in a normal winter, and the figure has that taken off. The "
                    "first winter will show whether we are right; we publish the outcome in April.",
                ),
                replies=(
                    Remark(
                        "Jon Pettersson",
                        "4% sounds low for that height. Storåsen lost almost 7% two winters ago.",
                        10.5,
                        relation="BLOGGER",
                        likes=3,
                        replies=(
                            Remark(
                                "Helen Marsh",
                                "Storåsen has no heated blades, though. That is most of the difference.",
                                10.2,
                                replies=(
                                    Remark(
                                        "Jon Pettersson",
                                        "Fair point. I will compare them again in April.",
                                        9.8,
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            Remark(
                "Ingrid Granlund",
                "The lights at night are off now unless a plane comes, and we have our dark back. Thank you for "
                "keeping that promise.",
                9,
                PRAISE,
                title="neighbour in Granlunda",
                likes=12,
                pinned=True,
                gift=Gift(
                    "dark",
                    "from-our-steps.jpg",
                    "Seen from our steps",
                    "Ten in the evening, and no red lights.",
                    alt="Northern lights over dark ridges; a single turbine far off, without any light.",
                ),
            ),
            Remark(
                "Per Nordin",
                "Your lorries have ruined the road past our farm. You said in spring that it would be repaired "
                "before the frost. The frost is here.",
                6,
                CRITICISM,
                likes=9,
                answer=Official(
                    "lars",
                    "You are right, and I am sorry. We ordered the work too late and then the ground froze. The holes are "
                    "filled with gravel this week, and the road gets new asphalt before the end of May. Daniel "
                    "Tesfaye calls you tomorrow about the drive to your farm.",
                    20,
                    "APOLOGISED",
                ),
            ),
            Remark(
                "Mats Öberg",
                "When is the next payment to the village associations, and who decides what it is used for?",
                4,
                QUESTION,
                owner="service",
            ),
            Remark(
                "Anonymous reader",
                "It is all a scam, and everybody at the top knows it.",
                1.2,
                CRITICISM,
                held=True,
            ),
        ),
        "leak": (
            Remark(
                "Tove Lind",
                "Was the tarn sampled by anybody but you?",
                39,
                QUESTION,
                "JOURNALIST",
                "Kvarnå Times",
                likes=5,
                answer=Official(
                    "mariam",
                    "Yes: by the county administrative board on the second and the ninth day, and by a laboratory that the "
                    "village association chose. All three found nothing above the detection limit. The reports are "
                    "linked at the end of the statement.",
                    3,
                ),
            ),
            Remark(
                "Arne Holm",
                "At least you said it yourselves, and on the same day. Others would have waited.",
                38,
                PRAISE,
                likes=6,
            ),
        ),
        "ice": (
            Remark(
                "Li Zhang",
                "Would you share the data of the 31 unnecessary stops? We study exactly this.",
                20,
                QUESTION,
                organisation="Northern Technical University",
                title="doctoral student",
                answer=Official(
                    "daniel", "Gladly. Write to me, and you get the vibration data with the pictures.", 26
                ),
                replies=(Remark("Li Zhang", "Wonderful, thank you!", 18.5, PRAISE, likes=2),),
            ),
            Remark(
                "Best Deals",
                "Cheap heaters for every home, order today.",
                3,
                report="ADVERTISING",
            ),
        ),
        "quarter": (
            Remark(
                "Olof Brandt",
                "Why do you hedge so much of the output when prices are expected to rise?",
                30,
                QUESTION,
                "INVESTOR",
                likes=4,
                answer=Official(
                    "lars",
                    "Because our owners are municipalities and pension foundations: they want an even result more than the "
                    "highest one. At least 60% is hedged two years ahead.",
                    7,
                ),
            ),
        ),
    },
    on_assets={
        "fact-sheet-langmyrhojden": (
            Remark(
                "Freja Dahl",
                "May schools print this and hang it up?",
                7,
                QUESTION,
                answer=Official("karin", "Please do. Only keep our name on it.", 2),
            ),
        )
    },
    discussion=DiscussionText(
        title="Ask us about wind power in winter",
        slug="ask-us-about-winter",
        opening=(
            "<p>Winter is when the power is needed most, and when it is hardest to make. Daniel Tesfaye and Mariam "
            "Rostami answer your questions about ice, sound, animals and everything else. Ask, also when it hurts.</p>"
        ),
        host="karin",
        experts=("daniel", "mariam"),
        age=9,
        topics=("winter",),
        remarks=(
            Remark(
                "Sara Moberg",
                "How far does ice fly from a blade, and may I ski below the turbines?",
                8,
                QUESTION,
                likes=11,
                answer=Official(
                    "daniel",
                    "In our measurements never more than 140 metres; the warning signs stand at 300. The ski track is moved "
                    "from December to April, and the map on site shows where it goes.",
                    4,
                ),
                replies=(
                    Remark(
                        "Gustav Ek",
                        "And who clears the new track when it has snowed?",
                        7,
                        QUESTION,
                        answer=Official("karin", "The ski club does, and we pay for the fuel.", 6),
                    ),
                ),
            ),
            Remark(
                "Nils-Erik Sarri",
                "What do you do when the reindeer move through in March?",
                5,
                QUESTION,
                likes=8,
                answer=Official(
                    "mariam",
                    "The herders call the control room, and we stop the nine turbines along the route for as long as they "
                    "need. Last March that was 31 hours. We would rather lose the power.",
                    9,
                ),
            ),
            Remark(
                "Elsa Winter", "Do the turbines use power themselves when it is very cold?", 0.4, QUESTION
            ),
        ),
    ),
    sent={
        "opening": Gift(
            "thaw",
            "IMG_2041.jpg",
            "Two turbines from the ski track",
            "Taken at kilometre seven this morning. Use it if you like.",
            credit="Freja Dahl",
            name="Freja Dahl",
            age=0.3,
        )
    },
    suspect=("scam", "crook*"),
    checklist=(
        "Is it humble?",
        "Does it own the mistake, if there was one?",
        "Does it say what happens next?",
        "Does it blame nobody?",
    ),
    templates=(
        (
            "We look into it",
            QUESTION,
            "Dear {name},\n\nthank you for asking. I find out, and answer here by {due} at the latest.\n\n{person}",
        ),
        (
            "We were wrong",
            CRITICISM,
            "Dear {name},\n\nyou are right, and I am sorry. This is what we do now: \n\n{person}",
        ),
        ("Thank you", PRAISE, "Thank you, {name}. I pass it on to those who did the work.\n\n{person}"),
    ),
    note="I have asked the village association for the date and write as soon as I have it.",
    closed_day="Company day",
)
