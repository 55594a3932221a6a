import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { FilesOf } from '@/lib/attachments/list-queries'
import type { SubjectKind } from '@/prisma/generated/enums'
import { FileList } from './file-list'
import { uploadWords } from './upload-words'
import { Uploader } from './uploader'

type FilesCardProps = {
  caseId: string
  of: { kind: SubjectKind; id: string }
  page: FilesOf
  /** More than the ordinary title, where a page has several such cards. */
  title?: string
}

/** The photos and files of one record on its own page, and adding to them. */
export function FilesCard({ caseId, of, page, title }: FilesCardProps) {
  const t = useTranslations('attachments')
  const { open, files, addable } = page
  if (!open || (files.length === 0 && !addable)) return null
  return (
    <Card
      id="files"
      title={title ?? t('card')}
      aside={files.length > 0 ? t('count', { count: files.length }) : undefined}
    >
      <div className="grid gap-4">
        {files.length > 0 ? <FileList files={files} /> : null}
        {addable ? (
          <Uploader caseId={caseId} subject={`${of.kind}:${of.id}`} words={uploadWords(t)} />
        ) : null}
      </div>
    </Card>
  )
}
