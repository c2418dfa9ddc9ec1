// Written by `npm run generate` from the contract. Do not edit.
import type { Operation } from "../operation.js";
import type {
  AppealCommentMutation,
  AppealCommentMutationVariables,
  AssetQuery,
  AssetQueryVariables,
  AssetsQuery,
  AssetsQueryVariables,
  CommentQuery,
  CommentQueryVariables,
  CommentChangesQuery,
  CommentChangesQueryVariables,
  CommentFormQuery,
  CommentFormQueryVariables,
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
  ItemAtPathQuery,
  ItemAtPathQueryVariables,
  NewsroomQuery,
  NewsroomQueryVariables,
  NewsroomsQuery,
  NewsroomsQueryVariables,
  PeopleQuery,
  PeopleQueryVariables,
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
  ThreadQuery,
  ThreadQueryVariables,
  ThreadTreeQuery,
  ThreadTreeQueryVariables,
  ThreadsQuery,
  ThreadsQueryVariables,
  TopicsQuery,
  TopicsQueryVariables,
  WithdrawCommentMutation,
  WithdrawCommentMutationVariables,
} from "./types.js";

export const AppealComment: Operation<AppealCommentMutation, AppealCommentMutationVariables, "mutation"> = {
  name: "AppealComment",
  id: "182cb4de2953f7aeefb3e2b050c59e8c626f2f46aab355368421f0fcf17e729b",
  kind: "mutation",
  text: "mutation AppealComment($input: AppealCommentInput!) {\n  appealComment(input: $input) {\n    at\n  }\n}\n",
};

export const Asset: Operation<AssetQuery, AssetQueryVariables, "query"> = {
  name: "Asset",
  id: "7d1e1c5a40620617966e9199db2f8c49929d28d49e1e8b1497b40f2437060fd7",
  kind: "query",
  text: "query Asset($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  asset(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    ...AssetDetail\n  }\n}\n\nfragment AssetDetail on Asset {\n  __typename\n  id\n  fileId\n  version\n  locale\n  path\n  url\n  publishedAt\n  updatedAt\n  newsroom {\n    id\n    slug\n    name\n    locale\n  }\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  expiresAt\n  digitalSourceType\n  aiGenerated\n  keywords\n  createdOn\n  description\n  sha256\n  renditions {\n    ...AssetFile\n  }\n  topics {\n    id\n    slug\n    name\n  }\n  tags\n  translations {\n    id\n    locale\n    slug\n  }\n  releases {\n    id\n    url\n    title\n    publishedAt\n  }\n  ... on Image {\n    alt\n    width\n    height\n    animated\n    focalPoint {\n      x\n      y\n    }\n    srcset\n    sources {\n      contentType\n      srcset\n    }\n  }\n  ... on Video {\n    width\n    height\n    duration\n    transcript\n    poster {\n      ...AssetFile\n    }\n  }\n  ... on Audio {\n    duration\n    transcript\n  }\n  ... on Document {\n    pageCount\n    poster {\n      ...AssetFile\n    }\n  }\n}\n\nfragment AssetFile on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n  sha256\n  duration\n  bitrate\n  videoCodec\n  audioCodec\n  poi {\n    x\n    y\n  }\n}\n",
};

export const Assets: Operation<AssetsQuery, AssetsQueryVariables, "query"> = {
  name: "Assets",
  id: "aa146da91deed74b17d46dd4479da94b7699705d48fe78c96edd846ef39f46aa",
  kind: "query",
  text: "query Assets(\n  $filter: AssetFilter\n  $search: String\n  $orderBy: Order\n  $first: Int\n  $after: String\n  $last: Int\n  $before: String\n) {\n  assets(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        __typename\n        id\n        fileId\n        path\n        url\n        title\n        caption\n        credit\n        usageTerms\n        aiGenerated\n        publishedAt\n        updatedAt\n        newsroom {\n          id\n          slug\n          name\n        }\n        ... on Image {\n          alt\n          srcset\n        }\n        ... on Video {\n          duration\n          poster {\n            href\n          }\n        }\n        ... on Audio {\n          duration\n        }\n        ... on Document {\n          pageCount\n          poster {\n            href\n          }\n        }\n        renditions {\n          name\n          href\n          contentType\n          sizeInBytes\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}\n",
};

