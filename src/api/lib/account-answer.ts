import type { MedusaContainer } from "@medusajs/framework/types"
import type { AccountFilter, LedgerListedAccount } from "../../modules/reconciliation/accounts/account-list"
import type {
  AccountOwnerView,
  AccountTransactionView,
  AccountView,
  ListedAccountView,
  ListedOwnerView,
  MembershipChangeView,
  MembershipOwnerView,
  MembershipView,
  OwnerType,
} from "../../types/http"
import { graph } from "../../workflows/host/graph"
import { ledgerOf } from "../../workflows/ledger-of"
import { CUSTOMER_FIELDS, type HostCustomer } from "../../workflows/host/customer"
import { customerView } from "./customer-view"

/** How many of the host's customers, or orders, a search takes. */
const MOST_FOUND = 500

/** An account with its owner and the names of its members. @throws account_not_found */
export async function accountAnswer(scope: MedusaContainer, id: string): Promise<AccountView> {
  const account = await ledgerOf(scope).accounts.retrieve(id)
  const [owned] = await withOwners(scope, [account])
  const { member_of: of, members } = account
  const [first, ...others] = await withNames(scope, of ? [of, ...members] : members)
  const named =
    of && first ? { member_of: first, members: others } : { members: first ? [first, ...others] : [] }
  return { ...account, ...named, owner: owned?.owner ?? null }
}

/** What joining or leaving did, with the names of who did it. */
export async function membershipAnswer(
  scope: MedusaContainer,
  change: MembershipChangeView,
): Promise<MembershipChangeView> {
  const [membership = change.membership] = await withNames(scope, [change.membership])
  return { ...change, membership }
}

/** Transactions with the names of the customers whose accounts their money went to or came from. */
export async function withOtherNames(
  scope: MedusaContainer,
  transactions: readonly AccountTransactionView[],
): Promise<AccountTransactionView[]> {
  const others = transactions.flatMap(({ other_account: other }) =>
    other?.type === "customer" ? [other.id] : [],
  )
  const customers = await customersOf(scope, others)
  return transactions.map((one) => {
    const { other_account: other } = one
    return other?.type === "customer"
      ? { ...one, other_account: { ...other, name: customers.get(other.id)?.name ?? null } }
      : one
  })
}

/** Memberships with the customers' names as the host has them now; a company's stands there already. */
async function withNames(
  scope: MedusaContainer,
  memberships: readonly MembershipView[],
): Promise<MembershipView[]> {
  const owners = memberships.flatMap(({ member, of }) => [member, of])
  const customers = await customersOf(
    scope,
    owners.flatMap(({ type, id }) => (type === "customer" ? [id] : [])),
  )
  const named = (owner: MembershipOwnerView): MembershipOwnerView => ({
    ...owner,
    name: owner.type === "customer" ? (customers.get(owner.id)?.name ?? null) : owner.name,
  })
  return memberships.map((one) => ({ ...one, member: named(one.member), of: named(one.of) }))
}

/** Accounts of a list with their owners. */
export async function ownersOfAccounts(
  scope: MedusaContainer,
  accounts: readonly LedgerListedAccount[],
): Promise<ListedAccountView[]> {
  return withOwners(scope, accounts)
}

/** Rows of a list, with the names of those customers that the sweep has not named yet. */
export async function namedRows<Row extends { readonly owner: ListedOwnerView }>(
  scope: MedusaContainer,
  rows: readonly Row[],
): Promise<Row[]> {
  const isUnnamed = ({ owner }: Row): boolean => owner.type === "customer" && owner.name === null
  const customers = await customersOf(
    scope,
    rows.filter(isUnnamed).map(({ owner }) => owner.id),
  )
  return rows.map((one) => {
    const found = isUnnamed(one) ? customers.get(one.owner.id) : undefined
    return found ? { ...one, owner: { ...one.owner, name: found.name, company: found.company } } : one
  })
}

interface Owned {
  readonly owner_type: OwnerType
  readonly owner_id: string
}

async function withOwners<Account extends Owned>(
  scope: MedusaContainer,
  accounts: readonly Account[],
): Promise<(Account & { owner: AccountOwnerView | null })[]> {
  const idsOf = (wanted: OwnerType): string[] =>
    accounts.flatMap(({ owner_type: type, owner_id: id }) => (type === wanted ? [id] : []))
  const customers = await customersOf(scope, idsOf("customer"))
  const companies = await ledgerOf(scope).owners.companyNames(idsOf("company"))
  const companyOf = (id: string): AccountOwnerView => {
    const name = companies.get(id) ?? id
    return { id, name, company: name, email: null }
  }
  return accounts.map((account) => {
    const { owner_type: type, owner_id: id } = account
    const owner =
      type === "company" ? companyOf(id) : type === "customer" ? (customers.get(id) ?? null) : null
    return { ...account, owner }
  })
}

async function customersOf(
  scope: MedusaContainer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountOwnerView>> {
  if (ids.length === 0) return new Map()
  const customers = await graph<HostCustomer>(scope, "customer", {
    fields: [...CUSTOMER_FIELDS],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(customers.map((customer) => [customer.id, ownerView(customer)]))
}

function ownerView(customer: HostCustomer): AccountOwnerView {
  return { ...customerView(customer), company: customer.company_name ?? null }
}

/** The host's customers by name, company or e-mail, its orders by number, companies that have members by name, and codes. */
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
  const companyIds = await ledgerOf(scope).owners.findCompanies(q, MOST_FOUND)
  return {
    companyIds,
    customerIds: customers.map(({ id }) => id),
    orderIds: orders.map(({ id }) => id),
    code: q,
  }
}
