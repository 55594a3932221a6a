import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'

type Paper = { number: number; differs: boolean; settled: boolean; typed: readonly string[] }

type PaperCardProps = { surveyId: string; papers: readonly Paper[] }

/** How far the typing of paper ballots is; what stands on them is shown to nobody. */
export function PaperCard({ surveyId, papers }: PaperCardProps) {
  const t = useTranslations('surveys')
  const here = `/surveys/${surveyId}/paper`
  const open = papers.filter(({ differs, settled }) => differs && !settled)
  const typists = [...new Set(papers.flatMap(({ typed }) => typed))]
  return (
    <Card title={t('paper')}>
      <p className="muted pb-3 text-md">{t('paperLead')}</p>
      {papers.length > 0 ? (
        <Facts
          items={[
            { label: t('typedOnce'), value: String(papers.length) },
            {
              label: t('typedTwice'),
              value: String(papers.filter(({ typed }) => typed.length === 2).length),
            },
            {
              label: t('toSettle'),
              value:
                open.length === 0
                  ? '0'
                  : open.map(({ number }) => (
                      <span key={number} className="me-3">
                        <TextLink href={`${here}?number=${number}`}>
                          {t('paperNumber', { number })}
                        </TextLink>
                      </span>
                    )),
            },
            { label: t('typists'), value: typists.join('、') },
          ]}
        />
      ) : null}
      <p className="pt-3">
        <LinkButton href={here}>{t('typePaper')}</LinkButton>
      </p>
    </Card>
  )
}