export const Comment: Operation<CommentQuery, CommentQueryVariables, "query"> = {
  name: "Comment",
  id: "0af0932d0916b0d6d2e94e42d2efaa1eff703c46679d8591cef1ddb7c9daedc3",
  kind: "query",
  text: "query Comment($id: ID!, $first: Int, $after: String) {\n  comment(id: $id) {\n    ...CommentWithAuthor\n    context {\n      ...CommentWithAuthor\n    }\n    thread {\n      id\n      mode\n      item {\n        __typename\n        id\n      }\n    }\n    replies(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...CommentWithAuthor\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nfragment CommentWithAuthor on Comment {\n  id\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    official\n  }\n  body\n  publishedAt\n  editedAt\n  replyCount\n  reactionCount\n  answeredAt\n}\n",
};

export const CommentChanges: Operation<CommentChangesQuery, CommentChangesQueryVariables, "query"> = {
  name: "CommentChanges",
  id: "11c0b6c7a7e5d5b07e85dba64eadd961e4667d7f8c0f49bf642f593517c3f2b4",
  kind: "query",
  text: "query CommentChanges($newsroom: String, $first: Int, $after: String) {\n  commentChanges(newsroom: $newsroom, first: $first, after: $after) {\n    nodes {\n      id\n      threadId\n      itemId\n      parentId\n      state\n      kind\n      author {\n        name\n        official\n      }\n      body\n      publishedAt\n      editedAt\n      seq\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n",
};

export const CommentForm: Operation<CommentFormQuery, CommentFormQueryVariables, "query"> = {
  name: "CommentForm",
  id: "f8579a4e2312cf70db911156348e2ad8a66792cce3bd4968a688ebec648a8c87",
  kind: "query",
  text: "query CommentForm($newsroom: String, $thread: ID, $locale: String) {\n  commentForm(newsroom: $newsroom, thread: $thread, locale: $locale) {\n    locale\n    mode\n    fields {\n      ...FormInput\n    }\n    reportFields {\n      ...FormInput\n    }\n    markup {\n      elements {\n        name\n        attributes\n      }\n      urlSchemes {\n        attribute\n        schemes\n      }\n      maxLength\n    }\n    reactions\n    slowSeconds\n    editMinutes\n    emailPolicy\n    proofOfWork\n    challenge\n    attachments\n    guidelines\n  }\n}\n\nfragment FormInput on FormField {\n  name\n  label\n  help\n  type\n  required\n  maxLength\n  choices {\n    value\n    label\n  }\n}\n",
};

export const Discussion: Operation<DiscussionQuery, DiscussionQueryVariables, "query"> = {
  name: "Discussion",
  id: "88049c6066ccb01d3d844f6ae80a0dee7543fc877f1e2db8691b1cd5f547caad",
  kind: "query",
  text: "query Discussion($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  discussion(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    id\n    version\n    locale\n    path\n    url\n    publishedAt\n    updatedAt\n    newsroom {\n      id\n      slug\n      name\n      locale\n    }\n    title\n    opening\n    host {\n      id\n      name\n      title\n      photo {\n        id\n        alt\n        srcset\n      }\n    }\n    experts {\n      id\n      name\n      title\n    }\n    questionAndAnswer\n    opensAt\n    closesAt\n    topics {\n      id\n      slug\n      name\n    }\n    translations {\n      id\n      locale\n      slug\n    }\n    thread {\n      id\n      mode\n      commentCount\n      answeredCount\n      lastActivityAt\n    }\n  }\n}\n",
};

