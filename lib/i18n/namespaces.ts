import type errors from './messages/zh-CN/errors.json'
import type form from './messages/zh-CN/form.json'
import type shell from './messages/zh-CN/shell.json'
import type terms from './messages/zh-CN/terms.json'
import type ui from './messages/zh-CN/ui.json'

/** Three lines per area; its messages stand in `messages/<locale>/<area>.json`, zh-CN gives the keys. */
export type Messages = {
  errors: typeof errors
  form: typeof form
  shell: typeof shell
  terms: typeof terms
  ui: typeof ui
}

export type Namespace = keyof Messages

const every: Record<Namespace, true> = {
  errors: true,
  form: true,
  shell: true,
  terms: true,
  ui: true,
}

export const namespaces = Object.keys(every) as Namespace[]
