import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import type { Request } from "../ledger/idempotency"
import {
  companyNames,
  findMembershipOf,
  membershipOf,
  type Membership,
  type MembershipRow,
} from "../ledger/memberships"
import { endMembership, insertMembership, readMembership } from "../ledger/memberships.sql"
import { findRoot, isSame, ownerOf, type NamedOwner } from "../ledger/owners"
import { holdMemberships } from "../ledger/owners.sql"
import { readAccount } from "../ledger/read-account.sql"
import { accountOf, type AccountRow } from "../ledger/rows"
import { refuseOwner } from "./refusals"

/** An owner by name, or as the one of an account. */
export type OwnerRef = NamedOwner | { readonly accountId: string }

export interface JoinRequest {
  readonly member: OwnerRef
  readonly of: OwnerRef
  /** What the company is called that is joined; null leaves it as it is. */
  readonly companyName: string | null
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export interface EndRequest {
  /** The membership's. */
  readonly id: string
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

const told = (ref: OwnerRef): string[] => ("accountId" in ref ? [ref.accountId] : [ref.type, ref.id])

export function joinRequestOf({
  idempotencyKey: key,
  member,
  of,
  companyName,
  context,
}: JoinRequest): Request {
  return { operation: "join", key, content: [told(member), told(of), companyName, context.reason] }
}

export function endRequestOf({ idempotencyKey: key, id, context }: EndRequest): Request {
  return { operation: "end_membership", key, content: [id, context.reason] }
}

/** Someone who joined or left, and whose account is theirs from then on. */
export interface Joined {
  readonly membership: Membership
  readonly root: NamedOwner
}

export interface Left extends Joined {
  /** Whose account it was until then. */
  readonly from: NamedOwner
}

/**
 * Makes an owner a member of another one; nothing is moved yet. Until the transaction ends nobody else joins or leaves.
 *
 * @throws account_not_found | not_joinable | already_member | membership_circle | company_unnamed
 */
export async function join(session: Session, request: JoinRequest): Promise<Joined> {
  await session.run(holdMemberships)
  const member = await ownerNamed(session, request.member)
  const of = await ownerNamed(session, request.of)
  if (member.type === "company" || member.type === "suspense") throw refuseOwner.notJoinable(member)
  if (of.type === "order" || of.type === "suspense") throw refuseOwner.notJoinable(of)
  const standing = await findMembershipOf(session, member)
  if (standing) throw refuseOwner.alreadyMember(standing)
  const root = await findRoot(session, of)
  if (isSame(root, member)) throw refuseOwner.circle(member, of)
  await refuseUnnamed(session, of, request.companyName)
  const { context, idempotencyKey = null } = request
  const [row] = await session.run<MembershipRow>(insertMembership, [
    member.type,
    member.id,
    of.type,
    of.id,
    of.type === "company" ? request.companyName : null,
    context.cause,
    context.actor.type,
    context.actor.id,
    context.reason ?? null,
    idempotencyKey,
  ])
  if (!row) throw new Error("the membership was not written")
  return { membership: membershipOf(row), root }
}

/**
 * Ends a membership; nothing is moved yet. Until the transaction ends nobody else joins or leaves.
 *
 * @throws membership_not_found | membership_ended
 */
export async function end(session: Session, { id, context }: EndRequest): Promise<Left> {
  await session.run(holdMemberships)
  const [found] = /^\d{1,18}$/.test(id) ? await session.run<MembershipRow>(readMembership, [id]) : []
  if (!found) throw refuseOwner.membershipNotFound(id)
  const standing = membershipOf(found)
  if (standing.endedAt !== null) throw refuseOwner.membershipEnded(standing)
  const { cause, actor, reason = null } = context
  const [row] = await session.run<MembershipRow>(endMembership, [id, cause, actor.type, actor.id, reason])
  if (!row) throw new Error("the membership was not ended")
  return { membership: membershipOf(row), root: standing.member, from: await findRoot(session, standing.of) }
}

/** @throws account_not_found */
async function ownerNamed(session: Session, ref: OwnerRef): Promise<NamedOwner> {
  if (!("accountId" in ref)) return ref
  const [row] = await session.run<AccountRow>(readAccount, [ref.accountId])
  if (!row) throw accountNotFound(ref.accountId)
  return ownerOf(accountOf(row))
}

/** @throws company_unnamed */
async function refuseUnnamed(session: Session, of: NamedOwner, name: string | null): Promise<void> {
  if (of.type !== "company" || name !== null) return
  if (!(await companyNames(session, [of.id])).has(of.id)) throw refuseOwner.companyUnnamed(of.id)
}