export const Discussions: Operation<DiscussionsQuery, DiscussionsQueryVariables, "query"> = {
  name: "Discussions",
  id: "c30e7bfd38169ad2a16a0cc673b098728e620c90f2a2f622282a416bcfb72482",
  kind: "query",
  text: "query Discussions(\n  $filter: DiscussionFilter\n  $search: String\n  $orderBy: Order\n  $first: Int\n  $after: String\n  $last: Int\n  $before: String\n) {\n  discussions(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        id\n        path\n        url\n        title\n        questionAndAnswer\n        opensAt\n        closesAt\n        publishedAt\n        updatedAt\n        newsroom {\n          id\n          slug\n          name\n        }\n        host {\n          id\n          name\n        }\n        thread {\n          id\n          mode\n          commentCount\n          lastActivityAt\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}\n",
};

export const EditComment: Operation<EditCommentMutation, EditCommentMutationVariables, "mutation"> = {
  name: "EditComment",
  id: "72be83cd85a50258d8c1e1a93a6d87599ed38653b24a2ec4b10b1195ff30ff54",
  kind: "mutation",
  text: "mutation EditComment($input: EditCommentInput!) {\n  editComment(input: $input) {\n    status\n    message\n    editableUntil\n    comment {\n      id\n      body\n      editedAt\n      seq\n    }\n  }\n}\n",
};

export const Editions: Operation<EditionsQuery, EditionsQueryVariables, "query"> = {
  name: "Editions",
  id: "b07b3b6208d6d628fa46f8c27fd23804f67bf5884bb875e2abb272e3b0e0a716",
  kind: "query",
  text: "query Editions($item: ID!, $first: Int, $after: String) {\n  editions(item: $item, first: $first, after: $after) {\n    nodes {\n      id\n      version\n      action\n      note\n      at\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n",
};

export const ExportComment: Operation<ExportCommentMutation, ExportCommentMutationVariables, "mutation"> = {
  name: "ExportComment",
  id: "692d8c121f8e2e2518b2d7a759eebd1404230ab2e5cf47d6a415400c46a1bb69",
  kind: "mutation",
  text: "mutation ExportComment($input: ExportCommentInput!) {\n  exportComment(input: $input) {\n    export {\n      id\n      itemTitle\n      status\n      message\n      kind\n      authorName\n      email\n      url\n      organisation\n      title\n      relation\n      text\n      body\n      createdAt\n      editedAt\n      earlier {\n        until\n        text\n      }\n    }\n  }\n}\n",
};

export const ItemAtPath: Operation<ItemAtPathQuery, ItemAtPathQueryVariables, "query"> = {
  name: "ItemAtPath",
  id: "3709fef108739a088a89ebbe292ec4b4759a89c8241efa516db2a57f41004ac9",
  kind: "query",
  text: "query ItemAtPath($path: String!) {\n  item(path: $path) {\n    path\n    movedTo\n    item {\n      __typename\n      id\n      locale\n      ... on Release {\n        title\n        url\n      }\n      ... on Asset {\n        title\n        url\n      }\n      ... on PressKit {\n        title\n        url\n      }\n      ... on Newsroom {\n        name\n        url\n      }\n    }\n  }\n}\n",
};

export const Newsroom: Operation<NewsroomQuery, NewsroomQueryVariables, "query"> = {
  name: "Newsroom",
  id: "b6cacaf492c8146bd2852909fd43cf2f8c987872b1a9cb85d5f43183c02f4227",
  kind: "query",
  text: "query Newsroom($slug: String!, $previewToken: String) {\n  newsroom(slug: $slug, previewToken: $previewToken) {\n    id\n    locale\n    slug\n    url\n    name\n    tagline\n    about\n    logo {\n      id\n      alt\n      srcset\n    }\n    contacts {\n      id\n      name\n      title\n      email\n      phone\n    }\n    channels {\n      service\n      url\n    }\n    boilerplate {\n      title\n      html\n    }\n    colours {\n      primary\n      accent\n    }\n    translations {\n      id\n      locale\n      slug\n    }\n  }\n}\n",
};

