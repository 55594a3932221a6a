/** Rows of a page of a list of accounts. */
export const pageSize = 30
