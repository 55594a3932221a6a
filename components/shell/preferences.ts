'use server'
import { keepLocale, keepText } from '@/lib/i18n/preferences'

/** Chooses the language of this browser. */
export async function chooseLocale(form: FormData): Promise<void> {
  await keepLocale(form.get('locale'))
}

/** Turns the large text of this browser on or off. */
export async function chooseText(form: FormData): Promise<void> {
  await keepText(form.get('text'))
}
