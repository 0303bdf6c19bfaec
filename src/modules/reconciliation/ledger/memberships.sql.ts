import { isoOf } from "./columns"
import type { Statement } from "./statement"

const MEMBERSHIP_COLUMNS = `m.id, m.member_type, m.member_id, m.of_type, m.of_id, ${isoOf("m.since")} as since,
  ${isoOf("m.ended_at")} as ended_at, m.reason`

/** A membership by id. Primary key; 0 or 1 row. */
export const readMembership: Statement = {
  name: "read_membership",
  text: `select ${MEMBERSHIP_COLUMNS} from reconciliation_membership m where m.id = $1`,
}

/** Whom an owner is a member of. Partial unique index; 0 or 1 row. */
export const readMembershipOf: Statement = {
  name: "read_membership_of",
  text: `select ${MEMBERSHIP_COLUMNS} from reconciliation_membership m
    where m.member_type = $1 and m.member_id = $2 and m.ended_at is null`,
}

/** Who is a member of an owner, in the order in which they joined. Index on whom they are members of. */
export const listMembers: Statement = {
  name: "list_members",
  text: `select ${MEMBERSHIP_COLUMNS} from reconciliation_membership m
    where m.of_type = $1 and m.of_id = $2 and m.ended_at is null order by m.since, m.id`,
}

export const insertMembership: Statement = {
  name: "insert_membership",
  text: `insert into reconciliation_membership as m
      (member_type, member_id, of_type, of_id, of_name, cause, actor_type, actor_id, reason, idempotency_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    returning ${MEMBERSHIP_COLUMNS}`,
}

/** Ends a membership, once. Primary key; one row. */
export const endMembership: Statement = {
  name: "end_membership",
  text: `update reconciliation_membership as m
      set ended_at = date_trunc('milliseconds', clock_timestamp()), ended_cause = $2, ended_by_type = $3, ended_by_id = $4,
          ended_reason = $5
    where m.id = $1 and m.ended_at is null
    returning ${MEMBERSHIP_COLUMNS}`,
}

/** What companies are called: the name that was given last. Index on whom they are members of; a row a company. */
export const namesOfCompanies: Statement = {
  name: "names_of_companies",
  text: `select distinct on (m.of_id) m.of_id as id, m.of_name as name from reconciliation_membership m
    where m.of_type = 'company' and m.of_id = any($1::text[]) and m.of_name is not null
    order by m.of_id, m.id desc`,
}

/** Companies that are called so, by a part of the name or the id. Passes over every membership. */
export const findCompanies: Statement = {
  name: "find_companies",
  text: `select distinct m.of_id as id from reconciliation_membership m
    where m.of_type = 'company' and (position(lower($1::text) in lower(m.of_name)) > 0 or m.of_id = $1) limit $2`,
}

/** Erases why a customer joined and left; one row each. Index on members. */
export const eraseReasonsOfMember: Statement = {
  name: "erase_reasons_of_member",
  text: `update reconciliation_membership m set reason = null, ended_reason = null
    where m.member_type = 'customer' and m.member_id = $1 and coalesce(m.reason, m.ended_reason) is not null
    returning m.id`,
}
