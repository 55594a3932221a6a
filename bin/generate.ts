/** `npm run generate`: the Prisma client into prisma/generated, when the schema changed. */
import { generateClient } from '@/lib/launch/generate'

const result = generateClient(process.cwd())
console.log(result === 'made' ? 'Prisma client generated.' : 'Prisma client is up to date.')
