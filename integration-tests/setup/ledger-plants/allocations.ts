import {
  allocation,
  CHARGE,
  INSTALMENT,
  item,
  likeSrc,
  MONEY,
  NOWHERE,
  otherAccount,
  src,
  type Plant,
} from "./words"

export const allocationsPlants: readonly Plant[] = [
  // Counters and sums
  {
    name: "credit-counter-low",
    does: "A credit counts one minor unit less as allocated than its live allocations come to.",
    breaks: "allocated = sum of live allocations of a credit (decision 0004)",
    sql: (a) => `update reconciliation_open_item set allocated = allocated - 1
      where id = ${item(a, "i.side = 'credit' and i.allocated > 0")}`,
  },
  {
    name: "debit-counter-high",
    does: "A debit that is still open counts one minor unit more as allocated than its live allocations come to.",
    breaks: "allocated = sum of live allocations of a debit (decision 0004)",
    sql: (a) => `update reconciliation_open_item set allocated = allocated + 1
      where id = ${item(a, "i.side = 'debit' and i.allocated < i.amount")}`,
  },
  {
    name: "allocation-above-its-debit",
    does: "One allocation alone is one minor unit larger than the whole debit that it settles.",
    breaks: "nothing settles more than it is worth (F8, F20)",
    sql: (a) => `update reconciliation_allocation x set amount = d.amount + 1
       from reconciliation_open_item d where d.id = x.debit_item_id and x.id = ${allocation(a)}`,
  },
  {
    name: "allocation-lost",
    does: "A live allocation is deleted, and both counters still count it.",
    breaks: "append-only; both counters have their rows (decision 0004)",
    sql: (a) => `delete from reconciliation_allocation where id = ${allocation(a)}`,
  },
  {
    name: "allocation-doubled",
    does: "A live allocation stands twice, and the counters count it once.",
    breaks: "counters have no more rows than they count",
    sql: (a) => `with ${src(a)} ${likeSrc({})}`,
  },
  {
    name: "charge-shrunk-below-what-was-paid",
    does: "A wholly settled charge is worth, and counts, one minor unit less than what live allocations put on it.",
    breaks: "posted amounts never change; sum of allocations <= amount",
    sql: (a) => `update reconciliation_open_item set amount = amount - 1, allocated = allocated - 1
      where id = ${item(a, "i.side = 'debit' and i.kind <> 'transfer' and i.allocated = i.amount and i.amount > 1")}`,
  },

  // The two ends of an allocation
  {
    name: "sides-swapped",
    does: "An allocation names its debit as the credit and its credit as the debit.",
    breaks: "credit_item is a credit, debit_item a debit (F2)",
    sql: (
      a,
    ) => `update reconciliation_allocation set credit_item_id = debit_item_id, debit_item_id = credit_item_id
      where id = ${allocation(a)}`,
  },
  {
    name: "debit-of-another-account",
    does: "An allocation settles a debit of another account.",
    breaks: "an allocation joins items of one account (decision 0010)",
    sql: (a) => `update reconciliation_allocation set debit_item_id = coalesce(
        (select i.id from reconciliation_open_item i where i.account_id <> ${a} and i.side = 'debit' order by i.id limit 1), ${NOWHERE})
      where id = ${allocation(a)}`,
  },
  {
    name: "sides-of-two-currencies",
    does: "A settled debit is booked in an account of another currency, while the credit that settles it stays.",
    breaks: "both sides have one currency: an account is owner x currency (F67, architecture)",
    sql: (a) => `with other as (
        insert into reconciliation_account (owner_type, owner_id, currency_code, digits)
        values ('customer', 'cus_planted_' || ${a}, 'xts', 2)
        on conflict (owner_type, owner_id, currency_code) do update set digits = 2 returning id)
      update reconciliation_open_item i set account_id = other.id from other
       where i.id = (select x.debit_item_id from reconciliation_allocation x where x.id = ${allocation(a, "d.kind = 'charge'")})`,
  },
  {
    name: "allocation-filed-elsewhere",
    does: "An allocation is filed under another account than both of its items.",
    breaks: "allocation.account_id is that of its items",
    sql: (a) =>
      `update reconciliation_allocation set account_id = ${otherAccount(a)} where id = ${allocation(a)}`,
  },
  {
    name: "credit-that-is-not-there",
    does: "An allocation names a credit that the ledger does not have.",
    breaks: "foreign key of credit_item_id",
    sql: (a) =>
      `update reconciliation_allocation set credit_item_id = ${NOWHERE} where id = ${allocation(a)}`,
  },

  // Releases
  {
    name: "release-of-a-release",
    does: "An allocation is released, and the release is released in its turn.",
    breaks: "a release names the one allocation that it takes back (architecture: released twice)",
    sql: (a) => `with ${src(a)}, freed as (
        ${likeSrc({ releases: "src.id", instalment_id: "null::bigint" })} returning id)
      ${likeSrc({ releases: "freed.id", instalment_id: "null::bigint" }, "src, freed")}`,
  },
  {
    name: "release-of-a-part",
    does: "A release takes back one minor unit less than its allocation; both counters follow the smaller amount.",
    breaks: "a release gives back exactly what its allocation took (editing.md)",
    sql: (a) => `with ${src(a)}, freed as (${likeSrc({ releases: "src.id", amount: "src.amount - 1" })})
      update reconciliation_open_item i set allocated = i.allocated - (src.amount - 1) from src
       where i.id in (src.credit_item_id, src.debit_item_id)`,
  },
  {
    name: "release-of-another-pair",
    does: "A release takes back an allocation, and names another debit than that one.",
    breaks: "a release has the pair of its allocation",
    sql: (a) =>
      `with ${src(a)} ${likeSrc({
        releases: "src.id",
        debit_item_id: `(select i.id from reconciliation_open_item i
          where i.account_id = ${a} and i.side = 'debit' and i.id <> src.debit_item_id order by i.id limit 1)`,
      })}`,
  },
  {
    name: "release-of-nothing",
    does: "A release takes back an allocation that never was; the counters follow.",
    breaks: "foreign key of releases; only what stands is taken back",
    sql: (a) => `with ${src(a)}, freed as (${likeSrc({ releases: NOWHERE })})
      update reconciliation_open_item i set allocated = i.allocated - src.amount from src
       where i.id in (src.credit_item_id, src.debit_item_id)`,
  },
  {
    name: "bound-money-set-free",
    does: "Money that fulfils a planned payment is released by a change that is neither a plan nor a transfer; counters follow.",
    breaks:
      "what fulfils an instalment is taken back by its plan or a transfer alone (F21, planned-payments.md)",
    sql: (a) => `with ${src(a)}, planned as (
        ${INSTALMENT} select ${a}, src.doc, src.change_id, src.doc_plan + 1, 1, current_date + 30, src.amount, '[]'::jsonb from src returning id
      ), raised as (update reconciliation_document o set plan = o.plan + 1 from src where o.id = src.doc
      ), bound as (update reconciliation_allocation x set instalment_id = planned.id from src, planned where x.id = src.id
      ), freed as (${likeSrc({ releases: "src.id", instalment_id: "planned.id" }, "src, planned")})
      update reconciliation_open_item i set allocated = i.allocated - src.amount from src
       where i.id in (src.credit_item_id, src.debit_item_id)`,
  },

  // Days and moments
  {
    name: "allocation-booked-before-its-items",
    does: "An allocation's accounting day lies 400 days before that of its items.",
    breaks: "accounting_on of an allocation is the later of its items' (columns.md)",
    sql: (a) =>
      `update reconciliation_allocation set accounting_on = accounting_on - 400 where id = ${allocation(a)}`,
  },
  {
    name: "allocation-happened-before-its-items",
    does: "An allocation happened 400 days before what it joins.",
    breaks: "occurred_on of an allocation is not before that of its items (columns.md)",
    sql: (a) =>
      `update reconciliation_allocation set occurred_on = occurred_on - 400 where id = ${allocation(a)}`,
  },
  {
    name: "item-booked-before-it-happened",
    does: "A payment's accounting day lies 40 days before the day on which it happened.",
    breaks: "accounting_on is occurred_on, or later when that month is closed (F55)",
    sql: (a) =>
      `update reconciliation_open_item set accounting_on = occurred_on - 40 where id = ${item(a, MONEY)}`,
  },
  {
    name: "day-is-not-that-of-the-moment",
    does: "A charge happened, and is booked, 90 days before the moment at which it happened.",
    breaks: "occurred_on is the day of occurred_at in the accounting time zone, never shifted (columns.md)",
    sql: (
      a,
    ) => `update reconciliation_open_item set occurred_on = occurred_on - 90, accounting_on = accounting_on - 90
      where id = ${item(a, CHARGE)}`,
  },
  {
    name: "item-recorded-after-its-entry",
    does: "An item says that it was recorded a day after the journal entry that posted it.",
    breaks:
      "implied: item and entry are written by one statement, recorded_at is now() of both; as-known-on reports hang on it",
    sql: (a) =>
      `update reconciliation_open_item set recorded_at = recorded_at + interval '1 day' where id = ${item(a, CHARGE)}`,
  },
  {
    name: "allocation-recorded-before-its-items",
    does: "An allocation says that it was recorded in the year 2000, before its items were known.",
    breaks: "implied: history grows, nothing is allocated before it is posted",
    sql: (a) =>
      `update reconciliation_allocation set recorded_at = timestamptz '2000-01-01 00:00:00+00' where id = ${allocation(a)}`,
  },

  // What an allocation says of itself
  {
    name: "took-more-than-was-open",
    does: "An allocation says that its credit had one minor unit less open than it took.",
    breaks: "amount <= credit_open_before (F18: inputs; planner.md: never more than is open)",
    sql: (a) =>
      `update reconciliation_allocation set credit_open_before = amount - 1 where id = ${allocation(a)}`,
  },
  {
    name: "more-was-open-than-owed",
    does: "An allocation says that its debit had one minor unit more open than the debit is of.",
    breaks: "debit_open_before <= amount of the debit (F18)",
    sql: (a) => `update reconciliation_allocation x set debit_open_before = d.amount + 1
       from reconciliation_open_item d where d.id = x.debit_item_id and x.id = ${allocation(a)}`,
  },
  {
    name: "no-rule",
    does: "An allocation names no rule that made it.",
    breaks: "every allocation explains itself (F18)",
    sql: (a) => `update reconciliation_allocation set rule = '' where id = ${allocation(a)}`,
  },
  {
    name: "back-filled-by-nobody",
    does: "An allocation says that it was inferred by a back-fill, and belongs to no run.",
    breaks: "origin backfill comes with run_id (back-fill.md)",
    sql: (a) => `update reconciliation_allocation set origin = 'backfill'
      where id = ${allocation(a, "x.run_id is null and x.origin <> 'backfill'")}`,
  },
  {
    name: "run-of-the-allocation-alone",
    does: "An allocation names a run that its journal entry does not name, and that never was.",
    breaks: "run_id stands in the journal and on each allocation of the change (columns.md)",
    sql: (a) => `update reconciliation_allocation set run_id = ${NOWHERE} where id = ${allocation(a)}`,
  },

  // Tax
  {
    name: "tax-above-the-amount",
    does: "The tax inside an allocation is larger than the allocation.",
    breaks: "tax parts are clamped to the amount (decision 0011)",
    sql: (a) => `update reconciliation_allocation set debit_taxes = array[amount + 1]::bigint[]
      where id = ${allocation(a, "d.kind = 'charge'")}`,
  },
  {
    name: "tax-below-zero",
    does: "An allocation of money contains minus five minor units of tax, of a credit that has no tax.",
    breaks: "amounts are never negative (F2); an allocation has as many tax parts as its item",
    sql: (a) => `update reconciliation_allocation set credit_taxes = array[-5]::bigint[]
      where id = ${allocation(a, "c.kind in ('payment', 'deposit')")}`,
  },
  {
    name: "tax-counter-off",
    does: "What an item counts as allocated of its tax is one minor unit more than its allocations took.",
    breaks: "taxes_allocated = sum of the allocations' tax parts (decision 0011)",
    sql: (a) => `update reconciliation_open_item
        set taxes_allocated = array[coalesce(taxes_allocated[1], 0) + 1]::bigint[] || coalesce(taxes_allocated[2:], '{}'::bigint[])
      where id = ${item(a, "i.kind = 'charge' and i.allocated > 0")}`,
  },
  {
    name: "more-tax-than-price",
    does: "A charge contains one minor unit more tax than it is worth.",
    breaks: "tax is contained in the amount (architecture: Tax inside an allocation)",
    sql: (a) => `update reconciliation_open_item
        set taxes = jsonb_build_array(jsonb_build_object('code', 'planted', 'rate', '20', 'amount', (amount + 1)::text))
      where id = ${item(a, CHARGE)}`,
  },
]
