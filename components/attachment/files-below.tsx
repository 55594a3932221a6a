import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import type { FilesOf } from '@/lib/attachments/list-queries'
import type { SubjectKind } from '@/prisma/generated/enums'
import { FileList } from './file-list'
import { uploadWords } from './upload-words'
import { Uploader } from './uploader'

type FilesBelowProps = {
  caseId: string
  of: { kind: SubjectKind; id: string }
  /** The files of all records of the list it stands in. */
  page: FilesOf
}

/** The files of one entry of a list, below it; adding to them is folded away. */
export function FilesBelow({ caseId, of, page }: FilesBelowProps) {
  const t = useTranslations('attachments')
  const files = page.files.filter(({ subjectId }) => subjectId === of.id)
  if (files.length === 0 && !page.addable) return null
  return (
    <div className="grid gap-3 pt-1">
      {files.length > 0 ? <FileList files={files} /> : null}
      {page.addable ? (
        <div className="screen-only">
          <Fold label={t('addTo')}>
            <Uploader caseId={caseId} subject={`${of.kind}:${of.id}`} words={uploadWords(t)} />
          </Fold>
        </div>
      ) : null}
    </div>
  )
}
