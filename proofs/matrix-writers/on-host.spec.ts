import { writeFileSync } from "node:fs"
import { REPORT } from "../../bench/lib/on-host"
import { describeHost } from "../../integration-tests/setup/host"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { MatrixByHttp } from "./over-http"
import type { HostReport } from "./report"
import { ORDER } from "./saves"
import { matrixOrder } from "./shop"
import { standingOf, type Standing } from "./standing"

const WRITERS = Number(process.env["MATRIX_WRITERS"] ?? 32)
const SAVES = Number(process.env["MATRIX_SAVES"] ?? 1)
const PAIRS = Number(process.env["MATRIX_PAIRS"] ?? 10)
const CONTEXT = { actor: { type: "system", id: null }, cause: "order.placed" } as const

describeHost((host) => {
  it("saves a matrix for many at once, one after the other", async () => {
    const matrix = new MatrixByHttp(host)
    const pairs = "order_pairs"
    for (const id of [ORDER, pairs])
      await ledgerOf(host.container()).orders.reconcile(matrixOrder(id), { context: CONTEXT })
    const [ada, ben] = [await matrix.logIn("ada@example.com"), await matrix.logIn("ben@example.com")]
    const standing = async (): Promise<Standing> => {
      const [row] = await host.sql<Standing>(standingOf(ORDER))
      if (!row) throw new Error("the database says nothing")
      return row
    }
    const saved = await matrix.saveAtOnce(ORDER, { admins: [ada, ben], writers: WRITERS, times: SAVES })
    const held = await standing()
    const report: HostReport = {
      saved,
      held,
      pairs: await matrix.saveInPairs(pairs, { admins: [ada, ben], trials: PAIRS }),
      after: await standing(),
    }
    const file = process.env[REPORT]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect(report.pairs).toEqual({ trials: PAIRS, oneWon: PAIRS, told: PAIRS })
  }, 3_600_000)
})
