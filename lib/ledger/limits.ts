/** The longest ledger taken at once: a county has some hundreds of villages. */
export const maxLedgerRows = 1_000
export const maxLedgerMegabytes = 5
