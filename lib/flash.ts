/** Cookie with the confirmation of an action that led to another page: shown once, then removed. */
export const flashCookie = 'flash'

/** Event by which a form tells the shell to look for a confirmation. */
export const flashEvent = 'flash'
