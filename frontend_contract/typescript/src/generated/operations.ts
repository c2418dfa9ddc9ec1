// Written by `npm run generate` from the contract. Do not edit.
import type { Operation } from "../operation.js";
import type {
  AppealCommentMutation,
  AppealCommentMutationVariables,
  ArchiveQuery,
  ArchiveQueryVariables,
  AssetQuery,
  AssetQueryVariables,
  AssetsQuery,
  AssetsQueryVariables,
  CommentQuery,
  CommentQueryVariables,
  CommentChangedSubscription,
  CommentChangedSubscriptionVariables,
  CommentChangesQuery,
  CommentChangesQueryVariables,
  CommentFormQuery,
  CommentFormQueryVariables,
  ContributeMutation,
  ContributeMutationVariables,
  ContributionTermsQuery,
  ContributionTermsQueryVariables,
  ContributionsQuery,
  ContributionsQueryVariables,
  DiscussionQuery,
  DiscussionQueryVariables,
  DiscussionsQuery,
  DiscussionsQueryVariables,
  EditCommentMutation,
  EditCommentMutationVariables,
  EditionsQuery,
  EditionsQueryVariables,
  ExportCommentMutation,
  ExportCommentMutationVariables,
  FrontPageQuery,
  FrontPageQueryVariables,
  ItemAtPathQuery,
  ItemAtPathQueryVariables,
  NewsroomQuery,
  NewsroomQueryVariables,
  NewsroomsQuery,
  NewsroomsQueryVariables,
  PageAtPathQuery,
  PageAtPathQueryVariables,
  PeopleQuery,
  PeopleQueryVariables,
  PersonQuery,
  PersonQueryVariables,
  PostCommentMutation,
  PostCommentMutationVariables,
  PressKitQuery,
  PressKitQueryVariables,
  PressKitsQuery,
  PressKitsQueryVariables,
  ReactToCommentMutation,
  ReactToCommentMutationVariables,
  ReleaseQuery,
  ReleaseQueryVariables,
  ReleasesQuery,
  ReleasesQueryVariables,
  ReportCommentMutation,
  ReportCommentMutationVariables,
  SearchQuery,
  SearchQueryVariables,
  SitemapMediaQuery,
  SitemapMediaQueryVariables,
  SitemapReleasesQuery,
  SitemapReleasesQueryVariables,
  StatementsQuery,
  StatementsQueryVariables,
  ThreadQuery,
  ThreadQueryVariables,
  ThreadChangedSubscription,
  ThreadChangedSubscriptionVariables,
  ThreadTreeQuery,
  ThreadTreeQueryVariables,
  ThreadsQuery,
  ThreadsQueryVariables,
  TopicQuery,
  TopicQueryVariables,
  TopicsQuery,
  TopicsQueryVariables,
  WithdrawCommentMutation,
  WithdrawCommentMutationVariables,
  WithdrawContributionMutation,
  WithdrawContributionMutationVariables,
} from "./types.js";

export const AppealComment: Operation<AppealCommentMutation, AppealCommentMutationVariables, "mutation"> = {
  name: "AppealComment",
  id: "b21cda95f6860df796877e268ef23507bc5d694486349e46e6867892f846b9b8",
  kind: "mutation",
  text: "mutation AppealComment($input: AppealCommentInput!) {\n  appealComment(input: $input) {\n    at\n  }\n}",
};

export const Archive: Operation<ArchiveQuery, ArchiveQueryVariables, "query"> = {
  name: "Archive",
  id: "ed09c66c8c5fecc30b1bd5194e6493169e13d8abe1a7323af707a8f745debd2a",
  kind: "query",
  text: "query Archive($newsroom: String!, $from: DateTime, $before: DateTime, $first: Int = 100, $after: String) {\n  releases(\n    filter: {newsroom: $newsroom, publishedFrom: $from, publishedBefore: $before}\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      id\n      kind\n      path\n      url\n      title\n      publishedAt\n    }\n    pageInfo {\n      ...EveryPage\n    }\n    totalCount\n  }\n  oldest: releases(filter: {newsroom: $newsroom}, orderBy: OLDEST, first: 1) {\n    nodes {\n      id\n      publishedAt\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}",
};

export const Asset: Operation<AssetQuery, AssetQueryVariables, "query"> = {
  name: "Asset",
  id: "2c08a932a13b31bcf99a55e9244b70999d69b258f3aafdbe1776fa753387147f",
  kind: "query",
  text: "query Asset($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  asset(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    ...AssetDetail\n    metadata {\n      ...PageHead\n    }\n  }\n}\n\nfragment AssetDetail on Asset {\n  __typename\n  id\n  fileId\n  fileType\n  version\n  locale\n  slug\n  path\n  url\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  digitalSourceType\n  aiGenerated\n  keywords\n  createdOn\n  description\n  sha256\n  renditions {\n    ...AssetFile\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  releases {\n    id\n    path\n    url\n    title\n    publishedAt\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n  ... on Image {\n    alt\n    width\n    height\n    animated\n    focalPoint {\n      x\n      y\n    }\n    srcset\n    sources {\n      contentType\n      srcset\n    }\n  }\n  ... on Video {\n    width\n    height\n    duration\n    transcript\n    poster {\n      ...AssetFile\n    }\n  }\n  ... on Audio {\n    duration\n    transcript\n  }\n  ... on Document {\n    pageCount\n    poster {\n      ...AssetFile\n    }\n  }\n}\n\nfragment AssetFile on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  sha256\n  duration\n  bitrate\n  videoCodec\n  audioCodec\n  poi {\n    x\n    y\n  }\n}\n\nfragment CorrectionNote on Correction {\n  version\n  note\n  at\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const Assets: Operation<AssetsQuery, AssetsQueryVariables, "query"> = {
  name: "Assets",
  id: "5ab2764474b004890d945cd6d12e4a68c6dbff2087d72c131416f55db0f02d9b",
  kind: "query",
  text: "query Assets($filter: AssetFilter, $search: String, $orderBy: Order, $first: Int, $after: String, $last: Int, $before: String) {\n  assets(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        ...AssetCard\n        newsroom {\n          ...NewsroomName\n        }\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment AssetCard on Asset {\n  __typename\n  id\n  fileId\n  fileType\n  slug\n  path\n  url\n  title\n  caption\n  credit\n  usageTerms\n  expiresAt\n  aiGenerated\n  publishedAt\n  updatedAt\n  ... on Image {\n    alt\n    width\n    height\n    animated\n    srcset\n    sources {\n      contentType\n      srcset\n    }\n    focalPoint {\n      x\n      y\n    }\n  }\n  ... on Video {\n    duration\n    poster {\n      ...PictureSize\n    }\n  }\n  ... on Audio {\n    duration\n  }\n  ... on Document {\n    pageCount\n    poster {\n      ...PictureSize\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}",
};

