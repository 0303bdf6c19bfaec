import { previewOpeningBalances } from "../../../../../workflows/opening-balances/steps/opening-balances"
import { LARGEST_OPENINGS_BYTES, openingsBody } from "../../../../lib/opening-bodies"
import { OPENINGS, openingRowsNamed } from "../../../../lib/opening-answers"
import { route } from "../../../../lib/route"

export const POST = route({
  method: "post",
  path: "opening-balances/preview",
  right: "view",
  summary: "What posting opening balances would do, row by row, or why a row cannot be. Writes nothing.",
  body: openingsBody,
  largestBodyBytes: LARGEST_OPENINGS_BYTES,
  answer: OPENINGS,
  handler: async ({ scope, body, change }) =>
    openingRowsNamed(scope, await previewOpeningBalances(scope, { ...body, ...change })),
})
