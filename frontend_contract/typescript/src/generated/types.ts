// Written by `npm run generate` from the contract. Do not edit.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An objection to the rejection of one's own comment. */
export type AppealCommentInput = {
  /** The token that came with the answer to the post. */
  editToken: string;
  /** Id of the comment. */
  id: string;
  /** Why the decision should be changed. At most 2,000 characters. */
  text: string;
};

/** Which assets a list holds. All conditions must hold; what is left out excludes nothing. */
export type AssetFilter = {
  /** Id of a file, as releases and press kits show it: the assets that hold it. */
  file?: string | null | undefined;
  /** Of one of these types; an empty list excludes nothing. */
  fileTypes?: Array<AssetType> | null | undefined;
  /** In this language, as a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Slug of the newsroom. */
  newsroom?: string | null | undefined;
  /** First public before this time. */
  publishedBefore?: string | null | undefined;
  /** First public at this time or later. */
  publishedFrom?: string | null | undefined;
  /** The asset's own part of its address. */
  slug?: string | null | undefined;
  /** With this tag, in any case of letters. */
  tag?: string | null | undefined;
  /** Id of a topic: assets filed under it or under a topic below it. */
  topic?: string | null | undefined;
  /** Changed at this time or later; goes well with the order `UPDATED`. */
  updatedSince?: string | null | undefined;
};

/** What an asset is. */
export type AssetType =
  /** A sound recording. */
  | 'AUDIO'
  /** Any other file, such as a PDF. */
  | 'DOCUMENT'
  /** A picture. */
  | 'IMAGE'
  /** A moving picture. */
  | 'VIDEO';

/** What a comment is meant as, in its author's view. */
export type CommentKind =
  /** It criticises something. */
  | 'CRITICISM'
  /** Anything else. */
  | 'OTHER'
  /** It praises something. */
  | 'PRAISE'
  /** It asks something. */
  | 'QUESTION';

/** The order of comments, and of the replies to each. */
export type CommentOrder =
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST'
  /** Most reactions first. */
  | 'REACTIONS';

/** Whether a comment that has been public still is. What never was public is nowhere. */
export type CommentState =
  /** It is public. */
  | 'PUBLISHED'
  /** It was removed: only its place in the thread is left. */
  | 'REMOVED'
  /** Its author has taken it back: only its place in the thread is left. */
  | 'WITHDRAWN';

/** What became of a comment, as only its author is told. */
export type CommentStatus =
  /** It was erased at its author's wish. */
  | 'ERASED'
  /** An editor looks at it first, or its author's e-mail address has to be confirmed. */
  | 'HELD'
  /** It is public. */
  | 'PUBLISHED'
  /** It is not shown; `message` says why. */
  | 'REJECTED'
  /** Its author has taken it back. */
  | 'WITHDRAWN';

/** A file to contribute: to a newsroom, to an item, or to one's own comment. */
export type ContributeInput = {
  /** Shown with the file. At most 100 characters. */
  authorName?: string | null | undefined;
  /** Id of one's own comment, whose edit token goes with it. */
  comment?: string | null | undefined;
  /** True: its sender agrees to the terms. */
  consent: boolean;
  /** Who made it, as it is to be printed beside it; your name when it is left out. At most 255 characters. */
  credit?: string | null | undefined;
  /** What it shows or says. At most 2,000 characters. */
  description?: string | null | undefined;
  /** With `comment`. The token that came with the answer to the post. */
  editToken?: string | null | undefined;
  /** Never shown to anybody. At most 254 characters. */
  email?: string | null | undefined;
  /** Name of the file, with its extension. At most 255 characters. */
  fileName: string;
  /** A key of your own choice, new for every new request: the same request with the same key is answered again, and done once. The header `Idempotency-Key` may say it instead. */
  idempotencyKey?: string | null | undefined;
  /** A signed token (JWT) of a site with its own log-in: name and e-mail may come from there. At most 8,192 characters. */
  identityToken?: string | null | undefined;
  /** Id of the item that it is about. */
  item?: string | null | undefined;
  /** Slug of the newsroom; or give `item` or `comment`. At most 255 characters. */
  newsroom?: string | null | undefined;
  /** Whom you work for or speak for, if anybody. At most 100 characters. */
  organisation?: string | null | undefined;
  /** The solution of the form's challenge (ALTCHA), where the newsroom asks for one. At most 8,192 characters. */
  proofOfWork?: string | null | undefined;
  /** Version of the terms that its sender was shown. At most 100 characters. */
  termsVersion: string;
  /** What it is. At most 200 characters. */
  title?: string | null | undefined;
  /** The visitor's token from an earlier answer, if there was one. At most 8,192 characters. */
  visitorToken?: string | null | undefined;
  /** A trap for programs: hide it from people and send it as it is filled in. */
  website?: string | null | undefined;
};

/** Which discussions a list holds. All conditions must hold; what is left out excludes nothing. */
export type DiscussionFilter = {
  /** In this language, as a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Slug of the newsroom. */
  newsroom?: string | null | undefined;
  /** Id of a person who hosts it or answers questions in it. */
  person?: string | null | undefined;
  /** First public before this time. */
  publishedBefore?: string | null | undefined;
  /** First public at this time or later. */
  publishedFrom?: string | null | undefined;
  /** The discussion's own part of its address. */
  slug?: string | null | undefined;
  /** Id of a topic: discussions filed under it or under a topic below it. */
  topic?: string | null | undefined;
  /** Changed at this time or later; goes well with the order `UPDATED`. */
  updatedSince?: string | null | undefined;
};

/** Another text for one's own comment. */
export type EditCommentInput = {
  /** Plain text; some HTML is allowed. At most 5,000 characters. */
  body: string;
  /** The token that came with the answer to the post. */
  editToken: string;
  /** Id of the comment. */
  id: string;
};

/** What can happen to an item in public. */
export type EditionAction =
  /** It was corrected; `note` says what. */
  | 'CORRECTED'
  /** It was published. */
  | 'ISSUED'
  /** Something that it shows changed, without the item being edited. */
  | 'REFRESHED'
  /** It was withdrawn; `note` gives the reason. */
  | 'WITHDRAWN';

/** What becomes of the e-mail address that a visitor gives. */
export type EmailPolicy =
  /** Addresses are not confirmed. */
  | 'OFF'
  /** Visitors get a link to confirm; comments do not wait for it. */
  | 'OPTIONAL'
  /** Comments wait until the address is confirmed. */
  | 'REQUIRED';

