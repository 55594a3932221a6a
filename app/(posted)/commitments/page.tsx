import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DisclosedPlace } from '@/components/commitment/disclosed-place'
import { TextLink } from '@/components/ui/link'
import { readDisclosed, readDisclosedTownships } from '@/lib/commitments/disclose-queries'

type Props = { searchParams: Promise<{ township?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('commitments.page')
  return { title: { absolute: t('tab') }, robots: { index: false, follow: false } }
}

/**
 * What townships, secretaries and party members promised in public. Exists only where a county
 * switched it on; needs no script, sets no cookie, reads the public copy and nothing else.
 */
export default async function PublicCommitmentsPage({ searchParams }: Props) {
  const { township } = await searchParams
  if (township === undefined) return <Townships />
  const found =
    typeof township === 'string' && /^\d{9}$/.test(township) ? await readDisclosed(township) : null
  if (!found) notFound()
  const t = await getTranslations('commitments.page')
  return (
    <div className="stack mx-auto max-w-3xl text-lg">
      <p className="screen-only">
        <TextLink href="/commitments">{t('back')}</TextLink>
      </p>
      <h1>
        {found.county}
        {found.township}
        {t('title')}
      </h1>
      {found.places.map((place) => (
        <DisclosedPlace key={place.village} township={found.township} {...place} />
      ))}
      <p className="text-ink-2">{t('note')}</p>
    </div>
  )
}

async function Townships() {
  const counties = await readDisclosedTownships()
  if (counties.length === 0) notFound()
  const t = await getTranslations('commitments.page')
  return (
    <div className="stack mx-auto max-w-3xl text-lg">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {counties.map(({ name, townships }) => (
        <section key={name} className="rounded-lg border border-line bg-paper px-4 py-3">
          <h2>{name}</h2>
          <p className="text-ink-2">{t('townships')}</p>
          <ul className="pt-2">
            {townships.map(({ id, name: label, count }) => (
              <li key={id} className="border-t border-line">
                <TextLink
                  href={`/commitments?township=${id}`}
                  className="flex min-h-13 items-center justify-between gap-4"
                >
                  <span>{label}</span>
                  <span className="text-ink-2">{t('count', { count })}</span>
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