export const Newsrooms: Operation<NewsroomsQuery, NewsroomsQueryVariables, "query"> = {
  name: "Newsrooms",
  id: "05daffd53aed259ca6bfad89cd08f5d72668b0b17ef0bd9d0235c8fd583e179f",
  kind: "query",
  text: "query Newsrooms($locale: String, $first: Int, $after: String) {\n  newsrooms(locale: $locale, first: $first, after: $after) {\n    nodes {\n      id\n      locale\n      slug\n      url\n      name\n      tagline\n      logo {\n        id\n        alt\n        srcset\n      }\n      translations {\n        id\n        locale\n        slug\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n",
};

export const People: Operation<PeopleQuery, PeopleQueryVariables, "query"> = {
  name: "People",
  id: "7b074f5996c2f8f8c2fd94915b78ce41b908d647ccb012d777554646579ed8d9",
  kind: "query",
  text: "query People($filter: PersonFilter, $search: String, $first: Int, $after: String) {\n  people(filter: $filter, search: $search, first: $first, after: $after) {\n    nodes {\n      id\n      name\n      title\n      organisation\n      role\n      email\n      phone\n      photo {\n        id\n        alt\n        srcset\n      }\n      channels {\n        service\n        url\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n",
};

export const PostComment: Operation<PostCommentMutation, PostCommentMutationVariables, "mutation"> = {
  name: "PostComment",
  id: "17228d5406219bbf85de1dc635d014c7d75e4f8fcca99bee924a0a5565c1a511",
  kind: "mutation",
  text: "mutation PostComment($input: PostCommentInput!) {\n  postComment(input: $input) {\n    commentId\n    status\n    message\n    editToken\n    editableUntil\n    visitorToken\n    comment {\n      id\n      threadId\n      parentId\n      depth\n      kind\n      author {\n        name\n        url\n        official\n      }\n      body\n      publishedAt\n      url\n      seq\n    }\n  }\n}\n",
};

export const PressKit: Operation<PressKitQuery, PressKitQueryVariables, "query"> = {
  name: "PressKit",
  id: "1d6accbd99312f8c20f8316b1c563cb6d136c9095e55c351ecdd789bf5660150",
  kind: "query",
  text: "query PressKit($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  pressKit(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    id\n    version\n    locale\n    path\n    url\n    publishedAt\n    updatedAt\n    newsroom {\n      id\n      slug\n      name\n      locale\n    }\n    title\n    description\n    files {\n      ...KitFile\n    }\n    fileCount\n    release {\n      id\n      slug\n      title\n    }\n    topics {\n      id\n      slug\n      name\n    }\n    translations {\n      id\n      locale\n      slug\n    }\n  }\n}\n\nfragment KitPicture on ImageFile {\n  id\n  title\n  alt\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  width\n  height\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...KitPictureSize\n  }\n}\n\nfragment KitPictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment KitFile on File {\n  __typename\n  ... on ImageFile {\n    ...KitPicture\n  }\n  ... on VideoFile {\n    ...VideoKitFile\n  }\n  ... on AudioFile {\n    ...AudioKitFile\n  }\n  ... on DocumentFile {\n    ...DocumentKitFile\n  }\n}\n\nfragment VideoKitFile on VideoFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  width\n  height\n  duration\n  poster {\n    ...KitPictureSize\n  }\n  renditions {\n    ...KitCopy\n  }\n}\n\nfragment AudioKitFile on AudioFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  duration\n  renditions {\n    ...KitCopy\n  }\n}\n\nfragment DocumentKitFile on DocumentFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  pageCount\n  poster {\n    ...KitPictureSize\n  }\n  renditions {\n    ...KitCopy\n  }\n}\n\nfragment KitCopy on Rendition {\n  name\n  href\n  contentType\n  sizeInBytes\n  duration\n}\n",
};

