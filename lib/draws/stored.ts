import { z } from 'zod'
import { drawExport } from './export'

const { result, replacements } = drawExport.shape

/** What a draw keeps as JSON. */
export const storedResult = result
export const storedReplacements = replacements
/** Whose the keys of the inspectors are; never part of what is published. */
export const storedInspectors = z.array(z.object({ key: z.string(), userId: z.uuid() }))