export const Comment: Operation<CommentQuery, CommentQueryVariables, "query"> = {
  name: "Comment",
  id: "da87150f09f183aa974b4852b5857ef70eabc9cf989ab8ff86a9da9c581148bf",
  kind: "query",
  text: "query Comment($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n  comment(id: $id) {\n    ...CommentDetail\n    attachments {\n      ...Attached\n    }\n    context {\n      ...CommentDetail\n    }\n    thread {\n      ...ThreadHead\n    }\n    replies(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          ...CommentDetail\n          attachments {\n            ...Attached\n          }\n        }\n      }\n      pageInfo {\n        ...EveryPage\n      }\n    }\n  }\n}\n\nfragment Attached on Contribution {\n  id\n  title\n  description\n  file {\n    __typename\n    ... on ImageFile {\n      id\n      title\n      alt\n      width\n      height\n      srcset\n    }\n    ... on VideoFile {\n      id\n      title\n      width\n      height\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on AudioFile {\n      id\n      title\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on DocumentFile {\n      id\n      title\n      pageCount\n      renditions {\n        ...FileCopy\n      }\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}",
};

export const CommentChanged: Operation<CommentChangedSubscription, CommentChangedSubscriptionVariables, "subscription"> = {
  name: "CommentChanged",
  id: "06091a376317b28a82e1dab3ec5ad9ae3c38e674017d8ce5e7daca9553b93bea",
  kind: "subscription",
  text: "subscription CommentChanged($thread: ID!, $since: BigInt) {\n  commentChanged(thread: $thread, since: $since) {\n    ...CommentDetail\n    attachments {\n      ...Attached\n    }\n  }\n}\n\nfragment Attached on Contribution {\n  id\n  title\n  description\n  file {\n    __typename\n    ... on ImageFile {\n      id\n      title\n      alt\n      width\n      height\n      srcset\n    }\n    ... on VideoFile {\n      id\n      title\n      width\n      height\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on AudioFile {\n      id\n      title\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on DocumentFile {\n      id\n      title\n      pageCount\n      renditions {\n        ...FileCopy\n      }\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}",
};

export const CommentChanges: Operation<CommentChangesQuery, CommentChangesQueryVariables, "query"> = {
  name: "CommentChanges",
  id: "9ee85fd668d94af80522839ece0f7a6cb33d8eae2a45a3247e7db9a33a837ac1",
  kind: "query",
  text: "query CommentChanges($newsroom: String, $first: Int, $after: String) {\n  commentChanges(newsroom: $newsroom, first: $first, after: $after) {\n    nodes {\n      ...CommentDetail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}",
};

export const CommentForm: Operation<CommentFormQuery, CommentFormQueryVariables, "query"> = {
  name: "CommentForm",
  id: "9add81a0943f485df6e78b846b75efe27233d251816519831facd40fb55d23aa",
  kind: "query",
  text: "query CommentForm($newsroom: String, $thread: ID, $locale: String) {\n  commentForm(newsroom: $newsroom, thread: $thread, locale: $locale) {\n    locale\n    mode\n    fields {\n      ...FormInput\n    }\n    reportFields {\n      ...FormInput\n    }\n    markup {\n      elements {\n        name\n        attributes\n      }\n      urlSchemes {\n        attribute\n        schemes\n      }\n      maxLength\n    }\n    reactions\n    slowSeconds\n    editMinutes\n    emailPolicy\n    proofOfWork\n    challenge\n    attachments\n    guidelines\n  }\n}\n\nfragment FormInput on FormField {\n  name\n  label\n  help\n  type\n  required\n  maxLength\n  choices {\n    value\n    label\n  }\n}",
};

export const Contribute: Operation<ContributeMutation, ContributeMutationVariables, "mutation"> = {
  name: "Contribute",
  id: "673d40d7d13c5447ecc4574bc790e96135dc6d8e2b826aa57701f63f5668a0f9",
  kind: "mutation",
  text: "mutation Contribute($input: ContributeInput!) {\n  contribute(input: $input) {\n    ticket {\n      id\n      uploadUrl\n      uploadToken\n      editToken\n      visitorToken\n      mostBytes\n      expiresAt\n    }\n  }\n}",
};

export const ContributionTerms: Operation<ContributionTermsQuery, ContributionTermsQueryVariables, "query"> = {
  name: "ContributionTerms",
  id: "578c98878405262a542591794564bfb948b74d70b727cb974e4446b218de7386",
  kind: "query",
  text: "query ContributionTerms($newsroom: String!) {\n  contributionTerms(newsroom: $newsroom) {\n    open\n    version\n    text\n    accepted\n    mostBytes\n    mostPerComment\n    proofOfWork\n  }\n}",
};

export const Contributions: Operation<ContributionsQuery, ContributionsQueryVariables, "query"> = {
  name: "Contributions",
  id: "fc2122739d3d10d6f9f68aae5b390c5803c931c72b1eb2b14641ccf6ead09853",
  kind: "query",
  text: "query Contributions($newsroom: String, $item: ID, $first: Int, $after: String) {\n  contributions(newsroom: $newsroom, item: $item, first: $first, after: $after) {\n    nodes {\n      ...Attached\n      contributor {\n        name\n        organisation\n      }\n      publishedAt\n      commentId\n      itemId\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment Attached on Contribution {\n  id\n  title\n  description\n  file {\n    __typename\n    ... on ImageFile {\n      id\n      title\n      alt\n      width\n      height\n      srcset\n    }\n    ... on VideoFile {\n      id\n      title\n      width\n      height\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on AudioFile {\n      id\n      title\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on DocumentFile {\n      id\n      title\n      pageCount\n      renditions {\n        ...FileCopy\n      }\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}",
};

