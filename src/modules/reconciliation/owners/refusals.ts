import { ReconciliationError } from "../domain/errors"
import type { Membership } from "../ledger/memberships"
import type { NamedOwner } from "../ledger/owners"

const shown = ({ type, id }: NamedOwner): string => `${type} ${id.slice(0, 60)}`

/** Why an owner does not join another one, or leave; nothing was changed. */
export const refuseOwner = {
  notJoinable: (owner: NamedOwner): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "not_joinable",
      message: `The ${shown(owner)} cannot be joined like that.`,
      ids: { owner_type: owner.type, owner_id: owner.id.slice(0, 60) },
      remedy:
        "A customer, or an order without one, joins a customer or a company. Money of an unknown owner is moved instead.",
    }),

  alreadyMember: ({ id, member, of }: Membership): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "already_member",
      message: `The ${shown(member)} is a member of ${shown(of)} already.`,
      ids: { membership_id: id, of_type: of.type, of_id: of.id.slice(0, 60) },
      remedy: "End that membership first, if it is another one's now.",
    }),

  circle: (member: NamedOwner, of: NamedOwner): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "membership_circle",
      message: `The account of ${shown(of)} is that of ${shown(member)} already.`,
      ids: { owner_type: member.type, owner_id: member.id.slice(0, 60) },
      remedy: "Join them the other way round, or end what made the one a member of the other.",
    }),

  companyUnnamed: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "company_unnamed",
      message: `Nobody has said what the company ${id.slice(0, 60)} is called.`,
      ids: { company_id: id.slice(0, 60) },
      remedy: "Send its name with the first of its members.",
    }),

  membershipNotFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "membership_not_found",
      message: `There is no membership ${id.slice(0, 40)}.`,
      ids: { membership_id: id.slice(0, 40) },
      remedy: "Send the id of a membership, as an account's view names it.",
    }),

  membershipEnded: ({ id, endedAt }: Membership): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "membership_ended",
      message: `Membership ${id} ended at ${endedAt}.`,
      ids: { membership_id: id, ended_at: endedAt ?? "" },
      remedy: "There is nothing to do. To join again, join.",
    }),
} as const
