import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'

export type Place = { code: string; village: string; township: string; inspectors: string[] }
export type DrawnPlace = Place & { now?: { code: string } }
type DrawResultProps = {
  drawn: readonly DrawnPlace[]
  nameOf: (code: string) => string
  /** Where a village of the result is replaced; absent where nobody may. */
  replaceHref?: string
}

/** What was drawn, in the order drawn; a village that left says who came in. */
export function DrawResult({ drawn, nameOf, replaceHref }: DrawResultProps) {
  const t = useTranslations('inspections.draw')
  return (
    <Card title={t('result')} flush>
      <Table
        caption={t('result')}
        rows={[...drawn]}
        rowKey={({ code }) => code}
        columns={[
          { head: t('order'), align: 'end', deskOnly: true, cell: (_, index) => index + 1 },
          {
            head: t('village'),
            main: true,
            cell: ({ village, now }) =>
              now ? (
                <>
                  <s>{village}</s>{' '}
                  <span className="text-md">{t('replacedBy', { village: nameOf(now.code) })}</span>
                </>
              ) : (
                village
              ),
          },
          { head: t('township'), nowrap: true, cell: ({ township }) => township },
          { head: t('inspectors'), cell: ({ inspectors }) => inspectors.join('、') },
          ...(replaceHref
            ? [
                {
                  head: t('replace'),
                  plain: true,
                  cell: ({ code, now, village }: DrawnPlace) => (
                    <TextLink
                      href={`${replaceHref}?out=${now?.code ?? code}`}
                      aria-label={`${t('replace')} ${now ? nameOf(now.code) : village}`}
                    >
                      {t('replace')}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
