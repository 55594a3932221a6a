import type { DecisionStep } from '@/lib/rule-sets/schema'

/**
 * The body that usually decides a step, as it stands in the minutes and on the forms: official
 * Chinese text that is put into the record, whatever language the screen is in.
 */
export const officialBodies: Readonly<Record<DecisionStep, string>> = {
  VILLAGE_SELF_CHECK: '村党组织',
  TOWNSHIP_COMMITTEE: '乡镇党委会',
  JOINT_REVIEW: '部门联审',
  COUNTY_LEADER_CHECK: '县领导',
  DEPARTMENT_MEETING: '县委组织部部务会',
  STANDING_COMMITTEE: '县委常委会',
  PREFECTURE_FILING: '市委组织部',
  NOTICE_ISSUED: '县委组织部',
}
