import { createHash, randomBytes } from 'node:crypto'

/** What a calendar link ends in: 128 random bits. */
export const newFeed = () => randomBytes(16).toString('base64url')

/** What is stored of it; random, so that a plain hash cannot be guessed back. */
export const hashFeed = (token: string) => createHash('sha256').update(token).digest('hex')

export const isFeed = (given: string) => /^[\w-]{22}$/.test(given)
