import { fault, type Invariant } from "./invariant.sql"

/**
 * Orders of which the ledger has read the host's present state and found nothing wrong in it: what was read since moves its
 * marks, and the sweep comes for it. Money that the ledger itself wrote into an order is known by its mirror.
 */
const read = `read_order as (
    select d.id, d.account_id, d.order_id, a.digits, a.currency_code
      from reconciliation_document d
      join reconciliation_account a on a.id = d.account_id
      join "order" o on o.id = d.order_id and o.deleted_at is null
      left join (select l.order_id, max(c.updated_at) as at from payment_collection c
                   join order_payment_collection l on l.payment_collection_id = c.id and l.deleted_at is null
                  group by 1) money on money.order_id = o.id
     where d.problems = '[]' and (d.recheck_at is null or d.recheck_at <= d.read_at)
       and d.read_at < now() - interval '3 minutes'
       and date_trunc('milliseconds', d.seen_order) = date_trunc('milliseconds', o.updated_at)
       and date_trunc('milliseconds', d.seen_money) is not distinct from date_trunc('milliseconds', money.at)
       and not exists (select from reconciliation_retry r where r.order_id = d.order_id)
  ), own_payment as (
    select l.order_id, p.id, p.currency_code from order_payment_collection l
      join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
     where l.deleted_at is null
       and not exists (select from reconciliation_mirror m where p.id = 'pay_' || 'R' || m.host_name)
  )`

/** What the host counts with is the raw value; the number beside it is for sorting. */
const amountOf = (row: string): string => `(${row}.raw_amount->>'value')::numeric`

export const HOST: readonly Invariant[] = [
  {
    name: "host_money",
    means: "Captures less refunds of an order in the ledger are those that the store has.",
    cause: "host_moved_on",
    cure: "rebuild",
    ofHost: true,
    text: (of) => `with ${read}, moved as (
        select p.order_id, p.id as payment_id, ${amountOf("c")} as amount, 0 as refunded from own_payment p join capture c on c.payment_id = p.id and c.deleted_at is null
         union all
        select p.order_id, p.id, 0, ${amountOf("f")} from own_payment p join refund f on f.payment_id = p.id and f.deleted_at is null
      ), host as (
        select x.order_id, sum(round(x.captured * 10 ^ r.digits) - round(x.refunded * 10 ^ r.digits)) as amount
          from (select order_id, payment_id, sum(amount) as captured, sum(refunded) as refunded from moved group by 1, 2) x
          join read_order r on r.order_id = x.order_id group by 1
      ), posted as (
        select i.document_id, sum(case i.side when 'credit' then i.amount else -i.amount end) as amount
          from reconciliation_open_item i
         where i.key ~ '^(cap|ref):' and ${of("i.account_id")}
           and not exists (select from reconciliation_mirror m where i.payment_id = 'pay_' || 'R' || m.host_name)
         group by 1)
      select ${fault({ table: "document", id: "r.id", account: "r.account_id", document: "r.id", stored: "coalesce(p.amount, 0)", expected: "coalesce(h.amount, 0)" })}
        from read_order r
        left join host h on h.order_id = r.order_id
        left join posted p on p.document_id = r.id
       where coalesce(h.amount, 0) <> coalesce(p.amount, 0) and ${of("r.account_id")}`,
  },
  {
    name: "host_mirror",
    means: "Money of the ledger that was recorded in the store stands there with its amount.",
    cause: "host_moved_on",
    cure: "correct",
    ofHost: true,
    text: (of) => `
      select ${fault({ table: "mirror", id: "m.id", account: "d.account_id", document: "m.document_id", kind: "m.state", stored: "m.amount", expected: `coalesce(round(${amountOf("c")} * 10 ^ a.digits)::text, 'no capture')` })}
        from reconciliation_mirror m
        join reconciliation_document d on d.id = m.document_id
        join reconciliation_account a on a.id = d.account_id
        left join capture c on c.id = 'capt_' || 'R' || m.host_name and c.deleted_at is null
       where m.state = 'recorded' and ${of("d.account_id")}
         and exists (select from "order" o where o.id = d.order_id and o.deleted_at is null)
         and (c.id is null or round(${amountOf("c")} * 10 ^ a.digits) <> m.amount)`,
  },
]
