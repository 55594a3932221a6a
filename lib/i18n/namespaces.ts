/** One line per area: its messages stand in `messages/<locale>/<namespace>.json`, zh-CN gives the keys. */
export type Messages = {
  errors: typeof import('./messages/zh-CN/errors.json')['default']
  form: typeof import('./messages/zh-CN/form.json')['default']
  shell: typeof import('./messages/zh-CN/shell.json')['default']
  terms: typeof import('./messages/zh-CN/terms.json')['default']
  ui: typeof import('./messages/zh-CN/ui.json')['default']
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

/** Sent to the browser with every page; everything else stays on the server. */
export const clientNamespaces = ['errors', 'form', 'ui'] as const satisfies Namespace[]
