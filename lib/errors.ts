/** What an expected error has to say: a code of the messages namespace `errors` and its values. */
export type ErrorParams = Record<string, string | number> & { field?: string }

/**
 * An expected error. `code` is a key of the messages namespace `errors`; `status` is the HTTP
 * status the API answers with. A `field` in `params` places the message next to that form field.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: ErrorParams = {},
  ) {
    super(code)
    this.name = new.target.name
  }
}

/** It does not exist or lies outside the viewer's scope; the two are never told apart. */
export class NotFound extends DomainError {
  constructor(code = 'notFound', params?: ErrorParams) {
    super(code, 404, params)
  }
}

/** In scope, but the rulebook does not allow it; also one's own work (`ownWork`). */
export class Forbidden extends DomainError {
  constructor(code = 'forbidden', params?: ErrorParams) {
    super(code, 403, params)
  }
}

/** No one is signed in. */
export class Unauthorized extends DomainError {
  constructor(code = 'unauthorized') {
    super(code, 401)
  }
}

/** Who changed it meanwhile, when (ISO instant) and by which event. */
export type Meanwhile = { by: string; at: string; kind: string }

/**
 * Someone changed it meanwhile, or the stage does not know this verb. `issues` says which parts of
 * a form for many are concerned.
 */
export class Conflict extends DomainError {
  constructor(
    code = 'changedMeanwhile',
    params?: ErrorParams,
    readonly meanwhile?: Meanwhile,
    readonly issues: readonly { field: string; code: string; params?: ErrorParams }[] = [],
  ) {
    super(code, 409, params)
  }
}

/** A rule of the domain stands against it. `reasons` lists every one, when there are several. */
export class RuleBroken extends DomainError {
  constructor(
    code: string,
    params?: ErrorParams,
    readonly reasons: readonly { code: string; params?: ErrorParams }[] = [],
  ) {
    super(code, 409, params)
    if (reasons.length > 0) this.message = `${code} ${JSON.stringify(reasons)}`
  }
}

/** Input that a schema accepts but the data do not; each issue lands by its field. */
export class InvalidInput extends DomainError {
  constructor(readonly issues: readonly { field: string; code: string; params?: ErrorParams }[]) {
    super('invalidInput', 422)
    // For logs and command lines; screens show each issue by its field.
    this.message = `invalidInput ${JSON.stringify(issues)}`
  }
}
