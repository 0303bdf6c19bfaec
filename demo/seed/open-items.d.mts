/** The statements that fill a ledger with so many open items, in their order; their ids come after `base`. */
export function openItemStatements(count: number, base: number): string[]
