import type { RuleMessage } from '@/lib/rule-message'

/** The shortest password allowed. */
const minPasswordLength = 12
const minDifferent = 5

/** What stands against a new password of this account; empty when nothing does. */
export function passwordIssues({
  password,
  account,
}: {
  password: string
  account: string
}): RuleMessage[] {
  const letters = [...password.normalize('NFKC')]
  const issues: RuleMessage[] = []
  if (letters.length < minPasswordLength) {
    issues.push({ code: 'passwordTooShort', params: { min: minPasswordLength } })
  }
  if (new Set(letters).size < minDifferent) issues.push({ code: 'passwordTooPlain' })
  if (account && password.toLowerCase().includes(account.toLowerCase())) {
    issues.push({ code: 'passwordHasAccount' })
  }
  return issues
}
