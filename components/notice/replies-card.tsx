import { useLocale, useTranslations } from 'next-intl'
import { fileSize } from '@/components/attachment/file-size'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/lib/i18n/format'
import type { ShownReply } from '@/lib/notices/queries'

/** Every reply with its evidence, and what was said of it: nothing of the history is lost. */
export function RepliesCard({ replies }: { replies: readonly ShownReply[] }) {
  const t = useTranslations('notices')
  if (replies.length === 0) return null
  return (
    <Card title={t('replies')}>
      <ol className="grid gap-5">
        {replies.map((reply) => (
          <li key={reply.id}>
            <Reply reply={reply} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

const tones = { VERIFIED: 'green', RETURNED: 'amber' } as const

function Reply({ reply }: { reply: ShownReply }) {
  const t = useTranslations('notices')
  const locale = useLocale()
  const { id, number, text, files, verdict, opinion, judgedOn } = reply
  return (
    <article className="grid gap-2 text-md">
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        {t('replyTitle', { number })}
        <span className="muted font-normal">
          {t('replyBy', {
            organisation: reply.organisationName,
            name: reply.authorName,
            day: formatDay(reply.repliedOn, locale),
          })}
        </span>
      </h3>
      <p className="measure whitespace-pre-wrap">{text}</p>
      {files.length > 0 ? (
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {files.map((file, place) => (
            <li key={file.name}>
              {/* A file to save, not a page: no client navigation. */}
              <a
                href={`/api/evidence/${id}/${place}`}
                className="break-all text-blue underline-offset-4 hover:underline"
              >
                {file.name}
              </a>{' '}
              <span className="muted">{fileSize(file.bytes)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="rounded border-s-4 border-line bg-sunk px-3 py-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Badge tone={verdict ? tones[verdict] : 'grey'}>
            {t(`verdict.${verdict ?? 'open'}`)}
          </Badge>
          {judgedOn ? (
            <span className="muted">
              {t('judgedBy', { name: reply.judgedByName, day: formatDay(judgedOn, locale) })}
            </span>
          ) : null}
        </p>
        {opinion ? <p className="measure whitespace-pre-wrap pt-1">{opinion}</p> : null}
      </div>
    </article>
  )
}