export const Discussion: Operation<DiscussionQuery, DiscussionQueryVariables, "query"> = {
  name: "Discussion",
  id: "8d49a5f5c2e606fa4c3d5f6fea5de6d88e3442307a370fcc6080790ee95bd7a1",
  kind: "query",
  text: "query Discussion($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  discussion(\n    id: $id\n    newsroom: $newsroom\n    slug: $slug\n    previewToken: $previewToken\n  ) {\n    ...DiscussionDetail\n    metadata {\n      ...PageHead\n    }\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment CorrectionNote on Correction {\n  version\n  note\n  at\n}\n\nfragment DiscussionDetail on Discussion {\n  id\n  version\n  locale\n  slug\n  path\n  url\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  title\n  opening\n  host {\n    ...ContactCard\n  }\n  experts {\n    ...ContactCard\n  }\n  questionAndAnswer\n  opensAt\n  closesAt\n  topics {\n    ...TopicName\n  }\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const Discussions: Operation<DiscussionsQuery, DiscussionsQueryVariables, "query"> = {
  name: "Discussions",
  id: "4279284c930304bb655a98e1839dbc158510e190e731efbb24dc1626082972c3",
  kind: "query",
  text: "query Discussions($filter: DiscussionFilter, $search: String, $orderBy: Order, $first: Int, $after: String, $last: Int, $before: String) {\n  discussions(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        ...DiscussionCard\n        newsroom {\n          ...NewsroomName\n        }\n        thread {\n          ...ThreadHead\n        }\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment DiscussionCard on Discussion {\n  id\n  slug\n  path\n  url\n  title\n  questionAndAnswer\n  opensAt\n  closesAt\n  publishedAt\n  updatedAt\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}",
};

export const EditComment: Operation<EditCommentMutation, EditCommentMutationVariables, "mutation"> = {
  name: "EditComment",
  id: "d62ae397e3862afc95502d25478e36625a03d030c8c637a2d8251ea997ccdb39",
  kind: "mutation",
  text: "mutation EditComment($input: EditCommentInput!) {\n  editComment(input: $input) {\n    status\n    message\n    editableUntil\n    comment {\n      ...CommentDetail\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}",
};

export const Editions: Operation<EditionsQuery, EditionsQueryVariables, "query"> = {
  name: "Editions",
  id: "201db96eb44cf5e933ccaec097280bdbe06cbfe81df2a9205b618aa04dab63ae",
  kind: "query",
  text: "query Editions($item: ID!, $first: Int, $after: String) {\n  editions(item: $item, first: $first, after: $after) {\n    nodes {\n      id\n      version\n      action\n      note\n      at\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}",
};

export const ExportComment: Operation<ExportCommentMutation, ExportCommentMutationVariables, "mutation"> = {
  name: "ExportComment",
  id: "c50295ab7080b0f1326ba866a9c865ddf790659bb827695e7109bb00cd03382c",
  kind: "mutation",
  text: "mutation ExportComment($input: ExportCommentInput!) {\n  exportComment(input: $input) {\n    export {\n      id\n      authorName\n      email\n      organisation\n      title\n      relation\n      url\n      kind\n      text\n      body\n      status\n      message\n      itemTitle\n      createdAt\n      editedAt\n      earlier {\n        text\n        until\n      }\n    }\n  }\n}",
};

export const FrontPage: Operation<FrontPageQuery, FrontPageQueryVariables, "query"> = {
  name: "FrontPage",
  id: "3e1d3ed73f10c746d0821cee6481aaa51755950ef202fe6803d84166b6c01ae3",
  kind: "query",
  text: "query FrontPage($newsroom: String!, $first: Int = 10) {\n  newsroom(slug: $newsroom) {\n    ...NewsroomDetail\n    officialStatement {\n      ...StatementCard\n    }\n    metadata {\n      ...PageHead\n    }\n  }\n  pinned: releases(filter: {newsroom: $newsroom, pinned: true}, first: 3) {\n    nodes {\n      ...ReleaseCard\n    }\n  }\n  latest: releases(filter: {newsroom: $newsroom}, first: $first) {\n    nodes {\n      ...ReleaseCard\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n  pressKits(filter: {newsroom: $newsroom}, first: 4) {\n    nodes {\n      ...PressKitCard\n    }\n  }\n  assets(filter: {newsroom: $newsroom, fileTypes: [IMAGE, VIDEO]}, first: 8) {\n    nodes {\n      ...AssetCard\n    }\n  }\n  discussions(filter: {newsroom: $newsroom}, first: 4) {\n    nodes {\n      ...DiscussionCard\n      thread {\n        ...ThreadHead\n      }\n    }\n  }\n  topics(filter: {newsroom: $newsroom}, first: 30) {\n    nodes {\n      ...TopicName\n    }\n  }\n}\n\nfragment AssetCard on Asset {\n  __typename\n  id\n  fileId\n  fileType\n  slug\n  path\n  url\n  title\n  caption\n  credit\n  usageTerms\n  expiresAt\n  aiGenerated\n  publishedAt\n  updatedAt\n  ... on Image {\n    alt\n    width\n    height\n    animated\n    srcset\n    sources {\n      contentType\n      srcset\n    }\n    focalPoint {\n      x\n      y\n    }\n  }\n  ... on Video {\n    duration\n    poster {\n      ...PictureSize\n    }\n  }\n  ... on Audio {\n    duration\n  }\n  ... on Document {\n    pageCount\n    poster {\n      ...PictureSize\n    }\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment DiscussionCard on Discussion {\n  id\n  slug\n  path\n  url\n  title\n  questionAndAnswer\n  opensAt\n  closesAt\n  publishedAt\n  updatedAt\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment NewsroomDetail on Newsroom {\n  id\n  version\n  locale\n  slug\n  path\n  url\n  name\n  tagline\n  about\n  logo {\n    ...Picture\n  }\n  contacts {\n    ...ContactCard\n  }\n  channels {\n    service\n    url\n  }\n  boilerplate {\n    title\n    html\n  }\n  colours {\n    primary\n    accent\n  }\n  commentMode\n  medianAnswerSeconds\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n    name\n  }\n  feeds {\n    href\n    title\n    type\n  }\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment Picture on ImageFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  alt\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...PictureSize\n  }\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment PressKitCard on PressKit {\n  id\n  slug\n  path\n  url\n  title\n  description\n  fileCount\n  cover {\n    ...Thumbnail\n  }\n  publishedAt\n  updatedAt\n}\n\nfragment ReleaseCard on Release {\n  id\n  version\n  locale\n  kind\n  slug\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  pinned\n  dateline {\n    place\n    date\n  }\n  hero {\n    ...Thumbnail\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const ItemAtPath: Operation<ItemAtPathQuery, ItemAtPathQueryVariables, "query"> = {
  name: "ItemAtPath",
  id: "828d1a91ca1720fd3ab0bccdfac953cb00154c29dbee05203a20430a749234fd",
  kind: "query",
  text: "query ItemAtPath($path: String!) {\n  item(path: $path) {\n    path\n    movedTo\n    item {\n      __typename\n      id\n      version\n      locale\n      publishedAt\n      updatedAt\n      ... on Release {\n        title\n        path\n        url\n      }\n      ... on Asset {\n        title\n        path\n        url\n      }\n      ... on PressKit {\n        title\n        path\n        url\n      }\n      ... on Discussion {\n        title\n        path\n        url\n      }\n      ... on Newsroom {\n        name\n        path\n        url\n      }\n    }\n  }\n}",
};

