/** The longest ledger taken at once: a county has some hundreds of villages, and all is one transaction. */
export const maxLedgerRows = 500
export const maxLedgerMegabytes = 5
