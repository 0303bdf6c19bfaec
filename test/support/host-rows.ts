/** What a line or a shipping method is worth in one version, as the host's decimal text. */
export interface Worth {
  total: string
  writtenOff: number
  requested: number
  quantity: number
}

export interface Credit {
  amount: string
  reference: string | null
  referenceId: string | null
  madeIn: number | null
}

export interface MoneyRow {
  id: string
  payment: string
  direction: "in" | "out"
  amount: string
  at: string
  /** The version in which the host counts it. */
  version: number
  /** What a refund of chosen rows carries: the choice that it was made for. */
  mark?: string | undefined
}

export interface Shown {
  lines: Map<string, Worth>
  shipping: Map<string, Worth>
  credits: Credit[]
}

export const isLine = (name: string): boolean => /^[A-Z]/.test(name)
export const signed = ({ direction, amount }: MoneyRow): string =>
  direction === "in" ? amount : `-${amount}`

export function copyOf({ lines, shipping, credits }: Shown): Shown {
  const copy = (worths: Map<string, Worth>): Map<string, Worth> =>
    new Map([...worths].map(([name, worth]) => [name, { ...worth }]))
  return { lines: copy(lines), shipping: copy(shipping), credits: credits.map((credit) => ({ ...credit })) }
}
