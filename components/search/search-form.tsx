import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/controls'

/** The search of the search page: a plain GET form. */
export function SearchForm({ text }: { text?: string }) {
  const t = useTranslations('search')
  return (
    <search className="screen-only">
      <form action="/search" method="get" className="flex max-w-2xl gap-2">
        <TextInput
          name="q"
          type="search"
          aria-label={t('label')}
          placeholder={t('hint')}
          defaultValue={text}
          className="flex-1"
        />
        <Button type="submit" tone="primary">
          {t('go')}
        </Button>
      </form>
    </search>
  )
}
