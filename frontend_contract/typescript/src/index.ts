// The core: the client, its errors, and helpers that every frontend would write the same way.
export { renderBlocks, type BlockLike, type Renderers } from "./blocks.js";
export {
  type FieldError,
  GoneError,
  InvalidInputError,
  InvalidTokenError,
  NewsroomError,
  NotFoundError,
  RateLimitedError,
  UnavailableError,
} from "./errors.js";
export { type ImageLike, imageProps, type ImageProps, type SourceProps } from "./images.js";
export {
  type Answer,
  createNewsroom,
  type MutateOptions,
  type Newsroom,
  type NewsroomOptions,
  type QueryOptions,
} from "./newsroom.js";
export type { DataOf, Operation, OperationKind, VariablesOf } from "./operation.js";
export { type Connection, type NodeOf, pages } from "./pages.js";
export { previewFrom, type PreviewRequest, type SearchParams } from "./preview.js";
export { cacheTags, type ListName, type TagSource } from "./tags.js";
export type { Fetch, Init } from "./transport.js";
