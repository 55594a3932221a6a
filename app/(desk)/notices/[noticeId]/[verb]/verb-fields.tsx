import { getLocale, getTranslations } from 'next-intl/server'
import { DateField } from '@/components/form/date-field'
import { FileField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { DraftFields } from '@/components/notice/draft-fields'
import { chooseable } from '@/lib/attachments/types'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { readNoticeOptions } from '@/lib/notices/form-queries'
import type { NoticePage } from '@/lib/notices/queries'
import type { NoticeVerb } from '@/lib/notices/rules'

type VerbFieldsProps = {
  verb: NoticeVerb
  notice: NoticePage['notice']
  today: Day
  /** What a changed draft may choose from; null for every other step. */
  options: Awaited<ReturnType<typeof readNoticeOptions>> | null
}

/** What a step asks for. */
export async function VerbFields({ verb, notice, today, options }: VerbFieldsProps) {
  const t = await getTranslations('notices')
  const locale = await getLocale()
  switch (verb) {
    case 'edit':
      return options ? (
        <DraftFields
          today={today}
          {...options}
          values={{
            ...notice,
            copyLeader: notice.copyLeaderName !== '',
            findingIds: notice.findings.map(({ findingId }) => findingId),
          }}
        />
      ) : null
    case 'sign':
      return <p>{t('confirm.sign', { addressee: notice.addresseeName })}</p>
    case 'receive':
      return <p>{t('confirm.receive', { due: formatDay(notice.dueOn, locale) })}</p>
    case 'reply':
      return (
        <>
          <TextAreaField name="text" label={t('form.reply')} hint={t('form.replyHint')} rows={6} />
          <FileField
            name="files[]"
            label={t('form.files')}
            hint={t('form.filesHint')}
            accept={chooseable}
            multiple
            optional
          />
        </>
      )
    case 'verify':
      return (
        <TextAreaField
          name="opinion"
          label={t('form.opinion')}
          hint={t('form.opinionHint')}
          rows={4}
        />
      )
    case 'return':
      return (
        <>
          <TextAreaField name="reason" label={t('form.reason')} rows={4} max={2000} />
          <DateField name="dueOn" label={t('form.newDue')} min={today} />
        </>
      )
    case 'close':
      return <TextAreaField name="note" label={t('form.note')} rows={3} optional />
    case 'withdraw':
      return <TextAreaField name="reason" label={t('form.reason')} rows={3} max={2000} />
  }
}
