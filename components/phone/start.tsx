import { createRoot } from 'react-dom/client'
import type { PageWords } from '@/lib/offline/page-words'
import { PhonePage } from './phone-page'

/*
 * The script of the kept page begins here (lib/launch/build-phone.ts); its words stand in the HTML.
 */
const words: PageWords = JSON.parse(document.getElementById('words')?.textContent ?? '')
const place = document.getElementById('page')
if (place) createRoot(place).render(<PhonePage words={words} />)
