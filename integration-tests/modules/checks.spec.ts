import { INVARIANTS } from "../../src/modules/reconciliation/check/invariants.sql"
import { REFERENCES } from "../../src/modules/reconciliation/check/journal.sql"
import type { CheckView, FindingView } from "../../src/types/http"
import { checkedRows } from "../setup/checked-rows"
import { ACCOUNTS_DAMAGED, DAMAGES, placedDamages } from "../setup/damages"
import { openLedger, type Ledger } from "../setup/ledger"

const BY = { actor: { type: "user", id: "user_ada" }, cause: "test" } as const
/** Rules that the rows cannot break alone: a host's rows, a sequence of the store, a constraint that holds without triggers. */
const ELSEWHERE = ["allocation_twice_released", "code_store_next", "host_mirror", "host_money"]

describe("F70: a check of every rule, on rows that were damaged past the ledger", () => {
  let ledger: Ledger
  let check: CheckView
  let findings: FindingView[]
  const damaged = placedDamages()

  const untriggered = async (...statements: string[]): Promise<void> => {
    await ledger.together("set local session_replication_role = replica", ...statements)
  }
  const found = async (id: string): Promise<FindingView[]> => {
    const all: FindingView[] = []
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const page = await ledger.service.checks.retrieve(id, { cursor, limit: 500 })
      all.push(...page.findings)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return all
  }
  const one = (invariant: string, row: string): FindingView | undefined =>
    findings.find(
      (finding) => finding.invariant === invariant && `${finding.row.table} ${finding.row.id}` === row,
    )

  beforeAll(async () => {
    ledger = await openLedger("checks")
    await untriggered(...checkedRows(ACCOUNTS_DAMAGED).map(escaped))
    await ledger.sql("analyze")
  })
  afterAll(async () => {
    await ledger.close()
  })

  it("is silent on what nobody damaged", async () => {
    check = await ledger.service.checks.run({ context: BY })
    expect(check).toMatchObject({ id: "1", faults: 0, fresh: 0, counts: [], actor: { id: "user_ada" } })
    expect(await ledger.service.checks.takeUntold()).toEqual([])
    expect((await ledger.service.lists.overview()).check).toMatchObject({ id: "1", faults: 0 })
  })

  it("finds each damage, and nothing in accounts that none was done to", async () => {
    for (const { damage, account } of damaged)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await untriggered(escaped(damage.sql(account)))
    check = await ledger.service.checks.run({ context: BY, idempotencyKey: "the second" })
    findings = await found(check.id)
    const touched = new Set(damaged.flatMap(({ account }) => [account, account + 1, account + 2].map(String)))
    expect(findings.filter(({ account_id: id }) => id !== null && !touched.has(id))).toEqual([])
    expect(check.faults).toBeGreaterThan(DAMAGES.length)
    expect(await ledger.service.checks.run({ context: BY, idempotencyKey: "the second" })).toEqual(check)
  })

  it.each(damaged.map(({ damage, account }) => [damage.does, damage, account] as const))(
    "names it when %s",
    (_, damage, account) => {
      const row = damage.row(account)
      const finding = row.endsWith("typed:")
        ? findings.find((each) => each.invariant === damage.invariant && each.account_id === String(account))
        : one(damage.invariant, row)
      expect(finding).toBeDefined()
      if (damage.stored) expect(finding?.stored).toBe(damage.stored(account))
      if (damage.expected) expect(finding?.expected).toBe(damage.expected(account))
      expect(finding?.cause_says).toMatch(/\.$/)
      expect(finding?.cure_says).toMatch(/\.$/)
    },
  )

  it("has a damage for every rule that rows alone can break", () => {
    const broken = new Set(DAMAGES.map(({ invariant }) => invariant))
    expect(
      INVARIANTS.map(({ name }) => name)
        .filter((name) => !broken.has(name))
        .toSorted(),
    ).toEqual(ELSEWHERE)
  })

  it("asks for every reference that the tables have", async () => {
    const keys = await ledger.sql<{ reference: string }>(
      `select replace(c.conrelid::regclass::text, 'reconciliation_', '') || '.' || a.attname as reference
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.conrelid::regclass::text like 'reconciliation_%'
          and c.conrelid::regclass::text not like 'reconciliation_check%'`,
    )
    const asked = new Set(REFERENCES.map(([table, column]) => `${table}.${column}`))
    expect(keys.map(({ reference }) => reference).filter((reference) => !asked.has(reference))).toEqual([])
  })

  it("tells of what is new alone", async () => {
    expect((await ledger.service.checks.takeUntold()).map(({ id }) => id)).toEqual([check.id])
    const again = await ledger.service.checks.run({ context: BY })
    expect(again).toMatchObject({ faults: check.faults, fresh: 0 })
    expect(await ledger.service.checks.takeUntold()).toEqual([])
    expect((await ledger.service.checks.list({ limit: 2 })).checks.map(({ id }) => id)).toEqual([
      again.id,
      check.id,
    ])
  })

  const REPAIRED = [
    "item_counter",
    "item_tax_counter",
    "code_next",
    "account_version",
    "list_row",
    "list_state",
    "list_note",
  ]

  it.each(REPAIRED)("repairs %s under the lock, with an entry in the journal, once", async (invariant) => {
    const { damage, account } = damaged.find((each) => each.damage.invariant === invariant) ?? missing()
    const finding = one(invariant, damage.row(account)) ?? missing()
    const asked = { checkId: check.id, findingId: finding.id, context: BY }
    const before = await ledger.sql("select max(id) from reconciliation_change")
    const preview = await ledger.service.checks.previewRepair(asked)
    expect(preview).toMatchObject({ stored: finding.stored, expected: finding.expected, change_id: null })
    expect(await ledger.sql("select max(id) from reconciliation_change")).toEqual(before)
    const done = await ledger.service.checks.repair({ ...asked, idempotencyKey: `repair ${invariant}` })
    expect(done).toEqual({ ...preview, change_id: expect.stringMatching(/^\d+$/) })
    const [entry] = await ledger.sql("select kind, actor_id from reconciliation_change where id = ?", [
      done.change_id,
    ])
    expect(entry).toEqual({ kind: "repair", actor_id: "user_ada" })
    await expect(ledger.service.checks.repair(asked)).rejects.toMatchObject({ code: "finding_gone" })
  })

  it("leaves nothing at fault in the accounts of what was repaired", async () => {
    const whole = new Set(
      REPAIRED.map((name) => String(damaged.find(({ damage }) => damage.invariant === name)?.account)),
    )
    const left = await found((await ledger.service.checks.run({ context: BY })).id)
    expect(left.filter(({ account_id: id }) => whole.has(id ?? ""))).toEqual([])
  })

  it("refuses what the rows do not say, and what is not there", async () => {
    const { checks } = ledger.service
    const lost = findings.find(({ invariant }) => invariant === "receipt_gap") ?? missing()
    expect(lost.repair).toBeNull()
    const asked = { checkId: check.id, findingId: lost.id, context: BY }
    await expect(checks.repair(asked)).rejects.toMatchObject({ code: "finding_not_repairable" })
    await expect(checks.repair({ ...asked, checkId: "1" })).rejects.toMatchObject({
      code: "finding_not_found",
    })
    await expect(checks.retrieve("999", { limit: 1 })).rejects.toMatchObject({ code: "check_not_found" })
  })

  it("does not trust what the check had seen: what was mended since is left alone", async () => {
    const second = damaged.filter((each) => each.damage.invariant === "item_counter")[1] ?? missing()
    const finding = one("item_counter", second.damage.row(second.account)) ?? missing()
    await untriggered(`update reconciliation_open_item set allocated = 0 where id = ${finding.row.id}`)
    const asked = { checkId: check.id, findingId: finding.id, context: BY }
    await expect(ledger.service.checks.repair(asked)).rejects.toMatchObject({ code: "finding_gone" })
  })
})

/** The driver takes a question mark for a parameter. */
const escaped = (statement: string): string => statement.replaceAll("?", String.raw`\?`)

function missing(): never {
  throw new Error("what the test stands on is not there")
}
