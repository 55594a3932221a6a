/** Cookie with the confirmation of an action that led to another page: shown once, then removed. */
export const flashCookie = 'flash'

/** Event by which a form tells the shell of a confirmation: in its detail, or else in the cookie. */
export const flashEvent = 'flash'