export const Newsroom: Operation<NewsroomQuery, NewsroomQueryVariables, "query"> = {
  name: "Newsroom",
  id: "c36a5ad906aea22c42d63f30a80a86a56d2140e4e2b0d71b61f563f235da62fb",
  kind: "query",
  text: "query Newsroom($slug: String, $id: ID, $previewToken: String) {\n  newsroom(slug: $slug, id: $id, previewToken: $previewToken) {\n    ...NewsroomDetail\n    commentGuidelines\n    officialStatement {\n      ...StatementCard\n    }\n    metadata {\n      ...PageHead\n    }\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment NewsroomDetail on Newsroom {\n  id\n  version\n  locale\n  slug\n  path\n  url\n  name\n  tagline\n  about\n  logo {\n    ...Picture\n  }\n  contacts {\n    ...ContactCard\n  }\n  channels {\n    service\n    url\n  }\n  boilerplate {\n    title\n    html\n  }\n  colours {\n    primary\n    accent\n  }\n  commentMode\n  medianAnswerSeconds\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n    name\n  }\n  feeds {\n    href\n    title\n    type\n  }\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment Picture on ImageFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  alt\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...PictureSize\n  }\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}",
};

export const Newsrooms: Operation<NewsroomsQuery, NewsroomsQueryVariables, "query"> = {
  name: "Newsrooms",
  id: "d55e29f71219f1d7b9f508caec4a27cb92d6e86a5487c70d4ce91194555d0e73",
  kind: "query",
  text: "query Newsrooms($locale: String, $search: String, $first: Int, $after: String) {\n  newsrooms(locale: $locale, search: $search, first: $first, after: $after) {\n    nodes {\n      id\n      version\n      locale\n      slug\n      path\n      url\n      name\n      tagline\n      logo {\n        ...Thumbnail\n      }\n      colours {\n        primary\n        accent\n      }\n      translations {\n        id\n        locale\n        slug\n        path\n        url\n      }\n      feeds {\n        href\n        title\n        type\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}",
};

