import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { adminPages } from './admin-pages'
import { linked, uuid, type Visit } from './linked'
import { noticePages } from './notice-pages'
import { checkPages, registerPages, roundPages, surveyPages } from './supervision-pages'
import { get } from './support'

type Cases = { items: { id: string; village: { name: string } }[] }
type Detail = { problems: { id: string }[]; measures: { id: string }[] }

/** A page made by hand (lib/offline/page-html.ts). */
const byHand = ['/work']

/** Every address of the product, from the folders under app/. */
export function routes(): string[] {
  const app = path.resolve('app')
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map(
      (file) => `/${path.dirname(file)}`.replace(/\/\([^)]*\)/g, '').replace(/^\/\.?$/, '') || '/',
    )
    .concat(byHand)
    .sort()
}

/** The first case of this village, or in this stage, that the person sees. */
export async function caseOf(page: Page, query: string): Promise<string> {
  const { items } = await get<Cases>(page, `/cases?limit=1&${query}`)
  if (!items[0]) throw new Error(`no case for ${query}`)
  return items[0].id
}

export const named = (name: string) => `q=${encodeURIComponent(name)}`

/** A page below the case of this village, or in this stage. */
const onCase = (as: string, query: string, rest = ''): Visit => ({
  as,
  path: async (page) => `/cases/${await caseOf(page, query)}${rest}`,
})

/** A page of the first problem or measure of the case. */
const onPart = (as: string, query: string, part: 'problems' | 'measures'): Visit => ({
  as,
  path: async (page) => {
    const id = await caseOf(page, query)
    const detail = await get<Detail>(page, `/cases/${id}`)
    return `/cases/${id}/${part}/${detail[part][0]?.id}`
  },
})

const office = 'county-office'
const jiangkou = 'township-jiangkou'
const jiangkou2 = 'township-jiangkou-2'
const zhaisha = 'township-zhaisha'
/** Townships of the demo whose accounts prepare.spec.ts opens. */
export const planner = 'township-450223202'
export const submitter = 'township-450223102'
export const reviser = 'township-450223100'
const candidate = named('晓田演示村')
const paused = named('霞坪演示村')
const revised = named('榕荫演示村')
const revising = named('柚香演示村')
const drafting = named('苇岸演示村')
const reviewing = named('霁岭演示村')
const consolidating = named('月坞演示村')
const accepting = named('星湾演示村')
const recordPage = new RegExp(`/records/${uuid}$`)
const visitPage = new RegExp(`/visits/${uuid}$`)
const commitmentPage = new RegExp(`/commitments/manage/${uuid}$`)
const documentPage = new RegExp(`/documents/${uuid}$`)
const request = new RegExp(`/coordination/${uuid}$`)
const acceptance = (rest: string): Visit => {
  const { path: at } = onCase(office, accepting, '/acceptance')
  return linked(office, at, new RegExp(`/acceptance/${uuid}$`), rest)
}

const village = (as: string, rest = ''): Visit => ({
  as,
  path: async (page) => {
    const { items } = await get<{ items: { id: string }[] }>(page, `/villages?${revised}`)
    return `/villages/${items[0]?.id}${rest}`
  },
})