export const PressKits: Operation<PressKitsQuery, PressKitsQueryVariables, "query"> = {
  name: "PressKits",
  id: "fd063f044c5941f4b6d4b2ab7445a8302739bc59d3c360b71f6b864a08864290",
  kind: "query",
  text: "query PressKits(\n  $filter: PressKitFilter\n  $search: String\n  $orderBy: Order\n  $first: Int\n  $after: String\n  $last: Int\n  $before: String\n) {\n  pressKits(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        id\n        path\n        url\n        title\n        fileCount\n        publishedAt\n        updatedAt\n        newsroom {\n          id\n          slug\n          name\n        }\n        cover {\n          id\n          alt\n          srcset\n        }\n        release {\n          id\n          slug\n          title\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}\n",
};

export const ReactToComment: Operation<ReactToCommentMutation, ReactToCommentMutationVariables, "mutation"> = {
  name: "ReactToComment",
  id: "af9a3fe121b70dbafc0afae59a996ed92b04617d6a43b5e3766f2a2128ff3aea",
  kind: "mutation",
  text: "mutation ReactToComment($input: ReactToCommentInput!) {\n  reactToComment(input: $input) {\n    visitorToken\n    comment {\n      id\n      reactions {\n        name\n        count\n      }\n      reactionCount\n    }\n  }\n}\n",
};

export const Release: Operation<ReleaseQuery, ReleaseQueryVariables, "query"> = {
  name: "Release",
  id: "62c35c0dd18bb5aac7e68ed753bb78479f13650f5ff90c09d1c1cc5c58788f7d",
  kind: "query",
  text: "query Release($id: ID, $newsroom: String, $slug: String, $previewToken: String) {\n  release(id: $id, newsroom: $newsroom, slug: $slug, previewToken: $previewToken) {\n    ...ReleaseDetail\n  }\n}\n\nfragment ReleaseDetail on Release {\n  id\n  version\n  locale\n  kind\n  path\n  url\n  title\n  subtitle\n  summary\n  publishedAt\n  updatedAt\n  corrections {\n    version\n    note\n    at\n  }\n  newsroom {\n    id\n    slug\n    name\n    locale\n  }\n  dateline {\n    place\n    date\n  }\n  byline {\n    ...Contact\n  }\n  hero {\n    ...Picture\n  }\n  body {\n    ...BodyBlock\n  }\n  boilerplate {\n    title\n    html\n  }\n  contacts {\n    ...Contact\n  }\n  images {\n    ...Picture\n  }\n  files {\n    ...Download\n  }\n  topics {\n    id\n    slug\n    name\n  }\n  tags\n  links {\n    text\n    url\n  }\n  related {\n    id\n    slug\n    title\n  }\n  translations {\n    id\n    locale\n    slug\n  }\n  event {\n    start\n    end\n    place\n    signUpUrl\n  }\n  aboutUrls\n  pinned\n  rights {\n    copyrightHolder\n    usageTerms\n  }\n  seo {\n    title\n    description\n    image {\n      ...Picture\n    }\n  }\n}\n\nfragment BodyBlock on Block {\n  __typename\n  ... on HeadingBlock {\n    id\n    text\n    level\n  }\n  ... on ParagraphBlock {\n    id\n    html\n  }\n  ... on QuoteBlock {\n    id\n    text\n    speakerName\n    speakerTitle\n    speaker {\n      ...Contact\n    }\n  }\n  ... on FactsBlock {\n    id\n    title\n    facts\n  }\n  ... on ImageBlock {\n    id\n    caption\n    image {\n      ...Picture\n    }\n  }\n  ... on GalleryBlock {\n    id\n    title\n    images {\n      ...Picture\n    }\n  }\n  ... on VideoBlock {\n    id\n    title\n    caption\n    transcript\n    poster {\n      ...Picture\n    }\n    file {\n      ...VideoDownload\n    }\n  }\n  ... on AudioBlock {\n    id\n    title\n    caption\n    transcript\n    file {\n      ...AudioDownload\n    }\n  }\n  ... on DocumentBlock {\n    id\n    title\n    caption\n    file {\n      ...DocumentDownload\n    }\n  }\n  ... on EmbedBlock {\n    id\n    url\n    title\n    caption\n    provider\n    thumbnailUrl\n    html\n    width\n    height\n  }\n  ... on TableBlock {\n    id\n    caption\n    rows {\n      cells {\n        text\n        header\n      }\n    }\n  }\n  ... on CtaBlock {\n    id\n    text\n    url\n  }\n}\n\nfragment Contact on Person {\n  id\n  name\n  title\n  organisation\n  email\n  phone\n  role\n  photo {\n    ...Picture\n  }\n}\n\nfragment Picture on ImageFile {\n  id\n  title\n  alt\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  width\n  height\n  srcset\n  sources {\n    contentType\n    srcset\n  }\n  focalPoint {\n    x\n    y\n  }\n  renditions {\n    ...PictureSize\n  }\n}\n\nfragment PictureSize on Rendition {\n  name\n  href\n  contentType\n  width\n  height\n  sizeInBytes\n}\n\nfragment Download on File {\n  __typename\n  ... on ImageFile {\n    ...Picture\n  }\n  ... on VideoFile {\n    ...VideoDownload\n  }\n  ... on AudioFile {\n    ...AudioDownload\n  }\n  ... on DocumentFile {\n    ...DocumentDownload\n  }\n}\n\nfragment VideoDownload on VideoFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  width\n  height\n  duration\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment AudioDownload on AudioFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  duration\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment DocumentDownload on DocumentFile {\n  id\n  title\n  caption\n  credit\n  copyrightHolder\n  usageTerms\n  licenseUrl\n  aiGenerated\n  pageCount\n  poster {\n    ...PictureSize\n  }\n  renditions {\n    ...FileCopy\n  }\n}\n\nfragment FileCopy on Rendition {\n  name\n  href\n  contentType\n  sizeInBytes\n  duration\n}\n",
};