/** One's own comment, to be shown with all that is kept of it. */
export type ExportCommentInput = {
  /** The token that came with the answer to the post. */
  editToken: string;
  /** Id of the comment. */
  id: string;
};

/** What goes into a field of a form. */
export type FieldType =
  /** One of `choices`. */
  | 'CHOICE'
  /** An e-mail address. */
  | 'EMAIL'
  /** One line of text. */
  | 'LINE'
  /** Text with the elements of `markup`. */
  | 'MARKUP'
  /** Several lines of text. */
  | 'TEXT'
  /** Nothing: hide it from people, and send what programs have filled in. */
  | 'TRAP'
  /** A web address. */
  | 'URL';

/** The attribute of a `meta` element that says what it tells. */
export type MetaAttribute =
  /** `name`, as HTML has it. */
  | 'NAME'
  /** `property`, as Open Graph has it. */
  | 'PROPERTY';

/** How lists of items are ordered. */
export type Order =
  /** By name, from A to Z in the order of each one's language; of newsrooms, people and topics alone. */
  | 'NAME'
  /** Newest publication first. */
  | 'NEWEST'
  /** Oldest publication first. */
  | 'OLDEST'
  /** Best match first; only with `search`, and only its first 200 hits. */
  | 'RELEVANCE'
  /** Oldest change first: for following what happens, with `updatedSince`. */
  | 'UPDATED';

/** Which people a list holds. All conditions must hold; what is left out excludes nothing. */
export type PersonFilter = {
  /** In this language, as a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Slug of a newsroom: whom it, or something in it, names. */
  newsroom?: string | null | undefined;
  /** Id of a topic: who can speak about it, or about a topic below it. */
  topic?: string | null | undefined;
};

/** What a person does for the press. */
export type PersonRole =
  /** Anybody else whom a release names. */
  | 'OTHER'
  /** Answers the press. */
  | 'PRESS_CONTACT'
  /** Speaks for the organisation. */
  | 'SPOKESPERSON';

/** A new comment. Name and e-mail address are required of everybody whom no site with a log-in vouches for. */
export type PostCommentInput = {
  /** Shown with the comment. At most 100 characters. Required, unless `identityToken` says it. */
  authorName?: string | null | undefined;
  /** Plain text; some HTML is allowed. At most 5,000 characters. */
  body: string;
  /** Never shown to anybody. At most 254 characters. Required, unless `identityToken` says it. */
  email?: string | null | undefined;
  /** A key of your own choice, new for every new request: the same request with the same key is answered again, and done once. The header `Idempotency-Key` may say it instead. */
  idempotencyKey?: string | null | undefined;
  /** A signed token (JWT) of a site with its own log-in: name and e-mail may come from there. At most 8,192 characters. */
  identityToken?: string | null | undefined;
  /** Id of the item that the comment is about. */
  item?: string | null | undefined;
  /** Questions and criticism are answered first. */
  kind?: CommentKind | null | undefined;
  /** Whom you work for or speak for, if anybody. At most 100 characters. */
  organisation?: string | null | undefined;
  /** Id of the comment that this one replies to. */
  parent?: string | null | undefined;
  /** The solution of the form's challenge (ALTCHA), where the newsroom asks for one. At most 8,192 characters. */
  proofOfWork?: string | null | undefined;
  /** What you are to the organisation. */
  relation?: Relation | null | undefined;
  /** Id of the thread; or give `item`. */
  thread?: string | null | undefined;
  /** Your title or position. At most 100 characters. */
  title?: string | null | undefined;
  /** Your name will link to it. At most 500 characters. */
  url?: string | null | undefined;
  /** The visitor's token from an earlier answer, if there was one. At most 8,192 characters. */
  visitorToken?: string | null | undefined;
  /** A trap for programs: hide it from people and send it as it is filled in. */
  website?: string | null | undefined;
};

/** Which press kits a list holds. All conditions must hold; what is left out excludes nothing. */
export type PressKitFilter = {
  /** With a file of this type. */
  assetType?: AssetType | null | undefined;
  /** Id of a file: kits that hold it. */
  file?: string | null | undefined;
  /** In this language, as a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Slug of the newsroom. */
  newsroom?: string | null | undefined;
  /** First public before this time. */
  publishedBefore?: string | null | undefined;
  /** First public at this time or later. */
  publishedFrom?: string | null | undefined;
  /** Id of the release that the kit belongs to. */
  release?: string | null | undefined;
  /** The kit's own part of its address. */
  slug?: string | null | undefined;
  /** Id of a topic: kits filed under it or under a topic below it. */
  topic?: string | null | undefined;
  /** Changed at this time or later; goes well with the order `UPDATED`. */
  updatedSince?: string | null | undefined;
};

/** A reaction to a comment. */
export type ReactToCommentInput = {
  /** Id of the comment. */
  id: string;
  /** Name of the reaction, one of those that the newsroom offers. At most 30 characters. */
  name: string;
  /** False takes the reaction back. */
  on?: boolean | null | undefined;
  /** The visitor's token: each visitor reacts once in each way. At most 8,192 characters. */
  visitorToken?: string | null | undefined;
};

/** A ground of the published guidelines. */
export type ReasonCode =
  /** Insults or harassment. */
  | 'ABUSE'
  /** Advertising. */
  | 'ADVERTISING'
  /** It infringes copyright. */
  | 'COPYRIGHT'
  /** It says the same again. */
  | 'DUPLICATE'
  /** Hatred against a group. */
  | 'HATE'
  /** Illegal content. */
  | 'ILLEGAL'
  /** Its author pretends to be somebody else. */
  | 'IMPERSONATION'
  /** It has nothing to do with the subject. */
  | 'OFF_TOPIC'
  /** Another ground of the guidelines. */
  | 'OTHER'
  /** Personal data of others. */
  | 'PERSONAL_DATA'
  /** Spam. */
  | 'SPAM'
  /** A threat or a call for violence. */
  | 'THREAT';

/** What the author of a comment is to the organisation, in the author's own words. */
export type Relation =
  /** Writes for the public on their own account. */
  | 'BLOGGER'
  /** Buys from the organisation. */
  | 'CUSTOMER'
  /** Works for it. */
  | 'EMPLOYEE'
  /** Owns a part of it. */
  | 'INVESTOR'
  /** Works for a medium. */
  | 'JOURNALIST'
  /** Anything else. */
  | 'OTHER';

