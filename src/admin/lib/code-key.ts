export interface CodeAddress {
  readonly accountId: string
  /** As it stands in the page's address: who asks for no number is told that there is no such code. */
  readonly rank: string
}

/** Under what a matching code that was read is kept. */
export const codeKey = ({ accountId, rank }: CodeAddress) =>
  ["reconciliation", "code", accountId, rank] as const