export const Releases: Operation<ReleasesQuery, ReleasesQueryVariables, "query"> = {
  name: "Releases",
  id: "3508c6f0608deabb5fa2bde833389e9c7a6ee810261bfa5d6760e87863ecfeb2",
  kind: "query",
  text: "query Releases(\n  $filter: ReleaseFilter\n  $search: String\n  $orderBy: Order\n  $first: Int\n  $after: String\n  $last: Int\n  $before: String\n) {\n  releases(\n    filter: $filter\n    search: $search\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    edges {\n      cursor\n      snippet\n      node {\n        id\n        kind\n        path\n        url\n        title\n        subtitle\n        summary\n        publishedAt\n        updatedAt\n        pinned\n        dateline {\n          place\n          date\n        }\n        hero {\n          id\n          alt\n          srcset\n        }\n        newsroom {\n          id\n          slug\n          name\n        }\n        topics {\n          id\n          slug\n          name\n        }\n        tags\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}\n",
};

export const ReportComment: Operation<ReportCommentMutation, ReportCommentMutationVariables, "mutation"> = {
  name: "ReportComment",
  id: "5fafcfd577bcf1e2fd26136635ada1a6e2ac01e24b883be29442bb8352a42e63",
  kind: "mutation",
  text: "mutation ReportComment($input: ReportCommentInput!) {\n  reportComment(input: $input) {\n    reportId\n    visitorToken\n  }\n}\n",
};

