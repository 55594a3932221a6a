import { AsyncLocalStorage } from 'node:async_hooks'
import { createTranslator } from 'use-intl/core'
import errors from '@/lib/i18n/messages/zh-CN/errors.json'

/** The session of the request being handled, in the place of the cookie that Next would read. */
export const sessionOfRequest = new AsyncLocalStorage<string | undefined>()

/** The sentences of refusals, in the place of the request's language. */
export const errorWords = async () =>
  createTranslator({ locale: 'zh-CN', messages: { errors }, namespace: 'errors' })
