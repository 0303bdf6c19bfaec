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
    if (item.documentId !== documentId || /^(?:move|rev|woff):/.test(item.key)) continue
    if (item.kind === "credit_line" && !isCanceled) continue
    for (const { code, amount } of signedTaxes(item)) posted.set(code, (posted.get(code) ?? 0n) + amount)
  }
  return [...new Set([...posted.keys(), ...taxes.keys()])].flatMap((code) => {
    const [stands, wanted] = [posted.get(code) ?? 0n, taxes.get(code) ?? 0n]
    return stands === wanted ? [] : [`tax ${code} is ${stands}, not ${wanted}`]
  })
}