/** One visit for every page; axe.spec.ts fails when one is missing. */
export const visits: Record<string, Visit> = {
  '/': { as: office, path: '/' },
  '/sign-in': { as: '', path: '/sign-in' },
  '/account': { as: jiangkou, path: '/account' },
  '/api-docs': { as: jiangkou, path: '/api-docs' },
  '/account/county': { as: jiangkou, path: '/account/county' },
  '/account/password': { as: jiangkou, path: '/account/password' },
  '/account/second-factor': { as: jiangkou, path: '/account/second-factor' },
  ...adminPages,
  '/batches': { as: office, path: '/batches' },
  '/batches/new': { as: office, path: '/batches/new' },
  '/batches/[batchId]': linked(office, '/batches', new RegExp(`/batches/${uuid}$`)),
  '/batches/[batchId]/assign': linked(
    office,
    '/batches',
    new RegExp(`/batches/${uuid}$`),
    '/assign',
  ),
  '/batches/[batchId]/edit': linked(office, '/batches', new RegExp(`/batches/${uuid}$`), '/edit'),
  '/batches/[batchId]/import': linked(
    office,
    '/batches',
    new RegExp(`/batches/${uuid}$`),
    '/import',
  ),
  '/candidates': { as: office, path: '/candidates' },
  '/candidates/confirm': { as: office, path: '/candidates/confirm?all=1' },
  '/candidates/historical': { as: office, path: '/candidates/historical' },
  '/candidates/new': {
    as: zhaisha,
    path: async (page) => {
      const { items } = await get<{ items: { id: string }[] }>(page, `/villages?${named('河岭')}`)
      return `/candidates/new?village=${items[0]?.id}`
    },
  },
  '/cases': { as: office, path: '/cases' },
  '/cases/views': { as: office, path: '/cases/views' },
  '/cases/views/new': { as: office, path: '/cases/views/new?light=red' },
  '/cases/views/[viewId]': linked(
    'county-office-2',
    async (page) => {
      await page.goto('/cases/views/new?light=red&sort=township')
      await page.locator('input[name=name]').fill('逾期（按乡镇）')
      await page.locator('main form button[type=submit]').click()
      await page.waitForURL(/\/cases\?/)
      return '/cases/views'
    },
    new RegExp(`/cases/views/${uuid}$`),
  ),
  '/cases/[caseId]': onCase(office, 'stage=CLOSED'),
  '/cases/[caseId]/access': onCase(office, accepting, '/access'),
  '/cases/[caseId]/plan': onCase(office, 'light=red', '/plan'),
  '/cases/[caseId]/plan/edit': onCase(planner, drafting, '/plan/edit'),
  '/cases/[caseId]/plan/compare': onCase(office, revising, '/plan/compare'),
  '/cases/[caseId]/plan/versions': onCase(office, revising, '/plan/versions'),
  '/cases/[caseId]/plan/versions/[number]': onCase(office, 'stage=CLOSED', '/plan/versions/1'),
  '/cases/[caseId]/problems': onCase(office, 'light=red', '/problems'),
  '/cases/[caseId]/problems/new': onCase(jiangkou, revised, '/problems/new'),
  '/cases/[caseId]/problems/[problemId]': onPart(jiangkou2, revised, 'problems'),
  '/cases/[caseId]/measures/[measureId]': onPart(office, named('茶坞演示村'), 'measures'),
  '/cases/[caseId]/responsibility': onCase(office, 'stage=RECTIFYING', '/responsibility'),
  '/cases/[caseId]/responsibility/[slot]': onCase(
    jiangkou,
    named('榕荫演示村'),
    '/responsibility/county-leader',
  ),
  '/cases/[caseId]/visits': onCase(jiangkou, revised, '/visits'),
  '/cases/[caseId]/supervision': onCase(office, named('笋溪演示村'), '/supervision'),
  '/cases/[caseId]/records': onCase(jiangkou, revised, '/records'),
  '/cases/[caseId]/commitments': onCase(jiangkou, revised, '/commitments'),
  '/cases/[caseId]/commitments/new': onCase(jiangkou, revised, '/commitments/new?level=MEMBER'),
  '/cases/[caseId]/coordination': onCase(office, revised, '/coordination'),
  '/cases/[caseId]/coordination/new': onCase(jiangkou, revised, '/coordination/new'),
  '/cases/[caseId]/instructions/new': onCase(office, revised, '/instructions/new'),
  '/cases/[caseId]/history': onCase(office, 'stage=CLOSED', '/history'),
  '/cases/[caseId]/documents': onCase(office, revised, '/documents'),
  '/cases/[caseId]/acceptance': onCase(office, 'stage=CLOSED', '/acceptance'),
  '/cases/[caseId]/acceptance/approval-form': onCase(
    office,
    'stage=CLOSED',
    '/acceptance/approval-form',
  ),
  '/cases/[caseId]/acceptance/[acceptanceId]': acceptance(''),
  '/cases/[caseId]/acceptance/[acceptanceId]/team': acceptance('/team'),
  '/cases/[caseId]/hand-over': onCase(office, drafting, '/hand-over'),
  '/cases/[caseId]/follow-ups': onCase(office, 'stage=CLOSED', '/follow-ups'),
  '/cases/[caseId]/exceptions': onCase(office, accepting, '/exceptions'),
  '/cases/[caseId]/confirm': onCase(office, candidate, '/confirm'),
  '/cases/[caseId]/decline': onCase(office, candidate, '/decline'),
  '/cases/[caseId]/withdraw-proposal': onCase(zhaisha, candidate, '/withdraw-proposal'),
  '/cases/[caseId]/submit-plan': onCase(planner, drafting, '/submit-plan'),
  '/cases/[caseId]/withdraw-plan': onCase(submitter, reviewing, '/withdraw-plan'),
  '/cases/[caseId]/return-plan': onCase(office, reviewing, '/return-plan'),
  '/cases/[caseId]/approve-plan': onCase(office, reviewing, '/approve-plan'),
  '/cases/[caseId]/revise-plan': onCase(zhaisha, 'stage=RECTIFYING', '/revise-plan'),
  '/cases/[caseId]/submit-revision': onCase(jiangkou, revised, '/submit-revision'),
  '/cases/[caseId]/abandon-revision': onCase(jiangkou, revised, '/abandon-revision'),
  '/cases/[caseId]/withdraw-revision': onCase(reviser, revising, '/withdraw-revision'),
  '/cases/[caseId]/return-revision': onCase(office, revising, '/return-revision'),
  '/cases/[caseId]/approve-revision': onCase(office, revising, '/approve-revision'),
  '/cases/[caseId]/apply-for-acceptance': onCase(
    zhaisha,
    'stage=RECTIFYING',
    '/apply-for-acceptance',
  ),
  '/cases/[caseId]/pass-township': onCase(jiangkou2, 'stage=TOWNSHIP_ACCEPTANCE', '/pass-township'),
  '/cases/[caseId]/fail-township': onCase(jiangkou2, 'stage=TOWNSHIP_ACCEPTANCE', '/fail-township'),
  '/cases/[caseId]/pass-county': onCase(office, accepting, '/pass-county'),
  '/cases/[caseId]/fail-county': onCase(office, accepting, '/fail-county'),
  '/cases/[caseId]/resume-rectifying': onCase(office, consolidating, '/resume-rectifying'),
  '/cases/[caseId]/close': onCase(office, consolidating, '/close'),
  '/cases/[caseId]/pause': onCase(office, 'stage=RECTIFYING', '/pause'),
  '/cases/[caseId]/resume': onCase(office, paused, '/resume'),
  '/cases/[caseId]/carry-over': onCase(office, 'stage=RECTIFYING', '/carry-over'),
  '/cases/[caseId]/annul': onCase(office, drafting, '/annul'),
  '/records': { as: office, path: '/records' },
  '/records/new': { as: 'team-1', path: '/records/new?kind=PROJECT' },
  '/records/[recordId]': linked(office, '/records', recordPage),
  '/records/[recordId]/edit': linked('team-1', '/records?author=me', recordPage, '/edit'),
  '/records/[recordId]/withdraw': linked('team-1', '/records?author=me', recordPage, '/withdraw'),
  '/shared-photos': { as: office, path: '/shared-photos' },
  ...registerPages,
  '/visits': { as: office, path: '/visits' },
  '/visits/new': { as: 'team-1', path: '/visits/new' },
  '/visits/[visitId]': linked(office, '/visits', visitPage),
  '/visits/[visitId]/edit': linked('team-1', '/visits?author=me', visitPage, '/edit'),
  '/visits/[visitId]/withdraw': linked('team-1', '/visits?author=me', visitPage, '/withdraw'),
  ...checkPages,
  '/commitments': { as: '', path: '/commitments?township=450223203' },
  '/commitments/manage': { as: office, path: '/commitments/manage' },
  '/commitments/manage/[commitmentId]': linked(
    office,
    '/commitments/manage?state=EVALUATED',
    commitmentPage,
  ),
  '/commitments/manage/[commitmentId]/[verb]': linked(
    office,
    '/commitments/manage?state=CARRIED_OUT&level=SECRETARY',
    commitmentPage,
    '/evaluate',
  ),
  '/documents': { as: jiangkou, path: '/documents' },
  '/documents/new': { as: office, path: '/documents/new' },
  '/documents/[documentId]': linked(jiangkou, '/documents', documentPage),
  '/documents/[documentId]/revise': linked(office, '/documents', documentPage, '/revise'),
  '/documents/[documentId]/repeal': linked(office, '/documents', documentPage, '/repeal'),
  '/money': { as: office, path: '/money' },
  '/coordination': { as: office, path: '/coordination' },
  '/coordination/[requestId]': linked(office, '/coordination', request),
  '/coordination/[requestId]/[verb]': linked(
    office,
    '/coordination?status=RAISED',
    request,
    '/route',
  ),
  '/instructions/[instructionId]': linked(
    'helper-agriculture',
    '/?all=1',
    new RegExp(`/instructions/${uuid}$`),
  ),
  '/instructions/[instructionId]/return': linked(
    office,
    '/instructions?state=answered',
    new RegExp(`/instructions/${uuid}$`),
    '/return',
  ),
  '/handover': { as: office, path: '/handover' },
  '/handover/[appointmentId]': linked(office, '/handover?q=工作队', /^\/handover\/[0-9a-f-]{36}$/),
  '/instructions': { as: office, path: '/instructions' },
  '/notifications': { as: office, path: '/notifications' },
  '/notifications/settings': { as: jiangkou, path: '/notifications/settings' },
  '/complaints/new': { as: jiangkou, path: '/complaints/new?page=/visits/new' },
  '/complaints/[complaintId]': linked(
    office,
    '/complaints?state=open',
    new RegExp(`/complaints/${uuid}$`),
  ),
  '/meeting': { as: office, path: '/meeting' },
  '/meeting/call': { as: office, path: '/meeting/call' },
  '/visits/residence': { as: jiangkou, path: '/visits/residence' },
  ...roundPages,
  ...noticePages,
  '/surveys/new': {
    as: office,
    path: async (page) => `/surveys/new?case=${await caseOf(page, named('岚坳演示村'))}`,
  },
  ...surveyPages,
  '/search': { as: office, path: `/search?q=${encodeURIComponent('新安')}` },
  '/villages': { as: office, path: '/villages' },
  '/villages/[villageId]': village(office),
  '/villages/[villageId]/commitments': village(jiangkou, '/commitments'),
  '/villages/[villageId]/commitments/new': linked(
    'township-zhaisha',
    '/villages?township=450223103&q=%E6%B2%90%E6%BA%AA',
    new RegExp(`/villages/${uuid}$`),
    '/commitments/new?level=SECRETARY',
  ),
  '/villages/[villageId]/commitments/notice': village(jiangkou, '/commitments/notice'),
  '/villages/[villageId]/change': village(office, '/change?kind=merge'),
  '/villages/[villageId]/facts': village(jiangkou, '/facts'),
  '/villages/[villageId]/regulations': village(jiangkou, '/regulations'),
  '/villages/[villageId]/regulations/new': village(jiangkou, '/regulations/new'),
  '/villages/[villageId]/regulations/[regulationId]': linked(
    jiangkou,
    village(jiangkou, '/regulations').path,
    new RegExp(`/regulations/${uuid}$`),
  ),
  '/villages/[villageId]/team': village(jiangkou, '/team'),
  '/villages/[villageId]/team/edit': village(jiangkou, '/team/edit'),
  '/villages/[villageId]/team/terms/[termId]': village(jiangkou, '/team/terms/new'),
  '/work': { as: 'team-1', path: '/work' },
}