/** Which releases a list holds. All conditions must hold; what is left out excludes nothing. */
export type ReleaseFilter = {
  /** With an asset of this type. */
  assetType?: AssetType | null | undefined;
  /** Id of a file: releases that show it. */
  file?: string | null | undefined;
  /** Of one of these kinds; an empty list excludes nothing. */
  kinds?: Array<ReleaseKind> | null | undefined;
  /** In this language, as a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Slug of the newsroom. */
  newsroom?: string | null | undefined;
  /** Id of a person whom the release names. */
  person?: string | null | undefined;
  /** Pinned by the editors, or not. */
  pinned?: boolean | null | undefined;
  /** First public before this time. */
  publishedBefore?: string | null | undefined;
  /** First public at this time or later. */
  publishedFrom?: string | null | undefined;
  /** The release's own part of its address. */
  slug?: string | null | undefined;
  /** With this tag, in any case of letters. */
  tag?: string | null | undefined;
  /** Id of a topic: releases filed under it or under a topic below it. */
  topic?: string | null | undefined;
  /** Changed at this time or later; goes well with the order `UPDATED`. */
  updatedSince?: string | null | undefined;
};

/** What a release is. */
export type ReleaseKind =
  /** A post in somebody's own words. */
  | 'BLOG_POST'
  /** Notice of an event, with its time and place. */
  | 'EVENT'
  /** A news item. */
  | 'NEWS'
  /** A release for the press. */
  | 'PRESS_RELEASE'
  /** The official position on something that happened. */
  | 'STATEMENT';

/** Notice that a comment breaks the guidelines or the law. */
export type ReportCommentInput = {
  /** Never shown to anybody. At most 100 characters. */
  authorName?: string | null | undefined;
  /** If you want to hear what was decided. Never shown to anybody. At most 254 characters. */
  email?: string | null | undefined;
  /** Id of the comment. */
  id: string;
  /** A key of your own choice, new for every new request: the same request with the same key is answered again, and done once. The header `Idempotency-Key` may say it instead. */
  idempotencyKey?: string | null | undefined;
  /** Why you think so: it helps the editors to decide. At most 2,000 characters. */
  note?: string | null | undefined;
  /** What is wrong with the comment. */
  reason: ReasonCode;
  /** The visitor's token: each visitor reports once. At most 8,192 characters. */
  visitorToken?: string | null | undefined;
};

/** Where a release may be shared. */
export type ShareChannel =
  /** Bluesky. */
  | 'BLUESKY'
  /** E-mail. */
  | 'EMAIL'
  /** Facebook. */
  | 'FACEBOOK'
  /** Instagram, where links in words do not lead anywhere: put it where yours is. */
  | 'INSTAGRAM'
  /** LinkedIn. */
  | 'LINKEDIN'
  /** Mastodon, on whichever server. */
  | 'MASTODON'
  /** Snapchat. */
  | 'SNAPCHAT'
  /** WhatsApp. */
  | 'WHATSAPP'
  /** X, formerly Twitter. */
  | 'X';

/** Whether a statement still holds. */
export type StatementStatus =
  /** It holds. */
  | 'CURRENT'
  /** A newer statement of the same newsroom on the same subject has taken its place. */
  | 'SUPERSEDED'
  /** It has been withdrawn. */
  | 'WITHDRAWN';

/** Who may comment, and when comments show. */
export type ThreadMode =
  /** Earlier comments stay, no new ones are taken. */
  | 'CLOSED'
  /** No comments at all. */
  | 'OFF'
  /** Comments show when they pass the automatic checks. */
  | 'OPEN'
  /** Comments show when an editor has approved them. */
  | 'PREMODERATED';

/** The order of threads. */
export type ThreadOrder =
  /** Latest comment first. */
  | 'ACTIVITY'
  /** Most comments first. */
  | 'COMMENTS';

/** Which topics a list holds. All conditions must hold; what is left out excludes nothing. */
export type TopicFilter = {
  /** In this language, as a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Slug of a newsroom: what something in it is filed under. */
  newsroom?: string | null | undefined;
  /** Id of a topic: what is below it in the tree. */
  topic?: string | null | undefined;
};

/** One's own comment, to be taken back. */
export type WithdrawCommentInput = {
  /** The token that came with the answer to the post. */
  editToken: string;
  /** Id of the comment. */
  id: string;
};

/** One's own contribution, to be taken back. */
export type WithdrawContributionInput = {
  /** The token that came with the upload ticket. */
  editToken: string;
  /** Id of the contribution. */
  id: string;
};

export type AppealCommentMutationVariables = Exact<{
  input: AppealCommentInput;
}>;


export type AppealCommentMutation = { appealComment: { at: string } | null };

