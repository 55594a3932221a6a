import type { SubjectKind } from '@/prisma/generated/enums'

/** The page of the record that a file belongs to. */
export function subjectHref(kind: SubjectKind, caseId: string, id: string): string {
  switch (kind) {
    case 'VISIT':
      return `/visits/${id}`
    case 'RECORD':
      return `/records/${id}`
    case 'COMMITMENT':
      return `/commitments/manage/${id}`
    case 'PROBLEM':
      return `/cases/${caseId}/problems/${id}`
    case 'MEASURE':
      return `/cases/${caseId}/measures/${id}`
    case 'PLAN':
      return `/cases/${caseId}/plan`
    case 'ACCEPTANCE':
      return `/cases/${caseId}/acceptance/${id}`
    default:
      return `/cases/${caseId}/documents`
  }
}
