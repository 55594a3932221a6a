import { Role } from '@/prisma/generated/enums'

export { Role }

/** Every role in the order of the design's table "Who uses it". */
export const roles = [
  Role.COUNTY_OFFICE,
  Role.COUNTY_LEADER,
  Role.TOWNSHIP,
  Role.HELPER_UNIT,
  Role.WORK_TEAM,
  Role.INSPECTOR,
  Role.SYSTEM_ADMIN,
] as const

/** Roles that reach a case only by being bound to it. */
export const boundRoles = [
  Role.COUNTY_LEADER,
  Role.HELPER_UNIT,
  Role.WORK_TEAM,
  Role.INSPECTOR,
] as const

export type BoundRole = (typeof boundRoles)[number]

/** Roles that need a second factor outside the demo (lifecycle.md, last paragraph). */
export const secondFactorRoles: readonly Role[] = [Role.COUNTY_OFFICE, Role.SYSTEM_ADMIN]
