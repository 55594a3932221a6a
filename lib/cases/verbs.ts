import 'server-only'
import type { z } from 'zod'
import {
  applyForAcceptance,
  failCounty,
  failTownship,
  passCounty,
  passTownship,
  resumeRectifying,
} from '@/lib/acceptance/commands'
import type { Viewer } from '@/lib/access/viewer-types'
import { close } from '@/lib/closure/commands'
import {
  abandonRevision,
  approvePlan,
  approveRevision,
  returnPlan,
  returnRevision,
  revisePlan,
  submitPlan,
  submitRevision,
  withdrawPlan,
  withdrawRevision,
} from '@/lib/plans/commands'
import { annul } from './annul-commands'
import { carryOver } from './carry-over-commands'
import { confirm, decline, withdrawProposal } from './commands'
import { pause, resume } from './pause-commands'
import type { verbInputs } from './verb-inputs'
import type { Verb } from './workflow'

/** The command behind each verb. */
export const verbCommands: {
  [V in Verb]: (viewer: Viewer, input: z.output<(typeof verbInputs)[V]>) => Promise<unknown>
} = {
  withdrawProposal,
  confirm,
  decline,
  submitPlan,
  withdrawPlan,
  returnPlan,
  approvePlan,
  revisePlan,
  submitRevision,
  withdrawRevision,
  abandonRevision,
  returnRevision,
  approveRevision,
  applyForAcceptance,
  passTownship,
  failTownship,
  passCounty,
  failCounty,
  resumeRectifying,
  close,
  pause,
  resume,
  carryOver,
  annul,
}
