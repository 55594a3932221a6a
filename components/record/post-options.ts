import { useTranslations } from 'next-intl'
import type { Option } from '@/components/ui/controls'
import { isOnly } from '@/lib/records/details'
import type { RecordField } from '@/lib/records/form-fields'
import type { RecordOffers } from '@/lib/records/form-queries'
import { PostTitle } from '@/prisma/generated/enums'

/** The posts a field offers: those there are, and new ones by title. */
export function usePostOptions(offers: RecordOffers | undefined) {
  const t = useTranslations('records.form')
  const titles = useTranslations('terms.postTitle')
  return (which: RecordField['posts']): Option[] => {
    const posts = (offers?.posts ?? []).filter(({ title, holderName }) =>
      which === 'vacant' ? !holderName : which === 'all' || title.startsWith('VILLAGE_'),
    )
    const there = posts.map(({ id, title, holderName }) => ({
      value: id,
      label: holderName
        ? t('held', { title: titles(title), name: holderName })
        : t('vacant', { title: titles(title) }),
    }))
    const fresh = Object.values(PostTitle).filter(
      (title) =>
        (which !== 'committee' || title.startsWith('VILLAGE_')) &&
        !(isOnly(title) && offers?.posts.some((post) => post.title === title)),
    )
    return [
      ...there,
      ...fresh.map((title) => ({ value: title, label: t('newPost', { title: titles(title) }) })),
    ]
  }
}