export const PageAtPath: Operation<PageAtPathQuery, PageAtPathQueryVariables, "query"> = {
  name: "PageAtPath",
  id: "50b7e8f1aa98591f29f8d63b57ad0497c5d286e5166218843940fe955ae6b64f",
  kind: "query",
  text: "query PageAtPath($path: String!) {\n  item(path: $path) {\n    path\n    movedTo\n    item {\n      __typename\n      id\n      locale\n      ... on Release {\n        ...ReleaseDetail\n        share {\n          ...ShareDetail\n        }\n        metadata {\n          ...PageHead\n        }\n      }\n      ... on Asset {\n        ...AssetDetail\n        metadata {\n          ...PageHead\n        }\n      }\n      ... on PressKit {\n        ...PressKitDetail\n        metadata {\n          ...PageHead\n        }\n      }\n      ... on Discussion {\n        ...DiscussionDetail\n        metadata {\n          ...PageHead\n        }\n      }\n      ... on Newsroom {\n        slug\n        name\n        path\n        url\n      }\n    }\n  }\n}\n\nfragment AnyFile on File {\n  __typename\n  ... on ImageFile {\n    ...Picture\n  }\n  ... on VideoFile {\n    ...Recording\n  }\n  ... on AudioFile {\n    ...Sound\n  }\n  ... on DocumentFile {\n    ...Paper\n  }\n}\n\nfragment AssetDetail on Asset {\n  __typename\n  id\n  fileId\n  fileType\n  version\n  locale\n  slug\n  path\n  url\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  digitalSourceType\n  aiGenerated\n  keywords\n  createdOn\n  description\n  sha256\n  renditions {\n    ...AssetFile\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  releases {\n    id\n    path\n    url\n    title\n    publishedAt\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n  ... on Image {\n    alt\n    width\n    height\n    animated\n    focalPoint {\n      x\n      y\n    }\n    srcset\n    sources {\n      contentType\n      srcset\n    }\n  }\n  ... on Video {\n    width\n    height\n    duration\n    transcript\n    poster {\n      ...AssetFile\n    }\n  }\n  ... on Audio {\n    duration\n    transcript\n  }\n  ... on Document {\n    pageCount\n    poster {\n      ...AssetFile\n    }\n  }\n}\n\nfragment AssetFile on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  sha256\n  duration\n  bitrate\n  videoCodec\n  audioCodec\n  poi {\n    x\n    y\n  }\n}\n\nfragment BodyBlock on Block {\n  __typename\n  ... on HeadingBlock {\n    id\n    text\n    level\n  }\n  ... on ParagraphBlock {\n    id\n    html\n  }\n  ... on QuoteBlock {\n    id\n    text\n    speakerName\n    speakerTitle\n    speaker {\n      ...ContactCard\n    }\n  }\n  ... on FactsBlock {\n    id\n    title\n    facts\n  }\n  ... on ImageBlock {\n    id\n    caption\n    image {\n      ...Picture\n    }\n  }\n  ... on GalleryBlock {\n    id\n    title\n    images {\n      ...Picture\n    }\n  }\n  ... on VideoBlock {\n    id\n    title\n    caption\n    transcript\n    poster {\n      ...Picture\n    }\n    file {\n      ...Recording\n    }\n  }\n  ... on AudioBlock {\n    id\n    title\n    caption\n    transcript\n    file {\n      ...Sound\n    }\n  }\n  ... on DocumentBlock {\n    id\n    title\n    caption\n    file {\n      ...Paper\n    }\n  }\n  ... on EmbedBlock {\n    id\n    url\n    title\n    caption\n    provider\n    thumbnailUrl\n    html\n    width\n    height\n  }\n  ... on TableBlock {\n    id\n    caption\n    rows {\n      cells {\n        text\n        header\n      }\n    }\n  }\n  ... on CtaBlock {\n    id\n    text\n    url\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment CorrectionNote on Correction {\n  version\n  note\n  at\n}\n\nfragment DiscussionDetail on Discussion {\n  id\n  version\n  locale\n  slug\n  path\n  url\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  title\n  opening\n  host {\n    ...ContactCard\n  }\n  experts {\n    ...ContactCard\n  }\n  questionAndAnswer\n  opensAt\n  closesAt\n  topics {\n    ...TopicName\n  }\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment Paper on DocumentFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  pageCount\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment Picture on ImageFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  alt\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...PictureSize\n  }\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment PressKitDetail on PressKit {\n  id\n  version\n  locale\n  slug\n  path\n  url\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  title\n  description\n  cover {\n    ...Picture\n  }\n  files {\n    ...AnyFile\n  }\n  fileCount\n  release {\n    id\n    path\n    url\n    title\n  }\n  topics {\n    ...TopicName\n  }\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n}\n\nfragment Recording on VideoFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  width\n  height\n  duration\n  transcript\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment ReleaseDetail on Release {\n  id\n  version\n  locale\n  kind\n  slug\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  dateline {\n    place\n    date\n  }\n  byline {\n    ...ContactCard\n  }\n  hero {\n    ...Picture\n  }\n  body {\n    ...BodyBlock\n  }\n  boilerplate {\n    title\n    html\n  }\n  contacts {\n    ...ContactCard\n  }\n  images {\n    ...Picture\n  }\n  files {\n    ...AnyFile\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n  links {\n    text\n    url\n  }\n  related {\n    id\n    path\n    url\n    title\n    summary\n    publishedAt\n  }\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  event {\n    start\n    end\n    place\n    signUpUrl\n  }\n  aboutUrls\n  pinned\n  rights {\n    copyrightHolder\n    usageTerms\n  }\n  seo {\n    title\n    description\n    image {\n      ...Picture\n    }\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n}\n\nfragment ShareDetail on Share {\n  url\n  shortUrl\n  hashtags\n  texts {\n    channel\n    href\n    text\n    url\n    length\n    limit\n  }\n}\n\nfragment Sound on AudioFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  duration\n  transcript\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const People: Operation<PeopleQuery, PeopleQueryVariables, "query"> = {
  name: "People",
  id: "f14b88f371e63f6dfa64c0c9ce6ff3c428904a56ea8d120859f7a37f4de0efd0",
  kind: "query",
  text: "query People($filter: PersonFilter, $search: String, $first: Int, $after: String) {\n  people(filter: $filter, search: $search, first: $first, after: $after) {\n    nodes {\n      ...ContactCard\n      topics {\n        ...TopicName\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const Person: Operation<PersonQuery, PersonQueryVariables, "query"> = {
  name: "Person",
  id: "73dc10f69c7782b4e8b2b85fb00195e99ff424b65c421db9097a12c391476ad1",
  kind: "query",
  text: "query Person($id: ID!) {\n  person(id: $id) {\n    ...ContactCard\n    locale\n    topics {\n      ...TopicName\n    }\n  }\n  releases(filter: {person: $id}, first: 10) {\n    nodes {\n      ...ReleaseCard\n      newsroom {\n        ...NewsroomName\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment ReleaseCard on Release {\n  id\n  version\n  locale\n  kind\n  slug\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  pinned\n  dateline {\n    place\n    date\n  }\n  hero {\n    ...Thumbnail\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const PostComment: Operation<PostCommentMutation, PostCommentMutationVariables, "mutation"> = {
  name: "PostComment",
  id: "29048acd307f97276cb3855cc34959b33a49005575e3ebb755e96c98b5804be1",
  kind: "mutation",
  text: "mutation PostComment($input: PostCommentInput!) {\n  postComment(input: $input) {\n    commentId\n    status\n    message\n    editToken\n    editableUntil\n    visitorToken\n    comment {\n      ...CommentDetail\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}",
};

export const PressKit: Operation<PressKitQuery, PressKitQueryVariables, "query"> = {
  name: "PressKit",
  id: "2e8b1016a7ebdb9a77d6c30584121f0cd6fa66cb2d3129602b4e1e9b38283830",
  kind: "query",
  text: "query PressKit($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  pressKit(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    ...PressKitDetail\n    metadata {\n      ...PageHead\n    }\n  }\n}\n\nfragment AnyFile on File {\n  __typename\n  ... on ImageFile {\n    ...Picture\n  }\n  ... on VideoFile {\n    ...Recording\n  }\n  ... on AudioFile {\n    ...Sound\n  }\n  ... on DocumentFile {\n    ...Paper\n  }\n}\n\nfragment CorrectionNote on Correction {\n  version\n  note\n  at\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment Paper on DocumentFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  pageCount\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment Picture on ImageFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  alt\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...PictureSize\n  }\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment PressKitDetail on PressKit {\n  id\n  version\n  locale\n  slug\n  path\n  url\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  title\n  description\n  cover {\n    ...Picture\n  }\n  files {\n    ...AnyFile\n  }\n  fileCount\n  release {\n    id\n    path\n    url\n    title\n  }\n  topics {\n    ...TopicName\n  }\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n}\n\nfragment Recording on VideoFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  width\n  height\n  duration\n  transcript\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment Sound on AudioFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  duration\n  transcript\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const PressKits: Operation<PressKitsQuery, PressKitsQueryVariables, "query"> = {
  name: "PressKits",
  id: "ddef497e88c502cb3be48c461d69a9f57d24cdb5db845ca2234dcd80ca6a0e4b",
  kind: "query",
  text: "query PressKits($filter: PressKitFilter, $search: String, $orderBy: Order, $first: Int, $after: String, $last: Int, $before: String) {\n  pressKits(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        ...PressKitCard\n        newsroom {\n          ...NewsroomName\n        }\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PressKitCard on PressKit {\n  id\n  slug\n  path\n  url\n  title\n  description\n  fileCount\n  cover {\n    ...Thumbnail\n  }\n  publishedAt\n  updatedAt\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}",
};

