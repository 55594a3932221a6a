import { linked, uuid, type Visit } from './linked'

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
