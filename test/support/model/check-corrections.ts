import { openAmount, signedAmount, type OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import { reversedItemOf } from "../../../src/modules/reconciliation/domain/key"
import { originOf, type Picture, type Told } from "./world"

/** What an order has open lies in its owner's account, and no allocation joins two accounts. */
export function wrongAccounts({ items, live, owners, orders }: Picture): string[] {
  const strayed = items.filter(({ id, documentId, ...item }) => {
    const order = documentId === null ? undefined : orders.get(documentId)
    return order && openAmount(item) > 0n && owners.get(id) !== order.owner
  })
  return [
    ...strayed.map(({ id, key }) => `${key} is open in the account of ${owners.get(id)}, who lost the order`),
    ...live.flatMap(({ id, creditItemId, debitItemId }) =>
      owners.get(creditItemId) === owners.get(debitItemId) ? [] : [`allocation ${id} joins two accounts`],
    ),
  ]
}

/** What the ledger was told past the host stands there once, and is no more than there was to take. */
export function wrongCorrections({ items }: Picture, told: Told): string[] {
  const wrong: string[] = []
  const byId = new Map(items.map((item) => [item.id, item]))
  const [reversed, came, writtenOff] = [new Sums(), new Sums(), new Sums()]
  let deposited = 0n
  for (const item of items) {
    if (item.kind === "deposit" && !isMoved(item)) deposited += item.amount
    if (item.side === "credit" && (item.kind === "payment" || item.kind === "deposit") && !isMoved(item))
      came.add(originOf(item), item.amount)
    if (item.key.startsWith("woff:")) writtenOff.add(item.key.slice("woff:".length), signedAmount(item))
    if (item.key.startsWith("disc:")) writtenOff.add(discountNamed(item), signedAmount(item))
    const money = byId.get(reversedItemOf(item) ?? 0n)
    if (money && !item.key.endsWith(".void")) reversed.add(originOf(money), signedAmount(item))
  }
  if (deposited !== told.deposited) wrong.push(`deposits are ${deposited}, not ${told.deposited}`)
  wrong.push(...reversed.differences("reversed of", told.reversed))
  wrong.push(...writtenOff.differences("written off as", told.writtenOff))
  for (const [name, amount] of reversed.list())
    if (amount > came.of(name)) wrong.push(`${amount} of ${name} is reversed, but ${came.of(name)} came`)
  return wrong
}

/** Each part of a discount stands under its name and a number. */
const discountNamed = ({ key }: OpenItem): string => key.slice("disc:".length, key.lastIndexOf("."))

const isMoved = ({ key }: OpenItem): boolean => /^(?:move|give):/.test(key)

class Sums {
  private readonly sums = new Map<string, bigint>()

  add(name: string, amount: bigint): void {
    this.sums.set(name, this.of(name) + amount)
  }

  of(name: string): bigint {
    return this.sums.get(name) ?? 0n
  }

  list(): [string, bigint][] {
    return [...this.sums]
  }

  differences(what: string, wanted: ReadonlyMap<string, bigint>): string[] {
    return [...new Set([...this.sums.keys(), ...wanted.keys()])].flatMap((name) =>
      this.of(name) === (wanted.get(name) ?? 0n)
        ? []
        : [`${what} ${name} is ${this.of(name)}, not ${wanted.get(name)}`],
    )
  }
}
