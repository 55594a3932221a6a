import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { formatDay } from '@/lib/i18n/format'
import type { RegulationCode } from '@/lib/regulations/codes'
import type { Move, Role } from '@/prisma/generated/enums'

type DocumentFactsProps = {
  document: {
    id: string
    documentNo: string
    issuer: string
    issuedOn: string | null
    publishedOn: string
    edition: number
    fileName: string
    moves: Move[]
    regulationCodes: string[]
    readerRoles: Role[]
    readers: { id: string; name: string }[]
    supersedes: { id: string; edition: number } | null
    readOn: string | null
  }
}

/** Where a document comes from, its file, what it is about and who must read it. */
export function DocumentFacts({ document }: DocumentFactsProps) {
  const t = useTranslations('documents')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const list = (words: string[]) => words.join(locale === 'en' ? '; ' : '、')
  const { id, supersedes, issuedOn, fileName, readOn } = document
  const readers = [
    ...document.readerRoles.map((role) => terms(`role.${role}`)),
    ...document.readers.map(({ name }) => name),
  ]
  return (
    <Facts
      items={[
        { label: t('issuer'), value: document.issuer },
        { label: t('documentNo'), value: document.documentNo },
        { label: t('issuedOn'), value: issuedOn && formatDay(issuedOn, locale) },
        { label: t('publishedOn'), value: formatDay(document.publishedOn, locale) },
        {
          label: t('edition'),
          value: (
            <>
              {t('editionOf', { edition: document.edition })}
              {supersedes ? (
                <>
                  {' '}
                  <TextLink href={`/documents/${supersedes.id}`}>
                    {t('older', { edition: supersedes.edition })}
                  </TextLink>
                </>
              ) : null}
            </>
          ),
        },
        {
          label: t('file'),
          value: fileName && (
            <a className="link break-all" href={`/api/documents/${id}/file`} download>
              {fileName}
            </a>
          ),
        },
        { label: t('moves'), value: list(document.moves.map((move) => terms(`move.${move}`))) },
        {
          label: t('regulations'),
          value: list(
            document.regulationCodes.map((code) => terms(`regulation.${code as RegulationCode}`)),
          ),
        },
        { label: t('readers'), value: list(readers) || t('readersNone') },
        {
          label: t('acknowledge'),
          value: readOn && t('readOn', { on: formatDay(readOn, locale) }),
        },
      ]}
    />
  )
}
