"""What the values of the enums mean, for those who read the schema."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from cms.conversation.document import CommentKind, CommentState, Relation
from cms.conversation.filters import CommentOrder, CommentView, ThreadOrder
from cms.conversation.models import ReasonCode
from cms.ledger.document import ItemType
from cms.ledger.models import Edition
from cms.ledger.selectors import Order
from cms.media.document import AssetType
from cms.newsroom.document import PersonRole, ThreadMode
from cms.releases.body import BlockType
from cms.releases.document import ReleaseKind
from cms.syndication.formats.document import MetaAttribute
from cms.syndication.shares.channels import ShareChannel
from cms.syndication.statements.document import StatementStatus
from newsroom_api.conversation.answers import CommentStatus
from newsroom_api.conversation.forms import EmailPolicy, FieldType

MEANINGS: dict[type[StrEnum] | Any, dict[str, str]] = {
    StatementStatus: {
        "CURRENT": "It holds.",
        "SUPERSEDED": "A newer statement of the same newsroom on the same subject has taken its place.",
        "WITHDRAWN": "It has been withdrawn.",
    },
    ShareChannel: {
        "FACEBOOK": "Facebook.",
        "X": "X, formerly Twitter.",
        "LINKEDIN": "LinkedIn.",
        "INSTAGRAM": "Instagram, where links in words do not lead anywhere: put it where yours is.",
        "SNAPCHAT": "Snapchat.",
        "MASTODON": "Mastodon, on whichever server.",
        "BLUESKY": "Bluesky.",
        "WHATSAPP": "WhatsApp.",
        "EMAIL": "E-mail.",
    },
    MetaAttribute: {
        "PROPERTY": "`property`, as Open Graph has it.",
        "NAME": "`name`, as HTML has it.",
    },
    ItemType: {
        "RELEASE": "A press release, news item, blog post, statement or event notice.",
        "NEWSROOM": "A brand's press room in one language.",
        "PERSON": "A spokesperson, a press contact, or somebody quoted.",
        "TOPIC": "A subject in the tree of topics.",
        "ASSET": "An image, video, sound or document with an address of its own.",
        "PRESS_KIT": "Files that belong together, to be downloaded together.",
        "DISCUSSION": "A subject put up for discussion.",
        "CONTRIBUTION": "A file that a visitor sent and an editor approved.",
    },
    ReleaseKind: {
        "PRESS_RELEASE": "A release for the press.",
        "NEWS": "A news item.",
        "BLOG_POST": "A post in somebody's own words.",
        "STATEMENT": "The official position on something that happened.",
        "EVENT": "Notice of an event, with its time and place.",
    },
    BlockType: {
        "HEADING": "A heading inside the text.",
        "PARAGRAPH": "Running text: paragraphs and lists.",
        "QUOTE": "What somebody says.",
        "FACTS": "Facts in short.",
        "IMAGE": "An image inside the text.",
        "GALLERY": "Several images together.",
        "VIDEO": "A video file.",
        "AUDIO": "A sound file.",
        "DOCUMENT": "A document to download.",
        "EMBED": "Something from another site.",
        "TABLE": "A table.",
        "CTA": "A button.",
    },
    AssetType: {
        "IMAGE": "A picture.",
        "VIDEO": "A moving picture.",
        "AUDIO": "A sound recording.",
        "DOCUMENT": "Any other file, such as a PDF.",
    },
    PersonRole: {
        "SPOKESPERSON": "Speaks for the organisation.",
        "PRESS_CONTACT": "Answers the press.",
        "OTHER": "Anybody else whom a release names.",
    },
    ThreadMode: {
        "OPEN": "Comments show when they pass the automatic checks.",
        "PREMODERATED": "Comments show when an editor has approved them.",
        "CLOSED": "Earlier comments stay, no new ones are taken.",
        "OFF": "No comments at all.",
    },
    CommentKind: {
        "QUESTION": "It asks something.",
        "PRAISE": "It praises something.",
        "CRITICISM": "It criticises something.",
        "OTHER": "Anything else.",
    },
    Relation: {
        "JOURNALIST": "Works for a medium.",
        "BLOGGER": "Writes for the public on their own account.",
        "CUSTOMER": "Buys from the organisation.",
        "INVESTOR": "Owns a part of it.",
        "EMPLOYEE": "Works for it.",
        "OTHER": "Anything else.",
    },
    CommentState: {
        "PUBLISHED": "It is public.",
        "WITHDRAWN": "Its author has taken it back: only its place in the thread is left.",
        "REMOVED": "It was removed: only its place in the thread is left.",
    },
    CommentStatus: {
        "PUBLISHED": "It is public.",
        "HELD": "An editor looks at it first, or its author's e-mail address has to be confirmed.",
        "REJECTED": "It is not shown; `message` says why.",
        "WITHDRAWN": "Its author has taken it back.",
        "ERASED": "It was erased at its author's wish.",
    },
    ReasonCode: {
        "SPAM": "Spam.",
        "ADVERTISING": "Advertising.",
        "ABUSE": "Insults or harassment.",
        "HATE": "Hatred against a group.",
        "THREAT": "A threat or a call for violence.",
        "ILLEGAL": "Illegal content.",
        "PERSONAL_DATA": "Personal data of others.",
        "IMPERSONATION": "Its author pretends to be somebody else.",
        "COPYRIGHT": "It infringes copyright.",
        "OFF_TOPIC": "It has nothing to do with the subject.",
        "DUPLICATE": "It says the same again.",
        "OTHER": "Another ground of the guidelines.",
    },
    EmailPolicy: {
        "OFF": "Addresses are not confirmed.",
        "OPTIONAL": "Visitors get a link to confirm; comments do not wait for it.",
        "REQUIRED": "Comments wait until the address is confirmed.",
    },
    FieldType: {
        "LINE": "One line of text.",
        "TEXT": "Several lines of text.",
        "MARKUP": "Text with the elements of `markup`.",
        "EMAIL": "An e-mail address.",
        "URL": "A web address.",
        "CHOICE": "One of `choices`.",
        "TRAP": "Nothing: hide it from people, and send what programs have filled in.",
    },
    CommentOrder: {
        "NEWEST": "Newest first.",
        "OLDEST": "Oldest first.",
        "REACTIONS": "Most reactions first.",
    },
    CommentView: {
        "FLAT": "All comments of the thread, replies among them.",
        "TREE": "Those at the top of the thread; each has its `replies`.",
    },
    ThreadOrder: {
        "ACTIVITY": "Latest comment first.",
        "COMMENTS": "Most comments first.",
    },
    Order: {
        "NEWEST": "Newest publication first.",
        "OLDEST": "Oldest publication first.",
        "UPDATED": "Oldest change first: for following what happens, with `updatedSince`.",
        "RELEVANCE": "Best match first; only with `search`, and only its first 200 hits.",
        "NAME": "By name, from A to Z in the order of each one's language; of newsrooms, people and topics alone.",
    },
    Edition.Action: {
        "ISSUED": "It was published.",
        "CORRECTED": "It was corrected; `note` says what.",
        "REFRESHED": "Something that it shows changed, without the item being edited.",
        "WITHDRAWN": "It was withdrawn; `note` gives the reason.",
    },
}
