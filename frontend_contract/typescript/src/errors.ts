// What can go wrong, as classes. Tell errors apart by class or by `code`; words may change.

/** What is wrong with one input. `field` is its name as it was sent. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

interface Facts {
  code: string;
  status: number;
  errors?: readonly FieldError[];
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** Any error that the newsroom tells, or that kept it from answering. */
export class NewsroomError extends Error {
  override name = "NewsroomError";
  /** A code of the contract's table (`frontend_contract/README.md`), or of GraphQL. */
  readonly code: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Every input at fault, for messages beside the fields of a form. */
  readonly errors: readonly FieldError[];
  /** Seconds to wait before asking again, where the server says so. */
  readonly retryAfter?: number;

  constructor(message: string, facts: Facts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status;
    this.errors = facts.errors ?? [];
    if (facts.retryAfter !== undefined) this.retryAfter = facts.retryAfter;
  }
}

/** The item was public and has been withdrawn: answer 410 and say why. */
export class GoneError extends NewsroomError {
  override name = "GoneError";
  reason = "";
  withdrawnAt = "";
}

/** Nothing public answers to this id, slug, path or address. */
export class NotFoundError extends NewsroomError {
  override name = "NotFoundError";
}

/** An input is unknown, missing, of the wrong type or out of range; `errors` says which. */
export class InvalidInputError extends NewsroomError {
  override name = "InvalidInputError";
}

/** A token (of a preview, a comment, a visitor) is malformed, expired, wrong, or for something else. */
export class InvalidTokenError extends NewsroomError {
  override name = "InvalidTokenError";
}

/** Too many requests, or comments, in a while; `retryAfter` says when to come back. */
export class RateLimitedError extends NewsroomError {
  override name = "RateLimitedError";
}

/**
 * No answer, or none that can be read: `UNAVAILABLE` is the server's own word, `NETWORK` a connection that failed,
 * `TIMEOUT` one that took too long, `UNREADABLE` the page of a proxy (its status is in `status`).
 */
export class UnavailableError extends NewsroomError {
  override name = "UnavailableError";
}

const CLASSES: Record<string, typeof NewsroomError> = {
  GONE: GoneError,
  NOT_FOUND: NotFoundError,
  INVALID_INPUT: InvalidInputError,
  INVALID_CURSOR: InvalidInputError,
  BAD_USER_INPUT: InvalidInputError,
  INVALID_TOKEN: InvalidTokenError,
  RATE_LIMITED: RateLimitedError,
  UNAVAILABLE: UnavailableError,
};

/** Statuses of codes that GraphQL tells inside an answer of status 200. */
const STATUSES: Record<string, number> = {
  UNAUTHORIZED: 401,
  INVALID_TOKEN: 403,
  COMMENTS_CLOSED: 403,
  EDIT_TIME_OVER: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  PAYLOAD_TOO_LARGE: 413,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** What REST and GraphQL tell of an error, in either spelling. */
export interface Told {
  code?: string;
  errors?: FieldError[];
  reason?: string;
  withdrawn_at?: string;
  withdrawnAt?: string;
  retry_after?: number;
  retryAfter?: number;
}

/** The error that the server has told with these words. */
export function errorOf(message: string, told: Told, status: number, retryAfter?: number): NewsroomError {
  const code = told.code ?? "INTERNAL";
  const Kind = (Object.hasOwn(CLASSES, code) && CLASSES[code]) || NewsroomError;
  const error = new Kind(message, {
    code,
    status: status >= 400 ? status : (Object.hasOwn(STATUSES, code) && STATUSES[code]) || 400,
    errors: told.errors ?? [],
    retryAfter: told.retryAfter ?? told.retry_after ?? retryAfter,
  });
  if (error instanceof GoneError) {
    error.reason = told.reason ?? "";
    error.withdrawnAt = told.withdrawnAt ?? told.withdrawn_at ?? "";
  }
  return error;
}