export const ReactToComment: Operation<ReactToCommentMutation, ReactToCommentMutationVariables, "mutation"> = {
  name: "ReactToComment",
  id: "e24d97fd70ab3f884cf2cf3c500547bc49ac777e86fea9ef9b451d0ffa04399b",
  kind: "mutation",
  text: "mutation ReactToComment($input: ReactToCommentInput!) {\n  reactToComment(input: $input) {\n    visitorToken\n    comment {\n      id\n      reactions {\n        name\n        count\n      }\n      reactionCount\n      seq\n    }\n  }\n}",
};

export const Release: Operation<ReleaseQuery, ReleaseQueryVariables, "query"> = {
  name: "Release",
  id: "a346d870507a7a0a59a0bb67c1842ea9b26c34d21b2d5e3a07e5fe79d9c81435",
  kind: "query",
  text: "query Release($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  release(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    ...ReleaseDetail\n    share {\n      ...ShareDetail\n    }\n    metadata {\n      ...PageHead\n    }\n  }\n}\n\nfragment AnyFile on File {\n  __typename\n  ... on ImageFile {\n    ...Picture\n  }\n  ... on VideoFile {\n    ...Recording\n  }\n  ... on AudioFile {\n    ...Sound\n  }\n  ... on DocumentFile {\n    ...Paper\n  }\n}\n\nfragment BodyBlock on Block {\n  __typename\n  ... on HeadingBlock {\n    id\n    text\n    level\n  }\n  ... on ParagraphBlock {\n    id\n    html\n  }\n  ... on QuoteBlock {\n    id\n    text\n    speakerName\n    speakerTitle\n    speaker {\n      ...ContactCard\n    }\n  }\n  ... on FactsBlock {\n    id\n    title\n    facts\n  }\n  ... on ImageBlock {\n    id\n    caption\n    image {\n      ...Picture\n    }\n  }\n  ... on GalleryBlock {\n    id\n    title\n    images {\n      ...Picture\n    }\n  }\n  ... on VideoBlock {\n    id\n    title\n    caption\n    transcript\n    poster {\n      ...Picture\n    }\n    file {\n      ...Recording\n    }\n  }\n  ... on AudioBlock {\n    id\n    title\n    caption\n    transcript\n    file {\n      ...Sound\n    }\n  }\n  ... on DocumentBlock {\n    id\n    title\n    caption\n    file {\n      ...Paper\n    }\n  }\n  ... on EmbedBlock {\n    id\n    url\n    title\n    caption\n    provider\n    thumbnailUrl\n    html\n    width\n    height\n  }\n  ... on TableBlock {\n    id\n    caption\n    rows {\n      cells {\n        text\n        header\n      }\n    }\n  }\n  ... on CtaBlock {\n    id\n    text\n    url\n  }\n}\n\nfragment ContactCard on Person {\n  id\n  name\n  title\n  organisation\n  role\n  email\n  phone\n  photo {\n    ...Thumbnail\n  }\n  channels {\n    service\n    url\n  }\n}\n\nfragment CorrectionNote on Correction {\n  version\n  note\n  at\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment PageHead on PageMetadata {\n  title\n  description\n  canonicalUrl\n  jsonLd\n  tags {\n    attribute\n    key\n    content\n  }\n}\n\nfragment Paper on DocumentFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  pageCount\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment Picture on ImageFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  alt\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...PictureSize\n  }\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment Recording on VideoFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  width\n  height\n  duration\n  transcript\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment ReleaseDetail on Release {\n  id\n  version\n  locale\n  kind\n  slug\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  corrections {\n    ...CorrectionNote\n  }\n  newsroom {\n    ...NewsroomName\n  }\n  dateline {\n    place\n    date\n  }\n  byline {\n    ...ContactCard\n  }\n  hero {\n    ...Picture\n  }\n  body {\n    ...BodyBlock\n  }\n  boilerplate {\n    title\n    html\n  }\n  contacts {\n    ...ContactCard\n  }\n  images {\n    ...Picture\n  }\n  files {\n    ...AnyFile\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n  links {\n    text\n    url\n  }\n  related {\n    id\n    path\n    url\n    title\n    summary\n    publishedAt\n  }\n  translations {\n    id\n    locale\n    slug\n    path\n    url\n  }\n  event {\n    start\n    end\n    place\n    signUpUrl\n  }\n  aboutUrls\n  pinned\n  rights {\n    copyrightHolder\n    usageTerms\n  }\n  seo {\n    title\n    description\n    image {\n      ...Picture\n    }\n  }\n  officialStatement {\n    ...StatementCard\n  }\n  thread {\n    ...ThreadHead\n  }\n}\n\nfragment ShareDetail on Share {\n  url\n  shortUrl\n  hashtags\n  texts {\n    channel\n    href\n    text\n    url\n    length\n    limit\n  }\n}\n\nfragment Sound on AudioFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  aiGenerated\n  duration\n  transcript\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment StatementCard on Release {\n  id\n  kind\n  path\n  url\n  title\n  summary\n  publishedAt\n  updatedAt\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const Releases: Operation<ReleasesQuery, ReleasesQueryVariables, "query"> = {
  name: "Releases",
  id: "e3764c1523459199ab07385abd3fd123d2afea41999b4091a0ca9ee918c3da37",
  kind: "query",
  text: "query Releases($filter: ReleaseFilter, $search: String, $orderBy: Order, $first: Int, $after: String, $last: Int, $before: String) {\n  releases(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        ...ReleaseCard\n        newsroom {\n          ...NewsroomName\n        }\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment NewsroomName on Newsroom {\n  id\n  slug\n  name\n  locale\n  path\n  url\n}\n\nfragment ReleaseCard on Release {\n  id\n  version\n  locale\n  kind\n  slug\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  pinned\n  dateline {\n    place\n    date\n  }\n  hero {\n    ...Thumbnail\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const ReportComment: Operation<ReportCommentMutation, ReportCommentMutationVariables, "mutation"> = {
  name: "ReportComment",
  id: "a3f3775213f755adb71a9f74cc0f799da5547838ca06137367809cfb1f1a5615",
  kind: "mutation",
  text: "mutation ReportComment($input: ReportCommentInput!) {\n  reportComment(input: $input) {\n    reportId\n    visitorToken\n  }\n}",
};

