import 'server-only'
import type { Actor } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { applyTeamChange } from '@/lib/leading-team/apply'
import type { TeamChange } from '@/lib/leading-team/rules'
import { adoptRegulation } from '@/lib/regulations/adopt'
import { PostTitle } from '@/prisma/generated/enums'
import { type Applied, isOnly } from './details'
import type { RecordContent } from './schema'

type Place = { tx: Tx; actor: Actor; villageId: string; day: string }
type Post = { id: string; title: PostTitle; holderName: string | null }
type Told = NonNullable<Applied['posts']>[number]

/**
 * Changes the facts of the village that a record tells of, in its own transaction. Returns what the
 * record keeps of it besides what was written: titles, who was there before. The rights of the
 * author are checked again where the facts are changed.
 */
export async function applyRecord(place: Place, content: RecordContent): Promise<Applied> {
  switch (content.kind) {
    case 'SECRETARY_ADJUSTED': {
      const [held] = (await postsOf(place)).filter(({ title }) => title === 'SECRETARY')
      const { to, reason } = content.detail
      return { posts: [await put(place, held ?? 'SECRETARY', to || null, 'detail.to', reason)] }
    }
    case 'COMMITTEE_POST_CHANGED': {
      const { how, name } = content.detail
      const post = await postGiven(place, content.detail.post, 'detail.post')
      requireCommitteePost(titleOf(post))
      if (how === 'BY_ELECTION') {
        requireVacant(post, 'detail.post')
        return { posts: [await put(place, post, name, 'detail.name')] }
      }
      if (typeof post === 'string' || !post.holderName)
        throw refused('detail.post', 'holderMissing')
      return { posts: [await put(place, post, null, 'detail.post', content.text)] }
    }
    case 'TEAM_MEMBER_ADDED': {
      const post = await postGiven(place, content.detail.post, 'detail.post')
      requireVacant(post, 'detail.post')
      return { posts: [await put(place, post, content.detail.name, 'detail.name')] }
    }
    case 'ELECTION': {
      const posts: Told[] = []
      for (const [index, { post: given, name }] of content.detail.elected.entries()) {
        const at = `detail.elected.${index}`
        const post = await postGiven(place, given, `${at}.post`)
        posts.push(await elect(place, post, name, `${at}.name`))
      }
      return { posts }
    }
    case 'RESERVE_ADDED': {
      const { name, note } = content.detail
      await change(place, { kind: 'reserveAdded', name, note, fromOn: place.day }, 'detail.name')
      return {}
    }
    case 'RESERVE_PROMOTED':
      return promote(place, content.detail)
    case 'REGULATION_ADOPTED': {
      const { code, title, document } = content.detail
      await adopt(place, { code, title, document })
      return {}
    }
    default:
      return {}
  }
}

/** A reserve cadre joins the leading team: off the list of reserves and onto the post, at once. */
async function promote(place: Place, given: { reserveId: string; post: string }): Promise<Applied> {
  const post = await postGiven(place, given.post, 'detail.post')
  requireVacant(post, 'detail.post')
  const reserve = await place.tx.reserveCadre.findFirst({
    where: { id: given.reserveId, villageId: place.villageId, toOn: null },
    select: { name: true },
  })
  if (!reserve) throw refused('detail.reserveId', 'invalidChoice')
  const left = { kind: 'reserveLeft', reserveId: given.reserveId } as const
  await change(place, { ...left, toOn: place.day, promotedTo: titleOf(post) }, 'detail.reserveId')
  return {
    reserve: reserve.name,
    posts: [await put(place, post, reserve.name, 'detail.reserveId')],
  }
}

const postsOf = ({ tx, villageId }: Place): Promise<Post[]> =>
  tx.leadingPost.findMany({
    where: { villageId },
    orderBy: { position: 'asc' },
    select: { id: true, title: true, holderName: true },
  })

/** One of the posts there are, or the title of a new one. */
async function postGiven(place: Place, given: string, field: string): Promise<Post | PostTitle> {
  const posts = await postsOf(place)
  const title = Object.values(PostTitle).find((one) => one === given)
  if (title) return (isOnly(title) && posts.find((post) => post.title === title)) || title
  const post = posts.find(({ id }) => id === given)
  if (!post) throw refused(field, 'invalidChoice')
  return post
}

const titleOf = (post: Post | PostTitle) => (typeof post === 'string' ? post : post.title)

function requireVacant(post: Post | PostTitle, field: string): void {
  if (typeof post === 'string' || !post.holderName) return
  throw new InvalidInput([{ field, code: 'postHeld', params: { name: post.holderName } }])
}

/** Committee posts change by law; those of the party organisation are adjusted. */
function requireCommitteePost(title: PostTitle): void {
  if (!title.startsWith('VILLAGE_')) throw refused('detail.post', 'committeePostOnly')
}

const refused = (field: string, code: string) => new InvalidInput([{ field, code }])

/** Whoever was elected holds the post; who held it already keeps it. */
function elect(place: Place, post: Post | PostTitle, name: string, field: string) {
  const same = typeof post !== 'string' && post.holderName === name
  return same
    ? Promise.resolve({ title: titleOf(post), before: name, after: name })
    : put(place, post, name, field)
}

/** Puts somebody on a post, or nobody; a new post comes with its holder. */
async function put(
  place: Place,
  post: Post | PostTitle,
  holderName: string | null,
  field: string,
  reason?: string,
): Promise<Told> {
  const fromOn = place.day
  if (typeof post === 'string') {
    if (!holderName) throw refused(field, 'required')
    await change(place, { kind: 'memberAdded', title: post, holderName, fromOn }, field)
    return { title: post, before: null, after: holderName }
  }
  const { id: postId, title } = post
  await change(place, { kind: 'holderChanged', title, postId, holderName, fromOn, reason }, field)
  return { title, before: post.holderName, after: holderName }
}

/** Changes the leading team; what is refused lands by the fields of the record's form. */
const change = ({ tx, actor, villageId }: Place, what: TeamChange, field: string) =>
  landing(field, () => applyTeamChange(tx, actor, villageId, what))

/** Puts a regulation in force from the day of the record. */
const adopt = (
  { tx, actor, villageId, day }: Place,
  what: { code: string; title: string; document: string },
) =>
  landing('detail.code', () => adoptRegulation(tx, actor, { ...what, villageId, adoptedOn: day }))

const days = ['fromOn', 'toOn', 'adoptedOn']

async function landing(field: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    throw new InvalidInput(
      error.issues.map((issue) => ({
        ...issue,
        field: days.includes(issue.field) ? 'day' : field,
      })),
    )
  }
}
