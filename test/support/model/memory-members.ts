import { candidateOf } from "../../../src/modules/reconciliation/domain/allocation/candidate"
import {
  closedKeyOf,
  nameOfItem,
  originOf,
  reopenedKeyOf,
} from "../../../src/modules/reconciliation/domain/key"
import { openAmount, type OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import { movesKeyOf, planGive } from "../../../src/modules/reconciliation/domain/posting/give"
import { transferOf } from "../../../src/modules/reconciliation/domain/posting/transfer"
import type { MemoryStore, StoredAccount, StoredDocument } from "./memory-store"
import { refused } from "./refused"

interface Membership {
  readonly member: string
  readonly of: string
  /** How many items there were before it. */
  readonly after: number
  isEnded: boolean
}

const AT = { at: "2030-01-01T00:00:00.000Z", on: "2030-01-01" }

/** Who is a member of whom, in memory, and what joining and leaving bring. */
export class MemoryMembers {
  private readonly memberships: Membership[] = []

  constructor(private readonly store: MemoryStore) {}

  join(member: string, of: string): string {
    const { store } = this
    if (store.members.has(member)) throw refused("already_member")
    const root = store.rootOf(of)
    if (root === member) throw refused("membership_circle")
    this.memberships.push({ member, of, after: store.items.length, isEnded: false })
    store.members.set(member, of)
    this.bring(member, root, [])
    return (this.memberships.length - 1).toString()
  }

  leave(id: string): void {
    const membership = this.memberships[Number(id)]
    if (!membership) throw refused("membership_not_found")
    if (membership.isEnded) throw refused("membership_ended")
    const { member, of, after } = membership
    const came = this.cameFrom(member, { after, into: this.store.rootOf(of) })
    membership.isEnded = true
    this.store.members.delete(member)
    this.bring(member, member, came)
  }

  follow(): void {
    const { store } = this
    for (const member of store.members.keys()) this.bring(member, store.rootOf(member), [])
    for (const document of store.documents.values()) {
      const to = store.accountFor(document.owner)
      if (to !== document.account) this.give(document, to)
    }
  }

  /** Posts what an order has open in another account, where it is from then on. */
  give(document: StoredDocument, to: StoredAccount, since: { at: string; on: string } = AT): void {
    const { store } = this
    const { closing, proposals, reopened } = transferOf({ items: store.itemsOf(document), ...since })
    if (closing.length > 0) {
      store.write({ account: document.account, kind: "transfer", document, items: closing, proposals })
      store.write({ account: to, kind: "transfer", document, items: reopened, proposals: [] })
    }
    document.account = to
    document.version += 1
  }

  private treeOf(owner: string): ReadonlySet<string> {
    const tree = new Set([owner])
    for (const name of tree) for (const [member, of] of this.store.members) if (of === name) tree.add(member)
    return tree
  }

  private bring(owner: string, to: string, came: readonly OpenItem[]): void {
    const { store } = this
    const tree = this.treeOf(owner)
    const isElsewhere = (account: StoredAccount): boolean => account.owner !== to
    for (const document of store.documents.values())
      if (tree.has(document.owner) && isElsewhere(document.account) && this.isOpen(document))
        this.give(document, store.account(to))
    const own = store.items.filter(
      (item) => item.documentId === null && tree.has(store.accountOf(item).owner),
    )
    const money = new Set([...own, ...came].map(({ id }) => id))
    for (const id of [...money].toSorted((one, other) => (one < other ? -1 : 1))) {
      const item = store.item(id)
      if (openAmount(item) > 0n && isElsewhere(store.accountOf(item))) this.carry(item, store.account(to))
    }
  }

  private isOpen(document: StoredDocument): boolean {
    return this.store.itemsOf(document).some((item) => openAmount(item) > 0n)
  }

  private carry(item: OpenItem, to: StoredAccount): void {
    const { store } = this
    const account = store.accountOf(item)
    if (item.side === "credit") {
      const number = store.items.filter(({ key }) => key === movesKeyOf(item)).length + 1
      const money = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
      const { closed, opened } = planGive(money, { amount: openAmount(item), number, ...AT })
      store.write({ account, kind: "move", items: [closed.item], proposals: closed.proposals })
      store.write({ account: to, kind: "move", items: [opened.item], proposals: [] })
      return
    }
    const name = originOf(item) ?? nameOfItem(item)
    const keys = new Set([closedKeyOf(name), reopenedKeyOf(name)])
    const taken = store.items.filter(({ key }) => keys.has(key))
    const { closing, proposals, reopened } = transferOf({ items: [item], taken, ...AT })
    store.write({ account, kind: "move", items: closing, proposals })
    store.write({ account: to, kind: "move", items: reopened, proposals: [] })
  }

  /** What went from the accounts of a member and of theirs since a moment, as it lies in the account that they leave. */
  private cameFrom(member: string, { after, into }: { after: number; into: string }): OpenItem[] {
    const { store } = this
    const tree = this.treeOf(member)
    const went = new Map(
      store.items.flatMap((item) => {
        const key = /^(give|move):out:/.test(item.key) && item.documentId === null
        const [moved] = key ? this.wentOnAs(item) : []
        return moved ? [[item.id, moved] as const] : []
      }),
    )
    const came = new Set(
      [...went].flatMap(([id, moved]) =>
        Number(id) > after && tree.has(store.accountOf({ id }).owner) ? [moved] : [],
      ),
    )
    for (const { id } of came)
      for (const { creditItemId, debitItemId } of store.live) {
        const moved =
          creditItemId === id ? went.get(debitItemId) : debitItemId === id && went.get(creditItemId)
        if (moved) came.add(moved)
      }
    return [...came].filter((item) => store.accountOf(item).owner === into)
  }

  private wentOnAs({ key, sequence }: OpenItem): OpenItem[] {
    const name = key.replace(":out:", ":in:")
    return this.store.items.filter((item) => item.key === name && item.sequence === sequence)
  }
}
