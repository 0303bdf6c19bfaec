import { readerStatus } from "../../../../workflows/host/order-reader"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { route } from "../../../lib/route"

export const GET = route({
  method: "get",
  path: "status",
  right: "view",
  summary:
    "How the plugin fares: when the sweep last ran, what waits to be done again, to be told to the host or to other plugins, how orders are read, and whether a run works each night.",
  answer: { status: { $ref: "#/components/schemas/StatusView" } },
  handler: async ({ scope }) => {
    const { sweep, runs } = ledgerOf(scope)
    return {
      status: {
        ...(await sweep.backlog()),
        reader: await readerStatus(scope),
        nightly_run: runs.nightly,
      },
    }
  },
})
