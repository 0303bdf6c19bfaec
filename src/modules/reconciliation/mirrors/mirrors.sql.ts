import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

const COLUMNS = `m.id, m.number, m.host_name, m.document_id, m.credit_item_id, m.amount, m.state, m.attempts,
  case when m.state in ('wanted', 'withdrawing') then ${isoOf("m.next_at")} end as next_at, m.refusal, m.error,
  ${isoOf("m.recorded_at")} as since,
  d.order_id, d.display_id, ${typedTextOf("i.reference")} as reference, i.method, i.occurred_on::text, a.currency_code, a.digits,
  w.kind as withdrawn_kind, m.withdrawn_by`

const FROM = `reconciliation_mirror m
  join reconciliation_document d on d.id = m.document_id
  join reconciliation_open_item i on i.id = m.credit_item_id
  join reconciliation_account a on a.id = i.account_id
  left join reconciliation_change w on w.id = m.withdrawn_by`

/** What is not simply recorded of an order. Index on the document; few rows. */
export const listOfDocument: Statement = {
  name: "list_mirrors_of_document",
  text: `select ${COLUMNS} from ${FROM}
    where m.document_id = $1 and m.state in ('wanted', 'withdrawing', 'refused') order by m.number`,
}

/** A page of the outbox, oldest first: of an order, in a state, or all that is open. Index on what is open. */
export const listMirrors: Statement = {
  name: "list_mirrors",
  text: `select ${COLUMNS} from ${FROM}
    where ($1::text is null or d.order_id = $1)
      and case when $2::text is null then m.state in ('wanted', 'withdrawing', 'refused') else m.state = $2 end
      and m.number > $3::bigint
    order by m.number limit $4`,
}

/** One row. Primary key; 0 or 1 row. */
export const findMirror: Statement = {
  name: "find_mirror",
  text: `select ${COLUMNS} from ${FROM} where m.id = $1`,
}

/**
 * What is to be done of an order now: first what is to be taken back, newest first, then what is to be recorded, oldest first.
 * Index on the document.
 */
export const listWork: Statement = {
  name: "list_mirror_work",
  text: `select ${COLUMNS} from ${FROM}
    where d.order_id = $1 and m.state in ('wanted', 'withdrawing')
    order by m.state = 'wanted', case m.state when 'wanted' then m.number else -m.number end`,
}

/** Orders of which something is due. Index on the moment; at most as many as asked for. */
export const findDue: Statement = {
  name: "find_due_mirrors",
  text: `select d.order_id
    from reconciliation_mirror m
    join reconciliation_document d on d.id = m.document_id
    left join reconciliation_mirror_lease l on l.order_id = d.order_id and l.until > clock_timestamp()
   where m.state in ('wanted', 'withdrawing') and m.next_at <= clock_timestamp() and l.order_id is null
   group by d.order_id order by min(m.next_at) limit $1`,
}

/**
 * Tries again what was refused of orders that have changed, and names those of which something is to be done, or whose own
 * payments must fit what is mirrored. Index on the document.
 */
export const wakeRefused: Statement = {
  name: "wake_refused_mirrors",
  text: `with orders as (select id, order_id from reconciliation_document where order_id = any($1::text[])
    ), woken as (
      update reconciliation_mirror m
         set state = 'wanted', refusal = null, attempts = 0, error = null, next_at = clock_timestamp()
        from orders o where m.document_id = o.id and m.state = 'refused' and m.refusal <> 'order_cancelled'
      returning m.document_id
    )
    select distinct o.order_id from orders o
     where o.id in (select document_id from woken)
        or exists (select 1 from reconciliation_mirror m where m.document_id = o.id
                    and (m.state = 'recorded'
                         or (m.state in ('wanted', 'withdrawing') and m.next_at <= clock_timestamp())))`,
}

/** A person tries one again. Primary key; 0 or 1 row. */
export const retryMirror: Statement = {
  name: "retry_mirror",
  text: `update reconciliation_mirror m
     set state = case m.state when 'refused' then 'wanted' else m.state end, refusal = null, attempts = 0, error = null,
         next_at = clock_timestamp()
   where m.id = $1 and m.state in ('wanted', 'withdrawing', 'refused') returning m.id`,
}

/** Takes the lease of an order, or prolongs one's own. Primary key; no row where another one holds it. */
export const takeLease: Statement = {
  name: "take_mirror_lease",
  text: `insert into reconciliation_mirror_lease as l (order_id, holder, until)
    values ($1, $2, clock_timestamp() + $3::int * interval '1 millisecond')
    on conflict (order_id) do update set holder = excluded.holder, until = excluded.until
     where l.holder = excluded.holder or l.until <= clock_timestamp()
    returning l.order_id`,
}

export const releaseLease: Statement = {
  name: "release_mirror_lease",
  text: `delete from reconciliation_mirror_lease where order_id = $1 and holder = $2`,
}

/** How far one has come, where nothing else has become of it meanwhile. Primary key; 0 or 1 row. */
export const moveMirror: Statement = {
  name: "move_mirror",
  text: `update reconciliation_mirror
     set state = $3, refusal = $4, attempts = 0, error = null where id = $1 and state = $2 returning id`,
}

/** The host failed: again after a minute, then after twice as long each time, up to an hour. Primary key. */
export const postponeMirror: Statement = {
  name: "postpone_mirror",
  text: `update reconciliation_mirror
     set attempts = attempts + 1, error = $2,
         next_at = clock_timestamp() + least(60 * 2 ^ least(attempts, 10), 3600) * interval '1 second'
   where id = $1 and state in ('wanted', 'withdrawing')`,
}

/** Parts a row of which the order takes less: the rest is a row of its own, refused. Primary key; 0 or 1 row. */
export const partMirror: Statement = {
  name: "part_mirror",
  text: `with parted as (
      update reconciliation_mirror m set amount = $2 from (select id, amount from reconciliation_mirror where id = $1 for update) o
       where m.id = o.id and m.state = 'wanted' and o.amount > $2::bigint
      returning m.*, o.amount - $2::bigint as rest
    )
    insert into reconciliation_mirror
      (id, host_name, document_id, credit_item_id, amount, state, refusal, wanted_by, asked_by)
    select n.id, upper(substr(encode(sha256(convert_to(n.id, 'UTF8')), 'hex'), 1, 26)), p.document_id, p.credit_item_id, p.rest,
           'refused', 'nothing_open', p.wanted_by, p.asked_by
      from parted p cross join (select 'mir_' || replace(gen_random_uuid()::text, '-', '') as id) n
    returning id`,
}

/** Which of some names of the host's rows are of mirrors. Unique index. */
export const knownNames: Statement = {
  name: "known_mirror_names",
  text: `select host_name from reconciliation_mirror where host_name = any($1::text[])`,
}

/** Wants what a person asks for that was applied while the mirror was off. */
export const addMirrors: Statement = {
  name: "add_mirrors",
  text: `insert into reconciliation_mirror (id, host_name, document_id, credit_item_id, amount, state, asked_by)
    select n.id, upper(substr(encode(sha256(convert_to(n.id, 'UTF8')), 'hex'), 1, 26)), n.document_id, n.credit_item_id, n.amount,
           'wanted', $4::text
      from (select 'mir_' || replace(gen_random_uuid()::text, '-', '') as id, u.*
              from unnest($1::bigint[], $2::bigint[], $3::bigint[]) u (document_id, credit_item_id, amount)) n
    returning id`,
}
