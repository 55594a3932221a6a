import { expect, test } from 'vitest'
import { tellingWordIn } from '@/lib/commitments/wording'
import { clientMessages, loadMessages, postedMessages } from '@/lib/i18n/messages'

test.each(['zh-CN', 'en'] as const)(
  'no %s sentence sent along with a page for villagers tells of the rectification',
  async (locale) => {
    const messages = await loadMessages(locale)
    expect(tellingWordIn(JSON.stringify(clientMessages(messages)))).toBeDefined()
    const posted = postedMessages(messages)
    expect(tellingWordIn(JSON.stringify(posted))).toBeUndefined()
    expect(posted).toMatchObject({ errors: { unexpected: messages.errors.unexpected } })
  },
)
