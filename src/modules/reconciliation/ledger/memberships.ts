import type { OwnerType } from "../domain/owner"
import type { Session } from "./database"
import { listMembers, namesOfCompanies, readMembershipOf } from "./memberships.sql"
import type { NamedOwner } from "./owners"

export interface MembershipRow {
  id: string
  member_type: OwnerType
  member_id: string
  of_type: OwnerType
  of_id: string
  since: string
  ended_at: string | null
  reason: string | null
}

/** That an owner's orders and money belong to somebody else's account, from a moment on. */
export interface Membership {
  readonly id: string
  readonly member: NamedOwner
  /** Who was chosen; their account may be that of whom they are a member of in turn. */
  readonly of: NamedOwner
  /** ISO in UTC. */
  readonly since: string
  readonly endedAt: string | null
  readonly reason: string | null
}

export const membershipOf = (row: MembershipRow): Membership => ({
  id: row.id,
  member: { type: row.member_type, id: row.member_id },
  of: { type: row.of_type, id: row.of_id },
  since: row.since,
  endedAt: row.ended_at,
  reason: row.reason,
})

/** Whom an owner is a member of now. */
export async function findMembershipOf(
  session: Session,
  { type, id }: NamedOwner,
): Promise<Membership | undefined> {
  const [row] = await session.run<MembershipRow>(readMembershipOf, [type, id])
  return row && membershipOf(row)
}

/** Who is a member of an owner now, in the order in which they joined. */
export async function membersOf(session: Session, { type, id }: NamedOwner): Promise<Membership[]> {
  return (await session.run<MembershipRow>(listMembers, [type, id])).map(membershipOf)
}

/** What companies are called, by id. */
export async function companyNames(
  session: Pick<Session, "run">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await session.run<{ id: string; name: string }>(namesOfCompanies, [[...new Set(ids)]])
  return new Map(rows.map(({ id, name }) => [id, name]))
}
