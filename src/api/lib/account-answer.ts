import type { MedusaContainer } from "@medusajs/framework/types"
import type { AccountFilter, LedgerListedAccount } from "../../modules/reconciliation/accounts/account-list"
import type { AccountOwnerView, AccountView, ListedAccountView, OwnerType } from "../../types/http"
import { graph } from "../../workflows/host/graph"
import { ledgerOf } from "../../workflows/ledger-of"
import { CUSTOMER_FIELDS, customerView, type HostCustomer } from "./customer-view"

/** How many of the host's customers, or orders, a search takes. */
const MOST_FOUND = 500

/** An account with its owner. @throws account_not_found */
export async function accountAnswer(scope: MedusaContainer, id: string): Promise<AccountView> {
  const account = await ledgerOf(scope).accounts.retrieve(id)
  const [owned] = await withOwners(scope, [account])
  return { ...account, owner: owned?.owner ?? null }
}

/** Accounts of a list with their owners. */
export async function ownersOfAccounts(
  scope: MedusaContainer,
  accounts: readonly LedgerListedAccount[],
): Promise<ListedAccountView[]> {
  return withOwners(scope, accounts)
}

interface Owned {
  readonly owner_type: OwnerType
  readonly owner_id: string
}

async function withOwners<Account extends Owned>(
  scope: MedusaContainer,
  accounts: readonly Account[],
): Promise<(Account & { owner: AccountOwnerView | null })[]> {
  const ids = accounts.flatMap(({ owner_type: type, owner_id: id }) => (type === "customer" ? [id] : []))
  const customers =
    ids.length === 0
      ? []
      : await graph<HostCustomer>(scope, "customer", {
          fields: [...CUSTOMER_FIELDS],
          filters: { id: [...new Set(ids)] },
        })
  const owners = new Map(customers.map((customer) => [customer.id, ownerView(customer)]))
  return accounts.map((account) => ({ ...account, owner: owners.get(account.owner_id) ?? null }))
}

function ownerView(customer: HostCustomer): AccountOwnerView {
  return { ...customerView(customer), company: customer.company_name ?? null }
}

/** The host's customers by name, company or e-mail, and its orders by number. */
export async function foundInHost(scope: MedusaContainer, q: string): Promise<AccountFilter["among"]> {
  const pagination = { take: MOST_FOUND, order: { created_at: "DESC" } }
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  const customers = await graph<{ id: string }>(scope, "customer", {
    fields: ["id"],
    filters: { q },
    pagination,
  })
  const orders =
    number === undefined
      ? []
      : await graph<{ id: string }>(scope, "order", {
          fields: ["id"],
          filters: { display_id: Number(number) },
          pagination,
        })
  return { customerIds: customers.map(({ id }) => id), orderIds: orders.map(({ id }) => id) }
}
