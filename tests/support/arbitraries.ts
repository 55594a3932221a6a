import fc from 'fast-check'
import { addDays } from '@/lib/dates'

/** Any day from 2000 to about 2040, as ISO text. */
export const anyDay = fc.integer({ min: 0, max: 14_600 }).map((days) => addDays('2000-01-01', days))
