import { historyOf } from "../../../src/modules/reconciliation/ingest/history"
import { typedTextOf } from "../../../src/modules/reconciliation/ledger/tables/typed-texts"
import { violationsIn } from "../../../integration-tests/setup/audit"
import { tell } from "../../../test/support/random-timeline"
import { send, type OwnDatabase } from "../../../bench/lib/database"
import { customerOf, scenarioOf, nameOf, orderIdOf, type Scenario } from "./scenarios"

export interface Audit {
  /** Rows of money of the source without their item, or with more than their amount. */
  readonly lost: number
  readonly doubled: number
  /** Whatever else breaks a rule of the ledger, in words. */
  readonly violations: readonly string[]
}

/** Compares the ledger with the scenarios as they ended, and with its own rules. */
export async function auditScenarios({ knex }: OwnDatabase, scenarios: number): Promise<Audit> {
  const items = await send<{ key: string; count: number; signed: string }>(
    knex,
    `select key, count(*)::int as count, sum(case side when 'debit' then amount else -amount end)::text as signed
       from reconciliation_open_item group by key`,
  )
  const posted = new Map(items.map((item) => [item.key, item]))
  let [lost, doubled] = [0, 0]
  for (let number = 1; number <= scenarios; number += 1) {
    for (const [key, signed] of moneyOf(scenarioOf(number))) {
      const item = posted.get(key)
      posted.delete(key)
      if (!item || magnitude(item.signed) < magnitude(signed)) lost += 1
      else if (item.count > 1 || BigInt(item.signed) !== signed) doubled += 1
    }
  }
  const sql = async <Row>(statement: string): Promise<Row[]> => (await knex.raw(statement)).rows
  const accounts = await sql<{ id: string }>("select id::text from reconciliation_account order by id")
  const violations: string[] = []
  for (const { id } of accounts) violations.push(...(await violationsIn({ sql }, id)))
  return {
    lost,
    // What is left is money that the source does not have.
    doubled: doubled + [...posted.keys()].filter((key) => /^(cap|ref|value|out|deposit):/.test(key)).length,
    violations,
  }
}

const magnitude = (amount: bigint | string): bigint =>
  BigInt(amount) < 0n ? -BigInt(amount) : BigInt(amount)

/** Every row of money that a scenario ends with, by its key, in minor units, credits negative. */
function moneyOf(scenario: Scenario): [string, bigint][] {
  const deposits = scenario.steps.flatMap((step, index): [string, bigint][] =>
    step.does === "deposit" ? [[`deposit:${nameOf(scenario.number, index)}`, -BigInt(step.cents)]] : [],
  )
  const rows = scenario.timelines.flatMap((timeline, order) => {
    const told = tell(timeline, timeline.happenings.length, { orderId: orderIdOf(scenario.number, order) })
    const { states } = historyOf({
      order: told.order(),
      versions: told.versionsSince(0),
      changes: told.confirmedChanges(),
      digits: 2,
      readAt: "2026-06-01T00:00:00.000Z",
      timeZone: "UTC",
      moneyReferences: ["gift-card"],
      paymentMethods: {},
      settledBefore: null,
    })
    return (states.at(-1)?.money ?? []).map(({ key, signed }): [string, bigint] => [key, signed])
  })
  return [...deposits, ...rows].filter(([, signed]) => signed !== 0n)
}

/** Scenarios whose rows differ between two ledgers, without ids and the moments of recording. */
export async function differingScenarios(
  one: OwnDatabase,
  other: OwnDatabase,
  scenarios: number,
): Promise<number[]> {
  const [ones, others] = await Promise.all([contentsOf(one), contentsOf(other)])
  const differing: number[] = []
  for (let number = 1; number <= scenarios; number += 1) {
    const [a, b] = [ones.get(customerOf(number)), others.get(customerOf(number))]
    const retried = scenarioOf(number).bus === "retries"
    if (a?.rows !== b?.rows || (retried && a?.history !== b?.history)) differing.push(number)
  }
  return differing
}

interface Content {
  readonly rows: string
  readonly history: string
}

async function contentsOf({ knex }: OwnDatabase): Promise<Map<string, Content>> {
  const rows = await send<Content & { owner: string }>(knex, CONTENTS)
  return new Map(rows.map((row) => [row.owner, row]))
}

/**
 * Everything that stands on an account. What the ledger heard in which turn is the "history": its journal, its
 * versions, the order of its codes and the place of each allocation within its change. Where events were lost
 * that differs, and all the rest must be the same.
 */
const CONTENTS = `
  select a.owner_id as owner,
    jsonb_build_object(
      'account', to_jsonb(a) - array['id', 'recorded_at', 'version'],
      'documents', (select jsonb_agg(to_jsonb(d) - array['id', 'account_id', 'read_at', 'recheck_at', 'version', 'recorded_at']
                          || jsonb_build_object('again', d.recheck_at is not null) order by d.order_id)
                      from reconciliation_document d where d.account_id = a.id),
      'items', (select jsonb_agg(to_jsonb(i) - array['id', 'account_id', 'document_id', 'change_id', 'recorded_at',
                            'reverses_item_id', 'origin_item_id']
                      || jsonb_build_object('order', d.order_id, 'reference', ${typedTextOf("i.reference")})
                      order by d.order_id, i.id)
                  from reconciliation_open_item i left join reconciliation_document d on d.id = i.document_id
                 where i.account_id = a.id),
      'allocations', (select jsonb_agg(to_jsonb(l) - array['id', 'account_id', 'change_id', 'credit_item_id',
                            'debit_item_id', 'recorded_at', 'step'] || jsonb_build_object('credit', c.key, 'credit_sequence',
                            c.sequence, 'debit', b.key, 'debit_sequence', b.sequence) order by d.order_id, l.id)
                        from reconciliation_allocation l
                        join reconciliation_open_item c on c.id = l.credit_item_id
                        join reconciliation_open_item b on b.id = l.debit_item_id
                        left join reconciliation_document d on d.id = b.document_id
                       where l.account_id = a.id))::text as rows,
    jsonb_build_object(
      'version', a.version,
      'versions', (select jsonb_agg(d.version order by d.order_id) from reconciliation_document d where d.account_id = a.id),
      'codes', (select jsonb_agg(jsonb_build_array(s.rank, d.order_id, i.key) order by s.rank)
                  from reconciliation_matching_sequence s
                  left join reconciliation_document d on d.id = s.document_id
                  left join reconciliation_open_item i on i.id = s.open_item_id
                 where s.account_id = a.id),
      'steps', (select jsonb_agg(l.step order by l.id) from reconciliation_allocation l where l.account_id = a.id),
      'journal', (select jsonb_agg(to_jsonb(c) - array['id', 'account_id', 'document_id', 'transaction_id', 'recorded_at',
                        'leftover'] || jsonb_build_object('order', d.order_id, 'reason', ${typedTextOf("c.reason")},
                        'leftover', jsonb_path_query_array(c.leftover, '$[*].amount')) order by c.id)
                    from reconciliation_change c left join reconciliation_document d on d.id = c.document_id
                   where c.account_id = a.id))::text as history
    from reconciliation_account a`
