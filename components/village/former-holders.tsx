import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { formatDay } from '@/lib/i18n/format'
import type { PostTitle } from '@/prisma/generated/enums'

type Term = {
  id: string
  title: PostTitle
  holderName: string
  fromOn: string | null
  toOn: string
  reason: string
}

/** Who held the posts before, from–to; `correct` is where a line can be set right. */
export function FormerHolders({ terms, correct }: { terms: Term[]; correct?: string }) {
  const t = useTranslations('villages')
  const titles = useTranslations('terms.postTitle')
  const locale = useLocale()
  return (
    <Table
      caption={t('formerHolders')}
      rows={terms}
      rowKey={({ id }) => id}
      empty={<p className="muted">{t('noFormer')}</p>}
      columns={[
        { head: t('holder'), main: true, cell: ({ holderName }) => holderName },
        { head: t('post'), cell: ({ title }) => titles(title) },
        {
          head: t('term'),
          nowrap: true,
          cell: ({ fromOn, toOn }) =>
            t('period', {
              known: fromOn ? 'yes' : 'no',
              from: fromOn ? formatDay(fromOn, locale) : '',
              to: formatDay(toOn, locale),
            }),
        },
        { head: t('note'), cell: ({ reason }) => reason },
        ...(correct
          ? [
              {
                head: t('action'),
                cell: ({ id, holderName }: Term) => (
                  <TextLink href={`${correct}/${id}`} className="screen-only">
                    {t('correct')}
                    <span className="sr-only"> {holderName}</span>
                  </TextLink>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
