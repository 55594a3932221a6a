'use server'
import {
  createOrganisation,
  deactivateOrganisation,
  nameContacts,
  renameOrganisation,
  restoreOrganisation,
} from '@/lib/accounts/organisation-commands'
import {
  createOrganisationInput,
  nameContactsInput,
  onOrganisation,
  renameOrganisationInput,
} from '@/lib/accounts/schema'
import { action } from '@/lib/action'

const unit = (id: string) => `/admin/organisations/${id}`

export const createOrganisationAction = action({
  schema: createOrganisationInput,
  permission: 'organisation.manage',
  run: createOrganisation,
  done: () => ({
    to: '/admin/organisations',
    say: { code: 'admin.done.organisationCreated' },
  }),
})

export const renameAction = action({
  schema: renameOrganisationInput,
  run: renameOrganisation,
  done: (_, input) => ({ to: unit(input.organisationId), say: { code: 'admin.done.renamed' } }),
})

export const nameContactsAction = action({
  schema: nameContactsInput,
  run: nameContacts,
  done: (_, input) => ({ to: unit(input.organisationId), say: { code: 'reminders.unit.saved' } }),
})

export const deactivateAction = action({
  schema: onOrganisation,
  run: deactivateOrganisation,
  done: (_, input) => ({ to: unit(input.organisationId), say: { code: 'admin.done.deactivated' } }),
})

export const restoreAction = action({
  schema: onOrganisation,
  run: restoreOrganisation,
  done: (_, input) => ({
    to: unit(input.organisationId),
    say: { code: 'admin.done.organisationRestored' },
  }),
})
