/** A message by its key in the namespace `errors`, with the values its sentence needs. */
export type Msg = { code: string; params?: Record<string, string | number> }

/** What became of a submitted form; goes from the server action to `ActionForm`. */
export type FormState = {
  status: 'idle' | 'done' | 'invalid' | 'refused' | 'conflict' | 'failed'
  /** Field name (dotted path for nested ones) → what is wrong with it. */
  fieldErrors?: Record<string, Msg[]>
  message?: Msg
  /** Every reason, when a rule has several. */
  reasons?: Msg[]
  /** Confirmation in the viewer's language, ready to show. */
  said?: string
  /** Unexpected errors: the number they are logged under. */
  errorId?: string
  /** Who changed what meanwhile; `at` in the viewer's language, `fields` by field name. */
  conflict?: { theirs: string; at: string; by: string; fields?: Record<string, string> }
}

export const idle: FormState = { status: 'idle' }

/** A server action or a client function that an `ActionForm` submits to. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
