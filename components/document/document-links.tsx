import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'

type DocumentLinksProps = {
  title: string
  documents: { id: string; title: string; documentNo: string }[]
  all: string
}

/** A few documents by title; nothing where there are none. */
export function DocumentLinks({ title, documents, all }: DocumentLinksProps) {
  const t = useTranslations('documents')
  if (documents.length === 0) return null
  return (
    <Card
      flush
      title={title}
      aside={
        <TextLink quiet href={all} className="screen-only">
          {t('all')} ›
        </TextLink>
      }
    >
      <RowList>
        {documents.map((one) => (
          <Row
            key={one.id}
            title={<TextLink href={`/documents/${one.id}`}>{one.title}</TextLink>}
            sub={one.documentNo}
          />
        ))}
      </RowList>
    </Card>
  )
}
