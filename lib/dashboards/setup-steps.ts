export type SetupFacts = {
  villages: number
  /** Organisations beside those that the system made by itself. */
  units: number
  /** Accounts beside the administrator's own. */
  people: number
  /** Appointments of the county office in force. */
  office: number
  /** All other appointments in force, without administrators. */
  appointed: number
  /** Whether this year's holidays are known. */
  calendar: boolean
}

export type SetupStep = {
  name: 'directory' | 'organisations' | 'accounts' | 'office' | 'appointments' | 'calendar'
  done: boolean
  count: number
  href: string
}

/** What a county's first administrator does before the county office can begin, in this order. */
export function setupSteps(facts: SetupFacts): SetupStep[] {
  const { villages, units, people, office, appointed, calendar } = facts
  const counted = (name: SetupStep['name'], count: number, href: string): SetupStep => ({
    name,
    count,
    href,
    done: count > 0,
  })
  return [
    counted('directory', villages, '/admin/directory'),
    counted('organisations', units, '/admin/organisations/import'),
    counted('accounts', people, '/admin/people/import'),
    counted('office', office, '/admin/people'),
    counted('appointments', appointed, '/admin/appointments'),
    counted('calendar', Number(calendar), '/admin/calendar'),
  ]
}