export type ArchiveQueryVariables = Exact<{
  newsroom: string;
  from?: string | null | undefined;
  before?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ArchiveQuery = { releases: { totalCount: number, nodes: Array<{ id: string, kind: ReleaseKind, path: string, url: string, title: string, publishedAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, oldest: { nodes: Array<{ id: string, publishedAt: string }> } | null };

export type EveryPageFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type AssetQueryVariables = Exact<{
  id?: string | null | undefined;
  newsroom?: string | null | undefined;
  slug?: string | null | undefined;
  previewToken?: string | null | undefined;
}>;


export type AssetQuery = { asset:
    | { __typename: 'Audio', duration: number | null, transcript: string, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
      >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
    | { __typename: 'Document', pageCount: number | null, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null } | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
      >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
    | { __typename: 'Image', alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, focalPoint: { x: number, y: number } | null, sources: Array<{ contentType: string, srcset: string }>, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
      >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
    | { __typename: 'Video', width: number | null, height: number | null, duration: number | null, transcript: string, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null } | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
        | { id: string, locale: string, slug: string, path: string, url: string }
      >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
   | null };

type AssetDetail_Audio_Fragment = { __typename: 'Audio', duration: number | null, transcript: string, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
  >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

type AssetDetail_Document_Fragment = { __typename: 'Document', pageCount: number | null, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null } | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
  >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

type AssetDetail_Image_Fragment = { __typename: 'Image', alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, focalPoint: { x: number, y: number } | null, sources: Array<{ contentType: string, srcset: string }>, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
  >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

type AssetDetail_Video_Fragment = { __typename: 'Video', width: number | null, height: number | null, duration: number | null, transcript: string, id: string, fileId: string, fileType: AssetType, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null } | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
    | { id: string, locale: string, slug: string, path: string, url: string }
  >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

export type AssetDetailFragment =
  | AssetDetail_Audio_Fragment
  | AssetDetail_Document_Fragment
  | AssetDetail_Image_Fragment
  | AssetDetail_Video_Fragment
;

export type AssetFileFragment = { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null };

export type CorrectionNoteFragment = { version: number, note: string, at: string };

export type NewsroomNameFragment = { id: string, slug: string, name: string, locale: string, path: string, url: string };

export type PageHeadFragment = { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> };

export type StatementCardFragment = { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string };

export type ThreadHeadFragment = { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } };

export type TopicNameFragment = { id: string, slug: string, name: string };

export type AssetsQueryVariables = Exact<{
  filter?: AssetFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Order | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AssetsQuery = { assets: { edges: Array<{ cursor: string, snippet: string | null, node:
        | { __typename: 'Audio', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string } }
        | { __typename: 'Document', pageCount: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null }
        | { __typename: 'Image', alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null }
        | { __typename: 'Video', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null }
       }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

type AssetCard_Audio_Fragment = { __typename: 'Audio', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string };

type AssetCard_Document_Fragment = { __typename: 'Document', pageCount: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null };

type AssetCard_Image_Fragment = { __typename: 'Image', alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null };

type AssetCard_Video_Fragment = { __typename: 'Video', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null };

export type AssetCardFragment =
  | AssetCard_Audio_Fragment
  | AssetCard_Document_Fragment
  | AssetCard_Image_Fragment
  | AssetCard_Video_Fragment
;

export type PictureSizeFragment = { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number };

export type CommentQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CommentQuery = { comment: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
        | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
        | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
       }>, context: Array<{ id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null }>, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } | null, replies: { edges: Array<{ cursor: string, node: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
              | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
              | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
              | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
              | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
             }>, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } | null };

export type AttachedFragment = { id: string, title: string, description: string, file:
    | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
    | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
   };

export type CommentDetailFragment = { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null };

export type FileCopyFragment = { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null };

export type CommentChangedSubscriptionVariables = Exact<{
  thread: string;
  since?: number | null | undefined;
}>;


export type CommentChangedSubscription = { commentChanged: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
        | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
        | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
       }>, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } };

export type CommentChangesQueryVariables = Exact<{
  newsroom?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CommentChangesQuery = { commentChanges: { nodes: Array<{ id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CommentFormQueryVariables = Exact<{
  newsroom?: string | null | undefined;
  thread?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type CommentFormQuery = { commentForm: { locale: string, mode: ThreadMode, reactions: Array<string>, slowSeconds: number, editMinutes: number, emailPolicy: EmailPolicy, proofOfWork: boolean, challenge: string | null, attachments: boolean, guidelines: string, fields: Array<{ name: string, label: string, help: string, type: FieldType, required: boolean, maxLength: number | null, choices: Array<{ value: string, label: string }> }>, reportFields: Array<{ name: string, label: string, help: string, type: FieldType, required: boolean, maxLength: number | null, choices: Array<{ value: string, label: string }> }>, markup: { maxLength: number, elements: Array<{ name: string, attributes: Array<string> }>, urlSchemes: Array<{ attribute: string, schemes: Array<string> }> } } | null };

export type FormInputFragment = { name: string, label: string, help: string, type: FieldType, required: boolean, maxLength: number | null, choices: Array<{ value: string, label: string }> };

export type ContributeMutationVariables = Exact<{
  input: ContributeInput;
}>;


export type ContributeMutation = { contribute: { ticket: { id: string, uploadUrl: string, uploadToken: string, editToken: string, visitorToken: string, mostBytes: number, expiresAt: string } } | null };

export type ContributionTermsQueryVariables = Exact<{
  newsroom: string;
}>;


export type ContributionTermsQuery = { contributionTerms: { open: boolean, version: string, text: string, accepted: string, mostBytes: number, mostPerComment: number, proofOfWork: boolean } };

export type ContributionsQueryVariables = Exact<{
  newsroom?: string | null | undefined;
  item?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContributionsQuery = { contributions: { nodes: Array<{ publishedAt: string, commentId: string | null, itemId: string | null, id: string, title: string, description: string, contributor: { name: string, organisation: string }, file:
        | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
        | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
       }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type DiscussionQueryVariables = Exact<{
  id?: string | null | undefined;
  newsroom?: string | null | undefined;
  slug?: string | null | undefined;
  previewToken?: string | null | undefined;
}>;


export type DiscussionQuery = { discussion: { id: string, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, opening: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, host: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, experts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } } | null };

export type ContactCardFragment = { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> };

export type DiscussionDetailFragment = { id: string, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, opening: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, host: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, experts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

export type ThumbnailFragment = { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null };

export type DiscussionsQueryVariables = Exact<{
  filter?: DiscussionFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Order | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DiscussionsQuery = { discussions: { edges: Array<{ cursor: string, snippet: string | null, node: { id: string, slug: string, path: string, url: string, title: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, publishedAt: string, updatedAt: string, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type DiscussionCardFragment = { id: string, slug: string, path: string, url: string, title: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, publishedAt: string, updatedAt: string };

export type EditCommentMutationVariables = Exact<{
  input: EditCommentInput;
}>;


export type EditCommentMutation = { editComment: { status: CommentStatus, message: string, editableUntil: string, comment: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } | null } | null };

export type EditionsQueryVariables = Exact<{
  item: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EditionsQuery = { editions: { nodes: Array<{ id: string, version: number, action: EditionAction, note: string, at: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ExportCommentMutationVariables = Exact<{
  input: ExportCommentInput;
}>;


export type ExportCommentMutation = { exportComment: { export: { id: string, authorName: string, email: string, organisation: string, title: string, relation: Relation | null, url: string, kind: CommentKind, text: string, body: string, status: CommentStatus, message: string, itemTitle: string, createdAt: string, editedAt: string | null, earlier: Array<{ text: string, until: string }> } } | null };

export type FrontPageQueryVariables = Exact<{
  newsroom: string;
  first?: number | null | undefined;
}>;


export type FrontPageQuery = { newsroom: { id: string, version: number, locale: string, slug: string, path: string, url: string, name: string, tagline: string, about: string, commentMode: ThreadMode, medianAnswerSeconds: number | null, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, logo: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, contacts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, channels: Array<{ service: string, url: string }>, boilerplate: { title: string, html: string } | null, colours: { primary: string | null, accent: string | null }, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string, name: string }>, feeds: Array<{ href: string, title: string, type: string }> } | null, pinned: { nodes: Array<{ id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, pinned: boolean, tags: Array<string>, dateline: { place: string, date: string }, hero: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, topics: Array<{ id: string, slug: string, name: string }> }> } | null, latest: { nodes: Array<{ id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, pinned: boolean, tags: Array<string>, dateline: { place: string, date: string }, hero: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, topics: Array<{ id: string, slug: string, name: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, pressKits: { nodes: Array<{ id: string, slug: string, path: string, url: string, title: string, description: string, fileCount: number, publishedAt: string, updatedAt: string, cover: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null }> } | null, assets: { nodes: Array<
      | { __typename: 'Audio', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string }
      | { __typename: 'Document', pageCount: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null }
      | { __typename: 'Image', alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null }
      | { __typename: 'Video', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null }
    > } | null, discussions: { nodes: Array<{ id: string, slug: string, path: string, url: string, title: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, publishedAt: string, updatedAt: string, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }> } | null, topics: { nodes: Array<{ id: string, slug: string, name: string }> } | null };

export type NewsroomDetailFragment = { id: string, version: number, locale: string, slug: string, path: string, url: string, name: string, tagline: string, about: string, commentMode: ThreadMode, medianAnswerSeconds: number | null, logo: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, contacts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, channels: Array<{ service: string, url: string }>, boilerplate: { title: string, html: string } | null, colours: { primary: string | null, accent: string | null }, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string, name: string }>, feeds: Array<{ href: string, title: string, type: string }> };

export type PictureFragment = { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> };

export type PressKitCardFragment = { id: string, slug: string, path: string, url: string, title: string, description: string, fileCount: number, publishedAt: string, updatedAt: string, cover: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null };

export type ReleaseCardFragment = { id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, pinned: boolean, tags: Array<string>, dateline: { place: string, date: string }, hero: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, topics: Array<{ id: string, slug: string, name: string }> };

export type ItemAtPathQueryVariables = Exact<{
  path: string;
}>;


export type ItemAtPathQuery = { item: { path: string, movedTo: string | null, item:
      | { __typename: 'Audio', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Contribution', id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Discussion', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Document', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Image', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Newsroom', name: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Person', id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'PressKit', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Release', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Topic', id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
      | { __typename: 'Video', title: string, path: string, url: string, id: string, version: number, locale: string, publishedAt: string, updatedAt: string }
     } | null };

export type NewsroomQueryVariables = Exact<{
  slug?: string | null | undefined;
  id?: string | null | undefined;
  previewToken?: string | null | undefined;
}>;


export type NewsroomQuery = { newsroom: { commentGuidelines: string, id: string, version: number, locale: string, slug: string, path: string, url: string, name: string, tagline: string, about: string, commentMode: ThreadMode, medianAnswerSeconds: number | null, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, logo: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, contacts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, channels: Array<{ service: string, url: string }>, boilerplate: { title: string, html: string } | null, colours: { primary: string | null, accent: string | null }, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string, name: string }>, feeds: Array<{ href: string, title: string, type: string }> } | null };

export type NewsroomsQueryVariables = Exact<{
  locale?: string | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NewsroomsQuery = { newsrooms: { nodes: Array<{ id: string, version: number, locale: string, slug: string, path: string, url: string, name: string, tagline: string, logo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, colours: { primary: string | null, accent: string | null }, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, feeds: Array<{ href: string, title: string, type: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PageAtPathQueryVariables = Exact<{
  path: string;
}>;


export type PageAtPathQuery = { item: { path: string, movedTo: string | null, item:
      | { __typename: 'Audio', id: string, locale: string, duration: number | null, transcript: string, fileId: string, fileType: AssetType, version: number, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
        >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
      | { __typename: 'Contribution', id: string, locale: string }
      | { __typename: 'Discussion', id: string, locale: string, version: number, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, opening: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, host: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, experts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
      | { __typename: 'Document', id: string, locale: string, pageCount: number | null, fileId: string, fileType: AssetType, version: number, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null } | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
        >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
      | { __typename: 'Image', id: string, locale: string, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, fileId: string, fileType: AssetType, version: number, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, focalPoint: { x: number, y: number } | null, sources: Array<{ contentType: string, srcset: string }>, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
        >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
      | { __typename: 'Newsroom', slug: string, name: string, path: string, url: string, id: string, locale: string }
      | { __typename: 'Person', id: string, locale: string }
      | { __typename: 'PressKit', id: string, locale: string, version: number, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, description: string, fileCount: number, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, cover: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, files: Array<
          | { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
          | { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
          | { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }
          | { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        >, release: { id: string, path: string, url: string, title: string } | null, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
      | { __typename: 'Release', id: string, locale: string, version: number, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, tags: Array<string>, aboutUrls: Array<string>, pinned: boolean, share: { url: string, shortUrl: string, hashtags: Array<string>, texts: Array<{ channel: ShareChannel, href: string | null, text: string, url: string, length: number, limit: number }> }, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, dateline: { place: string, date: string }, byline: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, hero: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, body: Array<
          | { __typename: 'AudioBlock', id: string, title: string, caption: string, transcript: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
          | { __typename: 'CtaBlock', id: string, text: string, url: string }
          | { __typename: 'DocumentBlock', id: string, title: string, caption: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
          | { __typename: 'EmbedBlock', id: string, url: string, title: string, caption: string, provider: string, thumbnailUrl: string | null, html: string, width: number | null, height: number | null }
          | { __typename: 'FactsBlock', id: string, title: string, facts: Array<string> }
          | { __typename: 'GalleryBlock', id: string, title: string, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }> }
          | { __typename: 'HeadingBlock', id: string, text: string, level: number }
          | { __typename: 'ImageBlock', id: string, caption: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } }
          | { __typename: 'ParagraphBlock', id: string, html: string }
          | { __typename: 'QuoteBlock', id: string, text: string, speakerName: string, speakerTitle: string, speaker: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null }
          | { __typename: 'TableBlock', id: string, caption: string, rows: Array<{ cells: Array<{ text: string, header: boolean }> }> }
          | { __typename: 'VideoBlock', id: string, title: string, caption: string, transcript: string, poster: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
        >, boilerplate: { title: string, html: string } | null, contacts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }>, files: Array<
          | { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
          | { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
          | { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }
          | { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
        >, topics: Array<{ id: string, slug: string, name: string }>, links: Array<{ text: string, url: string }>, related: Array<{ id: string, path: string, url: string, title: string, summary: string, publishedAt: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, event: { start: string | null, end: string | null, place: string, signUpUrl: string | null } | null, rights: { copyrightHolder: string, usageTerms: string }, seo: { title: string, description: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null }, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
      | { __typename: 'Topic', id: string, locale: string }
      | { __typename: 'Video', id: string, locale: string, width: number | null, height: number | null, duration: number | null, transcript: string, fileId: string, fileType: AssetType, version: number, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, digitalSourceType: string, aiGenerated: boolean, keywords: Array<string>, createdOn: string | null, description: string, sha256: string, tags: Array<string>, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null } | null, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, sha256: string, duration: number | null, bitrate: number | null, videoCodec: string | null, audioCodec: string | null, poi: { x: number, y: number } | null }>, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
          | { id: string, locale: string, slug: string, path: string, url: string }
        >, releases: Array<{ id: string, path: string, url: string, title: string, publishedAt: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } }
     } | null };

type AnyFile_AudioFile_Fragment = { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> };

type AnyFile_DocumentFile_Fragment = { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> };

type AnyFile_ImageFile_Fragment = { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> };

type AnyFile_VideoFile_Fragment = { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> };

export type AnyFileFragment =
  | AnyFile_AudioFile_Fragment
  | AnyFile_DocumentFile_Fragment
  | AnyFile_ImageFile_Fragment
  | AnyFile_VideoFile_Fragment
;

type BodyBlock_AudioBlock_Fragment = { __typename: 'AudioBlock', id: string, title: string, caption: string, transcript: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } };

type BodyBlock_CtaBlock_Fragment = { __typename: 'CtaBlock', id: string, text: string, url: string };

type BodyBlock_DocumentBlock_Fragment = { __typename: 'DocumentBlock', id: string, title: string, caption: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } };

type BodyBlock_EmbedBlock_Fragment = { __typename: 'EmbedBlock', id: string, url: string, title: string, caption: string, provider: string, thumbnailUrl: string | null, html: string, width: number | null, height: number | null };

type BodyBlock_FactsBlock_Fragment = { __typename: 'FactsBlock', id: string, title: string, facts: Array<string> };

type BodyBlock_GalleryBlock_Fragment = { __typename: 'GalleryBlock', id: string, title: string, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }> };

type BodyBlock_HeadingBlock_Fragment = { __typename: 'HeadingBlock', id: string, text: string, level: number };

type BodyBlock_ImageBlock_Fragment = { __typename: 'ImageBlock', id: string, caption: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } };

type BodyBlock_ParagraphBlock_Fragment = { __typename: 'ParagraphBlock', id: string, html: string };

type BodyBlock_QuoteBlock_Fragment = { __typename: 'QuoteBlock', id: string, text: string, speakerName: string, speakerTitle: string, speaker: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null };

type BodyBlock_TableBlock_Fragment = { __typename: 'TableBlock', id: string, caption: string, rows: Array<{ cells: Array<{ text: string, header: boolean }> }> };

type BodyBlock_VideoBlock_Fragment = { __typename: 'VideoBlock', id: string, title: string, caption: string, transcript: string, poster: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } };

export type BodyBlockFragment =
  | BodyBlock_AudioBlock_Fragment
  | BodyBlock_CtaBlock_Fragment
  | BodyBlock_DocumentBlock_Fragment
  | BodyBlock_EmbedBlock_Fragment
  | BodyBlock_FactsBlock_Fragment
  | BodyBlock_GalleryBlock_Fragment
  | BodyBlock_HeadingBlock_Fragment
  | BodyBlock_ImageBlock_Fragment
  | BodyBlock_ParagraphBlock_Fragment
  | BodyBlock_QuoteBlock_Fragment
  | BodyBlock_TableBlock_Fragment
  | BodyBlock_VideoBlock_Fragment
;

export type PaperFragment = { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> };

export type PressKitDetailFragment = { id: string, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, description: string, fileCount: number, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, cover: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, files: Array<
    | { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    | { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    | { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }
    | { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
  >, release: { id: string, path: string, url: string, title: string } | null, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

export type RecordingFragment = { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> };

export type ReleaseDetailFragment = { id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, tags: Array<string>, aboutUrls: Array<string>, pinned: boolean, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, dateline: { place: string, date: string }, byline: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, hero: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, body: Array<
    | { __typename: 'AudioBlock', id: string, title: string, caption: string, transcript: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
    | { __typename: 'CtaBlock', id: string, text: string, url: string }
    | { __typename: 'DocumentBlock', id: string, title: string, caption: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
    | { __typename: 'EmbedBlock', id: string, url: string, title: string, caption: string, provider: string, thumbnailUrl: string | null, html: string, width: number | null, height: number | null }
    | { __typename: 'FactsBlock', id: string, title: string, facts: Array<string> }
    | { __typename: 'GalleryBlock', id: string, title: string, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }> }
    | { __typename: 'HeadingBlock', id: string, text: string, level: number }
    | { __typename: 'ImageBlock', id: string, caption: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } }
    | { __typename: 'ParagraphBlock', id: string, html: string }
    | { __typename: 'QuoteBlock', id: string, text: string, speakerName: string, speakerTitle: string, speaker: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null }
    | { __typename: 'TableBlock', id: string, caption: string, rows: Array<{ cells: Array<{ text: string, header: boolean }> }> }
    | { __typename: 'VideoBlock', id: string, title: string, caption: string, transcript: string, poster: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
  >, boilerplate: { title: string, html: string } | null, contacts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }>, files: Array<
    | { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    | { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    | { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }
    | { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
  >, topics: Array<{ id: string, slug: string, name: string }>, links: Array<{ text: string, url: string }>, related: Array<{ id: string, path: string, url: string, title: string, summary: string, publishedAt: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, event: { start: string | null, end: string | null, place: string, signUpUrl: string | null } | null, rights: { copyrightHolder: string, usageTerms: string }, seo: { title: string, description: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null }, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

export type ShareDetailFragment = { url: string, shortUrl: string, hashtags: Array<string>, texts: Array<{ channel: ShareChannel, href: string | null, text: string, url: string, length: number, limit: number }> };

export type SoundFragment = { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> };

export type PeopleQueryVariables = Exact<{
  filter?: PersonFilter | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { people: { nodes: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, topics: Array<{ id: string, slug: string, name: string }>, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PersonQueryVariables = Exact<{
  id: string;
}>;


export type PersonQuery = { person: { locale: string, id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, topics: Array<{ id: string, slug: string, name: string }>, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, releases: { nodes: Array<{ id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, pinned: boolean, tags: Array<string>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, dateline: { place: string, date: string }, hero: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, topics: Array<{ id: string, slug: string, name: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PostCommentMutationVariables = Exact<{
  input: PostCommentInput;
}>;


export type PostCommentMutation = { postComment: { commentId: string, status: CommentStatus, message: string, editToken: string, editableUntil: string, visitorToken: string, comment: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } | null } | null };

export type PressKitQueryVariables = Exact<{
  id?: string | null | undefined;
  newsroom?: string | null | undefined;
  slug?: string | null | undefined;
  previewToken?: string | null | undefined;
}>;


export type PressKitQuery = { pressKit: { id: string, version: number, locale: string, slug: string, path: string, url: string, publishedAt: string, updatedAt: string, title: string, description: string, fileCount: number, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, cover: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, files: Array<
      | { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
      | { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
      | { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }
      | { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    >, release: { id: string, path: string, url: string, title: string } | null, topics: Array<{ id: string, slug: string, name: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } } | null };

export type PressKitsQueryVariables = Exact<{
  filter?: PressKitFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Order | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PressKitsQuery = { pressKits: { edges: Array<{ cursor: string, snippet: string | null, node: { id: string, slug: string, path: string, url: string, title: string, description: string, fileCount: number, publishedAt: string, updatedAt: string, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, cover: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ReactToCommentMutationVariables = Exact<{
  input: ReactToCommentInput;
}>;


export type ReactToCommentMutation = { reactToComment: { visitorToken: string, comment: { id: string, reactionCount: number, seq: number, reactions: Array<{ name: string, count: number }> } | null } | null };

export type ReleaseQueryVariables = Exact<{
  id?: string | null | undefined;
  newsroom?: string | null | undefined;
  slug?: string | null | undefined;
  previewToken?: string | null | undefined;
}>;


export type ReleaseQuery = { release: { id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, tags: Array<string>, aboutUrls: Array<string>, pinned: boolean, share: { url: string, shortUrl: string, hashtags: Array<string>, texts: Array<{ channel: ShareChannel, href: string | null, text: string, url: string, length: number, limit: number }> }, metadata: { title: string, description: string, canonicalUrl: string, jsonLd: string, tags: Array<{ attribute: MetaAttribute, key: string, content: string }> }, corrections: Array<{ version: number, note: string, at: string }>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, dateline: { place: string, date: string }, byline: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null, hero: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, body: Array<
      | { __typename: 'AudioBlock', id: string, title: string, caption: string, transcript: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
      | { __typename: 'CtaBlock', id: string, text: string, url: string }
      | { __typename: 'DocumentBlock', id: string, title: string, caption: string, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
      | { __typename: 'EmbedBlock', id: string, url: string, title: string, caption: string, provider: string, thumbnailUrl: string | null, html: string, width: number | null, height: number | null }
      | { __typename: 'FactsBlock', id: string, title: string, facts: Array<string> }
      | { __typename: 'GalleryBlock', id: string, title: string, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }> }
      | { __typename: 'HeadingBlock', id: string, text: string, level: number }
      | { __typename: 'ImageBlock', id: string, caption: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } }
      | { __typename: 'ParagraphBlock', id: string, html: string }
      | { __typename: 'QuoteBlock', id: string, text: string, speakerName: string, speakerTitle: string, speaker: { id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> } | null }
      | { __typename: 'TableBlock', id: string, caption: string, rows: Array<{ cells: Array<{ text: string, header: boolean }> }> }
      | { __typename: 'VideoBlock', id: string, title: string, caption: string, transcript: string, poster: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null, file: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> } }
    >, boilerplate: { title: string, html: string } | null, contacts: Array<{ id: string, name: string, title: string, organisation: string, role: PersonRole, email: string | null, phone: string | null, photo: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, channels: Array<{ service: string, url: string }> }>, images: Array<{ id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }>, files: Array<
      | { __typename: 'AudioFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, duration: number | null, transcript: string, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
      | { __typename: 'DocumentFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, pageCount: number | null, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
      | { __typename: 'ImageFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> }
      | { __typename: 'VideoFile', id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, width: number | null, height: number | null, duration: number | null, transcript: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
    >, topics: Array<{ id: string, slug: string, name: string }>, links: Array<{ text: string, url: string }>, related: Array<{ id: string, path: string, url: string, title: string, summary: string, publishedAt: string }>, translations: Array<{ id: string, locale: string, slug: string, path: string, url: string }>, event: { start: string | null, end: string | null, place: string, signUpUrl: string | null } | null, rights: { copyrightHolder: string, usageTerms: string }, seo: { title: string, description: string, image: { id: string, title: string, caption: string, credit: string, copyrightHolder: string, usageTerms: string, licenseUrl: string, expiresAt: string | null, aiGenerated: boolean, alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number }> } | null }, officialStatement: { id: string, kind: ReleaseKind, path: string, url: string, title: string, summary: string, publishedAt: string, updatedAt: string } | null, thread: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } } | null };

export type ReleasesQueryVariables = Exact<{
  filter?: ReleaseFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Order | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ReleasesQuery = { releases: { edges: Array<{ cursor: string, snippet: string | null, node: { id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, pinned: boolean, tags: Array<string>, newsroom: { id: string, slug: string, name: string, locale: string, path: string, url: string }, dateline: { place: string, date: string }, hero: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, topics: Array<{ id: string, slug: string, name: string }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ReportCommentMutationVariables = Exact<{
  input: ReportCommentInput;
}>;


export type ReportCommentMutation = { reportComment: { reportId: string, visitorToken: string } | null };

export type SearchQueryVariables = Exact<{
  newsroom: string;
  search: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { releases: { edges: Array<{ cursor: string, snippet: string | null, node: { id: string, version: number, locale: string, kind: ReleaseKind, slug: string, path: string, url: string, title: string, subtitle: string, summary: string, publishedAt: string, updatedAt: string, pinned: boolean, tags: Array<string>, dateline: { place: string, date: string }, hero: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null, topics: Array<{ id: string, slug: string, name: string }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, assets: { edges: Array<{ snippet: string | null, node:
        | { __typename: 'Audio', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string }
        | { __typename: 'Document', pageCount: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null }
        | { __typename: 'Image', alt: string, width: number | null, height: number | null, animated: boolean, srcset: string, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null }
        | { __typename: 'Video', duration: number | null, id: string, fileId: string, fileType: AssetType, slug: string, path: string, url: string, title: string, caption: string, credit: string, usageTerms: string, expiresAt: string | null, aiGenerated: boolean, publishedAt: string, updatedAt: string, poster: { name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number } | null }
       }> } | null, pressKits: { edges: Array<{ snippet: string | null, node: { id: string, slug: string, path: string, url: string, title: string, description: string, fileCount: number, publishedAt: string, updatedAt: string, cover: { id: string, alt: string, credit: string, width: number | null, height: number | null, animated: boolean, srcset: string, sources: Array<{ contentType: string, srcset: string }>, focalPoint: { x: number, y: number } | null } | null } }> } | null, discussions: { edges: Array<{ snippet: string | null, node: { id: string, slug: string, path: string, url: string, title: string, questionAndAnswer: boolean, opensAt: string | null, closesAt: string | null, publishedAt: string, updatedAt: string } }> } | null };

export type SitemapMediaQueryVariables = Exact<{
  newsroom: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  afterKit?: string | null | undefined;
  afterDiscussion?: string | null | undefined;
}>;


export type SitemapMediaQuery = { assets: { nodes: Array<
      | { id: string, path: string, url: string, updatedAt: string }
      | { id: string, path: string, url: string, updatedAt: string }
      | { id: string, path: string, url: string, updatedAt: string }
      | { id: string, path: string, url: string, updatedAt: string }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, pressKits: { nodes: Array<{ id: string, path: string, url: string, updatedAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, discussions: { nodes: Array<{ id: string, path: string, url: string, updatedAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SitemapReleasesQueryVariables = Exact<{
  newsroom: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SitemapReleasesQuery = { releases: { nodes: Array<{ id: string, locale: string, path: string, url: string, updatedAt: string, translations: Array<{ id: string, locale: string, path: string, url: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StatementsQueryVariables = Exact<{
  about: string;
}>;


export type StatementsQuery = { officialStatements: Array<{ id: string, version: number, status: StatementStatus, newsroomSlug: string, locale: string, title: string | null, summary: string | null, url: string | null, aboutUrls: Array<string>, publishedAt: string, updatedAt: string, withdrawnAt: string | null, reason: string | null, supersededById: string | null }> | null };

export type ThreadQueryVariables = Exact<{
  id?: string | null | undefined;
  item?: string | null | undefined;
  kind?: CommentKind | null | undefined;
  answered?: boolean | null | undefined;
  official?: boolean | null | undefined;
  order?: CommentOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ThreadQuery = { thread: { reactionNames: Array<string>, slowSeconds: number, id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, pinnedComments: Array<{ id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null }>, comments: { edges: Array<{ cursor: string, node: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
              | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
              | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
              | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
              | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
             }>, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, counts: { question: number, praise: number, criticism: number, other: number } } | null };

export type ThreadChangedSubscriptionVariables = Exact<{
  thread: string;
  since?: number | null | undefined;
}>;


export type ThreadChangedSubscription = { threadChanged: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, counts: { question: number, praise: number, criticism: number, other: number } } };

export type ThreadTreeQueryVariables = Exact<{
  id?: string | null | undefined;
  item?: string | null | undefined;
  order?: CommentOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  replies?: number | null | undefined;
}>;


export type ThreadTreeQuery = { thread: { reactionNames: Array<string>, slowSeconds: number, id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, pinnedComments: Array<{ id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null }>, comments: { edges: Array<{ cursor: string, node: { id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
              | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
              | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
              | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
              | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
             }>, replies: { nodes: Array<{ id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
                  | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
                  | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
                  | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
                  | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
                 }>, replies: { nodes: Array<{ id: string, threadId: string, itemId: string, parentId: string | null, depth: number, state: CommentState, kind: CommentKind, body: string, language: string, publishedAt: string, editedAt: string | null, pinned: boolean, replyCount: number, reactionCount: number, answeredAt: string | null, statementId: string | null, url: string, seq: number, attachments: Array<{ id: string, title: string, description: string, file:
                      | { __typename: 'AudioFile', id: string, title: string, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
                      | { __typename: 'DocumentFile', id: string, title: string, pageCount: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
                      | { __typename: 'ImageFile', id: string, title: string, alt: string, width: number | null, height: number | null, srcset: string }
                      | { __typename: 'VideoFile', id: string, title: string, width: number | null, height: number | null, duration: number | null, renditions: Array<{ name: string, href: string, contentType: string, width: number | null, height: number | null, sizeInBytes: number, duration: number | null }> }
                     }>, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, author: { name: string, url: string | null, organisation: string, title: string, relation: Relation | null, verified: boolean, official: boolean, personId: string | null } | null, reactions: Array<{ name: string, count: number }>, answeredBy: { name: string, title: string, personId: string | null, commentId: string } | null, statement: { id: string, title: string, path: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, counts: { question: number, praise: number, criticism: number, other: number } } | null };

export type ThreadsQueryVariables = Exact<{
  newsroom?: string | null | undefined;
  order?: ThreadOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ThreadsQuery = { threads: { edges: Array<{ cursor: string, node: { id: string, itemId: string, mode: ThreadMode, commentCount: number, answeredCount: number, reactionCount: number, lastActivityAt: string | null, opensAt: string | null, closesAt: string | null, questionAndAnswer: boolean, item:
          | { __typename: 'Audio', title: string, path: string, url: string, id: string }
          | { __typename: 'Contribution', id: string }
          | { __typename: 'Discussion', title: string, path: string, url: string, id: string }
          | { __typename: 'Document', title: string, path: string, url: string, id: string }
          | { __typename: 'Image', title: string, path: string, url: string, id: string }
          | { __typename: 'Newsroom', id: string }
          | { __typename: 'Person', id: string }
          | { __typename: 'PressKit', title: string, path: string, url: string, id: string }
          | { __typename: 'Release', title: string, path: string, url: string, id: string }
          | { __typename: 'Topic', id: string }
          | { __typename: 'Video', title: string, path: string, url: string, id: string }
        , counts: { question: number, praise: number, criticism: number, other: number } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type TopicQueryVariables = Exact<{
  id?: string | null | undefined;
  slug?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type TopicQuery = { topic: { locale: string, description: string, id: string, slug: string, name: string, parent: { id: string, slug: string, name: string } | null } | null };

export type TopicsQueryVariables = Exact<{
  filter?: TopicFilter | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TopicsQuery = { topics: { nodes: Array<{ locale: string, description: string, id: string, slug: string, name: string, parent: { id: string, slug: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type WithdrawCommentMutationVariables = Exact<{
  input: WithdrawCommentInput;
}>;


export type WithdrawCommentMutation = { withdrawComment: { commentId: string, status: CommentStatus } | null };

export type WithdrawContributionMutationVariables = Exact<{
  input: WithdrawContributionInput;
}>;


export type WithdrawContributionMutation = { withdrawContribution: { contributionId: string } | null };
