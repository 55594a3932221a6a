'use client'
import { NextIntlClientProvider } from 'next-intl'
import { type ComponentProps, type ReactNode, useMemo } from 'react'

type WordsProps = Omit<ComponentProps<typeof NextIntlClientProvider>, 'messages'> & {
  /** As one text: a tree of messages would be taken apart and put together again key by key. */
  messages: string
  children: ReactNode
}

/** The messages of client components. */
export function Words({ messages, children, ...rest }: WordsProps) {
  const tree = useMemo(() => JSON.parse(messages), [messages])
  return (
    <NextIntlClientProvider messages={tree} {...rest}>
      {children}
    </NextIntlClientProvider>
  )
}