export const Thread: Operation<ThreadQuery, ThreadQueryVariables, "query"> = {
  name: "Thread",
  id: "3a2f2aff93ed4345e3afe24f4b2d47d1801619db302504ed5193bd56e196c0a2",
  kind: "query",
  text: "query Thread(\n  $id: ID\n  $item: ID\n  $order: CommentOrder\n  $first: Int\n  $after: String\n  $last: Int\n  $before: String\n) {\n  thread(id: $id, item: $item) {\n    ...ThreadHead\n    reactionNames\n    slowSeconds\n    pinnedComments {\n      ...CommentDetail\n    }\n    comments(order: $order, first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          ...CommentDetail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}\n\nfragment ThreadHead on Thread {\n  id\n  itemId\n  mode\n  commentCount\n  counts {\n    question\n    praise\n    criticism\n    other\n  }\n  answeredCount\n  reactionCount\n  lastActivityAt\n  opensAt\n  closesAt\n  questionAndAnswer\n}\n\nfragment CommentDetail on Comment {\n  id\n  threadId\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    url\n    organisation\n    title\n    relation\n    verified\n    official\n    personId\n  }\n  body\n  language\n  publishedAt\n  editedAt\n  pinned\n  replyCount\n  reactions {\n    name\n    count\n  }\n  reactionCount\n  answeredAt\n  answeredBy {\n    name\n    title\n    personId\n    commentId\n  }\n  statementId\n  url\n  seq\n}\n",
};

export const ThreadTree: Operation<ThreadTreeQuery, ThreadTreeQueryVariables, "query"> = {
  name: "ThreadTree",
  id: "6d533541d74c5408a8dad2fdbbd6d0e143545c2f4cc128482b28c6adc5baec5b",
  kind: "query",
  text: "query ThreadTree($id: ID, $item: ID, $order: CommentOrder, $first: Int = 10, $after: String, $replies: Int = 3) {\n  thread(id: $id, item: $item) {\n    id\n    mode\n    commentCount\n    comments(view: TREE, order: $order, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...CommentInTree\n          replies(first: $replies) {\n            edges {\n              cursor\n              node {\n                ...CommentInTree\n                replies(first: $replies) {\n                  edges {\n                    cursor\n                    node {\n                      ...CommentInTree\n                    }\n                  }\n                  pageInfo {\n                    hasNextPage\n                    endCursor\n                  }\n                }\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nfragment CommentInTree on Comment {\n  id\n  parentId\n  depth\n  state\n  kind\n  author {\n    name\n    official\n  }\n  body\n  publishedAt\n  editedAt\n  replyCount\n  reactionCount\n  answeredAt\n}\n",
};

export const Threads: Operation<ThreadsQuery, ThreadsQueryVariables, "query"> = {
  name: "Threads",
  id: "8d569f3b16e8ebe3193c76b85e9197bf9a809558306795c4c288f4660c820e8b",
  kind: "query",
  text: "query Threads($newsroom: String, $order: ThreadOrder, $first: Int, $after: String) {\n  threads(newsroom: $newsroom, order: $order, first: $first, after: $after) {\n    nodes {\n      id\n      mode\n      commentCount\n      answeredCount\n      lastActivityAt\n      item {\n        __typename\n        id\n        ... on Release {\n          title\n          url\n        }\n        ... on Asset {\n          title\n          url\n        }\n        ... on PressKit {\n          title\n          url\n        }\n        ... on Discussion {\n          title\n          url\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n",
};

export const Topics: Operation<TopicsQuery, TopicsQueryVariables, "query"> = {
  name: "Topics",
  id: "48ca3acf5e7babd28739cd2e9630077dd0a977018519f06ce3e516f7938053a8",
  kind: "query",
  text: "query Topics($filter: TopicFilter, $search: String, $first: Int, $after: String) {\n  topics(filter: $filter, search: $search, first: $first, after: $after) {\n    nodes {\n      id\n      slug\n      locale\n      name\n      description\n      parent {\n        id\n        slug\n        name\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n",
};

export const WithdrawComment: Operation<WithdrawCommentMutation, WithdrawCommentMutationVariables, "mutation"> = {
  name: "WithdrawComment",
  id: "8055f18b7532a48ee5c981908e5b2908aef3d44940ce7ddff11e3709e171aa49",
  kind: "mutation",
  text: "mutation WithdrawComment($input: WithdrawCommentInput!) {\n  withdrawComment(input: $input) {\n    commentId\n    status\n  }\n}\n",
};
