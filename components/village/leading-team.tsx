import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { formatDay } from '@/lib/i18n/format'
import type { PostTitle } from '@/prisma/generated/enums'

type LeadingTeamProps = {
  posts: readonly {
    id: string
    title: PostTitle
    holderName: string | null
    fromOn: string | null
  }[]
}

/** Posts of a leading team with their holders; vacancies stand out. */
export function LeadingTeam({ posts }: LeadingTeamProps) {
  const t = useTranslations('villages')
  const terms = useTranslations('terms.postTitle')
  const locale = useLocale()
  if (posts.length === 0) return <p className="muted">{t('noPosts')}</p>
  const vacant = posts.filter((post) => !post.holderName).length
  const led = posts.some((post) => post.title === 'SECRETARY' && post.holderName)
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        <Badge tone={vacant > 0 ? 'amber' : 'green'}>{t('vacancies', { count: vacant })}</Badge>
        {led ? null : <Badge tone="red">{t('noSecretary')}</Badge>}
      </p>
      <ul>
        {posts.map((post) => (
          <li
            key={post.id}
            className="flex flex-wrap justify-between gap-x-3 border-t border-line py-2 text-md first:border-t-0"
          >
            <span className="text-ink-2">{terms(post.title)}</span>
            <span>
              {post.holderName ?? <span className="text-amber">{t('vacant')}</span>}
              {post.fromOn ? (
                <span className="ms-2 text-sm text-ink-2">
                  {t('since', { on: formatDay(post.fromOn, locale) })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
