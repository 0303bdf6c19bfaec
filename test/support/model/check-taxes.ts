import { signedTaxes } from "../../../src/modules/reconciliation/domain/tax-parts"
import type { HostCount } from "./host-order"
import type { Picture } from "./world"

/**
 * The tax of each rate that an order's rows contain is that of its lines as they stand, also of those below zero.
 * What is credited on a whole order lowers tax by shares, of which the shop's side has no count: it is left out,
 * save on a cancelled order, where all comes to nothing.
 */
export function wrongTaxes(
  { items }: Picture,
  documentId: bigint,
  { taxes, isCanceled }: HostCount,
): string[] {
  const posted = new Map<string, bigint>()
  for (const item of items) {
    if (item.documentId !== documentId || /^(?:move|rev|woff|disc):/.test(item.key)) continue
    if (item.kind === "credit_line" && !isCanceled) continue
    for (const { code, amount } of signedTaxes(item)) posted.set(code, (posted.get(code) ?? 0n) + amount)
  }
  return [...new Set([...posted.keys(), ...taxes.keys()])].flatMap((code) => {
    const [stands, wanted] = [posted.get(code) ?? 0n, taxes.get(code) ?? 0n]
    return stands === wanted ? [] : [`tax ${code} is ${stands}, not ${wanted}`]
  })
}

/** A discount lowers the tax of each line by what its part of the line contains, to a minor unit, and is wholly settled. */
export function wrongDiscounts({ items, live }: Picture): string[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const granted = items.filter(({ kind }) => kind === "cash_discount")
  const open = granted.filter(({ amount, allocated }) => amount !== allocated)
  const wrong = live.flatMap(({ creditItemId, debitItemId, rule, amount, debitOpenBefore }) => {
    const [part, line] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (part?.kind !== "cash_discount" || !line || rule !== "cash_discount") return []
    // What came before may have taken more tax than its share, where it had a tax of its own.
    if (debitOpenBefore !== line.amount) return []
    return line.taxes.flatMap(({ code, amount: tax }) => {
      const lowered = part.taxes.find((one) => one.code === code)?.amount ?? 0n
      const off = lowered * line.amount - tax * amount
      return (off < 0n ? -off : off) <= line.amount ? [] : [`${part.key} lowers ${code} by ${lowered}`]
    })
  })
  return [...wrong, ...open.map(({ key }) => `${key} is a discount that settles nothing in part`)]
}
