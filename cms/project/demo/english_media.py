"""The assets and press kits of the English newsroom. What has the same key as a Swedish one is its translation."""

from __future__ import annotations

from cms.project.demo.story import AssetText, KitText, Picture

PICTURES = {
    "vision": Picture(
        "Impression: Storhällan",
        "Three wind turbines on a low forest ridge in daylight, in an imagined view.",
        "Storhällan as it may look from the south. The picture shows an idea, not a place that exists.",
        source="trainedAlgorithmicMedia",
        credit="Picture: Norrvind, made with generative AI",
    ),
    "storm": Picture(
        "Långmyrhöjden during storm Ragna",
        "Two wind turbines in pale winter light, one of them close.",
        "The turbines stood still for nine hours and then started without a fault.",
        credit="Illustration: Västerbottens bildbyrå",
        days_left=10,
    ),
    "coming": Picture(
        "Storhällan on a winter evening",
        "Three wind turbines against a dark sky with northern lights.",
        "The first picture from Storhällan.",
    ),
    "spin": Picture(
        "The rotor in motion",
        "A rotor hub with three blades that turn in falling snow.",
        "A third of a turn, repeated.",
    ),
    "drawing": Picture(
        "Measured drawing: turbine at Långmyrhöjden",
        "Measured drawing of a wind turbine from the front, with its hub height and rotor diameter.",
        "The drawing is a vector image and can be enlarged freely.",
    ),
}

ASSETS = (
    AssetText(
        "park",
        "langmyrhojden-at-dawn",
        "<p>Our most used picture of Långmyrhöjden, seen from the village road in Granlunda so that the distance to "
        "the houses is right.</p>",
        12,
        ("wind",),
        ("Långmyrhöjden", "press picture"),
    ),
    AssetText(
        "spin",
        "the-rotor-in-motion",
        "<p>For the web and social media. The still is the first frame.</p>",
        23,
        ("winter",),
        ("animation",),
    ),
    AssetText(
        "drawing",
        "measured-drawing-langmyrhojden",
        "<p>The measures are those of the permit.</p>",
        12,
        ("wind",),
        ("Långmyrhöjden", "graphics"),
    ),
    AssetText(
        "film",
        "the-rotor-of-turbine-12",
        "<p>Filmed from the nacelle of turbine 11 just before the start. There is no sound.</p>",
        24,
        ("winter",),
        ("ice",),
    ),
    AssetText(
        "sound",
        "sound-at-granlunda",
        "<p>Recorded at the farm in Granlunda, 700 metres from the nearest turbine, on a night with wind from the "
        "farm.</p>",
        68,
        ("neighbours",),
        ("sound",),
    ),
    AssetText("facts", "fact-sheet-langmyrhojden", "", 12, ("wind",), ("Långmyrhöjden",)),
    AssetText(
        "vision",
        "impression-storhallan",
        "<p>Please say that generative AI made the picture when you use it.</p>",
        6,
        ("wind",),
        ("Storhällan",),
    ),
    AssetText(
        "storm",
        "langmyrhojden-during-storm-ragna",
        "<p>We may lend the picture for a year from the storm. After that, ask the agency.</p>",
        5,
        ("winter",),
        ("Långmyrhöjden", "storm"),
    ),
    AssetText(
        "coming",
        "storhallan-on-a-winter-evening",
        "<p>Released together with the decision on Storhällan.</p>",
        -5,
        ("wind",),
        ("Storhällan",),
    ),
)

KITS = (
    KitText(
        "about",
        "Norrvind in pictures and figures",
        "norrvind-in-pictures-and-figures",
        "<p>Logo, portrait, pictures of the farms, a film and a fact sheet: what most of you ask for.</p>",
        ("logo", "lars", "park", "winter", "spin", "drawing", "film", "facts"),
        60,
    ),
    KitText(
        "opening",
        "Press material: Långmyrhöjden begins operation",
        "press-material-langmyrhojden",
        "<p>Pictures, drawing and fact sheet for the press release.</p>",
        ("park", "night", "drawing", "facts"),
        12,
        release="opening",
        topics=("wind",),
    ),
)