export const Search: Operation<SearchQuery, SearchQueryVariables, "query"> = {
  name: "Search",
  id: "68b7049794c923e5cc0ace2ff02ff2fca5d7f4861db71866e1e67916fe670229",
  kind: "query",
  text: "query Search($newsroom: String!, $search: String!, $first: Int = 10, $after: String) {\n  releases(\n    filter: {newsroom: $newsroom}\n    search: $search\n    first: $first\n    after: $after\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        ...ReleaseCard\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n  assets(filter: {newsroom: $newsroom}, search: $search, first: 6) {\n    edges {\n      snippet\n      node {\n        ...AssetCard\n      }\n    }\n  }\n  pressKits(filter: {newsroom: $newsroom}, search: $search, first: 4) {\n    edges {\n      snippet\n      node {\n        ...PressKitCard\n      }\n    }\n  }\n  discussions(filter: {newsroom: $newsroom}, search: $search, first: 4) {\n    edges {\n      snippet\n      node {\n        ...DiscussionCard\n      }\n    }\n  }\n}\n\nfragment AssetCard on Asset {\n  __typename\n  id\n  fileId\n  fileType\n  slug\n  path\n  url\n  title\n  caption\n  credit\n  usageTerms\n  expiresAt\n  aiGenerated\n  publishedAt\n  updatedAt\n  ... on Image {\n    alt\n    width\n    height\n    animated\n    srcset\n    sources {\n      contentType\n      srcset\n    }\n    focalPoint {\n      x\n      y\n    }\n  }\n  ... on Video {\n    duration\n    poster {\n      ...PictureSize\n    }\n  }\n  ... on Audio {\n    duration\n  }\n  ... on Document {\n    pageCount\n    poster {\n      ...PictureSize\n    }\n  }\n}\n\nfragment DiscussionCard on Discussion {\n  id\n  slug\n  path\n  url\n  title\n  questionAndAnswer\n  opensAt\n  closesAt\n  publishedAt\n  updatedAt\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment PressKitCard on PressKit {\n  id\n  slug\n  path\n  url\n  title\n  description\n  fileCount\n  cover {\n    ...Thumbnail\n  }\n  publishedAt\n  updatedAt\n}\n\nfragment ReleaseCard on Release {\n  id\n  version\n  locale\n  kind\n  slug\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  pinned\n  dateline {\n    place\n    date\n  }\n  hero {\n    ...Thumbnail\n  }\n  topics {\n    ...TopicName\n  }\n  tags\n}\n\nfragment Thumbnail on ImageFile {\n  id\n  alt\n  credit\n  width\n  height\n  animated\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const SitemapMedia: Operation<SitemapMediaQuery, SitemapMediaQueryVariables, "query"> = {
  name: "SitemapMedia",
  id: "35a902745c1799f93a130ea74e354d62f7530b232c3a472b7317f27ed15dbae8",
  kind: "query",
  text: "query SitemapMedia($newsroom: String!, $first: Int = 30, $after: String, $afterKit: String, $afterDiscussion: String) {\n  assets(\n    filter: {newsroom: $newsroom}\n    orderBy: UPDATED\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      id\n      path\n      url\n      updatedAt\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  pressKits(\n    filter: {newsroom: $newsroom}\n    orderBy: UPDATED\n    first: $first\n    after: $afterKit\n  ) {\n    nodes {\n      id\n      path\n      url\n      updatedAt\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  discussions(\n    filter: {newsroom: $newsroom}\n    orderBy: UPDATED\n    first: $first\n    after: $afterDiscussion\n  ) {\n    nodes {\n      id\n      path\n      url\n      updatedAt\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
};

export const SitemapReleases: Operation<SitemapReleasesQuery, SitemapReleasesQueryVariables, "query"> = {
  name: "SitemapReleases",
  id: "5510ba6fa61886bfa13d45f6acfa5d886b4d9fb6b0a00de6298e2d2e0f1b008d",
  kind: "query",
  text: "query SitemapReleases($newsroom: String!, $first: Int = 90, $after: String) {\n  releases(\n    filter: {newsroom: $newsroom}\n    orderBy: UPDATED\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      id\n      locale\n      path\n      url\n      updatedAt\n      translations {\n        id\n        locale\n        path\n        url\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
};

export const Statements: Operation<StatementsQuery, StatementsQueryVariables, "query"> = {
  name: "Statements",
  id: "ff1fd0e326667eb06e89fbc00e2a9485ca49b72eb53f23756d53f6af1c5b6dfb",
  kind: "query",
  text: "query Statements($about: String!) {\n  officialStatements(about: $about) {\n    id\n    version\n    status\n    newsroomSlug\n    locale\n    title\n    summary\n    url\n    aboutUrls\n    publishedAt\n    updatedAt\n    withdrawnAt\n    reason\n    supersededById\n  }\n}",
};

