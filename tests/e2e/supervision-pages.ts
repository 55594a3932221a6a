import { linked, uuid, type Visit } from './linked'
import { get } from './support'

const office = 'county-office'
const zhaisha = 'township-zhaisha'
const jiangkou = 'township-jiangkou'
const checkPage = new RegExp(`/spot-checks/${uuid}$`)
const findingPage = new RegExp(`/findings/${uuid}$`)
const submitted = '/spot-checks?state=SUBMITTED'
const waiting = '/spot-checks?state=ASSIGNED'
const listingPage = new RegExp(`/watch-list/${uuid}$`)
const yearPage = new RegExp(`/appraisals/${uuid}$`)
const sheetPage = new RegExp(`/appraisals/sheets/${uuid}$`)
const firstYear = linked(office, '/appraisals', yearPage).path

const roundPage = new RegExp(`/inspections/${uuid}$`)
const planned = '/inspections?state=PLANNED'
const surveyPage = new RegExp(`/surveys/${uuid}$`)
/** A page of the first draw of the newest round with one. */
const onDraw = (rest = ''): Visit => ({
  as: office,
  path: async (page) => {
    const { items } = await get<{ items: { draws: string[] }[] }>(page, '/inspections?limit=100')
    return `/inspections/draws/${items.flatMap(({ draws }) => draws).at(-1)}${rest}`
  },
})

/** Spot checks, findings, what was asked for. */
export const checkPages: Record<string, Visit> = {
  '/spot-checks': { as: 'inspector', path: '/spot-checks' },
  '/spot-checks/[checkId]': linked('inspector', waiting, checkPage),
  '/spot-checks/[checkId]/correct': linked('inspector', submitted, checkPage, '/correct'),
  '/spot-checks/[checkId]/recuse': linked('inspector', waiting, checkPage, '/recuse'),
  '/spot-checks/[checkId]/reassign': linked(office, waiting, checkPage, '/reassign'),
  '/spot-checks/[checkId]/cancel': linked(office, waiting, checkPage, '/cancel'),
  '/spot-checks/materials': { as: office, path: '/spot-checks/materials' },
  '/spot-checks/materials/[requestId]': linked(
    zhaisha,
    '/spot-checks/materials',
    new RegExp(`/spot-checks/materials/${uuid}$`),
  ),
  '/findings': { as: office, path: '/findings' },
  '/findings/new': { as: office, path: '/findings/new' },
  '/findings/[findingId]': linked(office, '/findings?state=OPEN', findingPage),
}

/** The key register and the yearly appraisal. */
export const registerPages: Record<string, Visit> = {
  '/watch-list': { as: office, path: '/watch-list' },
  '/watch-list/new': { as: office, path: '/watch-list/new' },
  '/watch-list/[listingId]': linked(jiangkou, '/watch-list?state=CLEARED', listingPage),
  '/watch-list/[listingId]/[verb]': linked(
    office,
    '/watch-list?state=PROPOSED',
    listingPage,
    '/list',
  ),
  '/appraisals': { as: office, path: '/appraisals' },
  '/appraisals/[appraisalId]': linked(office, '/appraisals', yearPage),
  '/appraisals/[appraisalId]/[step]': linked(office, '/appraisals', yearPage, '/announce'),
  '/appraisals/sheets/[sheetId]': linked(office, firstYear, sheetPage),
  '/appraisals/sheets/[sheetId]/[verb]': linked(office, firstYear, sheetPage, '/verify'),
}

/** Rounds and their draws. */
export const roundPages: Record<string, Visit> = {
  '/inspections': { as: office, path: '/inspections' },
  '/inspections/new': { as: office, path: '/inspections/new' },
  '/inspections/[roundId]': linked(office, '/inspections', roundPage),
  '/inspections/[roundId]/edit': linked(office, planned, roundPage, '/edit'),
  '/inspections/[roundId]/draw': linked(office, '/inspections?state=UNDERWAY', roundPage, '/draw'),
  '/inspections/[roundId]/pick': linked(office, planned, roundPage, '/pick'),
  '/inspections/[roundId]/[verb]': linked(office, planned, roundPage, '/cancel'),
  '/inspections/draws/[drawId]': onDraw(),
  '/inspections/draws/[drawId]/[verb]': onDraw('/abandon'),
  '/inspections/draws/[drawId]/check': onDraw('/check'),
  '/inspections/draws/[drawId]/sheet': onDraw('/sheet'),
}

/** Surveys, the burden of villages, complaints about it. */
export const surveyPages: Record<string, Visit> = {
  '/surveys': { as: office, path: '/surveys' },
  '/complaints': { as: office, path: '/complaints' },
  '/burden': { as: office, path: '/burden' },
  '/surveys/[surveyId]': linked(office, '/surveys?state=PUBLISHED', surveyPage),
  '/surveys/[surveyId]/edit': linked(office, '/surveys?state=OPEN', surveyPage, '/edit'),
  '/surveys/[surveyId]/close': linked(office, '/surveys?state=OPEN', surveyPage, '/close'),
  '/surveys/[surveyId]/paper': linked(office, '/surveys?state=OPEN', surveyPage, '/paper'),
  '/surveys/[surveyId]/tally': linked(office, '/surveys?state=PUBLISHED', surveyPage, '/tally'),
}
