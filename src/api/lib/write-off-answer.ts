import { orNull, type Declaration } from "./route"

/** What every route that writes off, or decides on it, answers with. */
export const WRITE_OFF_ANSWER: Declaration["answer"] = {
  write_off: orNull("WriteOffView"),
  request: orNull("WriteOffRequestView"),
  host_credit_lines: { type: "array", items: { $ref: "#/components/schemas/HostCreditLineView" } },
}