export const Thread: Operation<ThreadQuery, ThreadQueryVariables, "query"> = {
  name: "Thread",
  id: "c3d9328b8d25a2199b4206172db105b2be1a5e9e0a2fd751f793b08cb92773d1",
  kind: "query",
  text: "query Thread($id: ID, $item: ID, $kind: CommentKind, $answered: Boolean, $official: Boolean, $order: CommentOrder, $first: Int, $after: String, $last: Int, $before: String) {\n  thread(id: $id, item: $item) {\n    ...ThreadHead\n    reactionNames\n    slowSeconds\n    pinnedComments {\n      ...CommentDetail\n    }\n    comments(\n      kind: $kind\n      answered: $answered\n      official: $official\n      order: $order\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      edges {\n        cursor\n        node {\n          ...CommentDetail\n          attachments {\n            ...Attached\n          }\n        }\n      }\n      pageInfo {\n        ...EveryPage\n      }\n    }\n  }\n}\n\nfragment Attached on Contribution {\n  id\n  title\n  description\n  file {\n    __typename\n    ... on ImageFile {\n      id\n      title\n      alt\n      width\n      height\n      srcset\n    }\n    ... on VideoFile {\n      id\n      title\n      width\n      height\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on AudioFile {\n      id\n      title\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on DocumentFile {\n      id\n      title\n      pageCount\n      renditions {\n        ...FileCopy\n      }\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}",
};

export const ThreadChanged: Operation<ThreadChangedSubscription, ThreadChangedSubscriptionVariables, "subscription"> = {
  name: "ThreadChanged",
  id: "a436bc639ed5e565fc5b740e7b801ee58bfafec312d0d8d94eeca96c7ae36bea",
  kind: "subscription",
  text: "subscription ThreadChanged($thread: ID!, $since: BigInt) {\n  threadChanged(thread: $thread, since: $since) {\n    ...ThreadHead\n  }\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}",
};

export const ThreadTree: Operation<ThreadTreeQuery, ThreadTreeQueryVariables, "query"> = {
  name: "ThreadTree",
  id: "a55f28a1e459b602c1e4747ed331f593971423d03f22b118423c673c6b4ddc3f",
  kind: "query",
  text: "query ThreadTree($id: ID, $item: ID, $order: CommentOrder, $first: Int = 7, $after: String, $last: Int, $before: String, $replies: Int = 3) {\n  thread(id: $id, item: $item) {\n    ...ThreadHead\n    reactionNames\n    slowSeconds\n    pinnedComments {\n      ...CommentDetail\n    }\n    comments(\n      view: TREE\n      order: $order\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      edges {\n        cursor\n        node {\n          ...CommentDetail\n          attachments {\n            ...Attached\n          }\n          replies(first: $replies) {\n            nodes {\n              ...CommentDetail\n              attachments {\n                ...Attached\n              }\n              replies(first: $replies) {\n                nodes {\n                  ...CommentDetail\n                  attachments {\n                    ...Attached\n                  }\n                }\n                pageInfo {\n                  hasNextPage\n                  endCursor\n                }\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n      pageInfo {\n        ...EveryPage\n      }\n    }\n  }\n}\n\nfragment Attached on Contribution {\n  id\n  title\n  description\n  file {\n    __typename\n    ... on ImageFile {\n      id\n      title\n      alt\n      width\n      height\n      srcset\n    }\n    ... on VideoFile {\n      id\n      title\n      width\n      height\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on AudioFile {\n      id\n      title\n      duration\n      renditions {\n        ...FileCopy\n      }\n    }\n    ... on DocumentFile {\n      id\n      title\n      pageCount\n      renditions {\n        ...FileCopy\n      }\n    }\n  }\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  itemId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  statement {\n    id\n    title\n    path\n  }\n  url\n  seq\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  duration\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}",
};

export const Threads: Operation<ThreadsQuery, ThreadsQueryVariables, "query"> = {
  name: "Threads",
  id: "f83892db78b8337e1d41fa0042fcbe8bf0d99ca09648cc42150a3d9da6919311",
  kind: "query",
  text: "query Threads($newsroom: String, $order: ThreadOrder, $first: Int, $after: String, $last: Int, $before: String) {\n  threads(\n    newsroom: $newsroom\n    order: $order\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      node {\n        ...ThreadHead\n        item {\n          __typename\n          id\n          ... on Release {\n            title\n            path\n            url\n          }\n          ... on Asset {\n            title\n            path\n            url\n          }\n          ... on PressKit {\n            title\n            path\n            url\n          }\n          ... on Discussion {\n            title\n            path\n            url\n          }\n        }\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}",
};

export const Topic: Operation<TopicQuery, TopicQueryVariables, "query"> = {
  name: "Topic",
  id: "bc915f47acb9f63d9fc2559bc4eff6805ad4c9c30aa2c0086315f9f4e6ff0a76",
  kind: "query",
  text: "query Topic($id: ID, $slug: String, $locale: String) {\n  topic(id: $id, slug: $slug, locale: $locale) {\n    ...TopicName\n    locale\n    description\n    parent {\n      ...TopicName\n    }\n  }\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const Topics: Operation<TopicsQuery, TopicsQueryVariables, "query"> = {
  name: "Topics",
  id: "4f3bab68af605eb9afd97195572ff36576cc9c70f4a753cb39aec064b6ae5418",
  kind: "query",
  text: "query Topics($filter: TopicFilter, $search: String, $first: Int, $after: String) {\n  topics(filter: $filter, search: $search, first: $first, after: $after) {\n    nodes {\n      ...TopicName\n      locale\n      description\n      parent {\n        ...TopicName\n      }\n    }\n    pageInfo {\n      ...EveryPage\n    }\n  }\n}\n\nfragment EveryPage on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n\nfragment TopicName on Topic {\n  id\n  slug\n  name\n}",
};

export const WithdrawComment: Operation<WithdrawCommentMutation, WithdrawCommentMutationVariables, "mutation"> = {
  name: "WithdrawComment",
  id: "830c2b897df39cc7feb4e7f50b0c81cb22b3b362e130ffd603043a724588ad55",
  kind: "mutation",
  text: "mutation WithdrawComment($input: WithdrawCommentInput!) {\n  withdrawComment(input: $input) {\n    commentId\n    status\n  }\n}",
};

export const WithdrawContribution: Operation<WithdrawContributionMutation, WithdrawContributionMutationVariables, "mutation"> = {
  name: "WithdrawContribution",
  id: "441dfa64c7376196063b09924923af40b584766be5d9add0273459dc84338242",
  kind: "mutation",
  text: "mutation WithdrawContribution($input: WithdrawContributionInput!) {\n  withdrawContribution(input: $input) {\n    contributionId\n  }\n}",
};
