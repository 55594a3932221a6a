import { linked, uuid, type Visit } from './linked'

const office = 'county-office'

/** The pages of administration. */
export const adminPages: Record<string, Visit> = {
  '/admin/appointments': { as: office, path: '/admin/appointments?view=current' },
  '/admin/appointments/new': { as: 'admin', path: '/admin/appointments/new' },
  '/admin/appointments/[appointmentId]/decline': linked(
    office,
    '/admin/appointments',
    new RegExp(`/appointments/${uuid}/decline$`),
  ),
  '/admin/appointments/[appointmentId]/end': linked(
    'admin',
    '/admin/appointments?view=current',
    new RegExp(`/appointments/${uuid}/end$`),
  ),
  '/admin': { as: 'admin', path: '/admin' },
  '/admin/people/[userId]/deputy': linked(
    'admin',
    '/admin/people?q=township-zhaisha-2',
    /^\/admin\/people\/[0-9a-f-]{36}$/,
    '/deputy',
  ),
  '/admin/resets/[requestId]': linked(office, '/admin/appointments', /^\/admin\/resets\//),
  '/admin/public-commitments': { as: office, path: '/admin/public-commitments' },
  '/admin/channels': { as: 'admin', path: '/admin/channels' },
  '/admin/channels/new': { as: 'admin', path: '/admin/channels/new' },
  '/admin/channels/[channelId]': linked(
    'admin',
    '/admin/channels',
    new RegExp(`/channels/${uuid}$`),
  ),
  '/admin/channels/webhooks/new': { as: 'admin', path: '/admin/channels/webhooks/new' },
  '/admin/calendar': { as: 'admin', path: '/admin/calendar' },
  '/admin/directory': { as: 'admin', path: '/admin/directory' },
  '/admin/organisations': { as: 'admin', path: '/admin/organisations' },
  '/admin/organisations/import': { as: 'admin', path: '/admin/organisations/import' },
  '/admin/organisations/new': { as: 'admin', path: '/admin/organisations/new' },
  '/admin/organisations/[organisationId]': linked(
    'admin',
    '/admin/organisations',
    new RegExp(`/organisations/${uuid}$`),
  ),
  '/admin/people': { as: 'admin', path: '/admin/people' },
  '/admin/people/import': { as: 'admin', path: '/admin/people/import' },
  '/admin/people/new': { as: 'admin', path: '/admin/people/new' },
  '/admin/people/[userId]': linked('admin', '/admin/people', new RegExp(`/people/${uuid}$`)),
  '/admin/people/[userId]/appoint': linked(
    'admin',
    '/admin/people',
    new RegExp(`/people/${uuid}$`),
    '/appoint',
  ),
  '/admin/rulebook': { as: office, path: '/admin/rulebook' },
  '/admin/rule-sets': { as: office, path: '/admin/rule-sets' },
  '/admin/rule-sets/new': { as: office, path: '/admin/rule-sets/new' },
  '/admin/rule-sets/[ruleSetId]': linked(
    office,
    '/admin/rule-sets',
    new RegExp(`/rule-sets/${uuid}$`),
  ),
  '/admin/security-log': { as: 'admin', path: '/admin/security-log' },
}
