import type { z } from 'zod'
import {
  applyForAcceptanceInput,
  failAcceptanceInput,
  passAcceptanceInput,
  resumeRectifyingInput,
} from '@/lib/acceptance/schema'
import { closeInput } from '@/lib/closure/schema'
import {
  abandonRevisionInput,
  approvePlanInput,
  returnPlanInput,
  revisePlanInput,
  submitPlanInput,
  withdrawPlanInput,
} from '@/lib/plans/schema'
import {
  annulInput,
  carryOverInput,
  confirmInput,
  declineInput,
  pauseInput,
  resumeInput,
  withdrawProposalInput,
} from './schema'
import type { Verb } from './workflow'

/** What each verb of the life of a case takes; the forms and the API check with the same schema. */
export const verbInputs = {
  withdrawProposal: withdrawProposalInput,
  confirm: confirmInput,
  decline: declineInput,
  submitPlan: submitPlanInput,
  withdrawPlan: withdrawPlanInput,
  returnPlan: returnPlanInput,
  approvePlan: approvePlanInput,
  revisePlan: revisePlanInput,
  submitRevision: submitPlanInput,
  withdrawRevision: withdrawPlanInput,
  abandonRevision: abandonRevisionInput,
  returnRevision: returnPlanInput,
  approveRevision: approvePlanInput,
  applyForAcceptance: applyForAcceptanceInput,
  passTownship: passAcceptanceInput,
  failTownship: failAcceptanceInput,
  passCounty: passAcceptanceInput,
  failCounty: failAcceptanceInput,
  resumeRectifying: resumeRectifyingInput,
  close: closeInput,
  pause: pauseInput,
  resume: resumeInput,
  carryOver: carryOverInput,
  annul: annulInput,
} as const satisfies Record<Verb, z.ZodObject>
