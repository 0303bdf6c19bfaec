import type { AccountView, MembershipOwnerView, MembershipView } from "../../../types/http"
import type { Session } from "../ledger/database"
import { companyNames, findMembershipOf, membersOf, type Membership } from "../ledger/memberships"
import { ownerOf, type NamedOwner } from "../ledger/owners"
import { accountsOfOwners } from "../ledger/owners.sql"
import type { Account } from "../ledger/rows"

/** The members of an account's owner, and whom they are a member of. */
export async function membershipsOf(
  session: Session,
  account: Account,
): Promise<Pick<AccountView, "members" | "member_of">> {
  const owner = ownerOf(account)
  const members = await membersOf(session, owner)
  const of = await findMembershipOf(session, owner)
  const views = await viewMemberships(session, of ? [of, ...members] : members, account.currencyCode)
  const [first, ...others] = views
  return of && first ? { member_of: first, members: others } : { member_of: null, members: views }
}

/** Memberships with what the ledger itself knows of their owners: the names of companies, and the accounts in a currency. */
export async function viewMemberships(
  session: Session,
  memberships: readonly Membership[],
  currencyCode: string | null,
): Promise<MembershipView[]> {
  if (memberships.length === 0) return []
  const owners = memberships.flatMap(({ member, of }) => [member, of])
  const companies = owners.filter(({ type }) => type === "company").map(({ id }) => id)
  const names = await companyNames(session, companies)
  const accounts =
    currencyCode === null ? new Map<string, string>() : await accountsOf(session, owners, currencyCode)
  const viewOf = ({ type, id }: NamedOwner): MembershipOwnerView => ({
    type,
    id,
    name: type === "company" ? (names.get(id) ?? null) : null,
    account_id: accounts.get(nameOf({ type, id })) ?? null,
  })
  return memberships.map(({ id, member, of, since, endedAt, reason }) => ({
    id,
    member: viewOf(member),
    of: viewOf(of),
    since,
    ended_at: endedAt,
    reason,
  }))
}

const nameOf = ({ type, id }: NamedOwner): string => `${type} ${id}`

async function accountsOf(
  session: Session,
  owners: readonly NamedOwner[],
  currencyCode: string,
): Promise<Map<string, string>> {
  const distinct = new Map(owners.map((owner) => [nameOf(owner), owner]))
  const rows = await session.run<{ id: string; owner_type: NamedOwner["type"]; owner_id: string }>(
    accountsOfOwners,
    [
      [...distinct.values()].map(({ type }) => type),
      [...distinct.values()].map(({ id }) => id),
      currencyCode,
    ],
  )
  return new Map(rows.map((row) => [nameOf({ type: row.owner_type, id: row.owner_id }), row.id]))
}
