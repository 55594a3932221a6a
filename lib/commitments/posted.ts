/** Set by the proxy on requests for pages that villagers read. */
export const postedHeader = 'x-posted'
