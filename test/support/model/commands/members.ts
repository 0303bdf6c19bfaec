import { openAmount, type OpenItem } from "../../../../src/modules/reconciliation/domain/open-item"
import { oneOf, percent, rootOf, type Command, type World } from "../world"

/** An owner and all who are members of them, or of their members. */
function treeOf(world: World, owner: string): ReadonlySet<string> {
  const own = [...world.told.members.keys()].filter((member) => isUnder(world, member, owner))
  return new Set([owner, ...own])
}

function isUnder({ told: { members } }: World, member: string, owner: string): boolean {
  for (let of = members.get(member)?.of; of !== undefined; of = members.get(of)?.of)
    if (of === owner) return true
  return false
}

const isFree = ({ documentId, side, ...item }: OpenItem): boolean =>
  documentId === null && side === "credit" && openAmount(item) > 0n

interface Bringing {
  readonly money: readonly OpenItem[]
  readonly to: string
}

/** Counts money on account that goes from where it is to somebody's account. */
function count({ seen, told }: World, { money, to }: Bringing): void {
  for (const item of money) {
    const from = seen.owners.get(item.id) ?? ""
    if (from !== to) told.brought.push({ from, to, amount: openAmount(item) })
  }
}

const moneyIn = ({ seen }: World, owners: ReadonlySet<string>): OpenItem[] =>
  seen.items.filter((item) => isFree(item) && owners.has(seen.owners.get(item.id) ?? ""))

/**
 * Money in an account that came there from some owners' since a moment, pair by pair: what closed it there, and what it
 * went on as.
 */
function cameFrom(
  { seen }: World,
  owners: ReadonlySet<string>,
  { after, into }: { readonly after: bigint; readonly into: string },
): OpenItem[] {
  const byName = new Map(seen.items.map((item) => [`${item.key}#${item.sequence}`, item]))
  const wentOnAs = ({ key, sequence }: OpenItem): OpenItem[] => {
    const moved = key.startsWith("give:out:") && byName.get(`${key.replace(":out:", ":in:")}#${sequence}`)
    return moved ? [moved] : []
  }
  const closing = new Map(
    seen.items.filter((item) => wentOnAs(item).length > 0).map((item) => [item.id, item]),
  )
  const left = [...closing.values()].filter(({ id }) => id > after && owners.has(seen.owners.get(id) ?? ""))
  const came = left.flatMap(wentOnAs)
  for (const { id } of came) {
    const onward = seen.live.filter(({ creditItemId }) => creditItemId === id)
    for (const { debitItemId } of onward) {
      const closed = closing.get(debitItemId)
      if (closed) came.push(...wentOnAs(closed))
    }
  }
  return [...new Set(came)].filter((item) => isFree(item) && seen.owners.get(item.id) === into)
}

/** Brings what no act has moved to where it belongs. */
export async function follow(world: World): Promise<void> {
  const members = [...world.told.members.keys()]
  const counted = members.map((owner) => ({
    money: moneyIn(world, new Set([owner])),
    to: rootOf(world.told, owner),
  }))
  await world.ledger.follow()
  for (const bringing of counted) count(world, bringing)
}

/** Owners who join another one and leave it. */
export const members: readonly Command[] = [
  {
    name: "join",
    weight: 2,
    prepare: (world) => {
      const { told, customers, company } = world
      const mayFail = percent(world, 12)
      const pairs = customers.flatMap((member) =>
        [...customers, company]
          .filter((of) => mayFail || (!told.members.has(member) && rootOf(told, of) !== member))
          .map((of) => ({ member, of })),
      )
      const pair = oneOf(world, pairs)
      if (!pair) return null
      return async () => {
        const { member, of } = pair
        const tree = treeOf(world, member)
        const bringing = { money: moneyIn(world, tree), to: rootOf(told, of) }
        const id = await world.ledger.join(member, of)
        const after = world.seen.items.reduce((last, item) => (item.id > last ? item.id : last), 0n)
        told.members.set(member, { id, of, after })
        told.moving = tree
        count(world, bringing)
      }
    },
  },
  {
    name: "leave",
    weight: 4,
    prepare: (world) => {
      const { told } = world
      const chosen = oneOf(world, [...told.members])
      const gone = percent(world, 12) ? oneOf(world, told.ended) : undefined
      if (gone !== undefined) return async () => world.ledger.leave(gone)
      if (!chosen) return null
      return async () => {
        const [member, { id, of, after }] = chosen
        const tree = treeOf(world, member)
        const came = cameFrom(world, tree, { after, into: rootOf(told, of) })
        const money = [...moneyIn(world, tree), ...came]
        await world.ledger.leave(id)
        told.members.delete(member)
        told.moving = tree
        told.ended.push(id)
        count(world, { money, to: member })
      }
    },
  },
  {
    name: "members followed",
    weight: 1,
    prepare: (world) =>
      world.told.members.size + world.told.ended.length > 0 ? async () => follow(world) : null,
  },
]
